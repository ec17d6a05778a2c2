import { Module } from '@nestjs/common';
import { LawModule } from '../law/law.module.js';
import { ObservationsModule } from '../observations/observations.module.js';
import { FrameworkLifeController } from './framework-life.controller.js';
import { FrameworksController } from './frameworks.controller.js';
import { FrameworkDocumentsService } from './framework-documents.service.js';
import { FrameworkEditsService } from './framework-edits.service.js';
import { FrameworkStoreService } from './framework-store.service.js';
import { FrameworksRepository } from './frameworks.repository.js';
import { FrameworksService } from './frameworks.service.js';

@Module({
  imports: [LawModule, ObservationsModule],
  controllers: [FrameworkLifeController, FrameworksController],
  providers: [
    FrameworkDocumentsService,
    FrameworkEditsService,
    FrameworksRepository,
    FrameworksService,
    FrameworkStoreService,
  ],
  exports: [FrameworkDocumentsService, FrameworkEditsService, FrameworksService, FrameworkStoreService],
})
export class FrameworksModule {}
