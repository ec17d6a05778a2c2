import { Module } from '@nestjs/common';
import { LawModule } from '../law/law.module.js';
import { UnitChangeBasisService } from './unit-change-basis.service.js';
import { UnitChangesController } from './unit-changes.controller.js';
import { UnitChangesRepository } from './unit-changes.repository.js';
import { UnitChangesService } from './unit-changes.service.js';
import { UnitReachRepository } from './unit-reach.repository.js';

@Module({
  imports: [LawModule],
  controllers: [UnitChangesController],
  providers: [UnitChangeBasisService, UnitChangesRepository, UnitChangesService, UnitReachRepository],
})
export class UnitChangesModule {}
