import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { asSystem, currentContext } from '../../platform/access/request-context.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { hashOfToken, newToken } from '../identity/secret-token.js';
import type { Exchange } from '../identity/exchange.js';
import { SessionsService } from '../identity/sessions.service.js';
import { signInThrottled } from '../sign-in/sign-in.errors.js';
import { addressGroup } from '../sign-in/throttle-key.js';
import { hasSecondFactor } from './claims.js';
import { IdentityProvider } from './identity-provider.js';
import { OidcAccountsService } from './oidc-accounts.service.js';
import { OidcRefusal } from './oidc-refusal.js';
import { OidcRepository } from './oidc.repository.js';
import { secretsOf } from './sign-in-secrets.js';

/** How long somebody may take at the provider. */
export const TRANSACTION_SECONDS = 600;

/** Sign-ins that one address may begin, whether they come back or not: each leaves a row for a while. */
export const DEPARTURES = { points: 300, duration: 900 } as const;

export interface Departure {
  /** For the browser's cookie. */
  readonly token: string;
  readonly address: string;
}

/** Signing in by the identity provider, from leaving for it to the session. */
@Injectable()
export class OidcService {
  private readonly departures = new RateLimiterMemory(DEPARTURES);

  constructor(
    private readonly provider: IdentityProvider,
    private readonly repository: OidcRepository,
    private readonly accounts: OidcAccountsService,
    private readonly sessions: SessionsService,
    private readonly audit: AuditLog,
  ) {}

  /** @throws OidcRefusal OIDC_UNREACHABLE; Problem OIDC_NOT_CONFIGURED, SIGN_IN_THROTTLED */
  async depart(returnTo: string, redirectUri: string): Promise<Departure> {
    this.provider.configured();
    await this.countDeparture();
    const token = newToken();
    const address = await this.refusing(() => this.provider.signInAddress(secretsOf(token), redirectUri));
    await this.repository.leave(hashOfToken(token), returnTo, TRANSACTION_SECONDS);
    return { token, address: address.href };
  }

  /**
   * Ends what {@link depart} began: the answer must be of this very browser's sign-in, and is worth something once.
   * @returns where to go on
   * @throws OidcRefusal
   */
  async arrive(token: string | null, answer: URL, exchange: Exchange): Promise<string> {
    const settings = this.provider.configured();
    return this.refusing(async () => {
      const secrets = token === null ? null : secretsOf(token);
      // Asked before the sign-in is taken: an answer planted by another site uses nothing up.
      if (token === null || secrets === null || answer.searchParams.get('state') !== secrets.state) {
        throw new OidcRefusal('OIDC_STATE_INVALID', 'not of this browser');
      }
      const returnTo = await this.repository.take(hashOfToken(token));
      if (returnTo === null) throw new OidcRefusal('OIDC_STATE_INVALID', 'used or expired');
      const identity = await this.provider.identityOf(answer, secrets);
      const strength = hasSecondFactor(identity.claims) ? 'two-factor' : 'one-factor';
      const { personId, waits } = await asSystem('oidc', async () => {
        const settled = await this.accounts.settle(identity, settings);
        return { personId: settled, waits: await this.accounts.needsSecondFactor(settled) };
      });
      await this.sessions.begin({ personId, strength, via: 'oidc' }, exchange);
      if (strength === 'two-factor' || !waits) return returnTo;
      // The sign-in page asks for the code, or offers to enrol, and leads on.
      return `/sign-in?${new URLSearchParams({ returnTo }).toString()}`;
    });
  }

  private async countDeparture(): Promise<void> {
    try {
      await this.departures.consume(addressGroup(currentContext().address));
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw signInThrottled(Math.ceil(error.msBeforeNext / 1000));
    }
  }

  /** Every refusal leaves a row in the trail. */
  private async refusing<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof OidcRefusal) {
        const { code, reason, personId } = error;
        const object = personId === null ? 'oidc' : `person:${personId}`;
        await this.audit.record({
          action: 'oidc.refuse',
          object,
          after: { code, reason },
          outcome: 'refused',
        });
      }
      throw error;
    }
  }
}
