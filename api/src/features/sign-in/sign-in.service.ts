import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { emailKey } from '../identity/secret-token.js';
import type { Exchange } from '../identity/exchange.js';
import { SessionsService } from '../identity/sessions.service.js';
import { type Account, CredentialsRepository } from './credentials.repository.js';
import { LockedAccountsService } from './locked-accounts.service.js';
import { nextStep } from './next-step.js';
import { PasswordsService } from './passwords.service.js';
import type { SignIn, SignInAnswer } from './sign-in.dto.js';
import { signInRefused, signInThrottled } from './sign-in.errors.js';
import { ThrottleService } from './throttle.service.js';

type Reason = 'unknown' | 'suspended' | 'no password' | 'wrong password';

/** Signs people in by address of mail and password. */
@Injectable()
export class SignInService {
  constructor(
    private readonly credentials: CredentialsRepository,
    private readonly passwords: PasswordsService,
    private readonly throttle: ThrottleService,
    private readonly locked: LockedAccountsService,
    private readonly sessions: SessionsService,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Begins a session. Whatever it is refused for, the same is done and the same is answered.
   * @throws Problem SIGN_IN_REFUSED, SIGN_IN_THROTTLED
   */
  async signIn({ email, password }: SignIn, exchange: Exchange): Promise<SignInAnswer> {
    await this.throttle.countAddress();
    const counted = await this.throttle.countAccount(email);
    const account = await this.credentials.byEmail(emailKey(email));
    if (counted.locked) {
      if (counted.locks) await this.locked.tell(account);
      throw signInThrottled(counted.lockedFor);
    }
    const right = await this.passwords.isRight(password, account?.hash ?? null);
    const reason = reasonAgainst(account, right);
    if (account === null || reason !== null) {
      await this.refuse(account, reason ?? 'unknown');
      throw signInRefused();
    }
    await this.throttle.passed(email);
    await this.renew(account, password);
    await this.sessions.begin({ personId: account.id, strength: 'one-factor', via: 'password' }, exchange);
    return { next: nextStep(account.enrolled, await this.credentials.roles(account.id)) };
  }

  private async refuse(account: Account | null, reason: Reason): Promise<void> {
    await this.audit.record({
      action: 'session.refuse',
      object: account === null ? 'person:unknown' : `person:${account.id}`,
      after: { reason },
      outcome: 'refused',
    });
  }

  /** A hash of weaker parameters is made anew while the password is at hand. */
  private async renew({ id, hash }: Account, password: string): Promise<void> {
    if (hash === null || !this.passwords.isOutdated(hash)) return;
    await this.credentials.replaceHash(id, hash, await this.passwords.hash(password));
  }
}

function reasonAgainst(account: Account | null, right: boolean): Reason | null {
  if (account === null) return 'unknown';
  if (account.hash === null || account.demo) return 'no password';
  if (!right) return 'wrong password';
  return account.suspended ? 'suspended' : null;
}
