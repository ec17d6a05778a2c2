import { z } from 'zod';
import { dataSetQuery } from '../../platform/http/data-set.js';
import { pageOf, pageQuery } from '../../platform/http/page.js';

/** SDMX code list CL_OBS_STATUS, the codes this system uses. */
export const observationStatusSchema = z
  .enum(['A', 'E', 'I', 'P', 'V', 'M', 'L', 'O', 'B'])
  .describe(
    'A normal, E estimated, I imputed, P provisional, V unvalidated, M cannot exist, L not collected, O missing, B break',
  )
  .meta({ id: 'ObservationStatus' });

export const observationSchema = z
  .object({
    id: z.string(),
    unitId: z.string(),
    dataElement: z.string(),
    period: z.string(),
    value: z.number().nullable(),
    text: z.string().nullable().describe('For data elements that hold a code'),
    status: observationStatusSchema,
    sourceIds: z.array(z.string()),
    confidence: z.string().nullable(),
    note: z.string().nullable(),
    writtenBy: z.string(),
    writtenAt: z.iso.datetime(),
    importId: z.string().nullable(),
    dataSet: z.string(),
    current: z.boolean().describe('false = a later observation of the same cell replaced it'),
  })
  .meta({ id: 'Observation' });

export const observationPageSchema = pageOf(observationSchema, 'ObservationPage');

export const observationQuerySchema = z.object({
  unit: z.string().optional(),
  dataElement: z.string().optional(),
  period: z.string().optional(),
  history: z.enum(['true', 'false']).default('false').describe('true = replaced observations too'),
  ...dataSetQuery,
  ...pageQuery,
});

export const dataElementSchema = z
  .object({
    code: z.string(),
    nameVi: z.string(),
    nameEn: z.string(),
    valueType: z.string().describe('ratio, rank, code, count, amount, yes_no, day'),
    minimum: z.number().nullable(),
    maximum: z.number().nullable(),
    decimals: z.int().nullable(),
    unitVi: z.string().nullable().describe('What is counted or measured'),
    unitEn: z.string().nullable(),
    levels: z.array(z.string()).describe('Levels that report it; empty where a published table decides'),
    description: z.string().nullable(),
  })
  .meta({ id: 'DataElement' });
export const dataElementListSchema = z.array(dataElementSchema);

export const sourceSchema = z
  .object({
    id: z.string(),
    titleVi: z.string(),
    titleEn: z.string(),
    url: z.string().nullable(),
    kind: z.string().describe('official, press, third-party-copy, recollection, derived, unclassified'),
    note: z.string().nullable(),
  })
  .meta({ id: 'Source' });
export const sourceListSchema = z.array(sourceSchema);

export type ObservationDto = z.infer<typeof observationSchema>;
export type ObservationQuery = z.infer<typeof observationQuerySchema>;
export type DataElementDto = z.infer<typeof dataElementSchema>;
export type SourceDto = z.infer<typeof sourceSchema>;
