import { z } from 'zod';
import { ACTIONS, ROLES } from '../../platform/access/permission-table.js';

export const roleSchema = z.enum(ROLES).meta({ id: 'Role' });
export const actionSchema = z.enum(ACTIONS as [string, ...string[]]).meta({ id: 'Action' });

const namedUnitSchema = z
  .object({ id: z.string(), nameVi: z.string(), nameEn: z.string() })
  .meta({ id: 'NamedUnit' });

export const sessionGrantSchema = z
  .object({
    id: z.string(),
    role: roleSchema,
    unit: namedUnitSchema.nullable(),
    pastUnits: z.array(namedUnitSchema).describe('Units merged into it, whose past it sees'),
    validFrom: z.iso.date(),
    validTo: z.iso.date().nullable(),
    delegatedBy: z.string().nullable().describe('Name of who delegated it'),
    asleep: z
      .enum(['second-factor', 'not-in-charge'])
      .nullable()
      .describe('Why it is worth nothing at the moment'),
  })
  .meta({ id: 'SessionGrant' });

export const sessionSchema = z
  .object({
    signedIn: z.boolean(),
    person: z
      .object({
        id: z.uuid(),
        name: z.string(),
        email: z.string(),
        locale: z.enum(['vi', 'en']),
        demo: z.boolean().describe('An account for trying out, on the embedded database alone'),
      })
      .nullable(),
    sessionId: z.uuid().nullable(),
    strength: z.enum(['one-factor', 'two-factor', 'demo']).nullable(),
    secondFactor: z.object({
      enrolled: z.boolean(),
      needed: z.boolean().describe('A role sleeps until the second factor is there'),
    }),
    grants: z.array(sessionGrantSchema),
    permissions: z.array(
      z
        .object({ action: actionSchema, all: z.boolean(), units: z.array(z.string()) })
        .meta({ id: 'SessionPermission' }),
    ),
    idleEndsAt: z.iso.datetime().nullable(),
    absoluteEndsAt: z.iso.datetime().nullable(),
    signIn: z
      .object({
        oidc: z.object({ nameVi: z.string(), nameEn: z.string() }).nullable(),
        mail: z.boolean().describe('Whether links can be sent by mail'),
        demo: z.array(
          z
            .object({
              account: z.string(),
              name: z.string(),
              role: roleSchema,
              unit: namedUnitSchema.nullable(),
            })
            .meta({ id: 'DemoAccount' }),
        ),
      })
      .describe('Ways in that this server offers'),
  })
  .meta({ id: 'Session' });

export const demoSignInSchema = z
  .strictObject({ account: z.string().min(1).max(100) })
  .meta({ id: 'DemoSignIn' });

export const permissionTableSchema = z.array(
  z
    .object({
      action: actionSchema,
      vi: z.string(),
      en: z.string(),
      audience: z.enum(['public', 'signed-in', 'roles']),
      roles: z.array(z.object({ role: roleSchema, reach: z.enum(['all', 'own', 'own+past']) })),
      state: z.enum(['published', 'unpublished', 'any']),
      byKey: z.boolean(),
      audited: z.enum(['no', 'write', 'foreign-read']),
    })
    .meta({ id: 'Permission' }),
);

export type SessionDto = z.infer<typeof sessionSchema>;
export type SessionGrantDto = z.infer<typeof sessionGrantSchema>;
export type NamedUnitDto = z.infer<typeof namedUnitSchema>;
export type DemoSignIn = z.infer<typeof demoSignInSchema>;
export type PermissionTableDto = z.infer<typeof permissionTableSchema>;
