import { z } from 'zod';
import { dataSetFields, dataSetQuery } from '../../platform/http/data-set.js';
import { day, pageOf, pageQuery } from '../../platform/http/page.js';
import { periodSchema } from '../imports/import.dto.js';
import { levelSchema } from '../units/unit.dto.js';

export const scoreStateSchema = z
  .enum(['scored', 'not_collected', 'missing', 'not_applicable', 'incomplete', 'not_scored', 'undetermined'])
  .describe(
    'scored; not_collected (nobody asked or published it); missing (asked, not answered); not_applicable; incomplete (a scored part has no value); not_scored (listed by the method, carries no points); undetermined (there are data, and the method gives no number for them)',
  )
  .meta({ id: 'ScoreState' });

export const basisSchema = z.enum(['published', 'computed']).meta({ id: 'Basis' });

export const nodeResultSchema = z
  .object({
    code: z.string(),
    parentCode: z.string().nullable(),
    state: scoreStateSchema,
    value: z.number().nullable().describe('On the scale of the method, 0 to 1 for a ratio to the maximum'),
    raw: z.number().nullable().describe('Of a leaf: in its own unit, before it comes onto the scale'),
    points: z.number().nullable(),
    maxPoints: z.number().nullable().describe('null where the method gives no points'),
    weightAsked: z.number().describe('Share of the parent by the method'),
    weightEffective: z.number().nullable().describe('Share actually used'),
    contribution: z.number().nullable().describe("What it adds to the parent's value"),
    coverage: z.number().describe('Share of the weight below that has a value, 0 to 1'),
    observationIds: z.array(z.string()).describe('The observations behind a leaf, of every period looked at'),
    reasons: z.array(z.string()).describe('Stable codes'),
  })
  .meta({ id: 'NodeResult' });

export const unitResultSchema = z
  .object({
    unitId: z.string(),
    nameVi: z.string(),
    shortNameVi: z.string(),
    nameEn: z.string(),
    regionId: z.string().nullable(),
    groupCode: z.string().nullable(),
    state: scoreStateSchema,
    total: z.number().nullable().describe('The total shown and ranked, at the precision of the method'),
    totalBasis: basisSchema.nullable(),
    publishedTotal: z.number().nullable(),
    computedTotal: z
      .number()
      .nullable()
      .describe('Recomputed from the parts, unrounded; null when a part is not collected'),
    difference: z.number().nullable().describe('Computed, rounded as the method states, less published'),
    agrees: z.boolean().nullable().describe('null = cannot be recomputed'),
    rank: z.int().nullable(),
    rankBasis: basisSchema.nullable(),
    publishedRank: z.int().nullable(),
    computedRank: z.int().nullable().describe('By the totals shown, where the group is complete'),
    tied: z.boolean(),
    coverage: z.number(),
    band: z.string().nullable().describe('Class of the score, where the method has classes'),
    confidence: z.string().nullable(),
    sourceIds: z.array(z.string()),
    nodes: z.array(nodeResultSchema),
    checks: z
      .array(
        z
          .object({ dataElement: z.string(), value: z.number(), observationId: z.string() })
          .meta({ id: 'CheckValue' }),
      )
      .describe('Published figures beside the tree: pillars and their ranks'),
  })
  .meta({ id: 'UnitResult' });

export const assessmentSummarySchema = z
  .object({
    id: z.string(),
    frameworkVersion: z.string(),
    level: levelSchema,
    period: z.string(),
    rosterDate: day,
    basis: z.enum(['as_published', 'computed']),
    unitCount: z.int(),
    scoredCount: z.int().describe('Units with a total'),
    inputHash: z.string(),
    engineVersion: z.string(),
    createdAt: z.iso.datetime(),
    createdBy: z.string(),
    ...dataSetFields,
  })
  .meta({ id: 'AssessmentSummary' });
export const assessmentPageSchema = pageOf(assessmentSummarySchema, 'AssessmentPage');

