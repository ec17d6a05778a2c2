import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OidcSettings } from '../../config/oidc-settings.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { today } from '../../platform/clock.js';
import { emailKey } from '../identity/secret-token.js';
import { nextStep } from '../sign-in/next-step.js';
import { claimedRoles, nameOf, verifiedMail } from './claims.js';
import { grantChanges, type WantedGrant } from './grant-changes.js';
import type { ProvenIdentity } from './identity-provider.js';
import { OidcRefusal } from './oidc-refusal.js';
import { OidcRepository } from './oidc.repository.js';

interface Roles {
  readonly wanted: readonly WantedGrant[];
  /** Units that the claims name and that there are not. */
  readonly unknown: readonly string[];
}

/** Whose account an identity at the provider is, and the roles that its claims give. */
@Injectable()
export class OidcAccountsService {
  private readonly log = new Logger('Oidc');

  constructor(
    private readonly repository: OidcRepository,
    private readonly audit: AuditLog,
  ) {}

  /**
   * The account of an identity, linked or made where it must be, with its roles as the claims say now; all or
   * nothing.
   * @throws OidcRefusal OIDC_NOT_LINKED, OIDC_MAIL_NOT_VERIFIED, OIDC_REFUSED
   */
  async settle(identity: ProvenIdentity, settings: OidcSettings): Promise<string> {
    const { issuer, subject, claims } = identity;
    const mail = verifiedMail(claims);
    const keys = [`oidc:${issuer} ${subject}`, ...(mail === null ? [] : [`mail:${emailKey(mail)}`])];
    return this.repository.exclusive(keys, async (manager) => {
      const roles = await this.rolesOf(identity, settings, manager);
      const known = await this.repository.byIdentity(issuer, subject, manager);
      if (known?.suspended === true) throw new OidcRefusal('OIDC_REFUSED', 'suspended', known.id);
      const personId = known?.id ?? (await this.linked(identity, mail, roles, manager));
      await this.synchronise(personId, roles, identity.issuer, settings, manager);
      if (known === null) {
        await this.audit.record(
          { action: 'oidc.link', object: `person:${personId}`, after: { issuer } },
          manager,
        );
      }
      return personId;
    });
  }

  /** Whether somebody whose provider asked for one factor has to give, or to enrol, a second one of ours. */
  async needsSecondFactor(personId: string): Promise<boolean> {
    const { enrolled, roles } = await this.repository.standing(personId, today());
    return nextStep(enrolled, roles) !== 'done';
  }

  private async rolesOf(
    { claims }: ProvenIdentity,
    settings: OidcSettings,
    manager: EntityManager,
  ): Promise<Roles> {
    const wanted = new Map<string, WantedGrant>();
    const unknown: string[] = [];
    for (const { role, unit } of claimedRoles(claims, settings)) {
      const unitId = unit === null ? null : await this.repository.unitOf(unit, today(), manager);
      if (unit !== null && unitId === null) unknown.push(unit);
      else wanted.set(`${role} ${unitId ?? ''}`, { role, unitId });
    }
    if (unknown.length > 0) this.log.warn(`The claims name units that there are not: ${printable(unknown)}`);
    return { wanted: [...wanted.values()], unknown };
  }

  /** The account that has the identity's verified address; a new one where the claims give it a role. */
  private async linked(
    identity: ProvenIdentity,
    mail: string | null,
    { wanted }: Roles,
    manager: EntityManager,
  ): Promise<string> {
    const { issuer, subject, claims } = identity;
    if (mail === null) throw new OidcRefusal('OIDC_MAIL_NOT_VERIFIED', 'no verified address');
    const person = await this.repository.byMail(emailKey(mail), manager);
    if (person !== null) {
      if (person.suspended || person.demo) throw new OidcRefusal('OIDC_REFUSED', 'suspended', person.id);
      // The address went to somebody else at the provider: an operator has to say whose the account is.
      if (await this.repository.isLinked(person.id, issuer, manager)) {
        throw new OidcRefusal('OIDC_NOT_LINKED', 'linked to another subject', person.id);
      }
    } else if (wanted.length === 0) {
      throw new OidcRefusal('OIDC_NOT_LINKED', 'not invited, and no role');
    }
    const personId =
      person?.id ??
      (await this.repository.addPerson(
        { name: nameOf(claims, mail), email: mail, emailKey: emailKey(mail), createdBy: originOf(issuer) },
        manager,
      ));
    await this.repository.link(issuer, subject, personId, manager);
    return personId;
  }

  private async synchronise(
    personId: string,
    { wanted, unknown }: Roles,
    issuer: string,
    { grantDays }: OidcSettings,
    manager: EntityManager,
  ): Promise<void> {
    const rule = { origin: originOf(issuer), today: today(), days: grantDays };
    const held = await this.repository.held(personId, rule.today, manager);
    const changes = grantChanges(wanted, held, rule);
    const { add, renew, revoke } = changes;
    if (add.length + renew.length + revoke.length + unknown.length === 0) return;
    await this.repository.change(personId, changes, rule, manager);
    await this.audit.record(
      {
        action: 'oidc.roles',
        object: `person:${personId}`,
        before: { revoked: revoke.map(({ id, role, unitId }) => ({ grant: id, role, unit: unitId })) },
        after: {
          granted: add.map(({ role, unitId, validTo }) => ({ role, unit: unitId, validTo })),
          renewed: renew.map(({ id, validTo }) => ({ grant: id, validTo })),
          ...(unknown.length === 0 ? {} : { unknownUnits: unknown.length }),
        },
      },
      manager,
    );
  }
}

/** Who gave a role that came from claims. */
function originOf(issuer: string): string {
  return `oidc:${issuer}`;
}

/** What came from outside, fit for a line of a log. */
function printable(texts: readonly string[]): string {
  return texts
    .slice(0, 5)
    .map((text) => JSON.stringify(text.slice(0, 80)))
    .join(', ');
}
