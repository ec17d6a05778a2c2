import { z } from 'zod';
import { pageOf, pageQuery } from '../../platform/http/page.js';

const session = z.object({
  id: z.uuid(),
  current: z.boolean().describe('The one that asks'),
  strength: z.enum(['one-factor', 'two-factor', 'demo']),
  via: z.enum(['password', 'link', 'oidc', 'demo']),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  idleEndsAt: z.iso.datetime().describe('When it ends unless it is used'),
  absoluteEndsAt: z.iso.datetime().describe('When it ends in any case'),
  address: z.string().nullable(),
  agent: z.string().nullable().describe('What the browser calls itself'),
});

export const ownSessionSchema = session.meta({ id: 'OwnSession' });
export const ownSessionListSchema = z.array(ownSessionSchema);

export const personSessionSchema = session
  .extend({ person: z.object({ id: z.uuid(), name: z.string(), email: z.string() }) })
  .meta({ id: 'PersonSession' });
export const personSessionPageSchema = pageOf(personSessionSchema, 'PersonSessionPage');

export const personSessionQuerySchema = z.strictObject({
  ...pageQuery,
  person: z.uuid().optional().describe('Of one person alone'),
});

export const sessionsEndedSchema = z.object({ ended: z.int() }).meta({ id: 'SessionsEnded' });

export type OwnSessionDto = z.infer<typeof ownSessionSchema>;
export type PersonSessionDto = z.infer<typeof personSessionSchema>;
export type PersonSessionPageDto = z.infer<typeof personSessionPageSchema>;
export type PersonSessionQuery = z.infer<typeof personSessionQuerySchema>;
export type SessionsEndedDto = z.infer<typeof sessionsEndedSchema>;
