import { z } from 'zod';
import { MINISTRY_ROLES, ROLES, UNIT_ROLES, type Role } from '../platform/access/permission-table.js';

/** What one value of the role claim gives. */
export interface RoleMapping {
  readonly role: Role;
  /** The unit it is held for; null: the unit claim names it, or the role is of no unit. */
  readonly unit: string | null;
}

/** The identity provider that people may sign in by, and what its claims are worth here. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says: the provider's name. */
  readonly nameVi: string;
  readonly nameEn: string;
  readonly scopes: string;
  readonly roleClaim: string;
  readonly unitClaim: string | null;
  readonly roleMap: Readonly<Record<string, RoleMapping>>;
  /** A role from claims ends so many days after the last sign-in by the provider. */
  readonly grantDays: number;
}

/** A setting with a value that cannot be used; the message names it and never repeats a secret. */
export class SettingRefused extends Error {
  constructor(
    readonly setting: string,
    what: string,
  ) {
    super(`${setting} ${what}`);
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Roles that are held for a unit. */
export const ROLES_OF_A_UNIT: readonly Role[] = [...UNIT_ROLES, ...MINISTRY_ROLES];

const NEEDED = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_ROLE_MAP'] as const;
const USUAL_GRANT_DAYS = 30;

/**
 * Reads the settings of the identity provider; null where none is set.
 * @throws SettingRefused naming the setting with a bad value
 */
export function readOidcSettings(environment: Environment): OidcSettings | null {
  const given = (name: string) => environment[name]?.trim() || undefined;
  const used = Object.keys(environment).filter(
    (name) => name.startsWith('OIDC_') && given(name) !== undefined,
  );
  if (used.length === 0) return null;
  const [issuer, clientId, clientSecret, roles] = NEEDED.map((name) => {
    const value = given(name);
    if (value === undefined) throw new SettingRefused(name, `is needed with ${used[0] ?? ''}`);
    return value;
  }) as [string, string, string, string];
  const unitClaim = given('OIDC_UNIT_CLAIM') ?? null;
  return {
    issuer: readIssuer(issuer),
    clientId,
    clientSecret,
    nameVi: given('OIDC_NAME_VI') ?? 'tài khoản của cơ quan',
    nameEn: given('OIDC_NAME_EN') ?? 'the account of your agency',
    scopes: readScopes(given('OIDC_SCOPES') ?? 'openid email profile'),
    roleClaim: given('OIDC_ROLE_CLAIM') ?? 'groups',
    unitClaim,
    roleMap: readRoleMap(roles, unitClaim),
    grantDays: readDays(given('OIDC_GRANT_DAYS')),
  };
}

/** By TLS, or on this very machine, where nobody is in between. */
function readIssuer(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const local = url?.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url === null || (url.protocol !== 'https:' && !local) || url.search !== '' || url.hash !== '') {
    throw new SettingRefused('OIDC_ISSUER', 'is not the https:// address of a provider');
  }
  return text;
}

function readScopes(text: string): string {
  const scopes = text.split(/\s+/);
  if (scopes.includes('openid')) return scopes.join(' ');
  throw new SettingRefused('OIDC_SCOPES', 'lacks "openid"');
}

function readDays(text: string | undefined): number {
  if (text === undefined) return USUAL_GRANT_DAYS;
  const days = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (days >= 1 && days <= 365) return days;
  throw new SettingRefused('OIDC_GRANT_DAYS', `is "${text}": give a whole number from 1 to 365`);
}

const mappingSchema = z.record(
  z.string().min(1),
  z.strictObject({
    role: z.enum(ROLES),
    unit: z
      .string()
      .regex(/^[a-z0-9-]+$/)
      .nullish(),
  }),
);

function readRoleMap(text: string, unitClaim: string | null): Readonly<Record<string, RoleMapping>> {
  const parsed = mappingSchema.safeParse(parsedJson(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const at = issue?.path.map(String).join('.') ?? '';
    throw new SettingRefused(
      'OIDC_ROLE_MAP',
      `does not fit at "${at}": ${issue?.message ?? 'no JSON object'}`,
    );
  }
  const mapping: Record<string, RoleMapping> = Object.create(null) as Record<string, RoleMapping>;
  for (const [value, { role, unit }] of Object.entries(parsed.data)) {
    const fault = unitFault(role, unit ?? null, unitClaim);
    if (fault !== null) throw new SettingRefused('OIDC_ROLE_MAP', `does not fit at "${value}": ${fault}`);
    mapping[value] = { role, unit: unit ?? null };
  }
  return mapping;
}

function unitFault(role: Role, unit: string | null, unitClaim: string | null): string | null {
  const ofUnit = ROLES_OF_A_UNIT.includes(role);
  if (!ofUnit && unit !== null) return `the role ${role} is of no unit`;
  if (ofUnit && unit === null && unitClaim === null) {
    return `the role ${role} is of a unit: give "unit" or set OIDC_UNIT_CLAIM`;
  }
  return null;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new SettingRefused('OIDC_ROLE_MAP', 'is no JSON, for instance {"dti-lead": {"role": "unit_lead"}}');
  }
}
