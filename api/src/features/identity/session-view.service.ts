import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { reachOf } from '../../platform/access/decide.js';
import { ACTIONS, permissionOf, type Role } from '../../platform/access/permission-table.js';
import type { PersonPrincipal, Principal } from '../../platform/access/principal.js';
import { currentContext } from '../../platform/access/request-context.js';
import { today } from '../../platform/clock.js';
import { notFound, Problem } from '../../platform/http/problem.js';
import { UnitsService } from '../units/units.service.js';
import { isLocal, type Exchange } from './exchange.js';
import { PersonsRepository } from './persons.repository.js';
import { PrincipalRepository } from './principal.repository.js';
import type { NamedUnitDto, PermissionTableDto, SessionDto, SessionGrantDto } from './session.dto.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';

/** What a browser is told about who it is signed in as, and the ways in where it is not. */
@Injectable()
export class SessionViewService {
  constructor(
    private readonly persons: PersonsRepository,
    private readonly principals: PrincipalRepository,
    private readonly sessions: SessionsRepository,
    private readonly begun: SessionsService,
    private readonly units: UnitsService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async view(exchange: Pick<Exchange, 'request'>): Promise<SessionDto> {
    const { principal } = currentContext();
    const signIn = {
      oidc: this.provider(),
      mail: this.settings.mail != null,
      demo: await this.demoAccounts(exchange),
    };
    if (principal.kind !== 'person') return { ...NOBODY, permissions: permissionsOf(principal), signIn };
    return { ...(await this.ofPerson(principal)), signIn };
  }

  /**
   * Signs in with an account for trying out.
   * @throws Problem DEMO_NOT_HERE outside this machine and the embedded database, PERSON_NOT_FOUND
   */
  async beginDemo(account: string, exchange: Exchange): Promise<void> {
    if (!this.takesDemo(exchange)) {
      throw new Problem(
        403,
        'DEMO_NOT_HERE',
        'Accounts for trying out work on the machine itself, with the embedded database',
      );
    }
    const person = (await this.persons.demoPeople()).find((one) => one.account === account);
    if (person === undefined) throw notFound('PERSON', account);
    await this.begun.begin({ personId: person.id, strength: 'demo', via: 'demo' }, exchange);
  }

  private async ofPerson(principal: PersonPrincipal): Promise<Omit<SessionDto, 'signIn'>> {
    const [person, session, enrolled, grants] = await Promise.all([
      this.persons.one(principal.personId),
      this.sessions.one(principal.sessionId),
      this.persons.hasSecondFactor(principal.personId),
      this.grantsOf(principal),
    ]);
    if (person === null || session === null) throw notFound('SESSION', principal.sessionId);
    const { id, name, email, locale, demo } = person;
    return {
      signedIn: true,
      person: { id, name, email, locale, demo },
      sessionId: session.id,
      strength: session.strength,
      secondFactor: {
        enrolled,
        needed: principal.codeDue === true || grants.some(({ asleep }) => asleep === 'second-factor'),
      },
      grants,
      permissions: permissionsOf(principal),
      idleEndsAt: new Date(Date.now() + session.idleSeconds * 1000).toISOString(),
      absoluteEndsAt: session.absoluteEnd.toISOString(),
    };
  }

  private async grantsOf(principal: PersonPrincipal): Promise<SessionGrantDto[]> {
    const { grants } = principal;
    const ids = grants.flatMap(({ unitId, pastUnitIds }) =>
      unitId === null ? [] : [unitId, ...pastUnitIds],
    );
    const [named, rows, delegators] = await Promise.all([
      this.named(ids),
      this.principals.grants(principal.personId),
      this.persons.delegators(grants.map(({ id }) => id)),
    ]);
    return grants.map((grant) => ({
      id: grant.id,
      role: grant.role,
      unit: grant.unitId === null ? null : named(grant.unitId),
      pastUnits: grant.pastUnitIds.map(named),
      validFrom: rows.find(({ id }) => id === grant.id)?.validFrom ?? today(),
      validTo: grant.validTo,
      delegatedBy: delegators.get(grant.id) ?? null,
      asleep: grant.asleep,
    }));
  }

  private provider(): SessionDto['signIn']['oidc'] {
    const { oidc } = this.settings;
    return oidc == null ? null : { nameVi: oidc.nameVi, nameEn: oidc.nameEn };
  }

  private async demoAccounts(exchange: Pick<Exchange, 'request'>): Promise<SessionDto['signIn']['demo']> {
    if (!this.takesDemo(exchange)) return [];
    const people = await this.persons.demoPeople();
    const named = await this.named(people.flatMap(({ unitId }) => unitId ?? []));
    return people.map(({ account, name, role, unitId }) => ({
      account,
      name,
      role,
      unit: unitId === null ? null : named(unitId),
    }));
  }

  private takesDemo(exchange: Pick<Exchange, 'request'>): boolean {
    return this.settings.embeddedDatabase && isLocal(exchange);
  }

  private async named(ids: readonly string[]): Promise<(id: string) => NamedUnitDto> {
    const units = await this.units.summaries([...new Set(ids)], today());
    return (id) => {
      const unit = units.get(id);
      return { id, nameVi: unit?.nameVi ?? id, nameEn: unit?.nameEn ?? id };
    };
  }
}

const NOBODY = {
  signedIn: false,
  person: null,
  sessionId: null,
  strength: null,
  secondFactor: { enrolled: false, needed: false },
  grants: [],
  idleEndsAt: null,
  absoluteEndsAt: null,
} satisfies Partial<SessionDto>;

/** What somebody may do, and for whose data. */
function permissionsOf(principal: Principal): SessionDto['permissions'] {
  return ACTIONS.filter((action) => permissionOf(action).audience === 'roles').flatMap((action) => {
    const { all, units } = reachOf(principal, action);
    return all || units.length > 0 ? [{ action, all, units: [...units] }] : [];
  });
}

/** The table of permissions as it is. */
export function permissionTable(): PermissionTableDto {
  return ACTIONS.map((action) => {
    const { roles, ...rest } = permissionOf(action);
    const reaches = Object.entries(roles) as [Role, PermissionTableDto[number]['roles'][number]['reach']][];
    return { action, ...rest, roles: reaches.map(([role, reach]) => ({ role, reach })) };
  });
}
