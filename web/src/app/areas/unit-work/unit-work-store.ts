import { inject, Injectable } from '@angular/core';
import type { UnitWork } from '../../api-client/models/unit-work.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { UnitWorkClient } from './unit-work-client.js';

/** What lies before one unit. */
@Injectable()
export class UnitWorkStore {
  private readonly client = inject(UnitWorkClient);
  private readonly loaded = new Loaded<UnitWork>();

  readonly state = this.loaded.state;
  readonly work = this.loaded.value;
  readonly stale = this.loaded.stale;

  open(id: string, dataSet: string): Promise<void> {
    return this.loaded.load(() => this.client.work(id, dataSet));
  }
}
