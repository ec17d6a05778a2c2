import { z } from 'zod';
import { pageOf, pageQuery } from '../../platform/http/page.js';
import { legalBasisSchema } from '../law/law.dto.js';
import { levelSchema } from '../units/unit.dto.js';
import { frameworkTreeNodeSchema } from './framework-node.dto.js';

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

export const frameworkStatusSchema = z
  .enum(['draft', 'approved', 'in_use', 'retired'])
  .meta({ id: 'FrameworkStatus' });

export const frameworkVersionSummarySchema = z
  .object({
    code: z.string(),
    index: z.string(),
    version: z.string(),
    level: levelSchema,
    nameVi: z.string(),
    nameEn: z.string(),
    status: frameworkStatusSchema,
    legalBasis: z.string(),
    issuedOn: z.string().nullable(),
    periodFrom: z.string(),
    periodTo: z.string().nullable(),
    totalPoints: z.number().nullable().describe('Points of the whole; null where they are not held'),
    nodeCount: z.int(),
    proposed: z.boolean().describe('Something of the method is stated by no document'),
    author: z.string().nullable().describe('Who made this version'),
    copiedFrom: z.string().nullable().describe('The version that it is a copy of'),
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
    rules: z
      .record(z.string(), z.unknown())
      .describe("Every rule of the method, in the engine's words; what a node does not say, these say"),
    bands: z
      .array(
        z.object({ code: z.string(), from: z.number(), name: z.unknown() }).meta({ id: 'FrameworkBand' }),
      )
      .describe('Classes of scores; the name is a text, or one for each language'),
    statusReasonVi: z.string().nullable(),
    statusReasonEn: z.string().nullable(),
    proposedReasonVi: z.string().nullable().describe('What of it no document states, and why it is as it is'),
    proposedReasonEn: z.string().nullable(),
    changeReason: z.string().nullable().describe('Why it was made'),
    legalBases: z.array(legalBasisSchema).describe('What it rests on, and whether that still holds'),
    frozen: z.boolean().describe('In use, retired, or scored by: nothing that scores can change'),
    totalElement: z.string().nullable().describe('The data element of a published total'),
    rankElement: z.string().nullable(),
    groups: z.array(peerGroupSchema),
    nodes: z.array(frameworkTreeNodeSchema).describe('The tree, in order, parents before children'),
    note: z.string().nullable(),
    sourceIds: z.array(z.string()),
  })
  .meta({ id: 'FrameworkVersion' });

export const frameworkVersionPageSchema = pageOf(frameworkVersionSummarySchema, 'FrameworkVersionPage');
export const frameworkQuerySchema = z.object({ level: levelSchema.optional(), ...pageQuery });

export type FrameworkVersionSummary = z.infer<typeof frameworkVersionSummarySchema>;
export type FrameworkVersionDto = z.infer<typeof frameworkVersionSchema>;
export type PeerGroupDto = z.infer<typeof peerGroupSchema>;
export type MethodDto = z.infer<typeof methodSchema>;
