import { z } from 'zod';

/** The data set of everything that was really reported or published. */
export const OFFICIAL = 'official';

/** A set that is not the official one is invented; one that nobody knows is never taken for real. */
export function isSample(dataSet: string): boolean {
  return dataSet !== OFFICIAL;
}

/** What answers with reported or scored rows say of them. */
export const dataSetFields = {
  dataSet: z.string().describe('The data set the rows are of'),
  sample: z.boolean().describe('Invented figures: to be shown as such, never to be taken for real'),
};

/** The same, filled in. */
export function ofDataSet(dataSet: string): { dataSet: string; sample: boolean } {
  return { dataSet, sample: isSample(dataSet) };
}

const MARKS = {
  vi: { heading: 'Bộ số liệu', mark: 'DỮ LIỆU MẪU' },
  en: { heading: 'Data set', mark: 'SAMPLE DATA' },
} as const;

/**
 * A table with its heading row, for a file: where it is of a sample every row says so in a first column of
 * its own, so that a row stays marked wherever it is copied. An official table is left as it is.
 */
export function markedTable<T>(
  rows: readonly (readonly T[])[],
  dataSet: string,
  language: 'vi' | 'en',
): (T | string)[][] {
  if (!isSample(dataSet)) return rows.map((row) => [...row]);
  const { heading, mark } = MARKS[language];
  return rows.map((row, index) => [index === 0 ? heading : mark, ...row]);
}

/** What a file of a data set is called: of a sample, its name says so. */
export function markedFileName(name: string, dataSet: string): string {
  return isSample(dataSet) ? `du-lieu-mau-${name}` : name;
}

/** Query parameter of every read of reported or scored rows. */
export const dataSetQuery = {
  dataSet: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,63}$/, 'the code of a data set')
    .default(OFFICIAL)
    .describe('official, or the code of a sample data set'),
};
