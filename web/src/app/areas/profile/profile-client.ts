import { inject, Injectable } from '@angular/core';
import { Api } from '../../api-client/api.js';
import { changeOwn } from '../../api-client/fn/me/change-own.js';
import { changePassword } from '../../api-client/fn/me/change-password.js';
import { endOtherSessions } from '../../api-client/fn/sessions/end-other-sessions.js';
import { endOwnSession } from '../../api-client/fn/sessions/end-own-session.js';
import { listOwnSessions } from '../../api-client/fn/sessions/list-own-sessions.js';
import type { OwnChange } from '../../api-client/models/own-change.js';
import type { OwnSession } from '../../api-client/models/own-session.js';
import type { PasswordChange } from '../../api-client/models/password-change.js';

/** The own account over HTTP. */
@Injectable({ providedIn: 'root' })
export class ProfileClient {
  private readonly api = inject(Api);

  async change(body: OwnChange): Promise<void> {
    await this.api.invoke(changeOwn, { body });
  }

  async changePassword(body: PasswordChange): Promise<void> {
    await this.api.invoke(changePassword, { body });
  }

  sessions(): Promise<readonly OwnSession[]> {
    return this.api.invoke(listOwnSessions);
  }

  async endSession(id: string): Promise<void> {
    await this.api.invoke(endOwnSession, { id });
  }

  async endOtherSessions(): Promise<void> {
    await this.api.invoke(endOtherSessions);
  }
}
