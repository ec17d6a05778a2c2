import { z } from 'zod';

export const dataSetSchema = z
  .object({
    code: z.string().describe('What `dataSet` and the address ask for'),
    sample: z.boolean().describe('Invented figures: never to be taken for real'),
    nameVi: z.string(),
    nameEn: z.string(),
    noteVi: z.string().nullable(),
    noteEn: z.string().nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'DataSet' });
export const dataSetListSchema = z.array(dataSetSchema);

export type DataSetDto = z.infer<typeof dataSetSchema>;
