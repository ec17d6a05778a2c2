import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Problem } from '../../platform/http/problem.js';
import { OneTimeLinksService } from '../identity/one-time-links.service.js';
import type { OneTimeLink } from '../identity/person.entity.js';
import type { Exchange } from '../identity/exchange.js';
import { SessionsService } from '../identity/sessions.service.js';
import { type Account, CredentialsRepository } from './credentials.repository.js';
import { FirstOperatorRepository } from './first-operator.repository.js';
import { nextStep } from './next-step.js';
import { requireGoodPassword } from './password-rules.js';
import { PasswordsService } from './passwords.service.js';
import type { LinkDto, LinkRedemption, LinkToken, SignInAnswer } from './sign-in.dto.js';
import { linkNotValid } from './sign-in.errors.js';
import { ThrottleService } from './throttle.service.js';

/** What a link asks for, beside the token. */
type Given = Omit<LinkRedemption, 'token'>;

/** Opens what one-time links open: the first account, an invitation, a new password, a locked account. */
@Injectable()
export class LinksService {
  constructor(
    private readonly links: OneTimeLinksService,
    private readonly credentials: CredentialsRepository,
    private readonly firstOperator: FirstOperatorRepository,
    private readonly passwords: PasswordsService,
    private readonly sessions: SessionsService,
    private readonly throttle: ThrottleService,
    private readonly audit: AuditLog,
  ) {}

  /** What a link is for, without using it. @throws Problem LINK_NOT_VALID */
  async inspect({ token }: LinkToken): Promise<LinkDto> {
    const { link, account } = await this.look(token);
    return {
      purpose: link.purpose,
      name: account?.name ?? null,
      email: account?.email ?? null,
      expiresAt: link.expiresAt.toISOString(),
    };
  }

  /**
   * Uses a link up and signs in; a link that unlocks leaves the sign-in to the password.
   * @throws Problem LINK_NOT_VALID, REQUEST_INVALID, PASSWORD_TOO_WEAK, EMAIL_TAKEN, SIGN_IN_THROTTLED
   */
  async redeem({ token, ...given }: LinkRedemption, exchange: Exchange): Promise<SignInAnswer> {
    const { link, account } = await this.look(token);
    if (link.purpose === 'unlock' && account !== null) return this.unlock(token, account, given);
    const { name, email, password } = wanted(link, account, given);
    requireGoodPassword(password, { name, email });
    const hash = await this.passwords.hash(password);
    const personId = await this.credentials.transaction(async (manager) => {
      await this.take(token, manager);
      const id = account?.id ?? (await this.firstOperator.create({ name, email }, manager));
      await this.credentials.setPassword(id, hash, manager);
      if (account !== null && name !== account.name) await this.credentials.rename(id, { name }, manager);
      await this.sessions.endAll(id, null, 'password changed', manager);
      await this.audit.record(
        { action: 'link.redeem', object: `person:${id}`, after: { purpose: link.purpose } },
        manager,
      );
      return id;
    });
    await this.throttle.release(email, personId);
    await this.sessions.begin({ personId, strength: 'one-factor', via: 'link' }, exchange);
    return { next: nextStep(account?.enrolled === true, await this.credentials.roles(personId)) };
  }

  private async unlock(token: string, account: Account, given: Given): Promise<SignInAnswer> {
    refuseFields(given, ['name', 'email', 'password']);
    await this.credentials.transaction(async (manager) => {
      await this.take(token, manager);
      const object = `person:${account.id}`;
      await this.audit.record({ action: 'link.redeem', object, after: { purpose: 'unlock' } }, manager);
    });
    await this.throttle.release(account.email, account.id);
    return { next: 'sign-in' };
  }

  /** Of two who use a link at once, one gets it. */
  private async take(token: string, manager: EntityManager): Promise<void> {
    if ((await this.links.take(token, manager)) === null) throw linkNotValid();
  }

  private async look(token: string): Promise<{ link: OneTimeLink; account: Account | null }> {
    const link = await this.links.look(token);
    const account = link?.personId == null ? null : await this.credentials.byId(link.personId);
    // A link of a start that nobody used opens nothing once there is an operator, however he came to be one.
    const holds =
      link?.personId === null ? !(await this.firstOperator.exists()) : account?.suspended === false;
    if (link === null || !holds) {
      // Who tries tokens is slowed down, and cannot fill the trail.
      await this.throttle.countAddress();
      const object = link?.personId == null ? 'link' : `person:${link.personId}`;
      await this.audit.record({ action: 'link.refuse', object, outcome: 'refused' });
      throw linkNotValid();
    }
    return { link, account };
  }
}

/** What a link needs to be given, and what it must not. @throws Problem REQUEST_INVALID */
function wanted(link: OneTimeLink, account: Account | null, given: Given): Required<Owner> {
  if (link.purpose === 'password-reset') refuseFields(given, ['name', 'email']);
  if (link.purpose === 'invitation') refuseFields(given, ['email']);
  const { name = account?.name, email = account?.email, password } = given;
  if (name === undefined || email === undefined || password === undefined) {
    const missing = Object.entries({ name, email, password }).filter(([, value]) => value === undefined);
    throw fieldsInvalid(
      missing.map(([field]) => field),
      'is needed for this link',
    );
  }
  return { name, email, password };
}

interface Owner {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

function refuseFields(given: Given, fields: readonly (keyof Given)[]): void {
  const found = fields.filter((field) => given[field] !== undefined);
  if (found.length > 0) throw fieldsInvalid(found, 'is not taken by this link');
}

function fieldsInvalid(fields: readonly string[], message: string): Problem {
  return new Problem(
    400,
    'REQUEST_INVALID',
    'The request does not fit what the route takes',
    undefined,
    fields.map((path) => ({ code: 'FIELD_INVALID', path, message })),
  );
}
