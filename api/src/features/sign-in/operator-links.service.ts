import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { notFound } from '../../platform/http/problem.js';
import { type MadeLink, OneTimeLinksService } from '../identity/one-time-links.service.js';
import { emailKey } from '../identity/secret-token.js';
import { CredentialsRepository } from './credentials.repository.js';
import { FirstOperatorRepository } from './first-operator.repository.js';
import { SecondFactorService } from './second-factor.service.js';
import { LINK_HOURS } from './sign-in-rules.js';
import { operatorExists } from './sign-in.errors.js';

const HOUR = 3_600;

/** Links for whoever has the machine itself: its terminal, where `npm start` and the command line are. */
@Injectable()
export class OperatorLinksService {
  constructor(
    private readonly links: OneTimeLinksService,
    private readonly credentials: CredentialsRepository,
    private readonly firstOperator: FirstOperatorRepository,
    private readonly secondFactor: SecondFactorService,
    private readonly audit: AuditLog,
  ) {}

  /** A link that makes the first operator; it opens nothing once there is one. Null when there is. */
  async firstStart(): Promise<MadeLink | null> {
    return (await this.firstOperator.exists()) ? null : this.make('first-operator', null);
  }

  /** The same, asked for. @throws Problem OPERATOR_EXISTS */
  async first(): Promise<MadeLink> {
    const link = await this.firstStart();
    if (link === null) throw operatorExists();
    return link;
  }

  /**
   * A way back for somebody: a new password, and without a second factor where it was lost.
   * @throws Problem PERSON_NOT_FOUND
   */
  async wayBack(email: string, resetSecondFactor: boolean): Promise<MadeLink> {
    const account = await this.credentials.byEmail(emailKey(email));
    if (account === null || account.demo || account.suspended) throw notFound('PERSON', email);
    if (resetSecondFactor) await this.secondFactor.reset(account.id);
    return this.make('password-reset', account.id);
  }

  private async make(
    purpose: 'first-operator' | 'password-reset',
    personId: string | null,
  ): Promise<MadeLink> {
    const link = await this.links.make(purpose, personId, LINK_HOURS[purpose] * HOUR);
    const object = personId === null ? 'link' : `person:${personId}`;
    await this.audit.record({ action: 'link.make', object, after: { purpose } });
    return link;
  }
}
