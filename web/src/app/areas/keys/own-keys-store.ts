import { inject, Injectable, signal } from '@angular/core';
import type { ApiKey } from '../../api-client/models/api-key.js';
import type { ApiKeyRequest } from '../../api-client/models/api-key-request.js';
import type { MadeApiKey } from '../../api-client/models/made-api-key.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { Writing } from '../../shared/problem/writing.js';
import { KeysClient } from './keys-client.js';

/** The own keys, and the one that was just made, until it is put away. */
@Injectable()
export class OwnKeysStore {
  private readonly client = inject(KeysClient);
  private readonly keys = new Loaded<readonly ApiKey[]>();
  private readonly making = new Writing();
  private readonly revoking = new Writing();
  private readonly shown = signal<MadeApiKey | null>(null);

  readonly state = this.keys.state;
  readonly makeState = this.making.state;
  readonly revokeState = this.revoking.state;
  /** It is here and nowhere else: gone with the page. */
  readonly made = this.shown.asReadonly();

  load(): Promise<void> {
    return this.keys.load(() => this.client.own());
  }

  /** @returns whether the key was made */
  async make(request: ApiKeyRequest): Promise<boolean> {
    const made = await this.making.write(() => this.client.make(request));
    if (made === null) return false;
    this.shown.set(made);
    await this.load();
    return true;
  }

  putAway(): void {
    this.shown.set(null);
  }

  async revoke(id: string): Promise<void> {
    await this.revoking.write(() => this.client.revokeOwn(id));
    if (this.shown()?.id === id) this.putAway();
    await this.load();
  }
}
