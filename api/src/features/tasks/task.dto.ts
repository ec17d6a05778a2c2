import { z } from 'zod';
import { dataSetFields, dataSetQuery } from '../../platform/http/data-set.js';
import { day, pageOf, pageQuery } from '../../platform/http/page.js';
import { TASK_STATES } from './task-state.js';

export const taskStateSchema = z.enum(TASK_STATES).meta({ id: 'TaskState' });
export const textCheckSchema = z.enum(['as_printed', 'mended', 'damaged']).meta({ id: 'TaskTextCheck' });
export const taskPartSchema = z.enum(['A', 'B', 'C', 'body']).meta({ id: 'TaskPart' });
export const answeredBySchema = z
  .enum(['lead', 'each_ministry', 'each_province', 'each_ministry_and_province'])
  .meta({
    id: 'TaskAnsweredBy',
    description: 'Whose status a task has: its lead, or each body it speaks to',
  });
const year = z.int().nullable();
const names = { nameVi: z.string(), nameEn: z.string() };

export const taskBodySchema = z
  .object({
    id: z.string(),
    kind: z.enum(['unit', 'group']),
    ...names,
    endedOn: day.nullable().describe('Last day of a unit that is no more'),
    successors: z.array(z.object({ id: z.string(), ...names }).meta({ id: 'TaskBodySuccessor' })),
  })
  .meta({ id: 'TaskBody', description: 'A lead or coordinator, named as the document names it' });

export const taskScheduleSchema = z
  .object({
    kind: z.enum(['years', 'ongoing', 'unstated']),
    from: year,
    to: year,
    due: day.nullable().describe('31 December of the last year'),
  })
  .meta({ id: 'TaskSchedule' });

export const taskPlanDutySchema = z
  .object({
    code: z.string(),
    document: z.string(),
    task: z.string().nullable(),
    action: z.int().nullable(),
    ...names,
    quoteVi: z.string().describe('The words of the source'),
    implementingVi: z.string().nullable(),
    coordinatingVi: z.string().nullable(),
    expectedResultVi: z.string().nullable(),
    phasePrinted: z.string().nullable(),
    phaseFrom: year,
    phaseTo: year,
    phaseOngoing: z.boolean(),
    deadlinePrinted: z.string().nullable(),
    due: day.nullable(),
    passed: z.boolean().describe('The day is over and the task is not reported as done'),
    confidence: z.string(),
    sourceIds: z.array(z.string()),
  })
  .meta({ id: 'TaskPlanDuty', description: "A date of the ministry's own plan, beside the annex's" });

export const taskActionSchema = z
  .object({
    number: z.int(),
    textVi: z.string().nullable().describe('As printed; null where nothing can be read'),
    schedule: taskScheduleSchema,
    state: taskStateSchema,
    bodyClauses: z.array(z.string()).describe('document#clause'),
  })
  .meta({ id: 'TaskAction' });

export const stateCountSchema = z
  .object({ state: taskStateSchema, count: z.int() })
  .meta({ id: 'TaskStateCount' });

export const taskSchema = z
  .object({
    code: z.string(),
    part: taskPartSchema,
    group: z.string(),
    kind: z.enum(['annex_row', 'body_duty']),
    ...names,
    textCheck: textCheckSchema,
    answeredBy: answeredBySchema,
    schedule: taskScheduleSchema.describe('Over all actions'),
    leads: z.array(taskBodySchema).describe('Several are joint'),
    leadsPrinted: z.string().nullable(),
    leadsCheck: textCheckSchema,
    coordinators: z.array(taskBodySchema),
    coordinatorsPrinted: z.string().nullable(),
    coordinatorsCheck: textCheckSchema,
    actions: z.array(taskActionSchema),
    state: taskStateSchema,
    pastDue: z.boolean().describe('Its last day is over and it is not reported as done'),
    late: z.boolean().describe('Reported as done, after its last day'),
    unitStates: z.array(stateCountSchema).nullable().describe('Of the bodies that each answer; else null'),
    lastAsOf: day.nullable().describe('Day of the newest status'),
    plan: z.array(taskPlanDutySchema),
  })
  .meta({ id: 'Task' });

