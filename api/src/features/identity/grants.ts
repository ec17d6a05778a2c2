import { MINISTRY_ROLES, SECOND_FACTOR_ROLES, type Role } from '../../platform/access/permission-table.js';
import type { Grant, Strength } from '../../platform/access/principal.js';
import type { GrantRow } from './principal.repository.js';

/**
 * A grant as it counts: asleep where its role wants more than is there.
 * @param codeDue the person has a second factor and has not given a code yet: every role sleeps till then
 */
export function grantOf(row: GrantRow, strength: Strength, codeDue = false): Grant {
  const { id, role, unitId, pastUnitIds, validTo, delegatedFrom } = row;
  return { id, role, unitId, pastUnitIds, validTo, delegatedFrom, asleep: sleepOf(row, strength, codeDue) };
}

function sleepOf({ role, inCharge }: GrantRow, strength: Strength, codeDue: boolean): Grant['asleep'] {
  if (isOneOf(MINISTRY_ROLES, role) && !inCharge) return 'not-in-charge';
  if (codeDue) return 'second-factor';
  return strength === 'one-factor' && isOneOf(SECOND_FACTOR_ROLES, role) ? 'second-factor' : null;
}

function isOneOf(roles: readonly Role[], role: Role): boolean {
  return roles.includes(role);
}
