import { inject, Injectable } from '@angular/core';
import { Api } from '../../api-client/api.js';
import {
  createDatabaseAssertion,
  type CreateDatabaseAssertion$Params,
} from '../../api-client/fn/databases/create-database-assertion.js';
import {
  createDatabaseOwner,
  type CreateDatabaseOwner$Params,
} from '../../api-client/fn/databases/create-database-owner.js';
import { getNationalDatabase } from '../../api-client/fn/databases/get-national-database.js';
import { listUnits } from '../../api-client/fn/units/list-units.js';
import type { NationalDatabaseDetail } from '../../api-client/models/national-database-detail.js';
import type { UnitSummary } from '../../api-client/models/unit-summary.js';

export type AssertionRequest = CreateDatabaseAssertion$Params['body'];
export type OwnerRequest = CreateDatabaseOwner$Params['body'];

/** Reads and writes one national database over HTTP. */
@Injectable({ providedIn: 'root' })
export class NationalClient {
  private readonly api = inject(Api);

  detail(id: string, dataSet: string, period: string): Promise<NationalDatabaseDetail> {
    return this.api.invoke(getNationalDatabase, { id, dataSet, period });
  }

  async ministries(): Promise<readonly UnitSummary[]> {
    return (await this.api.invoke(listUnits, { level: 'ministry', size: 500 })).items;
  }

  async assert(id: string, dataSet: string, body: AssertionRequest): Promise<void> {
    await this.api.invoke(createDatabaseAssertion, { id, dataSet, body });
  }

  async setOwner(id: string, body: OwnerRequest): Promise<void> {
    await this.api.invoke(createDatabaseOwner, { id, body });
  }
}
