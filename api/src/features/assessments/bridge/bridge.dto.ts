import { z } from 'zod';
import { dataSetFields, dataSetQuery } from '../../../platform/http/data-set.js';
import { day } from '../../../platform/http/page.js';
import { frameworkVersionSummarySchema } from '../../frameworks/framework.dto.js';
import { periodSchema } from '../../imports/import.dto.js';
import { scoreStateSchema } from '../assessment.dto.js';

export const bridgeQuerySchema = z.object({
  with: z.string().min(1).max(100).describe('Code of the version to score the year by as well'),
  period: periodSchema,
  rosterDate: day.optional().describe('Whose roster; 31 December of the period when absent'),
  ...dataSetQuery,
});
export const bridgeTableQuerySchema = bridgeQuerySchema.extend({
  lang: z.enum(['vi', 'en']).default('vi').describe('Language of headings and names'),
});

const standingSchema = z
  .object({
    score: z.number().nullable().describe('Unrounded, by the method alone: published totals take no part'),
    state: scoreStateSchema,
    rank: z.number().nullable(),
    group: z.string().nullable(),
    coverage: z.number(),
    band: z.string().nullable(),
  })
  .meta({ id: 'BridgeStanding' });

const partValueSchema = z
  .object({
    value: z.number().nullable(),
    weightEffective: z.number().nullable(),
    contribution: z.number().nullable().describe('What it adds to the score; null where the score is no sum'),
  })
  .meta({ id: 'BridgePartValue' });

export const bridgeSchema = z
  .object({
    a: frameworkVersionSummarySchema,
    b: frameworkVersionSummarySchema,
    period: z.string(),
    rosterDate: day,
    covered: z
      .object({ a: z.boolean(), b: z.boolean() })
      .describe('Whether each version is for this period; a bridge may look beyond'),
    ...dataSetFields,
    parts: z
      .array(
        z.object({ code: z.string(), nameVi: z.string(), nameEn: z.string() }).meta({ id: 'BridgePartName' }),
      )
      .describe('The main parts of either version'),
    unitCount: z.int().describe('Units that either version scores'),
    scoredByBoth: z.int(),
    meanDifference: z.number().nullable().describe('Of the units that both give a score'),
    units: z
      .array(
        z
          .object({
            unitId: z.string(),
            nameVi: z.string(),
            nameEn: z.string(),
            before: standingSchema.nullable(),
            after: standingSchema.nullable(),
            scoreDifference: z.number().nullable().describe('After less before'),
            rankDifference: z
              .number()
              .nullable()
              .describe('After less before, in the same group: below zero is a rise'),
            parts: z.array(
              z
                .object({
                  node: z.string(),
                  before: partValueSchema.nullable(),
                  after: partValueSchema.nullable(),
                  difference: z
                    .number()
                    .nullable()
                    .describe('In the score; these add up to its difference where both scores are sums'),
                })
                .meta({ id: 'BridgePart' }),
            ),
          })
          .meta({ id: 'BridgedUnit' }),
      )
      .describe('By the rank of the version of the address, then in Vietnamese order'),
  })
  .meta({ id: 'Bridge' });

export type BridgeDto = z.infer<typeof bridgeSchema>;
export type BridgeQuery = z.infer<typeof bridgeQuerySchema>;
