import { z } from 'zod';
import { day } from '../../platform/http/page.js';

const text = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .transform((value) => value.normalize('NFC').replaceAll(/\s+/g, ' '));
const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'letters a–z, digits and dashes')
  .max(80);
const named = id.describe('Id of a unit');

/** Where a change is ordered: a clause that is held, or number and date of a document that is not. */
export const legalBasisRequestSchema = z
  .union([
    z.strictObject({
      reference: z
        .string()
        .trim()
        .min(1)
        .max(200)
        .describe('document, or document#clause, of the documents held'),
    }),
    z.strictObject({ number: text(100).describe('As printed: 202/2025/QH15'), date: day }),
  ])
  .meta({ id: 'UnitChangeBasis' });

const nameSchema = z
  .strictObject({
    vi: text(200),
    shortVi: text(200).optional().describe('Without "Tỉnh" or "Thành phố"; the whole name when absent'),
    en: text(200),
  })
  .meta({ id: 'UnitNameRequest' });

const placeKind = z.enum(['province', 'city', 'ministry', 'ministerial_agency', 'government_agency']);
const scheme = z.enum(['gso', 'iso3166-2', 'e-id']);
const codes = z
  .array(z.strictObject({ scheme, code: text(20) }))
  .max(10)
  .default([]);

const newUnit = {
  id: id.optional().describe('Made from the name when absent'),
  unitKind: placeKind,
  name: nameSchema,
  codes,
  region: z.string().max(80).optional().describe('Of a province'),
};

export const newUnitSchema = z.strictObject(newUnit).meta({ id: 'NewUnitRequest' });

const of = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.strictObject({
    kind: z.literal(kind),
    ...shape,
    note: text(2000).optional(),
  });
const from = { effectiveDate: day.describe('The first day of it') };
const ordered = { legalBasis: legalBasisRequestSchema };
const mayBeOrdered = { legalBasis: legalBasisRequestSchema.optional() };

const variants = [
  of('new-unit', { level: z.enum(['ministry', 'province']), ...newUnit, ...from, ...ordered }),
  of('rename', { unit: named, name: nameSchema, ...from, ...ordered }),
  of('kind', {
    unit: named,
    unitKind: placeKind,
    name: nameSchema.optional().describe('Where the full name changes with the kind'),
    ...from,
    ...ordered,
  }),
  of('code', {
    unit: named,
    scheme,
    code: text(20).nullable().describe('null = it has none from then on'),
    ...from,
    ...mayBeOrdered,
  }),
  of('region', { unit: named, region: z.string().max(80), ...from, ...ordered }),
  of('alias', {
    unit: named,
    text: text(200),
    effectiveDate: day.nullable().describe('The first day of it; null = for as long as the unit is there'),
    until: day.nullable().default(null).describe('The last day of it'),
    ...mayBeOrdered,
  }),
  of('end', {
    unit: named,
    effectiveDate: day.describe('The first day on which it is no more'),
    ...ordered,
  }),
  of('merger', {
    predecessors: z.array(named).min(1).max(50),
    successor: z.union([z.strictObject({ new: newUnitSchema }), z.strictObject({ unit: named })]),
    ...from,
    ...ordered,
  }),
  of('split', { unit: named, parts: z.array(newUnitSchema).min(2).max(20), ...from, ...ordered }),
  of('ministry-in-charge', {
    unit: named,
    abbreviation: text(20).describe('As in document numbers: BKHCN'),
    ...from,
    ...ordered,
  }),
  of('correction', {
    unit: named,
    fact: z.enum(['unit', 'name', 'kind', 'code', 'region', 'alias']),
    key: text(200).optional().describe('Scheme of the code, text of the alias'),
    recorded: z
      .strictObject({ from: day.nullable(), to: day.nullable() })
      .describe('The period as it is recorded'),
    validFrom: day.nullable(),
    validTo: day.nullable(),
    ...mayBeOrdered,
  }),
] as const;

export const unitChangeSchema = z.discriminatedUnion('kind', variants).meta({
  id: 'UnitChangeRequest',
  description: 'A change of units, of one of eleven kinds',
});

export const unitChangeKindSchema = z
  .enum(variants.map((one) => one.shape.kind.value) as [UnitChangeKind, ...UnitChangeKind[]])
  .meta({ id: 'UnitChangeKind' });

export const unitChangeApplySchema = z
  .strictObject({
    change: unitChangeSchema.describe('What was previewed, word for word'),
    digest: z.string().regex(/^[0-9a-f]{64}$/, 'the digest of a preview'),
    reason: text(2000).describe('Why it is entered'),
  })
  .meta({ id: 'UnitChangeApplyRequest' });

export type UnitChangeRequest = z.infer<typeof unitChangeSchema>;
export type UnitChangeKind = UnitChangeRequest['kind'];
export type ChangeOf<K extends UnitChangeKind> = Extract<UnitChangeRequest, { kind: K }>;
export type NewUnitRequest = z.infer<typeof newUnitSchema>;
export type NameRequest = z.infer<typeof nameSchema>;
export type LegalBasisRequest = z.infer<typeof legalBasisRequestSchema>;
export type UnitChangeApply = z.infer<typeof unitChangeApplySchema>;
