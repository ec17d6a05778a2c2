import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AccessService } from '../../platform/access/access.service.js';
import { currentActor } from '../../platform/access/request-context.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { today } from '../../platform/clock.js';
import { groupBy } from '../../platform/group-by.js';
import { paginate } from '../../platform/http/page.js';
import { notFound } from '../../platform/http/problem.js';
import { LockedAccountsService } from '../sign-in/locked-accounts.service.js';
import { SessionsService } from '../identity/sessions.service.js';
import { searchKey } from '../units/name-key.js';
import { UnitsService } from '../units/units.service.js';
import { GrantsRepository, type GrantLine } from './grants.repository.js';
import { demoRefused, lastOperator, notSuspended, personSuspended } from './people.errors.js';
import { personDetail, personSummary, type Telling } from './people.mapper.js';
import { PeopleRepository, type PersonRow } from './people.repository.js';
import { PersonFieldsService } from './person-fields.service.js';
import type {
  PeopleQuery,
  PersonChange,
  PersonDetailDto,
  PersonPageDto,
  PersonSummaryDto,
} from './person.dto.js';

/** Accounts: who there is, what they are called, whether they may come in. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly repository: PeopleRepository,
    private readonly grants: GrantsRepository,
    private readonly fields: PersonFieldsService,
    private readonly units: UnitsService,
    private readonly sessions: SessionsService,
    private readonly locks: LockedAccountsService,
    private readonly access: AccessService,
    private readonly audit: AuditLog,
  ) {}

  async list(query: PeopleQuery): Promise<PersonPageDto> {
    await this.access.require('person.read', null);
    const [people, lines] = await Promise.all([this.repository.all(), this.grants.standing()]);
    return paginate(matching(await this.summaries(people, lines), query), query);
  }

  /** People of one unit, for those who lead it. @throws Problem UNIT_NOT_FOUND, OTHER_UNIT */
  async ofUnit(unitId: string): Promise<PersonSummaryDto[]> {
    await this.access.require('unit-people.read', unitId);
    if (!(await this.units.summaries([unitId], today())).has(unitId)) throw notFound('UNIT', unitId);
    const lines = await this.grants.ofUnit(unitId);
    const people = await this.repository.some([...new Set(lines.map(({ personId }) => personId))]);
    return this.summaries(people, lines);
  }

  /** @throws Problem PERSON_NOT_FOUND */
  async detail(id: string): Promise<PersonDetailDto> {
    await this.access.require('person.read', null);
    const person = await this.repository.one(id);
    if (person === null) throw notFound('PERSON', id);
    const [own, delegations] = await Promise.all([this.grants.ofPerson(id), this.grants.delegations(id)]);
    const given = delegations.filter(({ originPersonId }) => originPersonId === id);
    const [telling, lockedFor] = await Promise.all([this.telling(own), this.locks.lockedFor(id)]);
    return { ...personDetail(person, own, given, telling), locked: lockedFor !== null };
  }

  /**
   * Changes name or address. Ways in that were sent to an earlier address end with it.
   * @throws Problem PERSON_NOT_FOUND, DEMO_ACCOUNT and what {@link PersonFieldsService} refuses
   */
  async change(id: string, { name, email }: PersonChange): Promise<PersonDetailDto> {
    await this.access.require('person.manage', null);
    await this.repository.exclusively(async (manager) => {
      await this.changeable(id, manager);
      const change = {
        ...(name === undefined ? {} : { name: await this.fields.name(name, id, manager) }),
        ...(email === undefined ? {} : await this.fields.email(email, id, manager)),
      };
      await this.repository.change(id, change, manager);
      if (email !== undefined) await this.repository.withdrawLinks(id, manager);
      // What a person is called is no business of the trail: that it changed is.
      const changed = [...(name === undefined ? [] : ['name']), ...(email === undefined ? [] : ['email'])];
      await this.record(id, { changed }, manager);
    });
    return this.detail(id);
  }

  /**
   * Shuts somebody out: sessions end, links end, and whoever stands in for them no longer does.
   * @throws Problem PERSON_NOT_FOUND, DEMO_ACCOUNT, PERSON_SUSPENDED, LAST_OPERATOR
   */
  async suspend(id: string, reason: string): Promise<PersonDetailDto> {
    await this.access.require('person.manage', null);
    await this.repository.exclusively(async (manager) => {
      await this.changeable(id, manager);
      const roles = (await this.grants.ofPerson(id, manager)).filter(({ revokedAt }) => revokedAt === null);
      const operates = roles.some(({ role }) => role === 'operator');
      if (operates && (await this.repository.otherOperators(id, manager)) === 0) throw lastOperator();
      const by = currentActor();
      if (!(await this.repository.suspend(id, by, reason, manager))) throw personSuspended();
      await this.repository.withdrawLinks(id, manager);
      const sessions = await this.sessions.endAll(id, null, 'account suspended', manager);
      const delegations = await this.grants.revokeDelegatedBy(id, by, reason, manager);
      await this.record(id, { suspended: true, sessionsEnded: sessions.length, delegations }, manager);
    });
    return this.detail(id);
  }

  /** Lets somebody in again; what ended by the suspension stays ended. @throws Problem PERSON_NOT_SUSPENDED */
  async lift(id: string): Promise<PersonDetailDto> {
    await this.access.require('person.manage', null);
    await this.repository.exclusively(async (manager) => {
      await this.changeable(id, manager);
      if (!(await this.repository.lift(id, manager))) throw notSuspended();
      await this.record(id, { suspended: false }, manager);
    });
    return this.detail(id);
  }

  /** Takes a lost second factor away, with its recovery codes and every open session. */
  async resetSecondFactor(id: string): Promise<void> {
    await this.access.require('person.manage', null);
    await this.repository.exclusively(async (manager) => {
      await this.changeable(id, manager);
      const had = await this.repository.dropSecondFactor(id, manager);
      const sessions = await this.sessions.endAll(id, null, 'second factor reset', manager);
      await this.record(id, { secondFactorReset: had, sessionsEnded: sessions.length }, manager);
    });
  }

  /** Lets somebody try again whom wrong passwords or codes have locked out. @throws Problem PERSON_NOT_FOUND */
  async unlock(id: string): Promise<void> {
    await this.access.require('person.manage', null);
    await this.changeable(id, this.repository.manager);
    await this.locks.unlock(id);
  }

  /** @throws Problem PERSON_NOT_FOUND, DEMO_ACCOUNT */
  private async changeable(id: string, manager: EntityManager): Promise<PersonRow> {
    const person = await this.repository.one(id, manager);
    if (person === null) throw notFound('PERSON', id);
    if (person.demo) throw demoRefused();
    return person;
  }

  private record(id: string, after: object, manager: EntityManager): Promise<void> {
    return this.audit.record({ action: 'person.manage', object: `person:${id}`, after }, manager);
  }

  private async summaries(
    people: readonly PersonRow[],
    lines: readonly GrantLine[],
  ): Promise<PersonSummaryDto[]> {
    const telling = await this.telling(lines);
    const byPerson = groupBy(lines, ({ personId }) => personId);
    return people.map((person) => personSummary(person, byPerson.get(person.id) ?? [], telling));
  }

  private async telling(lines: readonly GrantLine[]): Promise<Telling> {
    const on = today();
    const ids = lines.flatMap(({ unitId }) => (unitId === null ? [] : [unitId]));
    return { units: await this.units.summaries([...new Set(ids)], on), today: on };
  }
}

function matching(people: readonly PersonSummaryDto[], query: PeopleQuery): PersonSummaryDto[] {
  const { role, unit, state, q = '' } = query;
  const wanted = searchKey(q);
  return people.filter(
    (person) =>
      (state === undefined || person.state === state) &&
      ((role === undefined && unit === undefined) ||
        person.grants.some(
          (grant) =>
            (role === undefined || grant.role === role) && (unit === undefined || grant.unitId === unit),
        )) &&
      (wanted === '' || [person.name, person.email].some((text) => searchKey(text).includes(wanted))),
  );
}
