import { z } from 'zod';
import { day, pageOf, pageQuery } from '../../platform/http/page.js';
import { successionSchema } from '../units/unit.dto.js';
import { unitChangeKindSchema } from './unit-change-request.dto.js';

const fact = z.record(z.string(), z.union([z.string(), z.boolean(), z.null()]));

export const unitChangeRowSchema = z
  .object({
    table: z.enum(['unit', 'name', 'kind', 'code', 'region', 'alias', 'charge', 'succession']),
    unitId: z.string(),
    before: fact.nullable().describe('null = the row is new'),
    after: fact.nullable(),
  })
  .meta({ id: 'UnitChangeRow', description: 'One row written: what it was and what it is' });

export const changedUnitSchema = z
  .object({
    id: z.string(),
    nameVi: z.string(),
    shortNameVi: z.string(),
    nameEn: z.string(),
    validFrom: day.nullable(),
    validTo: day.nullable(),
    isNew: z.boolean().describe('It begins with the change'),
  })
  .meta({ id: 'ChangedUnit' });

const linkSchema = successionSchema
  .pick({ change: true, effectiveDate: true, predecessorId: true, successorId: true })
  .extend({ isNew: z.boolean().describe('It comes with the change') })
  .meta({ id: 'SuccessionLink' });

const noticeSchema = z
  .object({ code: z.string(), path: z.string(), message: z.string() })
  .meta({ id: 'UnitChangeWarning', description: 'What to look at before it is entered' });

export const touchedSchema = z
  .object({
    figures: z.int().describe('Stored figures of the units for periods from the year of the change on'),
    dutySubmissions: z.int().describe('Reports recorded of them for such periods'),
    peerGroups: z.int().describe('Peer groups of such periods at the level'),
    frameworks: z.array(z.string()).describe('Frameworks in use whose roster changes'),
    assessments: z.int().describe('Assessments not published, of a roster on or after the day'),
    draftEditions: z.int().describe('Draft editions of a roster on or after the day'),
  })
  .meta({ id: 'UnitChangeTouched' });

export const unitChangePreviewSchema = z
  .object({
    kind: unitChangeKindSchema,
    unitId: z.string().describe('The unit that it is about; of a merger the successor'),
    effectiveDate: day.nullable(),
    upcoming: z.boolean().describe('Its day is still to come'),
    digest: z.string().describe('To be repeated by whoever enters it'),
    legalBasis: z.string().nullable().describe('As it will be printed'),
    units: z.array(changedUnitSchema).describe('Every unit spoken of, as it will be'),
    rows: z.array(unitChangeRowSchema),
    links: z.array(linkSchema).describe('The succession around the units, as it will be'),
    sight: z
      .array(z.object({ unitId: z.string(), past: z.array(z.string()), people: z.int() }))
      .describe('Whose people will see the past of which units'),
    people: z
      .array(z.object({ unitId: z.string(), role: z.string(), people: z.int() }))
      .describe('Who holds roles at the units on the day'),
    touched: touchedSchema,
    warnings: z.array(noticeSchema),
  })
  .meta({ id: 'UnitChangePreview', description: 'What would be, if it were entered' });

export const unitChangeEntrySchema = z
  .object({
    id: z.string(),
    kind: unitChangeKindSchema,
    unitId: z.string(),
    units: z.array(changedUnitSchema.pick({ id: true, nameVi: true, shortNameVi: true, nameEn: true })),
    effectiveDate: day.nullable(),
    state: z.enum(['upcoming', 'in_force']),
    legalBasis: z.string().nullable(),
    legalBasisReference: z.string().nullable().describe('document#clause, where it is held'),
    reason: z.string(),
    note: z.string().nullable(),
    recordedBy: z.string().describe('Role, never a person'),
    recordedAt: z.iso.datetime(),
    rows: z.array(unitChangeRowSchema),
  })
  .meta({ id: 'UnitChangeEntry' });

export const unitChangePageSchema = pageOf(unitChangeEntrySchema, 'UnitChangePage');

export const unitChangeQuerySchema = z.object({
  unit: z.string().max(80).optional(),
  kind: unitChangeKindSchema.optional(),
  ...pageQuery,
});

export type UnitChangeRowDto = z.infer<typeof unitChangeRowSchema>;
export type ChangedUnitDto = z.infer<typeof changedUnitSchema>;
export type UnitChangeWarning = z.infer<typeof noticeSchema>;
export type TouchedDto = z.infer<typeof touchedSchema>;
export type UnitChangePreviewDto = z.infer<typeof unitChangePreviewSchema>;
export type UnitChangeEntryDto = z.infer<typeof unitChangeEntrySchema>;
export type UnitChangeQuery = z.infer<typeof unitChangeQuerySchema>;
