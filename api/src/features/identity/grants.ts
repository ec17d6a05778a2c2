import { MINISTRY_ROLES, SECOND_FACTOR_ROLES, type Role } from '../../platform/access/permission-table.js';
import type { Grant, Strength } from '../../platform/access/principal.js';
import type { GrantRow } from './principal.repository.js';

/** A grant as it counts: asleep where its role wants more than is there. */
export function grantOf(row: GrantRow, strength: Strength): Grant {
  const { id, role, unitId, pastUnitIds, validTo, delegatedFrom } = row;
  return { id, role, unitId, pastUnitIds, validTo, delegatedFrom, asleep: sleepOf(row, strength) };
}

function sleepOf({ role, inCharge }: GrantRow, strength: Strength): Grant['asleep'] {
  if (isOneOf(MINISTRY_ROLES, role) && !inCharge) return 'not-in-charge';
  return strength === 'one-factor' && isOneOf(SECOND_FACTOR_ROLES, role) ? 'second-factor' : null;
}

function isOneOf(roles: readonly Role[], role: Role): boolean {
  return roles.includes(role);
}
