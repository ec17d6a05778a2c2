import { z } from 'zod';
import { dataSetFields, dataSetQuery } from '../../platform/http/data-set.js';
import { day } from '../../platform/http/page.js';
import { submissionStateSchema } from '../duties/duty.dto.js';
import { inventorySummarySchema } from '../databases/inventory.dto.js';
import { maturitySchema } from '../guidance/guidance.dto.js';
import { taskScheduleSchema, taskStateSchema } from '../tasks/task.dto.js';
import { levelSchema } from '../units/unit.dto.js';

const names = { nameVi: z.string(), nameEn: z.string() };

const otherUnitSchema = z
  .object({ id: z.string(), ...names, endedOn: day.nullable() })
  .meta({ id: 'WorkUnit', description: 'A unit that was merged into this one, or that it was merged into' });

const writtenSchema = z
  .object({
    period: z.string(),
    value: z.number().nullable(),
    text: z.string().nullable(),
    status: z.string().describe('SDMX observation status'),
  })
  .meta({ id: 'WorkFigureValue' });

const figureSchema = z
  .object({
    dataElement: z.string(),
    ...names,
    valueType: z.string(),
    decimals: z.int().nullable(),
    unitVi: z.string().nullable(),
    unitEn: z.string().nullable(),
    ...writtenSchema.shape,
    writtenAt: z.iso.datetime(),
    writtenBy: z.string(),
    published: writtenSchema
      .nullable()
      .describe('What is published of the same period, and would be replaced'),
    before: writtenSchema.nullable().describe('What is published of the latest period before'),
  })
  .meta({ id: 'WorkFigure', description: 'A figure that is stored and not published' });

const draftSchema = z
  .object({
    assessmentId: z.string(),
    framework: z.string(),
    ...names,
    period: z.string(),
    createdAt: z.iso.datetime(),
    group: z.string().nullable(),
    total: z.number().nullable(),
    rank: z.int().nullable(),
  })
  .meta({ id: 'WorkDraftResult', description: "The unit's own result of a score that is not published" });

const dutySchema = z
  .object({
    duty: z.string(),
    ...names,
    period: z.string(),
    dueOn: day,
    bySetting: z.boolean(),
    state: submissionStateSchema,
    returned: z.boolean(),
    daysLate: z.int(),
  })
  .meta({ id: 'WorkDuty' });

const taskSchema = z
  .object({
    code: z.string(),
    ...names,
    schedule: taskScheduleSchema,
    state: taskStateSchema,
    asOf: day.nullable(),
  })
  .meta({ id: 'WorkTask' });

const databaseSchema = z
  .object({
    id: z.string(),
    nameVi: z.string(),
    nameEn: z.string().nullable(),
    inventory: inventorySummarySchema,
    openObstacles: z.int(),
    next: z.array(z.string()).describe('Steps that the inventory of the year waits for'),
  })
  .meta({ id: 'WorkDatabase' });

export const unitWorkSchema = z
  .object({
    ...dataSetFields,
    today: day,
    unit: z
      .object({
        id: z.string(),
        ...names,
        shortNameVi: z.string(),
        level: levelSchema,
        endedOn: day.nullable(),
      })
      .meta({ id: 'WorkOwner' }),
    may: z.array(z.string()).describe('Actions that the caller may do for the unit'),
    pastUnits: z.array(otherUnitSchema).describe('Merged into it, directly or through others'),
    heirs: z.array(otherUnitSchema).describe('What it was merged into, where it has ended'),
    figures: z.object({ total: z.int(), items: z.array(figureSchema) }).meta({ id: 'WorkFigures' }),
    drafts: z.array(draftSchema),
    duties: z.array(dutySchema).describe('Since the beginning of last year, and those to come within a year'),
    tasks: z.array(taskSchema),
    maturity: maturitySchema.nullable(),
    databases: z.array(databaseSchema).describe('Open entries of the register'),
  })
  .meta({ id: 'UnitWork', description: 'What lies before a unit: its figures, duties, tasks and databases' });

export const unitWorkQuerySchema = z.object({ ...dataSetQuery });

export type UnitWork = z.infer<typeof unitWorkSchema>;
export type UnitWorkQuery = z.infer<typeof unitWorkQuerySchema>;
