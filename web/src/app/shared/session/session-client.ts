import { inject, Injectable } from '@angular/core';
import { Api } from '../../api-client/api.js';
import { endSession } from '../../api-client/fn/session/end-session.js';
import { getSession } from '../../api-client/fn/session/get-session.js';
import { listPermissions } from '../../api-client/fn/session/list-permissions.js';
import type { Permission } from '../../api-client/models/permission.js';
import type { Session as SessionDto } from '../../api-client/models/session.js';

/** The session of this browser over HTTP. */
@Injectable({ providedIn: 'root' })
export class SessionClient {
  private readonly api = inject(Api);

  current(): Promise<SessionDto> {
    return this.api.invoke(getSession);
  }

  /** The whole table of permissions: what each role may do. */
  permissions(): Promise<readonly Permission[]> {
    return this.api.invoke(listPermissions);
  }

  async end(): Promise<void> {
    await this.api.invoke(endSession);
  }
}
