import { inject, Injectable } from '@angular/core';
import { Api } from '../../api-client/api.js';
import { getTarget } from '../../api-client/fn/targets/get-target.js';
import { listTargetUnits } from '../../api-client/fn/targets/list-target-units.js';
import { listTargets } from '../../api-client/fn/targets/list-targets.js';
import type { MeasureUnitFigurePage } from '../../api-client/models/measure-unit-figure-page.js';
import type { TargetDetail } from '../../api-client/models/target-detail.js';
import type { TargetPage } from '../../api-client/models/target-page.js';

/** Which figures are asked for. */
export interface TargetsQuestion {
  readonly programme: string;
  readonly dataSet: string;
  readonly period: string | undefined;
}

@Injectable({ providedIn: 'root' })
export class TargetsClient {
  private readonly api = inject(Api);

  /** The whole programme: a few dozen targets at most; filters are applied on screen. */
  list(question: TargetsQuestion): Promise<TargetPage> {
    return this.api.invoke(listTargets, { ...question, size: 500 });
  }

  target(code: string, question: TargetsQuestion): Promise<TargetDetail> {
    return this.api.invoke(getTarget, { code, ...question });
  }

  units(code: string, question: TargetsQuestion): Promise<MeasureUnitFigurePage> {
    return this.api.invoke(listTargetUnits, { code, ...question, size: 500 });
  }
}
