import { z } from 'zod';
import {
  confidenceSchema,
  legalBasisSchema,
  legalDocumentDetailSchema,
  standingSchema,
} from '../law/law.dto.js';

export const programmeFactSchema = z
  .object({
    nameVi: z.string(),
    nameEn: z.string(),
    valueVi: z.string().describe('As written: 20, 32+1, "06/2025"'),
    valueEn: z.string(),
  })
  .meta({ id: 'ProgrammeFact', description: 'What a programme holds, as its document counts it' });

export const programmeSchema = z
  .object({
    code: z.string(),
    nameVi: z.string(),
    nameEn: z.string(),
    summaryVi: z.string(),
    summaryEn: z.string(),
    document: z.string(),
    standing: standingSchema,
    isLaw: z.boolean().describe('false = history, a draft or a plan; never shown as law'),
    current: z.boolean().describe('This year lies within its years, and it is neither draft nor history'),
    firstYear: z.int(),
    lastYear: z.int(),
    legalBasis: z.array(legalBasisSchema),
    overlays: z.string().nullable().describe('The programme whose dates it stands beside'),
    facts: z.array(programmeFactSchema),
    confidence: confidenceSchema,
    noteVi: z.string().nullable(),
    noteEn: z.string().nullable(),
  })
  .meta({ id: 'Programme' });
export const programmeListSchema = z.array(programmeSchema);

export const programmeDetailSchema = programmeSchema
  .extend({
    legalDocument: legalDocumentDetailSchema,
    overlaidBy: z.array(z.string()).describe('Programmes whose dates stand beside its own'),
  })
  .meta({ id: 'ProgrammeDetail' });

export type ProgrammeFact = z.infer<typeof programmeFactSchema>;
export type ProgrammeDto = z.infer<typeof programmeSchema>;
export type ProgrammeDetail = z.infer<typeof programmeDetailSchema>;
