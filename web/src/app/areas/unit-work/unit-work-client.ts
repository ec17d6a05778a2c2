import { inject, Injectable } from '@angular/core';
import { Api } from '../../api-client/api.js';
import { getUnitWork } from '../../api-client/fn/units/get-unit-work.js';
import type { UnitWork } from '../../api-client/models/unit-work.js';

@Injectable({ providedIn: 'root' })
export class UnitWorkClient {
  private readonly api = inject(Api);

  work(id: string, dataSet: string): Promise<UnitWork> {
    return this.api.invoke(getUnitWork, { id, dataSet });
  }
}
