import { Module } from '@nestjs/common';
import { LawModule } from '../law/law.module.js';
import { ObservationsModule } from '../observations/observations.module.js';
import { FrameworksController } from './frameworks.controller.js';
import { FrameworkStoreService } from './framework-store.service.js';
import { FrameworksRepository } from './frameworks.repository.js';
import { FrameworksService } from './frameworks.service.js';

@Module({
  imports: [LawModule, ObservationsModule],
  controllers: [FrameworksController],
  providers: [FrameworksRepository, FrameworksService, FrameworkStoreService],
  exports: [FrameworksService, FrameworkStoreService],
})
export class FrameworksModule {}
