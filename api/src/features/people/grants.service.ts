import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AccessService } from '../../platform/access/access.service.js';
import { personOf } from '../../platform/access/principal.js';
import { currentActor, currentContext } from '../../platform/access/request-context.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { today } from '../../platform/clock.js';
import { notFound } from '../../platform/http/problem.js';
import { UnitsService } from '../units/units.service.js';
import { grantFault, grantState, type AskedGrant, type UnitFacts } from './grant-rules.js';
import { GrantsRepository, type GrantLine } from './grants.repository.js';
import {
  demoRefused,
  grantOver,
  grantOverlaps,
  grantRefused,
  lastOperator,
  ownRoleRefused,
  personSuspended,
} from './people.errors.js';
import { PeopleRepository, type PersonRow } from './people.repository.js';
import type { GrantRequest } from './person.dto.js';

/** Gives people their roles and takes them back. */
@Injectable()
export class GrantsService {
  constructor(
    private readonly people: PeopleRepository,
    private readonly grants: GrantsRepository,
    private readonly units: UnitsService,
    private readonly access: AccessService,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Grants a role to a person.
   * @returns its id
   * @throws Problem PERSON_NOT_FOUND, PERSON_SUSPENDED, DEMO_ACCOUNT, OWN_ROLE_REFUSED, GRANT_OVERLAPS,
   * UNIT_NOT_FOUND and the faults of {@link grantFault}
   */
  async grant(personId: string, request: GrantRequest): Promise<string> {
    await this.access.require('role.grant', null);
    const asked = await this.checked(request);
    return this.people.exclusively(async (manager) => {
      const person = await this.people.one(personId, manager);
      if (person === null) throw notFound('PERSON', personId);
      this.refuseGrant(person);
      return this.add(personId, asked, request.reason ?? null, manager);
    });
  }

  /**
   * Revokes a role, and with it what was delegated from it. Nobody needs a role to give up an own one, but the
   * last operator stays.
   * @throws Problem PERSON_NOT_FOUND, GRANT_NOT_FOUND, GRANT_OVER, DEMO_ACCOUNT, LAST_OPERATOR
   */
  async revoke(personId: string, grantId: string, reason: string): Promise<void> {
    await this.access.require('role.grant', null);
    await this.people.exclusively(async (manager) => {
      const person = await this.people.one(personId, manager);
      if (person === null) throw notFound('PERSON', personId);
      const grant = await this.grants.one(grantId, manager);
      if (grant?.personId !== personId) throw notFound('GRANT', grantId);
      if (person.demo) throw demoRefused();
      if (isOver(grant)) throw grantOver();
      if (grant.role === 'operator' && (await this.people.otherOperators(personId, manager)) === 0) {
        throw lastOperator();
      }
      await this.end('role.grant', grant, reason, manager);
    });
  }

  /**
   * Holds a request against the roster of the day it begins.
   * @param at where it stands in the request: `grants.0.`
   */
  async checked(request: GrantRequest, at = ''): Promise<AskedGrant> {
    const on = today();
    const { role, unitId, validTo, validFrom = on } = request;
    const asked = { role, unitId, validFrom, validTo };
    const fault = grantFault(asked, unitId === null ? null : await this.facts(unitId, validFrom), on);
    if (fault !== null) throw grantRefused(fault, at);
    return asked;
  }

  /** Writes a checked role within a transaction. @throws Problem GRANT_OVERLAPS */
  async add(
    personId: string,
    asked: AskedGrant,
    reason: string | null,
    manager: EntityManager,
  ): Promise<string> {
    const line = { personId, ...asked };
    if (await this.grants.overlaps(line, manager)) throw grantOverlaps();
    const by = { grantedBy: currentActor(), grantedByPerson: personOf(currentContext().principal) };
    const id = await this.grants.add({ ...line, ...by, reason, delegatedFrom: null }, manager);
    await this.audit.record(
      {
        action: 'role.grant',
        object: `person:${personId}`,
        unitId: asked.unitId,
        after: { grant: id, ...asked },
      },
      manager,
    );
    return id;
  }

  /** Ends a role within a transaction, with what was delegated from it. */
  async end(action: string, grant: GrantLine, reason: string, manager: EntityManager): Promise<void> {
    const ended = await this.grants.revoke(grant.id, currentActor(), reason, manager);
    const { id, role, unitId, validFrom, validTo } = grant;
    await this.audit.record(
      {
        action,
        object: `person:${grant.personId}`,
        unitId,
        before: { grant: id, role, unitId, validFrom, validTo },
        after: { revoked: ended },
      },
      manager,
    );
  }

  private refuseGrant(person: PersonRow): void {
    if (person.id === personOf(currentContext().principal)) throw ownRoleRefused();
    if (person.demo) throw demoRefused();
    if (person.suspendedAt !== null) throw personSuspended();
  }

  /** @throws Problem UNIT_NOT_FOUND */
  private async facts(unitId: string, on: string): Promise<UnitFacts> {
    const unit = (await this.units.summaries([unitId], on)).get(unitId);
    if (unit === undefined) throw notFound('UNIT', unitId);
    const { level, validFrom, validTo } = unit;
    const inCharge = await this.units.ministryInCharge(on).then(
      ({ charge }) => charge.unitId === unitId,
      () => false,
    );
    return { level, validFrom, validTo, inCharge };
  }
}

/** Whether a grant holds neither now nor later. */
export function isOver({ validFrom, validTo, revokedAt, originOver }: GrantLine): boolean {
  const state = grantState({ validFrom, validTo, revoked: revokedAt !== null }, today());
  return originOver || state === 'revoked' || state === 'ended';
}
