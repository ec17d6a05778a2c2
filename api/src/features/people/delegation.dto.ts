import { z } from 'zod';
import { day } from '../../platform/http/page.js';
import { roleSchema } from '../identity/session.dto.js';

const party = z.object({ id: z.uuid(), name: z.string() }).meta({ id: 'DelegationParty' });

export const delegationSchema = z
  .object({
    id: z.string(),
    role: roleSchema,
    unitId: z.string(),
    unitNameVi: z.string(),
    unitNameEn: z.string(),
    from: party,
    to: party,
    side: z.enum(['given', 'received']).describe('Whether the caller gave it or stands in'),
    validFrom: day,
    validTo: day,
    state: z.enum(['current', 'future', 'ended', 'revoked']),
    reason: z.string().nullable(),
    endedReason: z.string().nullable(),
  })
  .meta({ id: 'Delegation' });

export const delegationListSchema = z.array(delegationSchema);

export const delegationRequestSchema = z
  .strictObject({
    grantId: z
      .string()
      .regex(/^\d{1,18}$/)
      .describe('The own grant it comes from'),
    role: z.enum(['unit_lead', 'unit_reporter', 'chief_assessor']),
    personId: z.uuid().describe('Who stands in'),
    validFrom: day,
    validTo: day.describe('The last day; 90 days at most'),
    reason: z.string().trim().min(3).max(500).optional(),
  })
  .meta({ id: 'DelegationRequest' });

export const delegatedSchema = z
  .object({ delegation: delegationSchema, mailed: z.boolean() })
  .meta({ id: 'Delegated' });

export type DelegationDto = z.infer<typeof delegationSchema>;
export type DelegationRequest = z.infer<typeof delegationRequestSchema>;
export type DelegatedDto = z.infer<typeof delegatedSchema>;
