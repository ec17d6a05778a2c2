import { inject, Injectable } from '@angular/core';
import type { TargetPage } from '../../api-client/models/target-page.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { TargetsClient, type TargetsQuestion } from './targets-client.js';

/** The targets of a programme. */
@Injectable()
export class TargetsStore {
  private readonly client = inject(TargetsClient);
  private readonly list = new Loaded<TargetPage>((page) => page.items.length === 0);

  readonly state = this.list.state;
  readonly stale = this.list.stale;

  async open(question: TargetsQuestion): Promise<void> {
    await this.list.load(() => this.client.list(question));
  }
}
