import { inject, Injectable } from '@angular/core';
import { Api } from '../../api-client/api.js';
import { getClause } from '../../api-client/fn/law/get-clause.js';
import type { LegalClauseDetail } from '../../api-client/models/legal-clause-detail.js';

/** One clause over HTTP; asked once for a page, since law does not change while it is read. */
@Injectable({ providedIn: 'root' })
export class ClauseClient {
  private readonly api = inject(Api);
  private readonly asked = new Map<string, Promise<LegalClauseDetail>>();

  clause(document: string, code: string): Promise<LegalClauseDetail> {
    const key = `${document}#${code}`;
    const known = this.asked.get(key);
    if (known !== undefined) return known;
    const answer = this.api.invoke(getClause, { id: document, code });
    this.asked.set(key, answer);
    // A request that failed is made again the next time.
    answer.catch(() => this.asked.delete(key));
    return answer;
  }
}
