import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { OneTimeLinksService } from '../identity/one-time-links.service.js';
import { emailKey } from '../identity/secret-token.js';
import { BackgroundService } from './background.service.js';
import { CredentialsRepository } from './credentials.repository.js';
import { LINK_HOURS } from './sign-in-rules.js';
import type { PasswordReset } from './sign-in.dto.js';
import { ThrottleService } from './throttle.service.js';

const HOUR = 3_600;

/** Sends whoever forgot the password a way to set another, and tells nobody whether there is an account. */
@Injectable()
export class PasswordResetsService {
  constructor(
    private readonly credentials: CredentialsRepository,
    private readonly throttle: ThrottleService,
    private readonly links: OneTimeLinksService,
    private readonly mailer: Mailer,
    private readonly background: BackgroundService,
    private readonly audit: AuditLog,
  ) {}

  /** Takes the question; everything that depends on the account is done after the answer. */
  async ask({ email }: PasswordReset): Promise<void> {
    await this.throttle.countResetFromAddress();
    this.background.run('password reset', () => this.answer(email));
  }

  private async answer(email: string): Promise<void> {
    const account = await this.credentials.byEmail(emailKey(email));
    const known = account !== null && !account.suspended && !account.demo;
    if (!known || !this.mailer.configured || !(await this.throttle.mayMail(email))) {
      const object = account === null ? 'person:unknown' : `person:${account.id}`;
      await this.audit.record({ action: 'password.reset-asked', object, outcome: 'refused' });
      return;
    }
    const { url, expiresAt } = await this.links.make(
      'password-reset',
      account.id,
      LINK_HOURS['password-reset'] * HOUR,
    );
    await this.audit.record({ action: 'password.reset-asked', object: `person:${account.id}` });
    await this.mailer.send({
      to: { name: account.name, address: account.email },
      locale: account.locale,
      template: 'password-reset',
      params: { name: account.name, link: url, expiresAt },
    });
  }
}
