import { inject, Injectable } from '@angular/core';
import { Api } from '../../api-client/api.js';
import { listDataSets } from '../../api-client/fn/data-sets/list-data-sets.js';
import { getEdition } from '../../api-client/fn/editions/get-edition.js';
import { listEditions } from '../../api-client/fn/editions/list-editions.js';
import type { Edition } from '../../api-client/models/edition.js';
import type { EditionSummary } from '../../api-client/models/edition-summary.js';

/** Editions over HTTP. */
@Injectable({ providedIn: 'root' })
export class EditionsClient {
  private readonly api = inject(Api);

  /** Of every data set, the official one first; within one the newest first. */
  async list(): Promise<readonly EditionSummary[]> {
    const sets = await this.api.invoke(listDataSets);
    const pages = await Promise.all(
      sets.map(({ code }) => this.api.invoke(listEditions, { dataSet: code, size: 500 })),
    );
    return pages.flatMap(({ items }) => items);
  }

  edition(code: string): Promise<Edition> {
    return this.api.invoke(getEdition, { code });
  }
}
