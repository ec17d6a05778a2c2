import { inject, Injectable } from '@angular/core';
import type { MeasureUnitFigure } from '../../api-client/models/measure-unit-figure.js';
import type { TargetDetail } from '../../api-client/models/target-detail.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { TargetsClient, type TargetsQuestion } from './targets-client.js';

export interface TargetData {
  readonly target: TargetDetail;
  /** Of measures that units report; empty otherwise. */
  readonly units: readonly MeasureUnitFigure[];
}

/** One target with its history and the figures of the units. */
@Injectable()
export class TargetStore {
  private readonly client = inject(TargetsClient);
  private readonly one = new Loaded<TargetData>();

  readonly state = this.one.state;
  readonly stale = this.one.stale;

  async open(code: string, question: TargetsQuestion): Promise<void> {
    await this.one.load(async () => {
      const [target, units] = await Promise.all([
        this.client.target(code, question),
        this.client.units(code, question),
      ]);
      return { target, units: units.items };
    });
  }
}
