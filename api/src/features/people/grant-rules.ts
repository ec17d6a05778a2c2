import { MINISTRY_ROLES, UNIT_ROLES, type Role } from '../../platform/access/permission-table.js';
import { daysBetween } from '../duties/calendar.js';

/** The longest that anybody stands in for somebody else. */
export const LONGEST_DELEGATION_DAYS = 90;

/** A role asked for, for a unit where it is one of a unit, from day to day. */
export interface AskedGrant {
  readonly role: Role;
  readonly unitId: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** What is known of the unit that a role is asked for. */
export interface UnitFacts {
  readonly level: 'nation' | 'ministry' | 'province';
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Whether it is the ministry in charge on the day the role begins. */
  readonly inCharge: boolean;
}

export type GrantFault =
  | 'GRANT_PERIOD_INVALID'
  | 'GRANT_UNIT_NEEDED'
  | 'GRANT_UNIT_REFUSED'
  | 'GRANT_UNIT_NOT_VALID'
  | 'MINISTRY_NOT_IN_CHARGE';

const OF_A_UNIT: readonly Role[] = [...UNIT_ROLES, ...MINISTRY_ROLES];

/** Whether a role is held for a unit. */
export function isOfUnit(role: Role): boolean {
  return OF_A_UNIT.includes(role);
}

/**
 * Why a role cannot be granted so, or null. A role begins today or later, since what was done before it began was
 * not done under it; its unit exists when it begins.
 */
export function grantFault(grant: AskedGrant, unit: UnitFacts | null, today: string): GrantFault | null {
  const { role, validFrom, validTo } = grant;
  if (validFrom < today || (validTo !== null && validTo < validFrom)) return 'GRANT_PERIOD_INVALID';
  if (!isOfUnit(role)) return grant.unitId === null ? null : 'GRANT_UNIT_REFUSED';
  if (unit === null) return 'GRANT_UNIT_NEEDED';
  if (unit.level === 'nation') return 'GRANT_UNIT_REFUSED';
  if ((unit.validFrom ?? validFrom) > validFrom || (unit.validTo ?? validFrom) < validFrom) {
    return 'GRANT_UNIT_NOT_VALID';
  }
  return isMinistryRole(role) && !unit.inCharge ? 'MINISTRY_NOT_IN_CHARGE' : null;
}

function isMinistryRole(role: Role): boolean {
  return (MINISTRY_ROLES as readonly Role[]).includes(role);
}

/** The grant that somebody delegates from, and what is asked of it. */
export interface DelegationFacts {
  readonly today: string;
  readonly source: AskedGrant & { readonly delegated: boolean };
  readonly role: Role;
  readonly validFrom: string;
  readonly validTo: string;
  /** Roles that the delegate holds today for the unit of the source. */
  readonly delegateRoles: readonly Role[];
}

export type DelegationFault =
  | 'DELEGATION_OF_DELEGATED'
  | 'DELEGATION_ROLE_REFUSED'
  | 'DELEGATION_PERIOD_INVALID'
  | 'DELEGATION_TOO_LONG'
  | 'DELEGATION_OUTSIDE_GRANT'
  | 'DELEGATE_NOT_OF_UNIT';

/** What the holder of a role may delegate; of the others nobody delegates anything. */
export const DELEGABLE: Partial<Readonly<Record<Role, readonly Role[]>>> = {
  unit_lead: ['unit_lead', 'unit_reporter'],
  chief_assessor: ['chief_assessor'],
};

/** Who may stand in: somebody who already works for the unit, and at the ministry an assessor. */
const DELEGATES: Partial<Readonly<Record<Role, readonly Role[]>>> = {
  unit_lead: UNIT_ROLES,
  chief_assessor: MINISTRY_ROLES,
};

/** Why a role cannot be delegated so, or null. Both days count. */
export function delegationFault(facts: DelegationFacts): DelegationFault | null {
  const { source, role, validFrom, validTo, today, delegateRoles } = facts;
  if (source.delegated) return 'DELEGATION_OF_DELEGATED';
  if (DELEGABLE[source.role]?.includes(role) !== true) return 'DELEGATION_ROLE_REFUSED';
  if (validFrom < today || validTo < validFrom) return 'DELEGATION_PERIOD_INVALID';
  if (daysBetween(validFrom, validTo) + 1 > LONGEST_DELEGATION_DAYS) return 'DELEGATION_TOO_LONG';
  if (validFrom < source.validFrom || validTo > (source.validTo ?? validTo))
    return 'DELEGATION_OUTSIDE_GRANT';
  const fit = DELEGATES[source.role] ?? [];
  return delegateRoles.some((held) => fit.includes(held)) ? null : 'DELEGATE_NOT_OF_UNIT';
}

/** Where a grant stands on a day. */
export type GrantState = 'current' | 'future' | 'ended' | 'revoked';

export function grantState(
  grant: { readonly validFrom: string; readonly validTo: string | null; readonly revoked: boolean },
  today: string,
): GrantState {
  if (grant.revoked) return 'revoked';
  if (grant.validFrom > today) return 'future';
  return grant.validTo !== null && grant.validTo < today ? 'ended' : 'current';
}
