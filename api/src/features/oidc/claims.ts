import { type OidcSettings, ROLES_OF_A_UNIT } from '../../config/oidc-settings.js';
import type { Role } from '../../platform/access/permission-table.js';

/** What a provider says of somebody; every value of any shape. */
export type Claims = Readonly<Record<string, unknown>>;

/** A role that claims give, before it is known whether there is such a unit. */
export interface ClaimedRole {
  readonly role: Role;
  /** What the mapping or the unit claim names, an id or a code; null for roles of no unit. */
  readonly unit: string | null;
}

const MOST_VALUES = 500;
const LONGEST_VALUE = 200;
const SECOND_FACTORS: readonly unknown[] = ['mfa', 'otp'];

/**
 * The texts of a claim: one, or a list. A name with dots also leads into objects
 * (`realm_access.roles`); the claim of that very name goes first.
 */
export function claimTexts(claims: Claims, name: string): readonly string[] {
  const value = Object.hasOwn(claims, name) ? claims[name] : within(claims, name.split('.'));
  const values: readonly unknown[] = Array.isArray(value) ? value.slice(0, MOST_VALUES) : [value];
  return values.filter(
    (one): one is string => typeof one === 'string' && one !== '' && one.length <= LONGEST_VALUE,
  );
}

function within(value: unknown, [first, ...rest]: readonly string[]): unknown {
  if (first === undefined) return value;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, first)) return undefined;
  return within((value as Claims)[first], rest);
}

/** Roles that claims give by the mapping; a value that is not in it gives nothing. */
export function claimedRoles(
  claims: Claims,
  settings: Pick<OidcSettings, 'roleClaim' | 'unitClaim' | 'roleMap'>,
): readonly ClaimedRole[] {
  const own = settings.unitClaim === null ? [] : claimTexts(claims, settings.unitClaim);
  const roles = claimTexts(claims, settings.roleClaim).flatMap((value): ClaimedRole[] => {
    const mapped = Object.hasOwn(settings.roleMap, value) ? settings.roleMap[value] : undefined;
    if (mapped === undefined) return [];
    const { role, unit } = mapped;
    if (!ROLES_OF_A_UNIT.includes(role)) return [{ role, unit: null }];
    return (unit === null ? own : [unit]).map((one) => ({ role, unit: one }));
  });
  return [...new Map(roles.map((one) => [`${one.role} ${one.unit ?? ''}`, one])).values()];
}

/** Whether the provider asked for a second factor: RFC 8176 `amr`, or the class of the sign-in. */
export function hasSecondFactor({ amr, acr }: Claims): boolean {
  return (
    (Array.isArray(amr) && amr.some((one) => SECOND_FACTORS.includes(one))) || SECOND_FACTORS.includes(acr)
  );
}

/**
 * The address of mail, where the provider has verified it. Letters outside ASCII are refused: addresses are
 * compared after compatibility folding, and a look-alike must not become somebody else's.
 */
export function verifiedMail({ email, email_verified: verified }: Claims): string | null {
  if (verified !== true || typeof email !== 'string' || email.length > 254) return null;
  return /^[\x21-\x3f\x41-\x7e]+@[A-Za-z0-9.-]+$/.test(email) ? email : null;
}

const LONGEST_NAME = 120;

/** How the provider names somebody, without what cannot be seen; the part of the address where it does not. */
export function nameOf(claims: Claims, mail: string): string {
  const said = [claims['name'], claims['preferred_username']].find((one) => typeof one === 'string') ?? '';
  const clean = said.normalize('NFC').replaceAll(/\p{C}/gu, '').replaceAll(/\s+/gu, ' ').trim();
  return clean.slice(0, LONGEST_NAME) || (mail.split('@')[0] ?? mail);
}

/** Claims that count only where they are signed: how somebody signed in. */
const OF_THE_TOKEN = ['acr', 'amr', 'auth_time'];

/**
 * What the signed token says, and beside it what the provider answers when asked. An address of mail and its
 * verification come from one of the two, never half from each.
 */
export function answerOf(token: Claims, told: Claims): Claims {
  const own = Object.hasOwn(token, 'email') ? ['email', 'email_verified'] : [];
  const aside = new Set([...OF_THE_TOKEN, ...own]);
  return { ...Object.fromEntries(Object.entries(told).filter(([name]) => !aside.has(name))), ...token };
}
