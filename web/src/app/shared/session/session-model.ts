import type { NamedUnit } from '../../api-client/models/named-unit.js';
import type { Session as SessionDto } from '../../api-client/models/session.js';
import type { SessionGrant } from '../../api-client/models/session-grant.js';
import { roleWords } from '../format/actor.js';
import type { Wording } from '../language/wording.js';

/** The session of whoever has not signed in, and of a server that does not answer: nothing is offered. */
export const PUBLIC_SESSION: SessionDto = {
  signedIn: false,
  person: null,
  sessionId: null,
  strength: null,
  secondFactor: { enrolled: false, needed: false },
  grants: [],
  permissions: [],
  idleEndsAt: null,
  absoluteEndsAt: null,
  signIn: { oidc: null, mail: false, demo: [] },
};

/** Units that an action reaches: all of them, or those listed. */
export interface Reach {
  readonly all: boolean;
  readonly units: readonly string[];
}

const NOTHING: Reach = { all: false, units: [] };

/** Whose data an action reaches in this session. */
export function reachIn(session: SessionDto, action: string): Reach {
  return session.permissions.find((one) => one.action === action) ?? NOTHING;
}

/**
 * Whether the session allows an action: on the data of a unit; with `null`, on what is of no single unit;
 * without a unit, on the data of any unit at all. What is a person's own affair needs the sign-in alone.
 */
export function mayIn(session: SessionDto, action: string, unit?: string | null): boolean {
  const { all, units } = reachIn(session, action);
  if (all) return true;
  if (unit === undefined) return units.length > 0;
  return unit !== null && units.includes(unit);
}

const UNIT_ROLES: readonly string[] = ['unit_reporter', 'unit_lead', 'verifier'];

/** Units of the roles that are held for one and count now, each once: where "my unit" leads. */
export function ownUnits(grants: readonly SessionGrant[]): readonly NamedUnit[] {
  const own = new Map<string, NamedUnit>();
  for (const { role, unit, asleep } of grants) {
    if (unit !== null && asleep === null && UNIT_ROLES.includes(role)) own.set(unit.id, unit);
  }
  return [...own.values()];
}

/** A grant as one line: role, unit and, where it is, for whom. */
export function grantWords(grant: SessionGrant, { t, name }: Pick<Wording, 't' | 'name'>): string {
  const role = roleWords(grant.role, t);
  return grant.unit === null ? role : t('actor.at', { role, unit: name(grant.unit) });
}
