import { z } from 'zod';
import { frameworkVersionSummarySchema } from '../framework.dto.js';
import { frameworkChangeSchema } from '../life/framework-life.dto.js';

const comparedNodeSchema = z
  .object({
    parentCode: z.string().nullable(),
    nameVi: z.string(),
    nameEn: z.string(),
    scored: z.boolean(),
    weightAsked: z.number().describe('Share of the parent'),
    weightEffective: z.number().describe('Share of the whole'),
  })
  .meta({ id: 'ComparedNode' });

export const frameworkComparisonSchema = z
  .object({
    a: frameworkVersionSummarySchema,
    b: frameworkVersionSummarySchema,
    counts: z
      .object({
        same: z.int(),
        changed: z.int(),
        added: z.int(),
        removed: z.int(),
        moved: z.int(),
        reweighted: z.int(),
      })
      .meta({ id: 'ComparisonCounts' }),
    version: z.array(frameworkChangeSchema).describe('What differs in the versions themselves'),
    nodes: z
      .array(
        z
          .object({
            code: z.string(),
            state: z.enum(['same', 'changed', 'added', 'removed']),
            moved: z.boolean(),
            reweighted: z.boolean().describe('Its share of the whole differs'),
            before: comparedNodeSchema.nullable(),
            after: comparedNodeSchema.nullable(),
            changes: z.array(frameworkChangeSchema),
          })
          .meta({ id: 'NodeDifference' }),
      )
      .describe('Nodes of b in its order, then those of a that are gone'),
  })
  .meta({ id: 'FrameworkComparison' });

export const comparisonQuerySchema = z.object({
  with: z.string().min(1).max(100).describe('Code of the version to compare with'),
});

export type FrameworkComparisonDto = z.infer<typeof frameworkComparisonSchema>;
