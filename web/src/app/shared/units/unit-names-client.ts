import { inject, Injectable } from '@angular/core';
import { Api } from '../../api-client/api.js';
import { getUnit } from '../../api-client/fn/units/get-unit.js';
import { listUnits } from '../../api-client/fn/units/list-units.js';

interface UnitName {
  readonly id: string;
  readonly nameVi: string;
  readonly nameEn: string;
}

/** Units by their names over HTTP. */
@Injectable({ providedIn: 'root' })
export class UnitNamesClient {
  private readonly api = inject(Api);

  async today(): Promise<readonly UnitName[]> {
    return (await this.api.invoke(listUnits, { size: 500 })).items;
  }

  one(id: string): Promise<UnitName> {
    return this.api.invoke(getUnit, { id });
  }
}
