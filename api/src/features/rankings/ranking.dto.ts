import { z } from 'zod';
import { dataSetFields, dataSetQuery } from '../../platform/http/data-set.js';
import { day } from '../../platform/http/page.js';
import { unitResultSchema } from '../assessments/assessment.dto.js';
import { checkFigureSchema, revisionQuery } from '../editions/edition.dto.js';
import { methodSchema } from '../frameworks/framework.dto.js';
import { frameworkNodeSchema } from '../frameworks/framework-node.dto.js';
import { levelSchema, regionSchema } from '../units/unit.dto.js';
import { sourceSchema } from '../observations/observation.dto.js';

export const rankingGroupSchema = z
  .object({
    code: z.string(),
    nameVi: z.string(),
    nameEn: z.string(),
    level: levelSchema,
    assessmentId: z.string(),
    expected: z.int().nullable().describe('How many units the group has; null = not known'),
    listed: z.int().describe('Units in the list, those without figures included'),
    withTotal: z.int(),
    withRank: z.int(),
  })
  .meta({ id: 'RankingGroup' });

export const rankingStatisticsSchema = z
  .object({
    count: z.int(),
    mean: z.number().nullable(),
    median: z.number().nullable(),
    highest: z.number().nullable(),
    lowest: z.number().nullable(),
    q1: z.number().nullable(),
    q3: z.number().nullable(),
  })
  .describe('Of the totals shown in the list; quartiles by linear interpolation (type 7)')
  .meta({ id: 'RankingStatistics' });

export const rankingSchema = z
  .object({
    editionCode: z.string().nullable(),
    editionTitleVi: z.string().nullable(),
    editionTitleEn: z.string().nullable(),
    publishedOn: day.nullable(),
    assessmentId: z.string(),
    frameworkVersion: z.string(),
    frameworkNameVi: z.string(),
    frameworkNameEn: z.string(),
    legalBasis: z.string(),
    period: z.string(),
    rosterDate: day,
    basis: z.enum(['as_published', 'computed']),
    ...dataSetFields,
    method: methodSchema,
    group: rankingGroupSchema,
    groups: z.array(rankingGroupSchema).describe('Every group of the edition or assessment, for the filter'),
    regionId: z.string().nullable(),
    regions: z.array(regionSchema).describe('Regions of the roster date; empty for ministries'),
    nodes: z.array(frameworkNodeSchema).describe('The main indices: children of the root'),
    statistics: rankingStatisticsSchema,
    checkFigures: z.array(checkFigureSchema),
    rows: z.array(unitResultSchema).describe('Ranked first, then those with a total, then those without'),
    sources: z.array(sourceSchema),
  })
  .meta({ id: 'Ranking' });

export const rankingQuerySchema = z.object({
  edition: z
    .string()
    .optional()
    .describe('Code of an edition; the latest published one of the data set when neither is given'),
  assessment: z.string().optional().describe('Id of an assessment, instead of an edition'),
  ...revisionQuery,
  ...dataSetQuery,
  group: z.string().optional().describe('Code of a peer group; the first of the edition when absent'),
  region: z.string().optional(),
});
export const rankingTableQuerySchema = rankingQuerySchema.extend({
  lang: z.enum(['vi', 'en']).default('vi'),
});

export type RankingDto = z.infer<typeof rankingSchema>;
export type RankingGroupDto = z.infer<typeof rankingGroupSchema>;
/** Within the program the official data set is asked for by not naming one. */
export type RankingQuery = Omit<z.infer<typeof rankingQuerySchema>, 'dataSet'> & {
  readonly dataSet?: string | undefined;
};