export const assessmentSchema = assessmentSummarySchema
  .extend({ recipe: z.record(z.string(), z.unknown()).describe('The method and framework exactly as used') })
  .meta({ id: 'Assessment' });

export const unitResultPageSchema = pageOf(unitResultSchema, 'UnitResultPage');

export const assessmentQuerySchema = z.object({
  framework: z.string().optional(),
  period: periodSchema.optional(),
  ...dataSetQuery,
  ...pageQuery,
});
export const resultQuerySchema = z.object({
  group: z.string().optional(),
  region: z.string().optional(),
  ...pageQuery,
});
export const assessmentRequestSchema = z
  .object({
    framework: z.string().min(1).max(100),
    period: periodSchema,
    rosterDate: day.optional().describe('Whose roster; 31 December of the period when absent'),
    ...dataSetQuery,
  })
  .strict()
  .meta({ id: 'AssessmentRequest' });

export const usedFigureSchema = z
  .object({
    observationId: z.string(),
    dataElement: z.string(),
    period: z
      .string()
      .describe('Of the assessment, or an earlier one that growth or a carried value looks at'),
    value: z.number().nullable(),
    text: z.string().nullable(),
    status: z.string(),
    sourceIds: z.array(z.string()),
    confidence: z.string().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'UsedFigure' });

const contributionSchema = z
  .object({
    value: z.number().nullable(),
    measure: z.enum(['exact', 'shapley', 'leave_one_out']).nullable(),
    baseline: z.number().nullable().describe('What it is compared with; null for exact'),
  })
  .meta({ id: 'Contribution' });

export const lossSchema = z
  .object({
    node: z.string(),
    ofNode: z.number().describe("Short of the upper end, on the node's own scale"),
    ofWhole: z.number().nullable().describe('In the score of the whole'),
    measure: z.enum(['exact', 'leave_one_out']).nullable(),
    points: z.number().nullable(),
  })
  .meta({ id: 'Loss' });

export const nodeContributionSchema = z
  .object({
    node: z.string(),
    toParent: contributionSchema,
    toWhole: contributionSchema,
    scale: z.object({ low: z.number(), high: z.number() }).nullable(),
    lost: lossSchema.nullable(),
    peers: z
      .object({
        count: z.int(),
        median: z.number(),
        best: z.number(),
        bestUnit: z.string(),
        unitsAtBest: z.int(),
        toMedian: z.number().nullable(),
        toBest: z.number().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'NodeContribution' });

export const explanationSchema = z
  .object({
    assessment: assessmentSummarySchema,
    result: unitResultSchema,
    trace: z
      .array(
        z
          .object({
            node: z.string(),
            stage: z.string(),
            method: z.string(),
            parameters: z.record(z.string(), z.unknown()),
            before: z.number().nullable(),
            after: z.number().nullable(),
          })
          .meta({ id: 'TraceStep' }),
      )
      .describe('Every step of the arithmetic, recomputed and equal to the stored result'),
    figures: z.array(usedFigureSchema).describe('Every observation of the unit that went in'),
    contributions: z.array(nodeContributionSchema).describe('Parents before children'),
    losses: z.array(lossSchema).describe('Where points are lost, the most first'),
  })
  .meta({ id: 'Explanation' });

export type ScoreState = z.infer<typeof scoreStateSchema>;
export type NodeResultDto = z.infer<typeof nodeResultSchema>;
export type UnitResultDto = z.infer<typeof unitResultSchema>;
export type AssessmentSummary = z.infer<typeof assessmentSummarySchema>;
export type AssessmentDto = z.infer<typeof assessmentSchema>;
export type AssessmentRequest = z.input<typeof assessmentRequestSchema>;
/** Within the program the official data set is asked for by not naming one. */
export type AssessmentQuery = Omit<z.infer<typeof assessmentQuerySchema>, 'dataSet'> & {
  readonly dataSet?: string | undefined;
};
export type UsedFigureDto = z.infer<typeof usedFigureSchema>;
export type NodeContributionDto = z.infer<typeof nodeContributionSchema>;
export type Explanation = z.infer<typeof explanationSchema>;
