import { inject, Injectable } from '@angular/core';
import { Api } from '../../api-client/api.js';
import { endAnySession } from '../../api-client/fn/sessions/end-any-session.js';
import { listSessions } from '../../api-client/fn/sessions/list-sessions.js';
import type { PersonSessionPage } from '../../api-client/models/person-session-page.js';

/** Sessions of everybody over HTTP. */
@Injectable({ providedIn: 'root' })
export class SessionsClient {
  private readonly api = inject(Api);

  list(person: string | null, size: number): Promise<PersonSessionPage> {
    return this.api.invoke(listSessions, { size, ...(person === null ? {} : { person }) });
  }

  async end(id: string): Promise<void> {
    await this.api.invoke(endAnySession, { id });
  }
}
