import { inject, Injectable } from '@angular/core';
import { Api } from '../../api-client/api.js';
import { listKeys } from '../../api-client/fn/keys/list-keys.js';
import { listOwnKeys } from '../../api-client/fn/keys/list-own-keys.js';
import { makeKey } from '../../api-client/fn/keys/make-key.js';
import { revokeKey } from '../../api-client/fn/keys/revoke-key.js';
import { revokeOwnKey } from '../../api-client/fn/keys/revoke-own-key.js';
import type { ApiKey } from '../../api-client/models/api-key.js';
import type { ApiKeyRequest } from '../../api-client/models/api-key-request.js';
import type { HeldApiKeyPage } from '../../api-client/models/held-api-key-page.js';
import type { KeyState } from '../../api-client/models/key-state.js';
import type { MadeApiKey } from '../../api-client/models/made-api-key.js';
import { PAGE_SIZE } from './keys-view.js';

/** What the list of everybody's keys is asked for. */
export interface KeysQuestion {
  readonly state: KeyState | null;
  readonly text: string;
  readonly page: number;
}

/** API keys over HTTP. */
@Injectable({ providedIn: 'root' })
export class KeysClient {
  private readonly api = inject(Api);

  own(): Promise<readonly ApiKey[]> {
    return this.api.invoke(listOwnKeys);
  }

  make(body: ApiKeyRequest): Promise<MadeApiKey> {
    return this.api.invoke(makeKey, { body });
  }

  async revokeOwn(id: string): Promise<void> {
    await this.api.invoke(revokeOwnKey, { id });
  }

  all({ state, text, page }: KeysQuestion): Promise<HeldApiKeyPage> {
    return this.api.invoke(listKeys, {
      page,
      size: PAGE_SIZE,
      ...(state === null ? {} : { state }),
      ...(text === '' ? {} : { q: text }),
    });
  }

  async revoke(id: string): Promise<void> {
    await this.api.invoke(revokeKey, { id });
  }
}
