import { z } from 'zod';
import { day } from '../../../platform/http/page.js';
import { frameworkStatusSchema } from '../framework.dto.js';

export const frameworkCodeSchema = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and hyphens');

/** Who decided a change, and why. */
const decision = {
  author: z.string().trim().min(2).max(200).describe('Who decided it'),
  reason: z.string().trim().min(3).max(2_000).describe('Why'),
};

export const transitionRequestSchema = z
  .strictObject({
    to: frameworkStatusSchema,
    ...decision,
    day: day.optional().describe('The day it counts from; today when absent'),
  })
  .meta({ id: 'FrameworkTransitionRequest' });

export const copyRequestSchema = z
  .strictObject({
    code: frameworkCodeSchema.describe('Code of the copy'),
    ...decision,
    version: z.string().trim().min(1).max(100).optional().describe('What the version is called'),
    nameVi: z.string().trim().min(1).max(500).optional(),
    nameEn: z.string().trim().min(1).max(500).optional(),
    periodFrom: z
      .string()
      .regex(/^\d{4}$/, 'a year')
      .optional()
      .describe('The first period that it measures; that of the original when absent'),
  })
  .meta({ id: 'FrameworkCopyRequest' });

export const editRequestSchema = z
  .strictObject({
    ...decision,
    document: z
      .record(z.string(), z.unknown())
      .describe('The whole framework, as GET …/document answers it and a framework file has it'),
  })
  .meta({ id: 'FrameworkEditRequest' });

export const nodePatchSchema = z
  .strictObject({
    ...decision,
    weight: z.number().min(0).max(1e9).optional(),
    scored: z.boolean().optional().describe('false = descriptive: shown, and left out of the score'),
    nameVi: z.string().trim().min(1).max(500).optional(),
    nameEn: z.string().trim().min(1).max(500).optional(),
    note: z.string().trim().min(1).max(4_000).nullable().optional().describe('null takes it away'),
  })
  .refine(
    ({ author: _, reason: __, ...changes }) => Object.keys(changes).length > 0,
    'at least one of weight, scored, nameVi, nameEn, note',
  )
  .meta({ id: 'FrameworkNodePatch' });

export const frameworkChangeSchema = z
  .object({
    node: z.string().nullable().describe('null = of the version itself'),
    kind: z.enum(['added', 'removed', 'moved', 'changed']),
    field: z
      .string()
      .nullable()
      .describe('The key that differs, as a framework file writes it; null of a whole node'),
    before: z.unknown(),
    after: z.unknown(),
  })
  .meta({ id: 'FrameworkChange' });

export const frameworkEventSchema = z
  .object({
    id: z.string(),
    kind: z
      .enum(['created', 'edited', 'corrected', 'transition'])
      .describe('corrected = words of a version that was frozen; its rules cannot change'),
    fromStatus: frameworkStatusSchema.nullable(),
    toStatus: frameworkStatusSchema,
    author: z.string(),
    reason: z.string().nullable(),
    day,
    changes: z.array(frameworkChangeSchema),
    writtenBy: z.string(),
    writtenAt: z.iso.datetime(),
  })
  .meta({ id: 'FrameworkEvent' });
export const frameworkEventListSchema = z.array(frameworkEventSchema);

export const frameworkDocumentSchema = z.record(z.string(), z.unknown()).meta({
  id: 'FrameworkDocument',
  description: 'A framework file as plain data; its keys are those of the file',
});

export type TransitionRequest = z.infer<typeof transitionRequestSchema>;
export type CopyRequest = z.infer<typeof copyRequestSchema>;
export type EditRequest = z.infer<typeof editRequestSchema>;
export type NodePatch = z.infer<typeof nodePatchSchema>;
export type FrameworkEventDto = z.infer<typeof frameworkEventSchema>;
