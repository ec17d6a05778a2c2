import { z } from 'zod';
import { pageOf, pageQuery } from '../../platform/http/page.js';

export const importFaultSchema = z
  .object({
    line: z.int().describe('Line of the file, from 1; 0 = the file as a whole'),
    column: z.string().nullable().describe('Column name of the header; null = the whole line'),
    code: z.string(),
    found: z.string().nullable(),
    expected: z.string().nullable(),
  })
  .meta({ id: 'ImportFault' });

export const importChangeSchema = z
  .object({
    line: z.int(),
    unitId: z.string(),
    unitNameVi: z.string(),
    unitNameEn: z.string(),
    dataElement: z.string(),
    change: z.enum(['new', 'changed', 'unchanged']),
    before: z.string().nullable(),
    after: z.string().nullable(),
    status: z.string().describe('SDMX status of the value after the import'),
  })
  .meta({ id: 'ImportChange' });

export const importReportSchema = z
  .object({
    id: z.string().nullable().describe('null until it is imported'),
    state: z.enum(['refused', 'previewed', 'imported']),
    framework: z.string(),
    period: z.string(),
    file: z
      .object({
        name: z.string(),
        bytes: z.int(),
        sha256: z.string(),
        encoding: z.string(),
        delimiter: z.string(),
        rows: z.int().describe('Rows of data, the header not counted'),
      })
      .meta({ id: 'ImportFile' }),
    faultCount: z.int(),
    faultTotals: z.array(z.object({ code: z.string(), count: z.int() }).meta({ id: 'ImportFaultTotal' })),
    faults: z.array(importFaultSchema).describe('The first 1,000'),
    newCount: z.int(),
    changedCount: z.int(),
    unchangedCount: z.int(),
    changes: z.array(importChangeSchema).describe('New and changed cells, the first 1,000'),
    unitCount: z.int(),
    importedAt: z.iso.datetime().nullable(),
    importedBy: z.string().nullable(),
  })
  .meta({ id: 'ImportReport' });

export const importSummarySchema = z
  .object({
    id: z.string(),
    framework: z.string(),
    period: z.string(),
    fileName: z.string(),
    sha256: z.string(),
    rows: z.int(),
    newCount: z.int(),
    changedCount: z.int(),
    unchangedCount: z.int(),
    importedAt: z.iso.datetime(),
    importedBy: z.string(),
  })
  .meta({ id: 'ImportSummary' });
export const importPageSchema = pageOf(importSummarySchema, 'ImportPage');

export const periodSchema = z
  .string()
  .regex(/^(19|20|21)\d{2}$/, 'a year of four digits')
  .meta({ id: 'Period' });

export const importQuerySchema = z.object({
  framework: z.string().min(1).max(100),
  period: periodSchema,
  fileName: z.string().max(255).default('upload.csv'),
  source: z.string().max(100).optional().describe('Source of every row that names none itself'),
});
export const templateQuerySchema = z.object({ framework: z.string().min(1).max(100), period: periodSchema });
export const importListQuerySchema = z.object({ ...pageQuery });

export type ImportFault = z.infer<typeof importFaultSchema>;
export type ImportChange = z.infer<typeof importChangeSchema>;
export type ImportReport = z.infer<typeof importReportSchema>;
export type ImportSummary = z.infer<typeof importSummarySchema>;
export type ImportQuery = z.infer<typeof importQuerySchema>;
