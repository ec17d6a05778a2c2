import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { AccessService } from '../../platform/access/access.service.js';
import { personOf } from '../../platform/access/principal.js';
import { currentActor, currentContext } from '../../platform/access/request-context.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { today } from '../../platform/clock.js';
import { notFound } from '../../platform/http/problem.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { UnitsService } from '../units/units.service.js';
import type { DelegatedDto, DelegationDto, DelegationRequest } from './delegation.dto.js';
import { delegationFault } from './grant-rules.js';
import { GrantsRepository, type GrantLine } from './grants.repository.js';
import { GrantsService, isOver } from './grants.service.js';
import { delegationRefused, grantOver, grantOverlaps, ownRoleRefused } from './people.errors.js';
import { delegationDto } from './people.mapper.js';
import { PeopleRepository } from './people.repository.js';
import { ROLE_WORDS } from '../../platform/access/role-words.js';

/** A role held in somebody's stead for a time; seen by both, ended by either. */
@Injectable()
export class DelegationsService {
  constructor(
    private readonly people: PeopleRepository,
    private readonly lines: GrantsRepository,
    private readonly grants: GrantsService,
    private readonly units: UnitsService,
    private readonly mailer: Mailer,
    private readonly access: AccessService,
    private readonly audit: AuditLog,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** What the caller has delegated and stands in for, what is over among it. */
  async own(): Promise<DelegationDto[]> {
    const caller = callerId();
    return this.told(await this.lines.delegations(caller), caller);
  }

  /**
   * Delegates an own role, or part of it, to somebody of the same unit.
   * @throws Problem GRANT_NOT_FOUND, OTHER_UNIT, GRANT_OVER, OWN_ROLE_REFUSED, PERSON_NOT_FOUND, GRANT_OVERLAPS and the faults of
   * {@link delegationFault}
   */
  async make(request: DelegationRequest): Promise<DelegatedDto> {
    const caller = callerId();
    const source = await this.lines.one(request.grantId);
    // Somebody else's grant is not told from one that is not there.
    if (source?.personId !== caller || source.unitId === null) throw notFound('GRANT', request.grantId);
    await this.access.require('delegation.make', source.unitId);
    const id = await this.people.exclusively((manager) => this.write(request, source, caller, manager));
    const line = await this.lines.one(id);
    const [delegation] = line === null ? [] : await this.told([line], caller);
    if (line === null || delegation === undefined) throw notFound('DELEGATION', id);
    return { delegation, mailed: await this.tell(line, delegation) };
  }

  /**
   * Ends a delegation before its day; either of the two may.
   * @throws Problem DELEGATION_NOT_FOUND, GRANT_OVER
   */
  async end(id: string, reason: string): Promise<void> {
    const caller = callerId();
    await this.people.exclusively(async (manager) => {
      const line = await this.lines.one(id, manager);
      const party = line !== null && [line.personId, line.originPersonId].includes(caller);
      if (!party || line.delegatedFrom === null) throw notFound('DELEGATION', id);
      if (isOver(line)) throw grantOver();
      await this.grants.end('delegation.end', line, reason, manager);
    });
  }

  private async write(
    request: DelegationRequest,
    source: GrantLine,
    caller: string,
    manager: EntityManager,
  ): Promise<string> {
    const { role, personId, validFrom, validTo } = request;
    const unitId = source.unitId ?? '';
    if (personId === caller) throw ownRoleRefused();
    if (isOver(source)) throw grantOver();
    const delegateRoles = await this.lines.ownRoles(personId, unitId, manager);
    const facts = { today: today(), role, validFrom, validTo, delegateRoles };
    const fault = delegationFault({
      ...facts,
      source: { ...source, delegated: source.delegatedFrom !== null },
    });
    if (fault !== null) throw delegationRefused(fault);
    const grant = { personId, role, unitId, validFrom, validTo };
    if (await this.lines.overlaps(grant, manager)) throw grantOverlaps();
    const id = await this.lines.add(
      {
        ...grant,
        reason: request.reason ?? null,
        delegatedFrom: source.id,
        grantedBy: currentActor(),
        grantedByPerson: caller,
      },
      manager,
    );
    const after = { grant: id, delegatedFrom: source.id, role, unitId, validFrom, validTo };
    await this.audit.record(
      { action: 'delegation.make', object: `person:${personId}`, unitId, after },
      manager,
    );
    return id;
  }

  private async told(lines: readonly GrantLine[], caller: string): Promise<DelegationDto[]> {
    const on = today();
    const ids = lines.flatMap(({ unitId }) => (unitId === null ? [] : [unitId]));
    const telling = { units: await this.units.summaries([...new Set(ids)], on), today: on };
    return lines.map((line) => delegationDto(line, caller, telling));
  }

  private async tell(line: GrantLine, delegation: DelegationDto): Promise<boolean> {
    const person = await this.people.one(line.personId);
    if (person === null || person.demo) return false;
    const { name, email, locale } = person;
    const { publicUrl, host, port } = this.settings;
    const { role, unitNameVi, unitNameEn, validFrom, validTo, from } = delegation;
    return this.mailer.send({
      to: { name, address: email },
      locale,
      template: 'delegation',
      params: {
        name,
        from: from.name,
        role: `${ROLE_WORDS[role][locale]}, ${locale === 'vi' ? unitNameVi : unitNameEn}`,
        validFrom,
        validTo,
        link: `${(publicUrl ?? `http://${host}:${port}`).replace(/\/$/, '')}/profile`,
      },
    });
  }
}

/** Who asks, as a person; delegation is a person's own affair. @throws Problem PERSON_NOT_FOUND */
function callerId(): string {
  const id = personOf(currentContext().principal);
  if (id === null) throw notFound('PERSON', 'caller');
  return id;
}
