import { z } from 'zod';
import { dataSetFields, dataSetQuery } from '../../platform/http/data-set.js';
import { day, pageOf, pageQuery } from '../../platform/http/page.js';
import { levelSchema } from '../units/unit.dto.js';
import { sourceSchema } from '../observations/observation.dto.js';

export const checkFigureSchema = z
  .object({
    frameworkVersion: z.string(),
    groupCode: z.string().nullable(),
    groupNameVi: z.string().nullable(),
    groupNameEn: z.string().nullable(),
    statistic: z.string().describe('mean'),
    published: z.number(),
    decimals: z.int(),
    recomputed: z.number().nullable().describe('From the totals held; null when the group is not complete'),
    held: z.int().describe('Totals held of the group'),
    expected: z.int().nullable(),
    agrees: z.boolean().nullable().describe('null = cannot be recomputed'),
    confidence: z.string(),
    sourceIds: z.array(z.string()),
  })
  .meta({
    id: 'CheckFigure',
    description: 'A published aggregate held beside the results, to check them by',
  });

export const editionGroupSchema = z
  .object({
    code: z.string(),
    nameVi: z.string(),
    nameEn: z.string(),
    level: levelSchema,
    assessmentId: z.string(),
    frameworkVersion: z.string(),
    expected: z.int().nullable(),
    listed: z.int(),
    withTotal: z.int(),
    withRank: z.int(),
    differing: z.int().describe('Units where recomputation differs from the published total'),
    leaderUnitId: z.string().nullable(),
    leaderNameVi: z.string().nullable(),
    leaderNameEn: z.string().nullable(),
    leaderTotal: z.number().nullable(),
  })
  .meta({ id: 'EditionGroup' });

export const editionSummarySchema = z
  .object({
    code: z.string(),
    revision: z.int(),
    index: z.string(),
    titleVi: z.string(),
    titleEn: z.string(),
    period: z.string(),
    kind: z.enum(['as_published', 'computed']),
    status: z.enum(['draft', 'published']),
    publishedOn: day.nullable(),
    rosterDate: day,
    createdAt: z.iso.datetime(),
    ...dataSetFields,
    groups: z.array(editionGroupSchema),
  })
  .meta({ id: 'EditionSummary' });
export const editionPageSchema = pageOf(editionSummarySchema, 'EditionPage');

export const editionSchema = editionSummarySchema
  .extend({
    noteVi: z.string().nullable(),
    noteEn: z.string().nullable(),
    nationalValue: z.number().nullable(),
    nationalDecimals: z.int().nullable().describe('Decimals the national value was published with'),
    checkFigures: z.array(checkFigureSchema),
    sources: z.array(sourceSchema),
    responsibleUnitId: z.string().describe('The ministry in charge on the day of publication'),
    responsibleNameVi: z.string(),
    responsibleNameEn: z.string(),
    revisions: z
      .array(
        z
          .object({ revision: z.int(), status: z.enum(['draft', 'published']), publishedOn: day.nullable() })
          .meta({ id: 'EditionRevision' }),
      )
      .describe('Newest first'),
  })
  .meta({ id: 'Edition' });

/** Which revision of an edition; the latest published one when absent, else the draft. */
export const revisionQuery = {
  revision: z.coerce
    .number()
    .int()
    .min(1)
    .optional()
    .describe('Revision; the latest published one when absent'),
};
export const revisionQuerySchema = z.object(revisionQuery);

export const editionQuerySchema = z.object({ ...dataSetQuery, ...pageQuery });
export const editionRequestSchema = z
  .object({
    code: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{1,60}$/, 'lower-case letters, digits and hyphens')
      .describe('e.g. dti-2023'),
    titleVi: z.string().trim().min(3).max(300),
    titleEn: z.string().trim().min(3).max(300),
    assessmentIds: z
      .array(z.string().regex(/^\d{1,18}$/))
      .min(1)
      .max(10)
      .refine((ids) => new Set(ids).size === ids.length, 'each assessment once'),
    noteVi: z.string().trim().max(2000).optional(),
    noteEn: z.string().trim().max(2000).optional(),
  })
  .strict()
  .meta({ id: 'EditionRequest' });

export const reportQuerySchema = z.object({
  ...revisionQuery,
  date: day.optional().describe('Date of the report; today when absent. It decides which ministry issues it'),
});

export type CheckFigureDto = z.infer<typeof checkFigureSchema>;
export type EditionGroupDto = z.infer<typeof editionGroupSchema>;
export type EditionSummary = z.infer<typeof editionSummarySchema>;
export type EditionDto = z.infer<typeof editionSchema>;
export type EditionRequest = z.infer<typeof editionRequestSchema>;
