import { z } from 'zod';

/** The data set of everything that was really reported or published. */
export const OFFICIAL = 'official';

/** Query parameter of every read of reported or scored rows. */
export const dataSetQuery = {
  dataSet: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,63}$/, 'the code of a data set')
    .default(OFFICIAL)
    .describe('official, or the code of a sample data set'),
};
