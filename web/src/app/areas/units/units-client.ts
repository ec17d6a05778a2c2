import { inject, Injectable } from '@angular/core';
import { Api } from '../../api-client/api.js';
import { getUnitHistory } from '../../api-client/fn/rankings/get-unit-history.js';
import { listRegions } from '../../api-client/fn/units/list-regions.js';
import { getUnit } from '../../api-client/fn/units/get-unit.js';
import { listUnits, type ListUnits$Params } from '../../api-client/fn/units/list-units.js';
import { listSources } from '../../api-client/fn/observations/list-sources.js';
import type { Region } from '../../api-client/models/region.js';
import type { Source } from '../../api-client/models/source.js';
import type { UnitDetail } from '../../api-client/models/unit-detail.js';
import type { UnitHistory } from '../../api-client/models/unit-history.js';
import type { UnitPage } from '../../api-client/models/unit-page.js';

export type UnitsQuestion = Pick<ListUnits$Params, 'on' | 'level' | 'region' | 'q'>;

@Injectable({ providedIn: 'root' })
export class UnitsClient {
  private readonly api = inject(Api);

  /** The whole list of a day: at most a few hundred units, so one page. */
  units(question: UnitsQuestion): Promise<UnitPage> {
    return this.api.invoke(listUnits, { ...question, size: 500 });
  }

  regions(on: string | undefined): Promise<readonly Region[]> {
    return this.api.invoke(listRegions, { on });
  }

  unit(id: string): Promise<UnitDetail> {
    return this.api.invoke(getUnit, { id });
  }

  sources(): Promise<readonly Source[]> {
    return this.api.invoke(listSources);
  }

  history(id: string, dataSet: string): Promise<UnitHistory> {
    return this.api.invoke(getUnitHistory, { id, dataSet });
  }
}
