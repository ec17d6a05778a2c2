import { inject, Injectable } from '@angular/core';
import { Api } from '../../api-client/api.js';
import { ApiConfiguration } from '../../api-client/api-configuration.js';
import { getAuditChain } from '../../api-client/fn/audit/get-audit-chain.js';
import { getAuditEventsCsv } from '../../api-client/fn/audit/get-audit-events-csv.js';
import { getAuditEventsLines } from '../../api-client/fn/audit/get-audit-events-lines.js';
import { listAuditActions } from '../../api-client/fn/audit/list-audit-actions.js';
import { listAuditEvents } from '../../api-client/fn/audit/list-audit-events.js';
import type { AuditAction } from '../../api-client/models/audit-action.js';
import type { AuditChain } from '../../api-client/models/audit-chain.js';
import type { AuditEventPage } from '../../api-client/models/audit-event-page.js';
import type { AuditQuestion } from './audit-question.js';

/** Reads the trail over HTTP. */
@Injectable({ providedIn: 'root' })
export class AuditClient {
  private readonly api = inject(Api);
  private readonly root = inject(ApiConfiguration).rootUrl;

  events(question: AuditQuestion): Promise<AuditEventPage> {
    return this.api.invoke(listAuditEvents, question);
  }

  chain(): Promise<AuditChain> {
    return this.api.invoke(getAuditChain);
  }

  actions(): Promise<readonly AuditAction[]> {
    return this.api.invoke(listAuditActions);
  }

  /** Where the events are as a file, with the same filters. */
  fileAddress({ page: _page, size: _size, ...filters }: AuditQuestion, kind: 'csv' | 'jsonl'): string {
    const given = Object.entries(filters).filter(([, value]) => value !== undefined);
    const path = kind === 'csv' ? getAuditEventsCsv.PATH : getAuditEventsLines.PATH;
    return `${this.root}${path}?${new URLSearchParams(given as [string, string][]).toString()}`;
  }
}
