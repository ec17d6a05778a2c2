import type { ImportReport } from '../../api/src/features/imports/import.dto.ts';
import { seedText } from '../seeds/seed-files.ts';
import { rowCounts } from './refused-statements.ts';
import type { Answer, ServedApplication } from './served-application.ts';

/** What a refused import answers: a problem with the report in it. */
export interface ImportRefusal {
  readonly code: string;
  readonly errors: readonly { code: string; path: string; message: string }[];
  readonly report: ImportReport;
}

/** The published table of 2022 as it lies in the seeds. */
export function publishedTable(): string {
  return seedText('published/dti-2022/province.csv');
}

export const PROVINCES_2023 = { framework: 'dti-922-province', period: '2023' };

/** Sends a file to be imported, or to be looked at. */
export function sendFile(
  served: ServedApplication,
  body: string | Buffer,
  query: Readonly<Record<string, string>> = PROVINCES_2023,
  path: '/imports' | '/imports/preview' = '/imports',
): Promise<Answer> {
  const search = new URLSearchParams({ fileName: 'table.csv', ...query });
  return served.ask(`${path}?${search}`, { method: 'POST', body, headers: { 'content-type': 'text/csv' } });
}

/**
 * Sends a file that must be refused and gives its faults back.
 * @throws when it is not refused, when preview and import say different things, or when a row was written
 */
export async function refusedFile(
  served: ServedApplication,
  body: string | Buffer,
  query: Readonly<Record<string, string>> = PROVINCES_2023,
): Promise<ImportReport> {
  const before = await rowCounts(served.database);
  const answer = await sendFile(served, body, query);
  const previewed = await sendFile(served, body, query, '/imports/preview');
  const after = await rowCounts(served.database);
  if (JSON.stringify(after) !== JSON.stringify(before))
    throw new Error(`rows were written: ${JSON.stringify(after)}`);
  const { code, report, errors } = answer.json<ImportRefusal>();
  const alike = JSON.stringify(previewed.json()) === JSON.stringify(report);
  if (answer.status !== 422 || code !== 'IMPORT_REFUSED' || report.state !== 'refused' || !alike) {
    throw new Error(
      `not refused alike: ${answer.status} ${answer.text.slice(0, 500)} ${previewed.text.slice(0, 500)}`,
    );
  }
  if (errors.length !== report.faults.length) throw new Error('the problem does not list the faults');
  return report;
}

/** Every figure that counts for a period, without what differs from import to import. */
export async function storedFigures(served: ServedApplication, period: string): Promise<readonly string[]> {
  const rows = await served.database.query<{ line: string }[]>(
    `SELECT concat_ws('|', unit_id, data_element, value::float8, text_value, status, source_ids::text, confidence, note) AS line
     FROM current_observation WHERE period = $1 ORDER BY unit_id, data_element`,
    [period],
  );
  return rows.map((row) => row.line);
}
