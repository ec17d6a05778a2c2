import { z } from 'zod';
import { dataSetFields, dataSetQuery } from '../../platform/http/data-set.js';
import { unitResultSchema } from '../assessments/assessment.dto.js';
import { frameworkNodeSchema } from '../frameworks/framework-node.dto.js';
import { rankingStatisticsSchema } from './ranking.dto.js';

export const unitHistoryEntrySchema = z
  .object({
    editionCode: z.string(),
    editionTitleVi: z.string(),
    editionTitleEn: z.string(),
    period: z.string(),
    publishedOn: z.string().nullable(),
    assessmentId: z.string(),
    frameworkVersion: z.string(),
    frameworkNameVi: z.string(),
    frameworkNameEn: z.string(),
    groupCode: z.string().nullable(),
    groupNameVi: z.string().nullable(),
    groupNameEn: z.string().nullable(),
    groupExpected: z.int().nullable(),
    statistics: rankingStatisticsSchema.describe("Of the unit's group in that edition"),
    nodes: z.array(frameworkNodeSchema),
    result: unitResultSchema,
  })
  .meta({
    id: 'UnitHistoryEntry',
    description: "A unit's result in one edition; entries of two frameworks are not comparable",
  });

export const unitHistorySchema = z
  .object({
    unitId: z.string(),
    ...dataSetFields,
    entries: z.array(unitHistoryEntrySchema).describe('By period, oldest first'),
    predecessors: z
      .array(
        z
          .object({
            unitId: z.string(),
            nameVi: z.string(),
            nameEn: z.string(),
            entries: z.array(unitHistoryEntrySchema),
          })
          .meta({ id: 'PredecessorHistory' }),
      )
      .describe('The units it was made of, with their own results; nothing is computed across a merger here'),
  })
  .meta({ id: 'UnitHistory' });

export const unitHistoryQuerySchema = z.object({ ...dataSetQuery });

export type UnitHistoryEntry = z.infer<typeof unitHistoryEntrySchema>;
export type UnitHistory = z.infer<typeof unitHistorySchema>;
