import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { OneTimeLinksService } from '../identity/one-time-links.service.js';
import { BackgroundService } from './background.service.js';
import { type Account, CredentialsRepository } from './credentials.repository.js';
import { LINK_HOURS } from './sign-in-rules.js';
import { ThrottleService } from './throttle.service.js';

const HOUR = 3_600;

/** Accounts that wrong passwords or codes have locked, and the ways back: time, a link by mail, an operator. */
@Injectable()
export class LockedAccountsService {
  constructor(
    private readonly credentials: CredentialsRepository,
    private readonly throttle: ThrottleService,
    private readonly links: OneTimeLinksService,
    private readonly mailer: Mailer,
    private readonly background: BackgroundService,
    private readonly audit: AuditLog,
  ) {}

  /** Notes that an account, or a name that is none, was locked just now, and sends its owner the way back. */
  async tell(account: Account | null): Promise<void> {
    const object = account === null ? 'person:unknown' : `person:${account.id}`;
    await this.audit.record({ action: 'session.lock', object, outcome: 'refused' });
    this.background.run('unlock letter', async () => {
      if (account === null || account.suspended || account.demo || !this.mailer.configured) return;
      if (!(await this.throttle.mayMail(account.email))) return;
      const { url, expiresAt } = await this.links.make('unlock', account.id, LINK_HOURS.unlock * HOUR);
      await this.mailer.send({
        to: { name: account.name, address: account.email },
        locale: account.locale,
        template: 'unlock',
        params: { name: account.name, link: url, expiresAt },
      });
    });
  }

  /** Ends the lock of a person's account; who may do that is the caller's to ask. */
  async unlock(personId: string): Promise<void> {
    const account = await this.credentials.byId(personId);
    if (account === null) return;
    await this.throttle.release(account.email, personId);
    await this.audit.record({ action: 'session.unlock', object: `person:${personId}` });
  }

  /** Seconds for which an account is still locked; null when it is not. */
  async lockedFor(personId: string): Promise<number | null> {
    const account = await this.credentials.byId(personId);
    return account === null ? null : this.throttle.lockedFor(account.email, personId);
  }
}
