import { inject, Injectable } from '@angular/core';
import type { Bridge } from '../../api-client/models/bridge.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { MethodologyClient } from './methodology-client.js';

/** One year, scored by two versions. */
@Injectable()
export class BridgeStore {
  private readonly client = inject(MethodologyClient);
  private readonly loaded = new Loaded<Bridge>((bridge) => bridge.units.length === 0);

  readonly state = this.loaded.state;
  readonly stale = this.loaded.stale;
  readonly bridge = this.loaded.value;

  async open(before: string, after: string, period: string, dataSet: string): Promise<void> {
    await this.loaded.load(() => this.client.bridge(before, after, period, dataSet));
  }
}
