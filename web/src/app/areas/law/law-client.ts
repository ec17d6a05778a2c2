import { inject, Injectable } from '@angular/core';
import { Api } from '../../api-client/api.js';
import { getLegalDocument } from '../../api-client/fn/law/get-legal-document.js';
import { listClauses } from '../../api-client/fn/law/list-clauses.js';
import {
  listLegalDocuments,
  type ListLegalDocuments$Params,
} from '../../api-client/fn/law/list-legal-documents.js';
import { listProgrammes } from '../../api-client/fn/law/list-programmes.js';
import type { LegalClause } from '../../api-client/models/legal-clause.js';
import type { LegalDocument } from '../../api-client/models/legal-document.js';
import type { LegalDocumentDetail } from '../../api-client/models/legal-document-detail.js';
import type { Programme } from '../../api-client/models/programme.js';

export type DocumentsQuestion = Pick<ListLegalDocuments$Params, 'state' | 'q'>;

const ALL = 500;

@Injectable({ providedIn: 'root' })
export class LawClient {
  private readonly api = inject(Api);

  async documents(question: DocumentsQuestion): Promise<readonly LegalDocument[]> {
    return (await this.api.invoke(listLegalDocuments, { ...question, size: ALL })).items;
  }

  programmes(): Promise<readonly Programme[]> {
    return this.api.invoke(listProgrammes);
  }

  document(id: string): Promise<LegalDocumentDetail> {
    return this.api.invoke(getLegalDocument, { id });
  }

  async clauses(id: string, q: string | undefined): Promise<readonly LegalClause[]> {
    return (await this.api.invoke(listClauses, { id, size: ALL, ...(q === undefined ? {} : { q }) })).items;
  }
}