export const taskDetailSchema = taskSchema
  .extend({
    groupNameVi: z.string(),
    groupNameEn: z.string(),
    document: z.string(),
    expectedResultVi: z.string().nullable(),
    expectedResultEn: z.string().nullable(),
    unclearClauses: z.array(z.string()),
    solutions: z.array(z.object({ clause: z.string(), ...names }).meta({ id: 'TaskSolutionLink' })),
    noteVi: z.string().nullable(),
    noteEn: z.string().nullable(),
    sourceIds: z.array(z.string()),
    ...dataSetFields,
  })
  .meta({ id: 'TaskDetail' });

export const taskPageSchema = pageOf(taskSchema, 'TaskPage').extend({
  on: day,
  counts: z.array(stateCountSchema).describe('Of all that the filters leave, not of this page alone'),
  ...dataSetFields,
});

export const taskFilterSchema = z.object({
  part: taskPartSchema.optional(),
  group: z.string().optional().describe('A.I'),
  lead: z.string().optional().describe('A unit or group; a unit also finds what it took over'),
  state: taskStateSchema.optional(),
  kind: z.enum(['annex_row', 'body_duty']).optional(),
  q: z.string().trim().min(1).max(100).optional().describe('Words, with or without diacritics'),
  ...dataSetQuery,
});
export const taskQuerySchema = taskFilterSchema.extend(pageQuery);
export const taskTableQuerySchema = taskFilterSchema.extend({ lang: z.enum(['vi', 'en']).default('vi') });
export const taskDataSetQuerySchema = z.object(dataSetQuery);

export const taskStructureSchema = z
  .object({
    parts: z.array(
      z
        .object({ code: taskPartSchema, ...names, tasks: z.int(), actions: z.int() })
        .meta({ id: 'TaskPartSummary' }),
    ),
    groups: z.array(
      z
        .object({
          code: z.string(),
          part: taskPartSchema,
          ...names,
          nameCheck: textCheckSchema,
          noteVi: z.string().nullable(),
          noteEn: z.string().nullable(),
          tasks: z.int(),
        })
        .meta({ id: 'TaskGroup' }),
    ),
    solutions: z.array(
      z
        .object({
          clause: z.string(),
          ...names,
          tasks: z.array(z.string()),
          proposed: z.boolean().describe('The links are ours; no document states them'),
          reasonVi: z.string(),
          reasonEn: z.string(),
        })
        .meta({ id: 'TaskSolution' }),
    ),
    plan: z.array(taskPlanDutySchema.omit({ passed: true }).meta({ id: 'TaskPlanEntry' })),
    history: z.array(
      z
        .object({
          document: z.string(),
          code: z.string(),
          ...names,
          count: z.int(),
          additional: z.boolean().describe('Counted beside the sum'),
          quoteVi: z.string(),
          confidence: z.string(),
          sourceIds: z.array(z.string()),
        })
        .meta({ id: 'TaskCount', description: 'An earlier programme whose tasks are not listed' }),
    ),
  })
  .meta({ id: 'TaskStructure' });

export type TaskBodyDto = z.infer<typeof taskBodySchema>;
export type TaskScheduleDto = z.infer<typeof taskScheduleSchema>;
export type TaskPlanDutyDto = z.infer<typeof taskPlanDutySchema>;
export type TaskDto = z.infer<typeof taskSchema>;
export type TaskDetail = z.infer<typeof taskDetailSchema>;
export type TaskPage = z.infer<typeof taskPageSchema>;
export type TaskFilter = z.infer<typeof taskFilterSchema>;
export type TaskQuery = z.infer<typeof taskQuerySchema>;
export type TaskTableQuery = z.infer<typeof taskTableQuerySchema>;
export type TaskStructure = z.infer<typeof taskStructureSchema>;
export type StateCount = z.infer<typeof stateCountSchema>;
