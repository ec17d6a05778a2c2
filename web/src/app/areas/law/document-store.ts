import { inject, Injectable } from '@angular/core';
import type { LegalClause } from '../../api-client/models/legal-clause.js';
import type { LegalDocumentDetail } from '../../api-client/models/legal-document-detail.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { LawClient } from './law-client.js';

export interface DocumentData {
  readonly document: LegalDocumentDetail;
  /** Every clause, in the document's order. */
  readonly clauses: readonly LegalClause[];
}

/** One document with its clauses, and those that a search finds in it. */
@Injectable()
export class DocumentStore {
  private readonly client = inject(LawClient);
  private readonly loaded = new Loaded<DocumentData>();
  private readonly found = new Loaded<readonly LegalClause[]>((clauses) => clauses.length === 0);

  readonly state = this.loaded.state;
  readonly search = this.found.state;
  readonly searching = this.found.stale;

  open(id: string): Promise<void> {
    return this.loaded.load(async () => {
      const [document, clauses] = await Promise.all([
        this.client.document(id),
        this.client.clauses(id, undefined),
      ]);
      return { document, clauses };
    });
  }

  find(id: string, words: string): Promise<void> {
    return this.found.load(() => this.client.clauses(id, words));
  }
}
