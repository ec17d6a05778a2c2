import { z } from 'zod';
import { day, pageOf, pageQuery } from '../../platform/http/page.js';

export const levelSchema = z.enum(['nation', 'ministry', 'province']).meta({ id: 'Level' });
export const unitKindSchema = z
  .enum(['nation', 'province', 'city', 'ministry', 'ministerial_agency', 'government_agency'])
  .meta({ id: 'UnitKind' });

export const regionSchema = z.object({ id: z.string(), nameVi: z.string(), nameEn: z.string() }).meta({
  id: 'Region',
  description: 'A socio-economic region; which provinces it holds depends on the date',
});

const validity = {
  validFrom: day.nullable().describe('First day, inclusive; null = since before the records begin'),
  validTo: day.nullable().describe('Last day, inclusive; null = still so'),
};

export const unitSummarySchema = z
  .object({
    id: z.string(),
    level: levelSchema,
    kind: unitKindSchema,
    nameVi: z.string(),
    shortNameVi: z.string(),
    nameEn: z.string(),
    regionId: z.string().nullable(),
    ...validity,
  })
  .meta({ id: 'UnitSummary', description: 'An organisation unit as it stands on the date asked for' });

export const successionSchema = z
  .object({
    change: z.string().describe('merge, absorb, rename, kind_change, …'),
    effectiveDate: day,
    predecessorId: z.string(),
    predecessorNameVi: z.string(),
    predecessorNameEn: z.string(),
    successorId: z.string(),
    successorNameVi: z.string(),
    successorNameEn: z.string(),
    legalBasis: z.string().nullable(),
    confidence: z.string(),
    note: z.string().nullable(),
    sourceIds: z.array(z.string()),
  })
  .meta({ id: 'Succession' });

export const unitDetailSchema = unitSummarySchema
  .extend({
    names: z.array(
      z
        .object({ nameVi: z.string(), shortNameVi: z.string(), nameEn: z.string(), ...validity })
        .meta({ id: 'UnitName' }),
    ),
    kinds: z.array(z.object({ kind: unitKindSchema, ...validity }).meta({ id: 'UnitKindPeriod' })),
    codes: z.array(
      z
        .object({
          scheme: z.string().describe('gso, iso3166-2, e-id'),
          code: z.string(),
          verified: z.boolean().describe('false = from recollection; check before use'),
          confidence: z.string().nullable(),
          ...validity,
        })
        .meta({ id: 'UnitCode' }),
    ),
    regions: z.array(z.object({ region: regionSchema, ...validity }).meta({ id: 'UnitRegionPeriod' })),
    aliases: z.array(z.object({ text: z.string(), ...validity }).meta({ id: 'UnitAlias' })),
    predecessors: z.array(successionSchema),
    successors: z.array(successionSchema),
    confidence: z.string(),
    legalBasis: z.string().nullable(),
    note: z.string().nullable(),
    sourceIds: z.array(z.string()),
  })
  .meta({ id: 'UnitDetail' });

export const unitPageSchema = pageOf(unitSummarySchema, 'UnitPage');

export const unitQuerySchema = z.object({
  on: day.optional().describe('The date of the roster; today when absent'),
  level: levelSchema.optional(),
  region: z.string().optional(),
  q: z.string().trim().min(1).max(100).optional().describe('Part of a name, with or without diacritics'),
  ...pageQuery,
});

export const unitDateSchema = z.object({ on: day.optional() });
export const regionListSchema = z.array(regionSchema);

export type Level = z.infer<typeof levelSchema>;
export type UnitKind = z.infer<typeof unitKindSchema>;
export type UnitSummary = z.infer<typeof unitSummarySchema>;
export type UnitDetail = z.infer<typeof unitDetailSchema>;
export type UnitQuery = z.infer<typeof unitQuerySchema>;
export type RegionDto = z.infer<typeof regionSchema>;
export type SuccessionDto = z.infer<typeof successionSchema>;
