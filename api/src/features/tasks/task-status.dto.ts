import { z } from 'zod';
import { dataSetFields, dataSetQuery } from '../../platform/http/data-set.js';
import { day, pageOf, pageQuery } from '../../platform/http/page.js';

const webAddress = z.url({ protocol: /^https?$/ }).max(2000);
const short = z.string().trim().min(1).max(500);

/** One document that shows a status: at least a number, a description or an address. */
const evidenceRequest = z
  .strictObject({
    number: short.nullish().describe('Number of the document: 142/QĐ-TTg'),
    date: day.nullish(),
    description: short.nullish(),
    url: webAddress.nullish(),
  })
  .refine(
    ({ number, description, url }) => Boolean(number ?? description ?? url),
    'a number, a description or an address',
  )
  .meta({ id: 'TaskEvidenceRequest' });

export const taskStatusRequestSchema = z
  .strictObject({
    unit: z.string().min(1).optional().describe('The body that answers, where each answers for itself'),
    action: z.int().min(1).max(9).optional().describe('One dash of the row; absent: the whole row'),
    state: z.enum(['not_started', 'in_progress', 'done']),
    asOf: day.optional().describe('The day it speaks of; today when absent, never later'),
    note: z.string().trim().min(1).max(4000).describe('Progress in words'),
    evidence: z.array(evidenceRequest).max(20).default([]),
  })
  .meta({ id: 'TaskStatusRequest' });

export const taskWithdrawalRequestSchema = z
  .strictObject({ note: z.string().trim().min(1).max(4000).describe('Why the status was wrong') })
  .meta({ id: 'TaskWithdrawalRequest' });

const evidenceSchema = z
  .object({
    number: z.string().nullable(),
    date: day.nullable(),
    description: z.string().nullable(),
    url: z.string().nullable(),
  })
  .meta({ id: 'TaskEvidence' });

export const taskStatusSchema = z
  .object({
    id: z.string(),
    task: z.string(),
    action: z.int().nullable(),
    unitId: z.string().nullable(),
    unitNameVi: z.string().nullable(),
    unitNameEn: z.string().nullable(),
    kind: z.enum(['status', 'withdrawal']),
    state: z.enum(['not_started', 'in_progress', 'done']).nullable().describe('Null in a withdrawal'),
    asOf: day,
    note: z.string(),
    evidence: z.array(evidenceSchema),
    withdraws: z.string().nullable().describe('The status that this row takes back'),
    withdrawnBy: z.string().nullable().describe('The row that takes this status back'),
    current: z.boolean().describe('The status that counts now, for its body and action'),
    recordedAt: z.iso.datetime(),
    recordedBy: z.string(),
  })
  .meta({ id: 'TaskStatus' });

export const taskStatusPageSchema = pageOf(taskStatusSchema, 'TaskStatusPage').extend(dataSetFields);
export const taskStatusQuerySchema = z.object({
  unit: z.string().optional(),
  ...dataSetQuery,
  ...pageQuery,
});

export type TaskStatusRequest = z.infer<typeof taskStatusRequestSchema>;
export type TaskStatusDto = z.infer<typeof taskStatusSchema>;
export type TaskStatusPage = z.infer<typeof taskStatusPageSchema>;
export type TaskStatusQuery = z.infer<typeof taskStatusQuerySchema>;
