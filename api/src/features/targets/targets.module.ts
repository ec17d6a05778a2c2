import { Module } from '@nestjs/common';
import { DataSetsModule } from '../data-sets/data-sets.module.js';
import { LawModule } from '../law/law.module.js';
import { ObservationsModule } from '../observations/observations.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { UnitsModule } from '../units/units.module.js';
import { TargetFiguresService } from './target-figures.service.js';
import { TargetsController } from './targets.controller.js';
import { TargetsRepository } from './targets.repository.js';
import { TargetsService } from './targets.service.js';

@Module({
  imports: [DataSetsModule, LawModule, ObservationsModule, SettingsModule, UnitsModule],
  controllers: [TargetsController],
  providers: [TargetsRepository, TargetFiguresService, TargetsService],
  exports: [TargetsService],
})
export class TargetsModule {}
