import {
  type Action,
  isAction,
  permissionOf,
  SECOND_FACTOR_ROLES,
  type Role,
} from '../../platform/access/permission-table.js';
import type { Grant, PersonPrincipal } from '../../platform/access/principal.js';
import { Problem } from '../../platform/http/problem.js';

/** Keys that hold at the same time, of one person. */
export const MOST_KEYS = 20;

/** Whether a key of a role may be made for an action: one that keys can do at all, and that the role can. */
export function keyMayDo(role: Role, action: Action): boolean {
  const { byKey, roles } = permissionOf(action);
  return byKey && roles[role] !== undefined;
}

/**
 * The grant that somebody wants a key for.
 * @throws Problem KEY_GRANT_UNKNOWN, SECOND_FACTOR_NEEDED
 */
export function grantForKey({ grants, strength }: PersonPrincipal, id: string): Grant {
  const grant = grants.find((one) => one.id === id);
  const strict: readonly Role[] = SECOND_FACTOR_ROLES;
  const oneFactor = grant !== undefined && strict.includes(grant.role) && strength === 'one-factor';
  if (oneFactor || grant?.asleep === 'second-factor') {
    throw new Problem(
      403,
      'SECOND_FACTOR_NEEDED',
      'A key for this role needs a session with the second factor',
    );
  }
  if (grant === undefined || grant.asleep !== null) {
    throw new Problem(422, 'KEY_GRANT_UNKNOWN', 'There is no such role to make a key for', undefined, [
      { code: 'FIELD_INVALID', path: 'grant', message: 'a role of this session that counts today' },
    ]);
  }
  return grant;
}

/**
 * The actions of a key, each once.
 * @throws Problem KEY_ACTION_NOT_ALLOWED naming each that a key of the role cannot do
 */
export function actionsForKey(role: Role, wanted: readonly string[]): readonly Action[] {
  const actions = [...new Set(wanted)];
  const allowed = actions.filter(isAction).filter((action) => keyMayDo(role, action));
  if (allowed.length === actions.length) return allowed;
  throw new Problem(
    422,
    'KEY_ACTION_NOT_ALLOWED',
    'A key of this role cannot be made for these actions',
    undefined,
    actions
      .filter((action) => !allowed.some((one) => one === action))
      .map((action) => ({
        code: 'FIELD_INVALID',
        path: 'actions',
        message: `not for a key of this role: ${action}`,
      })),
  );
}
