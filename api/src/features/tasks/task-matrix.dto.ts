import { z } from 'zod';
import { dataSetFields, dataSetQuery } from '../../platform/http/data-set.js';
import { day } from '../../platform/http/page.js';
import { stateCountSchema, taskScheduleSchema, taskStateSchema, answeredBySchema } from './task.dto.js';

const names = { nameVi: z.string(), nameEn: z.string() };

export const taskMatrixSchema = z
  .object({
    on: day,
    columns: z.array(
      z
        .object({
          code: z.string(),
          ...names,
          answeredBy: answeredBySchema,
          schedule: taskScheduleSchema,
          counts: z.array(stateCountSchema).describe('Over the rows'),
        })
        .meta({ id: 'TaskMatrixColumn' }),
    ),
    rows: z.array(
      z
        .object({
          unitId: z.string(),
          ...names,
          shortNameVi: z.string(),
          level: z.enum(['ministry', 'province']),
          regionId: z.string().nullable(),
          cells: z
            .array(
              z
                .object({
                  state: taskStateSchema.nullable().describe('Null: the task does not speak to this body'),
                  asOf: day.nullable(),
                })
                .meta({ id: 'TaskMatrixCell' }),
            )
            .describe('In the order of the columns'),
        })
        .meta({ id: 'TaskMatrixRow' }),
    ),
    ...dataSetFields,
  })
  .meta({ id: 'TaskMatrix', description: 'Part B: one status for each ministry and province' });

export const taskMatrixQuerySchema = z.object({
  level: z.enum(['ministry', 'province']).optional(),
  region: z.string().optional(),
  state: taskStateSchema.optional().describe('Bodies with at least one task in this state'),
  ...dataSetQuery,
});

export type TaskMatrix = z.infer<typeof taskMatrixSchema>;
export type TaskMatrixQuery = z.infer<typeof taskMatrixQuerySchema>;
