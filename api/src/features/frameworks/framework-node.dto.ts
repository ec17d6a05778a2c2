import { z } from 'zod';
import { legalBasisSchema } from '../law/law.dto.js';

export const nodeKindSchema = z
  .enum(['index', 'sub_index', 'component', 'indicator'])
  .meta({ id: 'NodeKind' });

/** What a table of results needs of a node. */
export const frameworkNodeSchema = z
  .object({
    code: z.string(),
    parentCode: z.string().nullable(),
    kind: nodeKindSchema,
    nameVi: z.string(),
    nameEn: z.string(),
    points: z.number().nullable().describe('Maximum points; null where they are not held'),
    scored: z.boolean().describe('false = listed by the method, not scored'),
    dataElement: z.string().nullable().describe('The data element that a leaf takes as it is'),
    depth: z.int(),
    note: z.string().nullable(),
    sourceIds: z.array(z.string()),
  })
  .meta({ id: 'FrameworkNode' });

export const nodeRuleSchema = z
  .object({
    method: z.string(),
    parameters: z.record(z.string(), z.unknown()).describe("In the engine's words"),
    own: z.boolean().describe('true = the node says so itself; false = the method says so for all'),
  })
  .meta({ id: 'NodeRule' });

export const formulaElementSchema = z
  .object({
    code: z.string(),
    role: z.string().describe('numerator, denominator, element, elements, population, target or conditions'),
    nameVi: z.string(),
    nameEn: z.string(),
    valueType: z.string(),
    unitVi: z.string().nullable(),
    unitEn: z.string().nullable(),
  })
  .meta({ id: 'FormulaElement' });

export const formulaSchema = z
  .object({
    kind: z
      .string()
      .describe(
        'value, ratio, sum, per_head, growth, share_of_yes, age, yes_no, levels or count_against_target',
      ),
    elements: z.array(formulaElementSchema).describe('The data elements that it asks for'),
    parameters: z
      .record(z.string(), z.unknown())
      .describe(
        'Everything else that it says: scale, steps, conditions, what happens where there is no number',
      ),
  })
  .meta({ id: 'Formula' });

/** A node as the screen of the method tells it. */
export const frameworkTreeNodeSchema = frameworkNodeSchema
  .extend({
    weight: z.number().nullable().describe('As the framework states it, on any scale'),
    weightAsked: z.number().describe('Share of the parent, 0 to 1; 1 for the root, 0 where not scored'),
    weightEffective: z
      .number()
      .describe('Share of the whole, 0 to 1: the product of the shares up to the root'),
    definitionVi: z.string().nullable().describe('What exactly is measured'),
    definitionEn: z.string().nullable(),
    evidenceVi: z.string().nullable().describe('What a unit shows for it'),
    evidenceEn: z.string().nullable(),
    automaticSourceVi: z.string().nullable().describe('The system that could give its data without a report'),
    automaticSourceEn: z.string().nullable(),
    notApplicableRuleVi: z.string().nullable().describe('When it does not apply to a unit'),
    notApplicableRuleEn: z.string().nullable(),
    legalBases: z.array(legalBasisSchema).describe('What it rests on, and whether that still holds'),
    proposed: z.boolean().describe('true = no document states it, or not as it stands here'),
    proposedReasonVi: z.string().nullable(),
    proposedReasonEn: z.string().nullable(),
    confidence: z.string().nullable(),
    formula: formulaSchema.nullable().describe('How a leaf is worked out; null of a node with children'),
    unit: z.string().nullable().describe('Unit of measure of the raw value of a leaf'),
    direction: z.enum(['higher_is_better', 'lower_is_better']).nullable().describe('Of a leaf'),
    bounds: z
      .object({ minimum: z.number().nullable(), maximum: z.number().nullable() })
      .nullable()
      .describe('Raw values beyond these are refused'),
    normalise: nodeRuleSchema.nullable().describe('How a leaf comes onto the scale'),
    clamp: z
      .enum(['clamp', 'keep'])
      .nullable()
      .describe('What becomes of a value beyond the scale; null = the rule has none'),
    impute: nodeRuleSchema.nullable().describe('How gaps of a leaf are filled; null = gaps stay gaps'),
    treat: nodeRuleSchema.nullable().describe('How outliers of a leaf are treated; null = not at all'),
    weighting: nodeRuleSchema.nullable().describe('Where the weights of the children come from'),
    aggregation: nodeRuleSchema.nullable().describe('How a parent comes from its children'),
    missing: z.string().nullable().describe('What a parent does with a gap: no_value, zero or reweight'),
    notApplicable: z
      .string()
      .nullable()
      .describe('What a parent does with a child that cannot exist for a unit: reweight or no_value'),
  })
  .meta({ id: 'FrameworkTreeNode' });

export type FrameworkNodeDto = z.infer<typeof frameworkNodeSchema>;
export type FrameworkTreeNodeDto = z.infer<typeof frameworkTreeNodeSchema>;
export type NodeRuleDto = z.infer<typeof nodeRuleSchema>;
export type FormulaDto = z.infer<typeof formulaSchema>;
