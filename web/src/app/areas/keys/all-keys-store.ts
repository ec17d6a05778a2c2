import { inject, Injectable } from '@angular/core';
import type { HeldApiKeyPage } from '../../api-client/models/held-api-key-page.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { Writing } from '../../shared/problem/writing.js';
import { KeysClient, type KeysQuestion } from './keys-client.js';

/** Everybody's keys, for the operator. */
@Injectable()
export class AllKeysStore {
  private readonly client = inject(KeysClient);
  private readonly keys = new Loaded<HeldApiKeyPage>();
  private readonly revoking = new Writing();
  private asked: KeysQuestion = { state: null, text: '', page: 1 };

  readonly state = this.keys.state;
  readonly stale = this.keys.stale;
  readonly revokeState = this.revoking.state;

  load(question: KeysQuestion = this.asked): Promise<void> {
    this.asked = question;
    return this.keys.load(() => this.client.all(question));
  }

  async revoke(id: string): Promise<void> {
    await this.revoking.write(() => this.client.revoke(id));
    await this.load();
  }
}
