import { z } from 'zod';
import { dataSetQuery } from '../../platform/http/data-set.js';
import { day, pageOf, pageQuery } from '../../platform/http/page.js';
import { line, yearSchema } from './database-words.dto.js';
import { inventoryStateSchema, inventorySummarySchema } from './inventory.dto.js';
import { obstacleSchema, serviceSchema } from './sharing.dto.js';

const entryStateSchema = z.enum(['open', 'closed']).meta({ id: 'DatabaseEntryState' });

const entryFields = {
  nameVi: z.string(),
  nameEn: z.string().nullable(),
  description: z.string().nullable(),
  class: z.string(),
  marks: z.array(z.string()),
  specialReason: z.string().nullable().describe('Why it counts as nghiệp vụ đặc thù'),
  specialApprover: z.string().nullable().describe('Who approved that'),
  informationSystem: z.string().nullable(),
  nationalDatabase: z.string().nullable(),
  reference: z.string().nullable().describe('The document that lists the database'),
  inUseSince: day.nullable(),
  closedOn: day.nullable(),
};

export const databaseSummarySchema = z
  .object({
    id: z.string(),
    dataSet: z.string(),
    unitId: z.string(),
    unitNameVi: z.string(),
    unitNameEn: z.string(),
    version: z.int(),
    state: entryStateSchema,
    ...entryFields,
    inventory: inventorySummarySchema.describe('Of the year asked for'),
    openObstacles: z.int(),
    services: z.int().describe('That are provided now'),
    changedAt: z.iso.datetime(),
  })
  .meta({ id: 'RegisteredDatabase' });

export const databasePageSchema = pageOf(databaseSummarySchema, 'RegisteredDatabasePage')
  .extend({
    dataSet: z.string(),
    sample: z.boolean(),
    period: z.string().describe('The year of the inventories'),
  })
  .meta({ id: 'DatabaseRegister' });

export const databaseDetailSchema = databaseSummarySchema
  .extend({
    sample: z.boolean(),
    versions: z.array(
      z
        .object({
          version: z.int(),
          state: entryStateSchema,
          ...entryFields,
          changeNote: z.string().nullable(),
          writtenAt: z.iso.datetime(),
          writtenBy: z.string(),
        })
        .meta({ id: 'DatabaseVersion' }),
    ),
    inventories: z.array(inventorySummarySchema).describe('Of every year that has one, newest first'),
    nextInventoryOn: day.nullable().describe('Twelve months after the last assessment'),
    obstacles: z.array(obstacleSchema),
    sharingServices: z.array(serviceSchema),
  })
  .meta({ id: 'RegisteredDatabaseDetail' });

export const registerSummarySchema = z
  .object({
    dataSet: z.string(),
    sample: z.boolean(),
    period: z.string(),
    dueOn: day,
    open: z.int(),
    closed: z.int(),
    units: z.int().describe('That keep a register'),
    byClass: z.array(z.object({ class: z.string(), count: z.int() })),
    byMark: z.array(z.object({ mark: z.string(), count: z.int() })),
    byInventory: z.array(z.object({ state: inventoryStateSchema, count: z.int() })),
    sent: z.int().describe('Inventories of the year that were sent, or are further'),
    verified: z.int().describe('Inventories of the year that were verified, or are further'),
    sentLate: z.int(),
    openObstacles: z.int(),
    services: z.int(),
  })
  .meta({ id: 'DatabaseRegisterSummary' });

const filters = {
  ...dataSetQuery,
  unit: z.string().max(100).optional(),
  class: z.string().max(60).optional(),
  mark: z.string().max(60).optional(),
  state: entryStateSchema.optional().describe('open or closed; both when absent'),
  inventory: inventoryStateSchema.optional().describe('How far the inventory of the year is'),
  q: z.string().trim().min(1).max(100).optional().describe('Part of a name, with or without diacritics'),
  period: yearSchema.optional().describe('The year of the inventories; this year when absent'),
};

export const registerQuerySchema = z.object({ ...filters, ...pageQuery });
export const registerTableQuerySchema = z.object({ ...filters, lang: z.enum(['vi', 'en']).default('vi') });
export const registerPeriodSchema = z.object({ ...dataSetQuery, period: yearSchema.optional() });
export const databaseQuerySchema = z.object({ period: yearSchema.optional() });
export const writeQuerySchema = z.object(dataSetQuery);

export const entryRequestSchema = z
  .object({
    nameVi: line(300),
    nameEn: line(300).optional(),
    description: line(2000).optional(),
    class: z.string().max(60),
    marks: z.array(z.string().max(60)).max(10).default([]),
    specialReason: line(1000).optional(),
    specialApprover: line(300).optional(),
    informationSystem: line(300).optional(),
    nationalDatabase: z.string().max(60).optional(),
    reference: line(300).optional(),
    inUseSince: day.optional(),
  })
  .strict();

export const registrationSchema = entryRequestSchema.extend({ unit: z.string().max(100) });
export const revisionSchema = entryRequestSchema.extend({
  basedOn: z.int().min(1).describe('The version that was revised; another one is refused'),
  changeNote: line(1000),
});
export const closureSchema = z
  .object({ basedOn: z.int().min(1), closedOn: day, changeNote: line(1000) })
  .strict();

export type DatabaseEntry = z.infer<typeof entryRequestSchema>;
export type Registration = z.infer<typeof registrationSchema>;
export type Revision = z.infer<typeof revisionSchema>;
export type Closure = z.infer<typeof closureSchema>;
export type RegisterQuery = z.infer<typeof registerQuerySchema>;
export type RegisterFilters = Omit<RegisterQuery, 'page' | 'size'>;
export type DatabaseSummary = z.infer<typeof databaseSummarySchema>;
export type DatabaseRegister = z.infer<typeof databasePageSchema>;
export type DatabaseDetail = z.infer<typeof databaseDetailSchema>;
export type RegisterSummary = z.infer<typeof registerSummarySchema>;
