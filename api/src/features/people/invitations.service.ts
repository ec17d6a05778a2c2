import { Injectable } from '@nestjs/common';
import { AccessService } from '../../platform/access/access.service.js';
import { currentActor } from '../../platform/access/request-context.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { today } from '../../platform/clock.js';
import { notFound } from '../../platform/http/problem.js';
import { writtenDay } from '../../platform/mail/letter.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { OneTimeLinksService, type MadeLink } from '../identity/one-time-links.service.js';
import { UnitsService } from '../units/units.service.js';
import type { AskedGrant } from './grant-rules.js';
import { GrantsRepository } from './grants.repository.js';
import { GrantsService, isOver } from './grants.service.js';
import { demoRefused, invitationUsed, personSuspended } from './people.errors.js';
import { PeopleRepository, type PersonRow } from './people.repository.js';
import { PersonFieldsService } from './person-fields.service.js';
import type { InvitationRequest, InvitedDto, ReporterRequest } from './person.dto.js';
import { ROLE_WORDS } from '../../platform/access/role-words.js';

const INVITATION_SECONDS = 7 * 24 * 60 * 60;

/** Brings people in: an account without a password, its roles, and a link to set one. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly people: PeopleRepository,
    private readonly grantLines: GrantsRepository,
    private readonly fields: PersonFieldsService,
    private readonly grants: GrantsService,
    private readonly links: OneTimeLinksService,
    private readonly units: UnitsService,
    private readonly mailer: Mailer,
    private readonly access: AccessService,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Makes an account with its roles, all or nothing, and sends the link.
   * @throws Problem EMAIL_TAKEN, what {@link PersonFieldsService} and {@link GrantsService.grant} refuse
   */
  async invite(request: InvitationRequest): Promise<InvitedDto> {
    if (request.grants.length > 0) await this.access.require('role.grant', null);
    await this.access.require('person.manage', null);
    const grants: (AskedGrant & { reason: string | null })[] = [];
    for (const [index, grant] of request.grants.entries()) {
      const asked = await this.grants.checked(grant, `grants.${index}.`);
      grants.push({ ...asked, reason: grant.reason ?? null });
    }
    return this.bringIn('person.manage', request, grants, null);
  }

  /**
   * A lead brings in a reporter of the own unit; neither another role nor another unit can be asked for.
   * @throws Problem OTHER_UNIT and as {@link invite}
   */
  async inviteReporter(unitId: string, request: ReporterRequest): Promise<InvitedDto> {
    await this.access.require('unit-people.invite', unitId);
    const { validFrom, validTo } = request;
    const asked = await this.grants.checked({
      role: 'unit_reporter',
      unitId,
      validTo,
      ...(validFrom === undefined ? {} : { validFrom }),
    });
    return this.bringIn('unit-people.invite', request, [{ ...asked, reason: null }], unitId);
  }

  /**
   * Sends a new link; the earlier one is worth nothing from now on.
   * @throws Problem PERSON_NOT_FOUND, DEMO_ACCOUNT, PERSON_SUSPENDED, INVITATION_USED
   */
  async resend(id: string): Promise<InvitedDto> {
    await this.access.require('person.manage', null);
    const { person, link } = await this.people.exclusively(async (manager) => {
      const found = await this.people.one(id, manager);
      if (found === null) throw notFound('PERSON', id);
      refuseInvitation(found);
      const made = await this.links.make('invitation', id, INVITATION_SECONDS, manager);
      const after = { invitedAgain: true };
      await this.audit.record({ action: 'person.manage', object: `person:${id}`, after }, manager);
      return { person: found, link: made };
    });
    const grants = (await this.grantLines.ofPerson(id)).filter((line) => !isOver(line));
    return this.sent(person, link, grants);
  }

  private async bringIn(
    action: string,
    { name, email, locale }: Pick<InvitationRequest, 'name' | 'email' | 'locale'>,
    grants: readonly (AskedGrant & { readonly reason: string | null })[],
    unitId: string | null,
  ): Promise<InvitedDto> {
    const { person, link } = await this.people.exclusively(async (manager) => {
      const account = {
        name: await this.fields.name(name, null, manager),
        ...(await this.fields.email(email, null, manager)),
        locale,
      };
      const id = await this.people.add({ ...account, demo: false, createdBy: currentActor() }, manager);
      for (const { reason, ...asked } of grants) await this.grants.add(id, asked, reason, manager);
      const made = await this.links.make('invitation', id, INVITATION_SECONDS, manager);
      const after = { invited: true, grants: grants.length };
      await this.audit.record({ action, object: `person:${id}`, unitId, after }, manager);
      return { person: { id, ...account }, link: made };
    });
    return this.sent(person, link, grants);
  }

  /** The account stands whether the letter goes out or not. */
  private async sent(
    { id, name, email, locale }: Pick<PersonRow, 'id' | 'name' | 'email' | 'locale'>,
    { url, expiresAt }: MadeLink,
    grants: readonly AskedGrant[],
  ): Promise<InvitedDto> {
    const roles = await this.roleLines(grants, locale);
    const mailed = await this.mailer.send({
      to: { name, address: email },
      locale,
      template: 'invitation',
      params: { name, roles, link: url, expiresAt },
    });
    return { personId: id, mailed, link: mailed ? null : url, expiresAt: expiresAt.toISOString() };
  }

  private async roleLines(grants: readonly AskedGrant[], locale: 'vi' | 'en'): Promise<string[]> {
    const ids = grants.flatMap(({ unitId }) => (unitId === null ? [] : [unitId]));
    const units = await this.units.summaries(ids, today());
    return grants.map(({ role, unitId, validFrom, validTo }) => {
      const unit = unitId === null ? undefined : units.get(unitId);
      const named = unit === undefined ? [] : [locale === 'vi' ? unit.nameVi : unit.nameEn];
      const [from, to] = locale === 'vi' ? ['từ', 'đến hết'] : ['from', 'to the end of'];
      const until = validTo === null ? '' : ` ${to} ${writtenDay(validTo)}`;
      return [ROLE_WORDS[role][locale], ...named, `${from} ${writtenDay(validFrom)}${until}`].join(', ');
    });
  }
}

function refuseInvitation(person: PersonRow): void {
  if (person.demo) throw demoRefused();
  if (person.suspendedAt !== null) throw personSuspended();
  if (person.ready) throw invitationUsed();
}
