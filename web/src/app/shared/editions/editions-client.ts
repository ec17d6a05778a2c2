import { inject, Injectable } from '@angular/core';
import { Api } from '../../api-client/api.js';
import { getEdition } from '../../api-client/fn/editions/get-edition.js';
import { listEditions } from '../../api-client/fn/editions/list-editions.js';
import type { Edition } from '../../api-client/models/edition.js';
import type { EditionSummary } from '../../api-client/models/edition-summary.js';

/** Editions over HTTP. */
@Injectable({ providedIn: 'root' })
export class EditionsClient {
  private readonly api = inject(Api);

  async list(): Promise<readonly EditionSummary[]> {
    return (await this.api.invoke(listEditions, { size: 500 })).items;
  }

  edition(code: string): Promise<Edition> {
    return this.api.invoke(getEdition, { code });
  }
}
