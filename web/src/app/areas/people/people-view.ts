import type { PersonState } from '../../api-client/models/person-state.js';
import type { PersonSummary } from '../../api-client/models/person-summary.js';
import type { GrantRequest } from '../../api-client/models/grant-request.js';
import type { Wording } from '../../shared/language/wording.js';
import { roleOfGrant } from '../../shared/people/grant-words.js';

export type Role = GrantRequest['role'];

export const ROLES: readonly Role[] = [
  'unit_lead',
  'unit_reporter',
  'verifier',
  'assessor',
  'chief_assessor',
  'leader',
  'association',
  'auditor',
  'operator',
];
const OF_A_UNIT: readonly Role[] = ['unit_lead', 'unit_reporter', 'verifier', 'assessor', 'chief_assessor'];
export const STATES: readonly PersonState[] = ['invited', 'active', 'suspended'];

/** What the list is narrowed to. */
export interface PeopleQuestion {
  readonly role?: Role;
  readonly state?: PersonState;
  readonly q?: string;
  readonly page: number;
}

/** Reads the address; what it does not know it leaves out. */
export function peopleQuestion(
  role: string | undefined,
  state: string | undefined,
  q: string | undefined,
  page: string | undefined,
): PeopleQuestion {
  const [knownRole, knownState] = [ROLES.find((one) => one === role), STATES.find((one) => one === state)];
  const text = q?.trim() ?? '';
  const number = Number(page);
  return {
    page: Number.isInteger(number) && number > 0 ? number : 1,
    ...(knownRole === undefined ? {} : { role: knownRole }),
    ...(knownState === undefined ? {} : { state: knownState }),
    ...(text === '' ? {} : { q: text.slice(0, 100) }),
  };
}

export function needsUnit(role: Role): boolean {
  return OF_A_UNIT.includes(role);
}

/** A line of the list. */
export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly demo: boolean;
  readonly state: PersonState;
  readonly roles: readonly string[];
  readonly lastSignIn: string | null;
  readonly secondFactor: boolean;
}

export function personRows(people: readonly PersonSummary[], wording: Wording): readonly PersonRow[] {
  return people.map(({ id, name, email, demo, state, grants, lastSignInAt, secondFactor }) => ({
    id,
    name,
    email,
    demo,
    state,
    roles: grants.map((grant) => roleOfGrant(grant, wording)),
    lastSignIn: lastSignInAt === null ? null : wording.formats.date(lastSignInAt),
    secondFactor,
  }));
}
