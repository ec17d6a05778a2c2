import type { Delegation } from '../../api-client/models/delegation.js';
import type { DelegationRequest } from '../../api-client/models/delegation-request.js';
import type { PersonSummary } from '../../api-client/models/person-summary.js';
import type { RoleGrant } from '../../api-client/models/role-grant.js';
import type { SessionGrant } from '../../api-client/models/session-grant.js';
import { parseDay } from '../../shared/format/day.js';
import type { TextKey } from '../../shared/language/text-key.js';
import type { Wording } from '../../shared/language/wording.js';

/** Longest that a role can be delegated for. */
export const LONGEST_DAYS = 90;

/** A person of the unit as the list shows it. */
export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly state: PersonSummary['state'];
  readonly stateWords: string;
  readonly roles: readonly string[];
  readonly lastSeen: string;
}

const STATES = {
  invited: 'unitPeople.state.invited',
  active: 'unitPeople.state.active',
  suspended: 'unitPeople.state.suspended',
} as const satisfies Record<PersonSummary['state'], TextKey>;

export function personRow(person: PersonSummary, wording: Wording): PersonRow {
  const { t, formats } = wording;
  return {
    id: person.id,
    name: person.name,
    email: person.email,
    state: person.state,
    stateWords: t(STATES[person.state]),
    roles: person.grants.map((grant) => roleWords(grant, wording)),
    lastSeen:
      person.lastSignInAt === null
        ? t('unitPeople.neverSignedIn')
        : t('unitPeople.signedIn', { time: formats.instant(person.lastSignInAt) }),
  };
}

/** "Trưởng đơn vị, ủy quyền từ …, từ … đến …". */
function roleWords(grant: RoleGrant, { t, formats }: Wording): string {
  const role = t(`role.${grant.role}`);
  const named =
    grant.delegatedBy === null ? role : t('unitPeople.inSteadOf', { role, name: grant.delegatedBy.name });
  const from = formats.date(grant.validFrom);
  if (grant.validTo !== null) {
    return t('unitPeople.roleUntil', { role: named, from, to: formats.date(grant.validTo) });
  }
  return t('unitPeople.roleFrom', { role: named, from });
}

/** A delegation as the list shows it. */
export interface DelegationRow {
  readonly id: string;
  readonly words: string;
  readonly period: string;
  readonly state: Delegation['state'];
  readonly stateWords: string;
  readonly reason: string | null;
  readonly open: boolean;
}

const DELEGATION_STATES = {
  current: 'unitPeople.delegation.current',
  future: 'unitPeople.delegation.future',
  ended: 'unitPeople.delegation.ended',
  revoked: 'unitPeople.delegation.revoked',
} as const satisfies Record<Delegation['state'], TextKey>;

export function delegationRow(delegation: Delegation, { t, formats }: Wording): DelegationRow {
  const { id, from, to, state, endedReason, reason } = delegation;
  return {
    id,
    words: t('unitPeople.delegation.words', {
      from: from.name,
      to: to.name,
      role: t(`role.${delegation.role}`),
    }),
    period: t('unitPeople.period', {
      from: formats.date(delegation.validFrom),
      to: formats.date(delegation.validTo),
    }),
    state,
    stateWords: t(DELEGATION_STATES[state]),
    reason: endedReason ?? reason,
    open: state === 'current' || state === 'future',
  };
}

/** What is being chosen to delegate. */
export interface DelegationDraft {
  readonly person: string | null;
  readonly role: 'unit_lead' | 'unit_reporter';
  /** As it is typed, dd/mm/yyyy. */
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export function emptyDelegation(today: string): DelegationDraft {
  return {
    person: null,
    role: 'unit_reporter',
    from: written(today),
    to: written(dayAfter(today, 14)),
    reason: '',
  };
}

/** 2026-11-22 as it is typed: 22/11/2026. */
function written(day: string): string {
  return day.split('-').reverse().join('/');
}

/** The day so many days after another. */
export function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

export type DelegationFault = 'person' | 'period' | 'length' | 'past';

export const DELEGATION_FAULTS = {
  person: 'unitPeople.delegate.fault.person',
  period: 'unitPeople.delegate.fault.period',
  length: 'unitPeople.delegate.fault.length',
  past: 'unitPeople.delegate.fault.past',
} as const satisfies Record<DelegationFault, TextKey>;

/** What is missing or wrong; empty when it can be sent. */
export function delegationFaults(draft: DelegationDraft, today: string): readonly DelegationFault[] {
  const faults: DelegationFault[] = [];
  const [from, to] = [parseDay(draft.from), parseDay(draft.to)];
  if (draft.person === null) faults.push('person');
  if (from === null || to === null || to < from) faults.push('period');
  else if (to > dayAfter(from, LONGEST_DAYS)) faults.push('length');
  if (from !== null && from < today) faults.push('past');
  return faults;
}

export function delegationRequest(draft: DelegationDraft, grantId: string): DelegationRequest | null {
  const [from, to] = [parseDay(draft.from), parseDay(draft.to)];
  if (draft.person === null || from === null || to === null) return null;
  const reason = draft.reason.trim();
  return {
    grantId,
    role: draft.role,
    personId: draft.person,
    validFrom: from,
    validTo: to,
    ...(reason.length < 3 ? {} : { reason }),
  };
}

/** The own grant that can be delegated: of this unit, awake, and not itself delegated. */
export function delegable(grants: readonly SessionGrant[], unit: string): SessionGrant | null {
  const own = grants.find(
    ({ role, unit: of, asleep, delegatedBy }) =>
      role === 'unit_lead' && of?.id === unit && asleep === null && delegatedBy === null,
  );
  return own ?? null;
}

/** Whom it can be delegated to. */
export function candidates(people: readonly PersonSummary[], self: string | null): readonly PersonSummary[] {
  return people.filter(({ id, state }) => id !== self && state !== 'suspended');
}

/** Today's calendar day in Việt Nam. */
export function todayInVietNam(now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(now);
}
