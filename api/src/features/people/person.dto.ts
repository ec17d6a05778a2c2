import { z } from 'zod';
import { day, pageOf, pageQuery } from '../../platform/http/page.js';
import { roleSchema } from '../identity/session.dto.js';

const unitId = z.string().regex(/^[a-z0-9-]{1,100}$/, 'the id of a unit');
const reason = z.string().trim().min(3).max(500);

export const personStateSchema = z
  .enum(['invited', 'active', 'suspended'])
  .describe('invited = has set no password yet')
  .meta({ id: 'PersonState' });

const partySchema = z.object({ id: z.uuid(), name: z.string() }).meta({ id: 'PersonParty' });

export const grantSchema = z
  .object({
    id: z.string(),
    role: roleSchema,
    unitId: z.string().nullable(),
    unitNameVi: z.string().nullable(),
    unitNameEn: z.string().nullable(),
    validFrom: day,
    validTo: day.nullable(),
    state: z.enum(['current', 'future', 'ended', 'revoked']),
    reason: z.string().nullable(),
    delegatedBy: partySchema.nullable().describe('Whose role it is, where it is held in their stead'),
    grantedBy: z.string().describe('Role and unit of who granted it'),
    grantedAt: z.iso.datetime(),
    revokedAt: z.iso.datetime().nullable(),
    revokedBy: z.string().nullable(),
    revokedReason: z.string().nullable(),
  })
  .meta({ id: 'RoleGrant' });

export const personSummarySchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    locale: z.enum(['vi', 'en']),
    demo: z.boolean(),
    state: personStateSchema,
    secondFactor: z.boolean().describe('Has a second factor'),
    lastSignInAt: z.iso.datetime().nullable(),
    grants: z.array(grantSchema).describe('Roles held now or later'),
  })
  .meta({ id: 'PersonSummary' });

export const personPageSchema = pageOf(personSummarySchema, 'PersonPage');

export const personDetailSchema = z
  .object({
    ...personSummarySchema.shape,
    grants: z.array(grantSchema).describe('Every role, what is over among them, the newest first'),
    delegatedTo: z
      .array(
        z
          .object({ id: z.string(), to: partySchema, role: roleSchema, validFrom: day, validTo: day })
          .meta({ id: 'PersonDelegation' }),
      )
      .describe('Who stands in for this person, now or later'),
    locked: z.boolean().describe('Wrong passwords or codes have locked the account for now'),
    sessions: z.int().describe('Open sessions'),
    invitationUntil: z.iso.datetime().nullable().describe('Until when an invitation holds that is not used'),
    createdAt: z.iso.datetime(),
    createdBy: z.string(),
    suspendedAt: z.iso.datetime().nullable(),
    suspendedBy: z.string().nullable(),
    suspendedReason: z.string().nullable(),
  })
  .meta({ id: 'PersonDetail' });

export const peopleQuerySchema = z.object({
  ...pageQuery,
  role: roleSchema.optional(),
  unit: unitId.optional(),
  state: personStateSchema.optional(),
  q: z.string().trim().max(100).optional().describe('In name or address, without regard to diacritics'),
});

export const grantRequestSchema = z
  .strictObject({
    role: roleSchema,
    unitId: unitId.nullable().default(null),
    validFrom: day.optional().describe('Today when absent'),
    validTo: day.nullable().default(null).describe('The last day; null = until revoked'),
    reason: reason.optional(),
  })
  .meta({ id: 'GrantRequest' });

const account = {
  name: z.string().max(500),
  email: z.string().max(500),
  locale: z.enum(['vi', 'en']).default('vi'),
};

export const invitationRequestSchema = z
  .strictObject({ ...account, grants: z.array(grantRequestSchema).max(20).default([]) })
  .meta({ id: 'PersonInvitationRequest' });

export const reporterRequestSchema = z
  .strictObject({
    ...account,
    validFrom: day.optional(),
    validTo: day.nullable().default(null),
  })
  .describe('A reporter of the unit: neither role nor unit can be said')
  .meta({ id: 'ReporterInvitationRequest' });

export const personChangeSchema = z
  .strictObject({ name: account.name.optional(), email: account.email.optional() })
  .refine(({ name, email }) => name !== undefined || email !== undefined, 'name or email')
  .meta({ id: 'PersonChangeRequest' });

export const reasonRequestSchema = z.strictObject({ reason }).meta({ id: 'ReasonRequest' });

/** How an invitation reached its person. */
export const invitedSchema = z
  .object({
    personId: z.uuid(),
    mailed: z.boolean().describe('The mail server took the letter'),
    link: z
      .string()
      .nullable()
      .describe('To be handed over by whoever invited; once, and only where no letter went'),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'Invited' });

export type GrantDto = z.infer<typeof grantSchema>;
export type PersonState = z.infer<typeof personStateSchema>;
export type PersonSummaryDto = z.infer<typeof personSummarySchema>;
export type PersonPageDto = z.infer<typeof personPageSchema>;
export type PersonDetailDto = z.infer<typeof personDetailSchema>;
export type PeopleQuery = z.infer<typeof peopleQuerySchema>;
export type GrantRequest = z.infer<typeof grantRequestSchema>;
export type InvitationRequest = z.infer<typeof invitationRequestSchema>;
export type ReporterRequest = z.infer<typeof reporterRequestSchema>;
export type PersonChange = z.infer<typeof personChangeSchema>;
export type ReasonRequest = z.infer<typeof reasonRequestSchema>;
export type InvitedDto = z.infer<typeof invitedSchema>;
