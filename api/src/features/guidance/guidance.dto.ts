import { z } from 'zod';
import { dataSetQuery } from '../../platform/http/data-set.js';
import { day } from '../../platform/http/page.js';
import { legalBasisSchema } from '../law/law.dto.js';

const textCheck = z.enum(['as_printed', 'mended', 'damaged']);

export const appliesToSchema = z
  .enum([
    'ministry',
    'province',
    'database_owner',
    'it_unit',
    'data_user',
    'data_provider',
    'platform_operator',
  ])
  .meta({ id: 'GuidanceApplicability', description: 'Who carries an activity out' });

export const activitySchema = z
  .object({
    code: z.string(),
    number: z.int().nullable().describe('As printed; null where none is'),
    nameVi: z.string(),
    nameEn: z.string(),
    agency: z.string().nullable().describe('As printed, in Vietnamese'),
    objective: z.string().nullable(),
    result: z.string().nullable(),
    basisPrinted: z.string().nullable(),
    bases: z.array(legalBasisSchema),
    appliesTo: z.array(appliesToSchema).describe('Empty where the source does not say'),
    textCheck,
  })
  .meta({ id: 'GuidanceActivity' });

export const groupSchema = z
  .object({
    code: z.string(),
    nameVi: z.string(),
    nameEn: z.string(),
    basisPrinted: z.string().nullable(),
    bases: z.array(legalBasisSchema),
    activities: z.array(activitySchema),
  })
  .meta({ id: 'GuidanceGroup' });

export const criterionSchema = z
  .object({ code: z.string(), textVi: z.string(), textEn: z.string(), textCheck })
  .meta({ id: 'MaturityCriterion' });

export const maturityLevelSchema = z
  .object({
    level: z.int(),
    nameVi: z.string(),
    nameEn: z.string(),
    headlineVi: z.string().nullable(),
    headlineEn: z.string().nullable(),
    criteria: z.array(criterionSchema),
  })
  .meta({ id: 'MaturityLevel' });

export const guidanceFrameworkSchema = z
  .object({
    code: z.string(),
    document: z.string(),
    nameVi: z.string(),
    nameEn: z.string(),
    standing: z.string(),
    presentedOn: day,
    confidence: z.string(),
    sourceIds: z.array(z.string()),
    groups: z.array(groupSchema),
    levels: z.array(maturityLevelSchema).describe('How a level is chosen, no document says'),
  })
  .meta({
    id: 'GuidanceFramework',
    description: 'Groups of activities and levels of maturity; guidance, not law',
  });

const unitId = z.string().trim().min(1).max(100);

export const assessmentQuerySchema = z.object({ unit: unitId, ...dataSetQuery });

export const criterionAnswerSchema = z
  .object({
    criterion: z.string(),
    level: z.int(),
    met: z.boolean().nullable().describe('null = not answered'),
    evidence: z.string().nullable(),
    assessedOn: day.nullable(),
    writtenBy: z.string().nullable(),
    answers: z.int().describe('How often it was answered; the latest counts'),
  })
  .meta({ id: 'CriterionAnswer' });

export const maturitySchema = z
  .object({
    dataSet: z.string(),
    sample: z.boolean(),
    framework: z.string(),
    unitId: z.string(),
    nameVi: z.string(),
    nameEn: z.string(),
    levels: z
      .array(
        z
          .object({ level: z.int(), criteria: z.int(), met: z.int(), notMet: z.int(), unanswered: z.int() })
          .meta({ id: 'MaturityCount' }),
      )
      .describe('Criteria met by level; no level is derived from them'),
    items: z.array(criterionAnswerSchema),
  })
  .meta({ id: 'MaturityAssessment', description: 'How a unit sees itself, criterion by criterion' });

export const maturityRequestSchema = z
  .strictObject({
    unit: unitId,
    dataSet: dataSetQuery.dataSet,
    assessedOn: day,
    answers: z
      .array(
        z.strictObject({
          criterion: z.string().min(1).max(20),
          met: z.boolean(),
          evidence: z.string().trim().min(1).max(2000).optional(),
        }),
      )
      .min(1)
      .max(100),
  })
  .meta({ id: 'MaturityRequest' });

export type GuidanceFrameworkDto = z.infer<typeof guidanceFrameworkSchema>;
export type MaturityDto = z.infer<typeof maturitySchema>;
export type MaturityQuery = z.infer<typeof assessmentQuerySchema>;
export type MaturityRequest = z.infer<typeof maturityRequestSchema>;
export type CriterionAnswerDto = z.infer<typeof criterionAnswerSchema>;
