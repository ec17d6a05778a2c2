import { inject, Injectable } from '@angular/core';
import type { Region } from '../../api-client/models/region.js';
import type { UnitPage } from '../../api-client/models/unit-page.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { UnitsClient, type UnitsQuestion } from './units-client.js';

/** The roster of a day. */
@Injectable()
export class UnitsStore {
  private readonly client = inject(UnitsClient);
  private readonly list = new Loaded<UnitPage>((page) => page.items.length === 0);
  private readonly regionList = new Loaded<readonly Region[]>();

  readonly state = this.list.state;
  readonly stale = this.list.stale;
  readonly regions = this.regionList.value;

  async open(question: UnitsQuestion): Promise<void> {
    await Promise.all([
      this.list.load(() => this.client.units(question)),
      this.regionList.load(() => this.client.regions(question.on)),
    ]);
  }
}
