import { inject, Injectable } from '@angular/core';
import { Api } from '../../api-client/api.js';
import { closeDatabase, type CloseDatabase$Params } from '../../api-client/fn/databases/close-database.js';
import { createDatabase, type CreateDatabase$Params } from '../../api-client/fn/databases/create-database.js';
import {
  createDatabaseVersion,
  type CreateDatabaseVersion$Params,
} from '../../api-client/fn/databases/create-database-version.js';
import {
  createInventoryStep,
  type CreateInventoryStep$Params,
} from '../../api-client/fn/databases/create-inventory-step.js';
import { createObstacle, type CreateObstacle$Params } from '../../api-client/fn/databases/create-obstacle.js';
import {
  createObstacleStep,
  type CreateObstacleStep$Params,
} from '../../api-client/fn/databases/create-obstacle-step.js';
import {
  createSharingService,
  type CreateSharingService$Params,
} from '../../api-client/fn/databases/create-sharing-service.js';
import { getDatabase } from '../../api-client/fn/databases/get-database.js';
import { getInventory } from '../../api-client/fn/databases/get-inventory.js';
import { listDatabaseTerms } from '../../api-client/fn/databases/list-database-terms.js';
import { listNationalDatabases } from '../../api-client/fn/databases/list-national-databases.js';
import { listUnits } from '../../api-client/fn/units/list-units.js';
import type { DatabaseTerms } from '../../api-client/models/database-terms.js';
import type { Inventory } from '../../api-client/models/inventory.js';
import type { NationalDatabase } from '../../api-client/models/national-database.js';
import type { RegisteredDatabaseDetail } from '../../api-client/models/registered-database-detail.js';
import type { UnitSummary } from '../../api-client/models/unit-summary.js';

export type Registration = CreateDatabase$Params['body'];
export type Revision = CreateDatabaseVersion$Params['body'];
export type Closure = CloseDatabase$Params['body'];
export type StepRequest = CreateInventoryStep$Params['body'];
export type ObstacleRequest = CreateObstacle$Params['body'];
export type ObstacleStepRequest = CreateObstacleStep$Params['body'];
export type ServiceRequest = CreateSharingService$Params['body'];

/** Reads and writes one entry of a register over HTTP. */
@Injectable({ providedIn: 'root' })
export class DatabaseClient {
  private readonly api = inject(Api);

  terms(): Promise<DatabaseTerms> {
    return this.api.invoke(listDatabaseTerms);
  }

  async national(): Promise<readonly NationalDatabase[]> {
    return (await this.api.invoke(listNationalDatabases, {})).items;
  }

  async units(): Promise<readonly UnitSummary[]> {
    return (await this.api.invoke(listUnits, { size: 500 })).items;
  }

  detail(id: string, period: string): Promise<RegisteredDatabaseDetail> {
    return this.api.invoke(getDatabase, { id, period });
  }

  inventory(id: string, period: string): Promise<Inventory> {
    return this.api.invoke(getInventory, { id, period });
  }

  register(dataSet: string, body: Registration): Promise<RegisteredDatabaseDetail> {
    return this.api.invoke(createDatabase, { dataSet, body });
  }

  revise(id: string, body: Revision): Promise<RegisteredDatabaseDetail> {
    return this.api.invoke(createDatabaseVersion, { id, body });
  }

  close(id: string, body: Closure): Promise<RegisteredDatabaseDetail> {
    return this.api.invoke(closeDatabase, { id, body });
  }

  step(id: string, period: string, body: StepRequest): Promise<Inventory> {
    return this.api.invoke(createInventoryStep, { id, period, body });
  }

  async obstacle(id: string, body: ObstacleRequest): Promise<void> {
    await this.api.invoke(createObstacle, { id, body });
  }

  async obstacleStep(id: string, obstacle: string, body: ObstacleStepRequest): Promise<void> {
    await this.api.invoke(createObstacleStep, { id, obstacle, body });
  }

  async service(id: string, body: ServiceRequest): Promise<void> {
    await this.api.invoke(createSharingService, { id, body });
  }
}
