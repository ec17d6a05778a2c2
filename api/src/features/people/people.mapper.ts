import type { UnitSummary } from '../units/unit.dto.js';
import type { DelegationDto } from './delegation.dto.js';
import { grantState } from './grant-rules.js';
import type { GrantLine } from './grants.repository.js';
import type { PersonRow } from './people.repository.js';
import type { GrantDto, PersonDetailDto, PersonState, PersonSummaryDto } from './person.dto.js';

/** What names and days are told by. */
export interface Telling {
  readonly units: ReadonlyMap<string, UnitSummary>;
  readonly today: string;
}

export function personState({ suspendedAt, ready }: PersonRow): PersonState {
  if (suspendedAt !== null) return 'suspended';
  return ready ? 'active' : 'invited';
}

function stateOf(line: GrantLine, today: string): GrantDto['state'] {
  const { validFrom, validTo, revokedAt, originOver } = line;
  const state = grantState({ validFrom, validTo, revoked: revokedAt !== null }, today);
  return originOver && state !== 'revoked' ? 'ended' : state;
}

/** One role of a person. */
export function grantDto(line: GrantLine, { units, today }: Telling): GrantDto {
  const unit = line.unitId === null ? undefined : units.get(line.unitId);
  return {
    id: line.id,
    role: line.role,
    unitId: line.unitId,
    unitNameVi: unit?.nameVi ?? null,
    unitNameEn: unit?.nameEn ?? null,
    validFrom: line.validFrom,
    validTo: line.validTo,
    state: stateOf(line, today),
    reason: line.reason,
    delegatedBy:
      line.originPersonId === null ? null : { id: line.originPersonId, name: line.originPersonName ?? '' },
    grantedBy: line.grantedBy,
    grantedAt: line.grantedAt.toISOString(),
    revokedAt: line.revokedAt?.toISOString() ?? null,
    revokedBy: line.revokedBy,
    revokedReason: line.revokedReason,
  };
}

/** A person with the roles held now or later. */
export function personSummary(
  person: PersonRow,
  grants: readonly GrantLine[],
  telling: Telling,
): PersonSummaryDto {
  const { id, name, email, locale, demo, secondFactor, lastSignInAt } = person;
  return {
    id,
    name,
    email,
    locale,
    demo,
    state: personState(person),
    secondFactor,
    lastSignInAt: lastSignInAt?.toISOString() ?? null,
    grants: grants
      .map((line) => grantDto(line, telling))
      .filter(({ state }) => state === 'current' || state === 'future'),
  };
}

/** A person with everything that is told of them. */
export function personDetail(
  person: PersonRow,
  grants: readonly GrantLine[],
  given: readonly GrantLine[],
  telling: Telling,
): Omit<PersonDetailDto, 'locked'> {
  return {
    ...personSummary(person, [], telling),
    grants: grants.map((line) => grantDto(line, telling)),
    delegatedTo: given
      .filter((line) => ['current', 'future'].includes(stateOf(line, telling.today)))
      .map((line) => ({
        id: line.id,
        to: { id: line.personId, name: line.personName },
        role: line.role,
        validFrom: line.validFrom,
        validTo: line.validTo ?? line.validFrom,
      })),
    sessions: person.sessions,
    invitationUntil: person.invitationUntil?.toISOString() ?? null,
    createdAt: person.createdAt.toISOString(),
    createdBy: person.createdBy,
    suspendedAt: person.suspendedAt?.toISOString() ?? null,
    suspendedBy: person.suspendedBy,
    suspendedReason: person.suspendedReason,
  };
}

/** A delegation as one of its two parties sees it. */
export function delegationDto(line: GrantLine, caller: string, { units, today }: Telling): DelegationDto {
  const unit = line.unitId === null ? undefined : units.get(line.unitId);
  return {
    id: line.id,
    role: line.role,
    unitId: line.unitId ?? '',
    unitNameVi: unit?.nameVi ?? '',
    unitNameEn: unit?.nameEn ?? '',
    from: { id: line.originPersonId ?? '', name: line.originPersonName ?? '' },
    to: { id: line.personId, name: line.personName },
    side: line.originPersonId === caller ? 'given' : 'received',
    validFrom: line.validFrom,
    validTo: line.validTo ?? line.validFrom,
    state: stateOf(line, today),
    reason: line.reason,
    endedReason: line.revokedReason,
  };
}
