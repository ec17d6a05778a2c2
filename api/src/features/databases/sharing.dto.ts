import { z } from 'zod';
import { day } from '../../platform/http/page.js';
import { line } from './database-words.dto.js';

export const obstacleActionSchema = z.enum(['handle', 'resolve', 'reopen']).meta({ id: 'ObstacleAction' });
export const obstacleStateSchema = z.enum(['open', 'in_hand', 'resolved']).meta({ id: 'ObstacleState' });

export const obstacleSchema = z
  .object({
    id: z.string(),
    description: z.string(),
    raisedBy: z.string(),
    raisedOn: day,
    state: obstacleStateSchema,
    allowed: z.array(obstacleActionSchema),
    steps: z.array(
      z
        .object({
          action: obstacleActionSchema,
          actor: z.string(),
          doneOn: day,
          note: z.string(),
          reference: z.string().nullable(),
          writtenAt: z.iso.datetime(),
          writtenBy: z.string(),
        })
        .meta({ id: 'ObstacleStep' }),
    ),
    writtenAt: z.iso.datetime(),
    writtenBy: z.string(),
  })
  .meta({ id: 'SharingObstacle' });

export const serviceSchema = z
  .object({
    name: z.string(),
    form: z.string().describe('How it is provided: a service over the network, a file, …'),
    onLgsp: z.boolean(),
    onNdxp: z.boolean(),
    documentation: z.string().nullable(),
    publishedOn: day.nullable(),
    withdrawnOn: day.nullable(),
    note: z.string().nullable(),
    writtenAt: z.iso.datetime(),
    writtenBy: z.string(),
  })
  .meta({ id: 'SharingService' });

export const obstacleRequestSchema = z
  .object({ description: line(2000), raisedBy: line(300), raisedOn: day })
  .strict();

export const obstacleStepRequestSchema = z
  .object({
    action: obstacleActionSchema,
    actor: line(200),
    doneOn: day,
    note: line(2000),
    reference: line(300).optional(),
  })
  .strict();

export const serviceRequestSchema = z
  .object({
    name: line(300),
    form: line(200),
    onLgsp: z.boolean(),
    onNdxp: z.boolean(),
    documentation: line(500).optional(),
    publishedOn: day.optional(),
    withdrawnOn: day.optional(),
    note: line(1000).optional(),
  })
  .strict()
  .refine(
    ({ publishedOn, withdrawnOn }) =>
      publishedOn === undefined || withdrawnOn === undefined || publishedOn <= withdrawnOn,
    { path: ['withdrawnOn'], message: 'withdrawn before it was published' },
  );

export type ObstacleDto = z.infer<typeof obstacleSchema>;
export type ServiceDto = z.infer<typeof serviceSchema>;
export type ObstacleRequest = z.infer<typeof obstacleRequestSchema>;
export type ObstacleStepRequest = z.infer<typeof obstacleStepRequestSchema>;
export type ServiceRequest = z.infer<typeof serviceRequestSchema>;
