import { z } from 'zod';
import { day, pageOf, pageQuery } from '../../platform/http/page.js';

const OUTCOMES = ['done', 'refused'] as const;

const text = (longest: number) => z.string().trim().min(1).max(longest);

export const auditFilters = {
  from: day.optional().describe('First day, in Viet Nam'),
  to: day.optional().describe('Last day, included'),
  person: z.guid().optional().describe('Who did it'),
  role: text(40).optional().describe('Under which role'),
  action: text(80).optional(),
  object: text(300).optional().describe('What it was done to, or the kind of it before the colon'),
  unit: text(80).optional().describe('Whose data'),
  outcome: z.enum(OUTCOMES).optional(),
  requestId: z.guid().optional(),
  q: text(200).optional().describe('A text in the object, before or after'),
};

export const auditFilterSchema = z.strictObject(auditFilters);
export const auditQuerySchema = z.strictObject({
  ...auditFilters,
  ...pageQuery,
  size: z.coerce.number().int().min(1).max(200).default(50),
});

export const auditEventSchema = z
  .object({
    number: z.int().describe('Its place in the chain, from 1, without gaps'),
    at: z.string().describe('In UTC, with microseconds'),
    actor: z.string().describe('Role and unit, as the rows of the product say it'),
    personId: z.string().nullable(),
    personName: z.string().nullable().describe('As it is now; the trail itself holds the id alone'),
    keyId: z.string().nullable().describe('The API key that was used'),
    role: z.string().nullable(),
    roleUnitId: z.string().nullable(),
    roleUnitNameVi: z.string().nullable(),
    roleUnitNameEn: z.string().nullable(),
    action: z.string(),
    actionVi: z.string(),
    actionEn: z.string(),
    object: z.string(),
    unitId: z.string().nullable().describe('Whose data'),
    unitNameVi: z.string().nullable(),
    unitNameEn: z.string().nullable(),
    outcome: z.enum(OUTCOMES),
    before: z.unknown().describe('null where there was nothing'),
    after: z.unknown(),
    address: z.string().nullable(),
    requestId: z.string(),
    hash: z.string(),
    intact: z.boolean().describe('false = the event is not what its hash was made of'),
  })
  .meta({ id: 'AuditEvent' });

export const auditPageSchema = pageOf(auditEventSchema, 'AuditEventPage');

export const auditSealSchema = z
  .object({
    day: z.string(),
    firstNumber: z.int().nullable().describe('null = nothing happened that day'),
    lastNumber: z.int(),
    count: z.int(),
    headHash: z.string().describe('Hash of the last event up to the end of the day'),
    previousHash: z.string().describe('Hash of the seal of the day before'),
    sealedAt: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'AuditSeal' });

export const auditSealListSchema = z.array(auditSealSchema);

export const auditChainSchema = z
  .object({
    events: z.int().describe('Number of the last event'),
    headHash: z.string(),
    lastSeal: auditSealSchema.nullable(),
    checkedFrom: z.int().describe('First event that was checked for this answer; 0 = there was none'),
    checkedTo: z.int(),
    faultCount: z.int(),
    faults: z.array(
      z.looseObject({ code: z.string() }).describe('The code, and the number or day where it shows'),
    ),
  })
  .meta({ id: 'AuditChain', description: 'The state of the trail; its newest part was just checked' });

export const auditActionListSchema = z
  .array(z.object({ code: z.string(), nameVi: z.string(), nameEn: z.string() }).meta({ id: 'AuditAction' }))
  .describe('Actions that the trail may hold');

export type AuditFilters = z.infer<typeof auditFilterSchema>;
export type AuditQuery = z.infer<typeof auditQuerySchema>;
export type AuditEventDto = z.infer<typeof auditEventSchema>;
export type AuditPage = z.infer<typeof auditPageSchema>;
export type AuditSealDto = z.infer<typeof auditSealSchema>;
export type AuditChainDto = z.infer<typeof auditChainSchema>;
export type AuditActionDto = z.infer<typeof auditActionListSchema>[number];
