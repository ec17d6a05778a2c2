import { inject, Injectable } from '@angular/core';
import type { AuditAction } from '../../api-client/models/audit-action.js';
import type { AuditChain } from '../../api-client/models/audit-chain.js';
import type { AuditEventPage } from '../../api-client/models/audit-event-page.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { AuditClient } from './audit-client.js';
import type { AuditQuestion } from './audit-question.js';

/** The trail: a page of its events, the state of its chain, the actions to choose from. */
@Injectable()
export class AuditStore {
  private readonly client = inject(AuditClient);
  private readonly eventsOf = new Loaded<AuditEventPage>((page) => page.total === 0);
  private readonly chainOf = new Loaded<AuditChain>();
  private readonly actionsOf = new Loaded<readonly AuditAction[]>();

  readonly events = this.eventsOf.state;
  readonly stale = this.eventsOf.stale;
  readonly chain = this.chainOf.state;
  readonly actions = this.actionsOf.value;

  async open(): Promise<void> {
    await Promise.all([
      this.chainOf.load(() => this.client.chain()),
      this.actionsOf.load(() => this.client.actions()),
    ]);
  }

  async find(question: AuditQuestion): Promise<void> {
    await this.eventsOf.load(() => this.client.events(question));
  }

  fileAddress(question: AuditQuestion, kind: 'csv' | 'jsonl'): string {
    return this.client.fileAddress(question, kind);
  }
}
