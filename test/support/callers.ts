import { createHash, randomBytes } from 'node:crypto';
import {
  ACTIONS,
  PERMISSIONS,
  ROLES,
  type Action,
  type Permission,
  type Role,
} from '../../api/src/platform/access/permission-table.ts';
import { MINISTRY, type SignedIn } from './signed-in.ts';
import type { ServedApplication } from './served-application.ts';

/** The unit that those who report are of, and one that was merged into it. */
export const OWN = 'phu-tho-2025';
export const MERGED = 'hoa-binh';
/** One that has nothing to do with either. */
export const ANOTHER = 'hue';
export const UNITS = [OWN, MERGED, ANOTHER] as const;

/** Somebody who calls, and what the table of permissions looks at. */
export interface Caller {
  readonly name: string;
  readonly role: Role | null;
  /** The unit of the role, and those merged into it. */
  readonly own: string | null;
  readonly past: readonly string[];
  readonly byKey: boolean;
}

const ofUnit = (role: Role): string | null =>
  role === 'assessor' || role === 'chief_assessor'
    ? MINISTRY
    : ['unit_reporter', 'unit_lead', 'verifier'].includes(role)
      ? OWN
      : null;

/** The public, every role, one that was delegated, a key, and somebody of a unit that was merged away. */
export const CALLERS: readonly Caller[] = [
  { name: 'public', role: null, own: null, past: [], byKey: false },
  ...ROLES.map((role) => ({
    name: role,
    role,
    own: ofUnit(role),
    past: ofUnit(role) === OWN ? [MERGED] : [],
    byKey: false,
  })),
  { name: 'delegated unit_lead', role: 'unit_lead', own: OWN, past: [MERGED], byKey: false },
  { name: 'key of a unit_reporter', role: 'unit_reporter', own: OWN, past: [MERGED], byKey: true },
  { name: 'unit_lead of a merged unit', role: 'unit_lead', own: MERGED, past: [], byKey: false },
];

/** Signs a caller in; null is the public. */
export async function signInAs(served: ServedApplication, caller: Caller): Promise<SignedIn | null> {
  if (caller.role === null) return null;
  const held = { role: caller.role, ...(caller.own === null ? {} : { unit: caller.own }) };
  const who = await served.signIn([held]);
  const [grant = ''] = who.grantIds;
  if (caller.name.startsWith('delegated')) await delegate(served, who, grant);
  if (!caller.byKey) return who;
  const token = `dti_specspec_${randomBytes(32).toString('base64url')}`;
  await served.database.query(
    `INSERT INTO api_key (person_id, name, prefix, key_hash, actions, grant_id, expires_at)
     VALUES ($1, 'spec', 'dti_spec', $2, $3, $4, now() + interval '1 day')`,
    [
      who.personId,
      createHash('sha256').update(token, 'utf8').digest(),
      ACTIONS.filter((action) => PERMISSIONS[action].byKey),
      grant,
    ],
  );
  return { ...who, headers: { authorization: `Bearer ${token}` } };
}

/** Makes a grant one that came from somebody else's, for a time. */
async function delegate(served: ServedApplication, who: SignedIn, grant: string): Promise<void> {
  const lead = await served.signIn([{ role: 'unit_lead', unit: OWN }]);
  await served.database.query(
    `UPDATE role_grant SET delegated_from = $2, valid_to = current_date + 30 WHERE id = $1`,
    [grant, lead.grantIds[0]],
  );
  if (who.personId === lead.personId) throw new Error('a lead delegates to somebody else');
}

export const ALLOWED = 'allowed';

/**
 * What the table says of a call, read from the table itself and by nothing of the product.
 * @param unit whose data it is; undefined where none is asked for
 */
export function expectedOf(action: Action, caller: Caller, unit: string | undefined): string {
  const { audience, roles, byKey }: Permission = PERMISSIONS[action];
  if (audience === 'public') return ALLOWED;
  if (caller.role === null) return 'SIGN_IN_NEEDED';
  if (audience === 'signed-in') return caller.byKey ? 'NOT_PERMITTED' : ALLOWED;
  const reach = roles[caller.role];
  if (reach === undefined || (caller.byKey && !byKey)) return 'NOT_PERMITTED';
  if (reach === 'all' || unit === undefined || unit === caller.own) return ALLOWED;
  return reach === 'own+past' && caller.past.includes(unit) ? ALLOWED : 'OTHER_UNIT';
}

/** Codes by which access is refused; any other answer is one of the feature itself. */
export const REFUSALS: readonly unknown[] = [
  'SIGN_IN_NEEDED',
  'SECOND_FACTOR_NEEDED',
  'NOT_PERMITTED',
  'OTHER_UNIT',
  'ACCESS_NOT_DECLARED',
  'CSRF_REFUSED',
];
