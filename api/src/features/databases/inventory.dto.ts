import { z } from 'zod';
import { day } from '../../platform/http/page.js';
import {
  aspectStateSchema,
  figureFields,
  figureHasUnit,
  line,
  percentageFits,
} from './database-words.dto.js';

export const inventoryActionSchema = z
  .enum(['assess', 'send', 'return', 'verify', 'remedy', 'report'])
  .meta({ id: 'InventoryAction' });
export const inventoryStateSchema = z
  .enum(['none', 'assessed', 'sent', 'returned', 'verified', 'remedied', 'reported'])
  .meta({ id: 'InventoryState' });

export const inventorySummarySchema = z
  .object({
    period: z.string(),
    state: inventoryStateSchema,
    dueOn: day.describe('The last day that is in time: before 31 December is by the 30th'),
    sentOn: day.nullable().describe('First sent'),
    late: z.boolean().describe('Sent after the due day'),
  })
  .meta({ id: 'InventorySummary' });

export const findingSchema = z
  .object({
    state: aspectStateSchema,
    figure: z.number().nullable(),
    figureUnit: z.string().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'DatabaseFinding' });

export const inventorySchema = inventorySummarySchema
  .extend({
    databaseId: z.string(),
    dataSet: z.string(),
    sample: z.boolean(),
    allowed: z.array(inventoryActionSchema).describe('What may be done next'),
    steps: z.array(
      z
        .object({
          action: inventoryActionSchema,
          role: z.enum(['owner', 'it_unit']),
          actor: z.string(),
          doneOn: day,
          reference: z.string().nullable(),
          note: z.string().nullable(),
          reason: z.string().nullable(),
          writtenAt: z.iso.datetime(),
          writtenBy: z.string(),
        })
        .meta({ id: 'InventoryStep' }),
    ),
    findings: z
      .array(
        z
          .object({
            assessment: z.string(),
            aspect: z.string(),
            reported: findingSchema.nullable().describe("The owner's, of its latest assessment"),
            verified: findingSchema.nullable().describe("The IT unit's; both are kept"),
          })
          .meta({ id: 'InventoryFinding' }),
      )
      .describe('Every aspect of the five assessments, in order'),
  })
  .meta({ id: 'Inventory' });

export const stepRequestSchema = z
  .object({
    action: inventoryActionSchema,
    actor: line(200).describe('Who took the step: a body or a person'),
    doneOn: day,
    reference: line(300).optional().describe('Number and date of the document, or the name of the file'),
    note: line(2000).optional(),
    reason: line(1000).optional().describe('Why it is returned'),
    findings: z
      .array(
        z
          .object({
            aspect: z.string().max(60),
            state: aspectStateSchema,
            ...figureFields,
            note: line(1000).optional(),
          })
          .strict()
          .refine(figureHasUnit, { path: ['figureUnit'], message: 'a figure and its unit go together' })
          .refine(percentageFits, { path: ['figure'], message: 'a percentage is at most 100' }),
      )
      .max(50)
      .optional(),
  })
  .strict();

export type InventorySummary = z.infer<typeof inventorySummarySchema>;
export type InventoryDto = z.infer<typeof inventorySchema>;
export type FindingDto = z.infer<typeof findingSchema>;
export type StepRequest = z.infer<typeof stepRequestSchema>;
