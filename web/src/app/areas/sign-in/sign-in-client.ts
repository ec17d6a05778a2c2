import { inject, Injectable } from '@angular/core';
import { Api } from '../../api-client/api.js';
import { confirmSecondFactor } from '../../api-client/fn/me/confirm-second-factor.js';
import { offerSecondFactor } from '../../api-client/fn/me/offer-second-factor.js';
import { beginDemoSession } from '../../api-client/fn/session/begin-demo-session.js';
import { askPasswordReset } from '../../api-client/fn/sign-in/ask-password-reset.js';
import { beginSession } from '../../api-client/fn/sign-in/begin-session.js';
import { inspectLink } from '../../api-client/fn/sign-in/inspect-link.js';
import { proveSecondFactor } from '../../api-client/fn/sign-in/prove-second-factor.js';
import { redeemLink } from '../../api-client/fn/sign-in/redeem-link.js';
import type { LinkRedemption } from '../../api-client/models/link-redemption.js';
import type { OneTimeLink } from '../../api-client/models/one-time-link.js';
import type { SecondFactorEnrolment } from '../../api-client/models/second-factor-enrolment.js';
import type { SignInAnswer } from '../../api-client/models/sign-in-answer.js';
import type { SignIn } from '../../api-client/models/sign-in.js';

@Injectable({ providedIn: 'root' })
export class SignInClient {
  private readonly api = inject(Api);

  signIn(body: SignIn): Promise<SignInAnswer> {
    return this.api.invoke(beginSession, { body });
  }

  async tryOut(account: string): Promise<void> {
    await this.api.invoke(beginDemoSession, { body: { account } });
  }

  async prove(code: string): Promise<void> {
    await this.api.invoke(proveSecondFactor, { body: { code } });
  }

  offer(): Promise<SecondFactorEnrolment> {
    return this.api.invoke(offerSecondFactor);
  }

  /** Confirms the offered secret. @returns the recovery codes, which nobody shows again */
  async confirm(code: string): Promise<readonly string[]> {
    return (await this.api.invoke(confirmSecondFactor, { body: { code } })).recoveryCodes;
  }

  inspect(token: string): Promise<OneTimeLink> {
    return this.api.invoke(inspectLink, { body: { token } });
  }

  redeem(body: LinkRedemption): Promise<SignInAnswer> {
    return this.api.invoke(redeemLink, { body });
  }

  async askReset(email: string): Promise<void> {
    await this.api.invoke(askPasswordReset, { body: { email } });
  }

  /** Where the sign-in by the provider begins; the server leads there and back. */
  providerAddress(returnTo: string): string {
    return `${this.api.rootUrl}/api/v1/oidc/start?${new URLSearchParams({ returnTo }).toString()}`;
  }
}
