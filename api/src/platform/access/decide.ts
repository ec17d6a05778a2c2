import { permissionOf, type Action, type Reach, type Role } from './permission-table.js';
import { activeGrants, type Grant, type Principal } from './principal.js';

export type Refusal = 'sign-in' | 'second-factor' | 'role' | 'other-unit';

export type Decision =
  | { readonly allowed: true; readonly grant: Grant | null }
  | { readonly allowed: false; readonly why: Refusal };

/** Of which units something is asked: of one; `null`, of none or of all together; undefined, of any at all. */
export type AskedUnit = string | null | undefined;

/**
 * Whether somebody may do something to the data of a unit, by the table of permissions. Pure.
 * Asked about no unit in particular (`undefined`), it answers whether there is any unit it could be done to;
 * asked about what is of no single unit (`null`), only a reach of `all` will do.
 */
export function decide(principal: Principal, action: Action, unit?: AskedUnit): Decision {
  const { audience, roles } = permissionOf(action);
  if (principal.kind === 'system' || audience === 'public') return { allowed: true, grant: null };
  if (principal.kind === 'public') return { allowed: false, why: 'sign-in' };
  if (principal.kind === 'key' && !principal.actions.includes(action)) return { allowed: false, why: 'role' };
  if (audience === 'signed-in') {
    if (principal.kind === 'person' && principal.codeDue === true) {
      return { allowed: false, why: 'second-factor' };
    }
    return principal.kind === 'person' ? { allowed: true, grant: null } : { allowed: false, why: 'role' };
  }
  const fitting = (grant: Grant) => roles[grant.role];
  const grants = activeGrants(principal).filter((grant) => fitting(grant) !== undefined);
  const grant = grants.find((one) => reaches(one, fitting(one), unit));
  if (grant !== undefined) return { allowed: true, grant };
  if (grants.length > 0) return { allowed: false, why: 'other-unit' };
  const asleep = principal.grants.some((one) => one.asleep === 'second-factor' && fitting(one) !== undefined);
  return { allowed: false, why: asleep ? 'second-factor' : 'role' };
}

function reaches(grant: Grant, reach: Reach | undefined, unit: AskedUnit): boolean {
  if (reach === undefined) return false;
  if (reach === 'all' || unit === undefined) return true;
  if (unit === null) return false;
  return grant.unitId === unit || (reach === 'own+past' && grant.pastUnitIds.includes(unit));
}

/** Units an action reaches: every one, or those listed. */
export interface UnitReach {
  readonly all: boolean;
  readonly units: readonly string[];
}

/** Whose data somebody reaches by an action. */
export function reachOf(principal: Principal, action: Action): UnitReach {
  const { audience, roles } = permissionOf(action);
  if (principal.kind === 'system' || audience === 'public') return { all: true, units: [] };
  if (principal.kind === 'key' && !principal.actions.includes(action)) return { all: false, units: [] };
  const grants = activeGrants(principal).filter(({ role }) => roles[role] !== undefined);
  if (grants.some(({ role }) => roles[role] === 'all')) return { all: true, units: [] };
  const units = grants.flatMap(({ role, unitId, pastUnitIds }) =>
    unitId === null ? [] : roles[role] === 'own+past' ? [unitId, ...pastUnitIds] : [unitId],
  );
  return { all: false, units: [...new Set(units)].sort() };
}

/** Roles that could do it: whom to ask. */
export function rolesFor(action: Action): readonly Role[] {
  return Object.keys(permissionOf(action).roles) as Role[];
}
