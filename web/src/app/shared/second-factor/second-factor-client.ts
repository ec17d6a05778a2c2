import { inject, Injectable } from '@angular/core';
import { Api } from '../../api-client/api.js';
import { confirmSecondFactor } from '../../api-client/fn/me/confirm-second-factor.js';
import { getSecondFactor } from '../../api-client/fn/me/get-second-factor.js';
import { offerSecondFactor } from '../../api-client/fn/me/offer-second-factor.js';
import { removeSecondFactor } from '../../api-client/fn/me/remove-second-factor.js';
import { renewRecoveryCodes } from '../../api-client/fn/me/renew-recovery-codes.js';
import type { SecondFactor } from '../../api-client/models/second-factor.js';
import type { SecondFactorEnrolment } from '../../api-client/models/second-factor-enrolment.js';

/** The own second factor over HTTP. */
@Injectable({ providedIn: 'root' })
export class SecondFactorClient {
  private readonly api = inject(Api);

  standing(): Promise<SecondFactor> {
    return this.api.invoke(getSecondFactor);
  }

  offer(): Promise<SecondFactorEnrolment> {
    return this.api.invoke(offerSecondFactor);
  }

  async confirm(code: string): Promise<readonly string[]> {
    return (await this.api.invoke(confirmSecondFactor, { body: { code } })).recoveryCodes;
  }

  async remove(code: string): Promise<void> {
    await this.api.invoke(removeSecondFactor, { body: { code } });
  }

  async renew(code: string): Promise<readonly string[]> {
    return (await this.api.invoke(renewRecoveryCodes, { body: { code } })).recoveryCodes;
  }
}
