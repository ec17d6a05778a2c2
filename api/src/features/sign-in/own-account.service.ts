import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Exchange } from '../identity/exchange.js';
import { SessionsService } from '../identity/sessions.service.js';
import type { OwnChange, PasswordChange } from './account.dto.js';
import { CredentialsRepository } from './credentials.repository.js';
import { ownPerson } from './own-person.js';
import { requireGoodPassword } from './password-rules.js';
import { PasswordsService } from './passwords.service.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { currentPasswordWrong, signInThrottled } from './sign-in.errors.js';
import { ThrottleService } from './throttle.service.js';

/** What somebody changes of their own account. */
@Injectable()
export class OwnAccountService {
  constructor(
    private readonly credentials: CredentialsRepository,
    private readonly sessionWays: SecondFactorRepository,
    private readonly passwords: PasswordsService,
    private readonly throttle: ThrottleService,
    private readonly sessions: SessionsService,
    private readonly audit: AuditLog,
  ) {}

  async change(change: OwnChange): Promise<void> {
    const { personId } = ownPerson();
    const before = await this.credentials.byId(personId);
    await this.credentials.transaction(async (manager) => {
      await this.credentials.rename(personId, change, manager);
      // That the name changed is in the trail, not the name.
      const named = change.name !== undefined && change.name !== before?.name;
      const after = { nameChanged: named, locale: change.locale ?? before?.locale };
      await this.audit.record({ action: 'person.change-own', object: `person:${personId}`, after }, manager);
    });
  }

  /**
   * Changes the password: every other session ends, and this one goes on under a new token.
   * @throws Problem CURRENT_PASSWORD_WRONG, PASSWORD_TOO_WEAK, SIGN_IN_THROTTLED
   */
  async changePassword({ current, next }: PasswordChange, exchange: Exchange): Promise<void> {
    const principal = ownPerson();
    const { personId } = principal;
    const account = await this.credentials.byId(personId);
    if (account === null) throw currentPasswordWrong();
    const counted = await this.throttle.countAccount(account.email);
    if (counted.locked) throw signInThrottled(counted.lockedFor);
    if (!(await this.passwords.isRight(current, account.hash))) {
      const object = `person:${personId}`;
      await this.audit.record({ action: 'password.change', object, outcome: 'refused' });
      throw currentPasswordWrong();
    }
    await this.throttle.release(account.email, personId);
    requireGoodPassword(next, account, 'next');
    const hash = await this.passwords.hash(next);
    const via = await this.sessionWays.viaOf(principal.sessionId);
    await this.credentials.transaction(async (manager) => {
      await this.credentials.setPassword(personId, hash, manager);
      const ended = await this.sessions.endAll(personId, principal.sessionId, 'password changed', manager);
      const after = { sessionsEnded: ended.length };
      await this.audit.record({ action: 'password.change', object: `person:${personId}`, after }, manager);
    });
    await this.sessions.begin({ personId, strength: principal.strength, via }, exchange);
  }
}
