import { inject, Injectable } from '@angular/core';
import type { Source } from '../../api-client/models/source.js';
import type { UnitDetail } from '../../api-client/models/unit-detail.js';
import type { UnitHistory } from '../../api-client/models/unit-history.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { UnitsClient } from './units-client.js';

export interface UnitData {
  readonly detail: UnitDetail;
  readonly history: UnitHistory;
  /** Every source there is; results name theirs by id. */
  readonly sources: readonly Source[];
}

/** One unit: what it is and was, and its results over the editions. */
@Injectable()
export class UnitStore {
  private readonly client = inject(UnitsClient);
  private readonly loaded = new Loaded<UnitData>();

  readonly state = this.loaded.state;

  open(id: string, dataSet: string): Promise<void> {
    return this.loaded.load(async () => {
      const [detail, history, sources] = await Promise.all([
        this.client.unit(id),
        this.client.history(id, dataSet),
        this.client.sources(),
      ]);
      return { detail, history, sources };
    });
  }
}
