import { z } from 'zod';
import { pageOf, pageQuery } from '../../platform/http/page.js';
import { levelSchema } from '../units/unit.dto.js';

export const nodeKindSchema = z
  .enum(['index', 'sub_index', 'component', 'indicator'])
  .meta({ id: 'NodeKind' });

export const frameworkNodeSchema = z
  .object({
    code: z.string(),
    parentCode: z.string().nullable(),
    kind: nodeKindSchema,
    nameVi: z.string(),
    nameEn: z.string(),
    points: z.number().nullable().describe('Maximum points; null where they are not held'),
    scored: z.boolean().describe('false = listed by the method, not scored'),
    dataElement: z.string().nullable().describe('The data element that feeds a leaf'),
    depth: z.int(),
    note: z.string().nullable(),
    sourceIds: z.array(z.string()),
  })
  .meta({ id: 'FrameworkNode' });

export const methodSchema = z
  .object({
    aggregation: z.string(),
    missing: z.string().describe('What a node does when a scored child has no value'),
    notApplicable: z.string(),
    rankMethod: z.string(),
    rankDecimals: z.int().nullable().describe('Decimals that ranks are taken at; null = unrounded'),
    rounding: z.string(),
  })
  .meta({ id: 'Method' });

export const frameworkVersionSummarySchema = z
  .object({
    code: z.string(),
    index: z.string(),
    version: z.string(),
    level: levelSchema,
    nameVi: z.string(),
    nameEn: z.string(),
    status: z.enum(['draft', 'approved', 'in_use', 'retired']),
    legalBasis: z.string(),
    issuedOn: z.string().nullable(),
    periodFrom: z.string(),
    periodTo: z.string().nullable(),
    totalPoints: z.number().nullable().describe('Points of the whole; null where they are not held'),
    nodeCount: z.int(),
  })
  .meta({ id: 'FrameworkVersionSummary' });

export const peerGroupSchema = z
  .object({
    code: z.string(),
    nameVi: z.string(),
    nameEn: z.string(),
    wholeRoster: z.boolean().describe('true = every unit of the level on the roster date'),
  })
  .meta({ id: 'PeerGroup' });

export const frameworkVersionSchema = frameworkVersionSummarySchema
  .extend({
    method: methodSchema,
    totalElement: z.string().nullable().describe('The data element of a published total'),
    rankElement: z.string().nullable(),
    groups: z.array(peerGroupSchema),
    nodes: z.array(frameworkNodeSchema).describe('The tree, in order, parents before children'),
    note: z.string().nullable(),
    sourceIds: z.array(z.string()),
  })
  .meta({ id: 'FrameworkVersion' });

export const frameworkVersionPageSchema = pageOf(frameworkVersionSummarySchema, 'FrameworkVersionPage');
export const frameworkQuerySchema = z.object({ level: levelSchema.optional(), ...pageQuery });

export type FrameworkNodeDto = z.infer<typeof frameworkNodeSchema>;
export type FrameworkVersionSummary = z.infer<typeof frameworkVersionSummarySchema>;
export type FrameworkVersionDto = z.infer<typeof frameworkVersionSchema>;
export type PeerGroupDto = z.infer<typeof peerGroupSchema>;
export type MethodDto = z.infer<typeof methodSchema>;
