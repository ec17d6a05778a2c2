import { Module } from '@nestjs/common';
import { DataSetsModule } from '../data-sets/data-sets.module.js';
import { LawModule } from '../law/law.module.js';
import { UnitsModule } from '../units/units.module.js';
import { DatabaseRecordsController } from './database-records.controller.js';
import { DatabaseReferenceRepository } from './database-reference.repository.js';
import { DatabaseReferenceService } from './database-reference.service.js';
import { DatabasesController } from './databases.controller.js';
import { InventoryRepository } from './inventory.repository.js';
import { InventoryService } from './inventory.service.js';
import { NationalDatabasesController } from './national-databases.controller.js';
import { NationalDatabasesRepository } from './national-databases.repository.js';
import { NationalDatabasesService } from './national-databases.service.js';
import { RegisterEntriesService } from './register-entries.service.js';
import { RegisterRepository } from './register.repository.js';
import { RegisterService } from './register.service.js';
import { SharingRepository } from './sharing.repository.js';
import { SharingService } from './sharing.service.js';

/** National databases, the registers of units, yearly inventories, sharing. */
@Module({
  imports: [DataSetsModule, LawModule, UnitsModule],
  controllers: [NationalDatabasesController, DatabaseRecordsController, DatabasesController],
  providers: [
    DatabaseReferenceRepository,
    DatabaseReferenceService,
    InventoryRepository,
    InventoryService,
    NationalDatabasesRepository,
    NationalDatabasesService,
    RegisterEntriesService,
    RegisterRepository,
    RegisterService,
    SharingRepository,
    SharingService,
  ],
  exports: [
    InventoryService,
    NationalDatabasesService,
    RegisterEntriesService,
    RegisterService,
    SharingService,
  ],
})
export class DatabasesModule {}
