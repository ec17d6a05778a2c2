import { inject, Injectable } from '@angular/core';
import { Api } from '../../api-client/api.js';
import { listDataSets } from '../../api-client/fn/data-sets/list-data-sets.js';
import type { DataSet } from '../../api-client/models/data-set.js';

/** Data sets over HTTP. */
@Injectable({ providedIn: 'root' })
export class DataSetsClient {
  private readonly api = inject(Api);

  list(): Promise<readonly DataSet[]> {
    return this.api.invoke(listDataSets);
  }
}
