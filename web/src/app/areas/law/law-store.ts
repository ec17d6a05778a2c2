import { inject, Injectable } from '@angular/core';
import type { LegalDocument } from '../../api-client/models/legal-document.js';
import type { Programme } from '../../api-client/models/programme.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { LawClient, type DocumentsQuestion } from './law-client.js';

/** Programmes, all documents for the counts, and those that the filters leave. */
@Injectable()
export class LawStore {
  private readonly client = inject(LawClient);
  private readonly list = new Loaded<readonly LegalDocument[]>((documents) => documents.length === 0);
  private readonly whole = new Loaded<readonly LegalDocument[]>();
  private readonly programmeList = new Loaded<readonly Programme[]>();

  readonly state = this.list.state;
  readonly stale = this.list.stale;
  readonly all = this.whole.value;
  readonly programmes = this.programmeList.state;

  async open(question: DocumentsQuestion): Promise<void> {
    await Promise.all([
      this.list.load(() => this.client.documents(question)),
      this.whole.value() === null ? this.whole.load(() => this.client.documents({})) : Promise.resolve(),
      this.programmeList.value() === null ? this.openProgrammes() : Promise.resolve(),
    ]);
  }

  openProgrammes(): Promise<void> {
    return this.programmeList.load(() => this.client.programmes());
  }
}
