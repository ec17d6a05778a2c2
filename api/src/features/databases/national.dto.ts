import { z } from 'zod';
import { dataSetQuery } from '../../platform/http/data-set.js';
import { day } from '../../platform/http/page.js';
import { legalBasisSchema } from '../law/law.dto.js';
import {
  aspectStateSchema,
  figureFields,
  figureHasUnit,
  line,
  percentageFits,
  termSchema,
  yearSchema,
} from './database-words.dto.js';

export const ownerUnitSchema = z
  .object({
    unitId: z.string(),
    nameVi: z.string(),
    nameEn: z.string(),
    endedOn: day.nullable().describe('The last day of a unit that is no more'),
    successors: z
      .array(z.object({ unitId: z.string(), nameVi: z.string(), nameEn: z.string(), from: day }))
      .describe('Who took over from a unit that is no more'),
  })
  .meta({ id: 'DatabaseOwnerUnit' });

export const ownerSchema = z
  .object({
    standing: z
      .enum(['set', 'implied', 'not_stated'])
      .describe('set: by the operator; implied: follows from a duty; not_stated: no document says'),
    unit: ownerUnitSchema.nullable(),
    recollected: ownerUnitSchema.nullable().describe('From recollection alone: to be verified'),
    unverified: z.boolean(),
    legalBasis: z.array(z.string()),
    noteVi: z.string(),
    noteEn: z.string(),
    reference: z.string().nullable().describe('The document by which the operator set it'),
    setAt: z.iso.datetime().nullable(),
    setBy: z.string().nullable(),
  })
  .meta({ id: 'DatabaseOwner' });

export const assertionSchema = z
  .object({
    aspect: z.string(),
    period: z.string(),
    state: aspectStateSchema,
    figure: z.number().nullable(),
    figureUnit: z.string().nullable(),
    evidence: z.string().nullable(),
    note: z.string().nullable(),
    writtenAt: z.iso.datetime().nullable().describe('null = nothing was ever asserted'),
    writtenBy: z.string().nullable(),
  })
  .meta({ id: 'DatabaseAssertion' });

const factSchema = z
  .object({
    code: z.string(),
    nameVi: z.string(),
    nameEn: z.string(),
    value: z.number().nullable(),
    unitVi: z.string().nullable(),
    unitEn: z.string().nullable(),
    asOf: z.string().describe('A day or a month'),
    textVi: z.string(),
    textEn: z.string(),
    sourceIds: z.array(z.string()),
    confidence: z.string(),
  })
  .meta({ id: 'NationalDatabaseFact' });

export const nationalDatabaseSchema = z
  .object({
    id: z.string(),
    nameVi: z.string(),
    nameEn: z.string(),
    shortNameVi: z.string(),
    shortNameEn: z.string(),
    legalBasis: z.array(z.string()),
    owner: ownerSchema,
    facts: z.array(factSchema),
    conditions: z.array(
      z
        .object({ code: z.string(), state: aspectStateSchema, aspects: z.array(assertionSchema) })
        .meta({ id: 'NationalDatabaseCondition' }),
    ),
    qualities: z.array(assertionSchema),
    meetsAll: z.boolean().describe('Every condition is met'),
    confidence: z.string(),
    sourceIds: z.array(z.string()),
  })
  .meta({ id: 'NationalDatabase' });

export const nationalListSchema = z
  .object({
    dataSet: z.string(),
    sample: z.boolean(),
    period: z.string(),
    periods: z.array(z.string()).describe('Years of which something was asserted, newest first'),
    count: z.int(),
    meetingAll: z.int().describe('How many meet every condition'),
    withData: z.int().describe('Of how many all conditions are known'),
    conditions: z.array(termSchema),
    conditionAspects: z.array(termSchema),
    qualities: z.array(termSchema),
    bases: z.array(legalBasisSchema).describe('Every legal basis that is named here, once'),
    items: z.array(nationalDatabaseSchema),
  })
  .meta({ id: 'NationalDatabaseList' });

export const nationalDetailSchema = nationalDatabaseSchema
  .extend({
    dataSet: z.string(),
    sample: z.boolean(),
    period: z.string(),
    conditionTerms: z.array(termSchema),
    conditionAspects: z.array(termSchema),
    qualityTerms: z.array(termSchema),
    bases: z.array(legalBasisSchema),
    history: z.array(assertionSchema).describe('Everything ever asserted of it, newest first'),
    owners: z
      .array(
        z.object({
          unitId: z.string(),
          nameVi: z.string(),
          nameEn: z.string(),
          reference: z.string(),
          reason: z.string(),
          writtenAt: z.iso.datetime(),
          writtenBy: z.string(),
        }),
      )
      .describe('Owners as set, newest first'),
  })
  .meta({ id: 'NationalDatabaseDetail' });

export const nationalQuerySchema = z.object({
  ...dataSetQuery,
  period: yearSchema.optional().describe('A year; the newest of which something was asserted when absent'),
});

export const assertionRequestSchema = z
  .object({
    period: yearSchema,
    aspect: z.string().max(60),
    state: aspectStateSchema,
    ...figureFields,
    evidence: line(500).optional().describe('Number and date of the document that shows it'),
    note: line(1000).optional(),
  })
  .strict()
  .refine(({ state, evidence }) => state === 'no_data' || evidence !== undefined, {
    path: ['evidence'],
    message: 'a state needs its evidence',
  })
  .refine(figureHasUnit, { path: ['figureUnit'], message: 'a figure and its unit go together' })
  .refine(percentageFits, { path: ['figure'], message: 'a percentage is at most 100' });

export const ownerRequestSchema = z
  .object({ unit: z.string().max(100), reference: line(300), reason: line(1000) })
  .strict();

export type OwnerUnitDto = z.infer<typeof ownerUnitSchema>;
export type OwnerDto = z.infer<typeof ownerSchema>;
export type AssertionDto = z.infer<typeof assertionSchema>;
export type NationalDatabaseDto = z.infer<typeof nationalDatabaseSchema>;
export type NationalListDto = z.infer<typeof nationalListSchema>;
export type NationalDetailDto = z.infer<typeof nationalDetailSchema>;
export type NationalQuery = z.infer<typeof nationalQuerySchema>;
export type AssertionRequest = z.infer<typeof assertionRequestSchema>;
export type OwnerRequest = z.infer<typeof ownerRequestSchema>;
