import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { EditionsModule } from '../editions/editions.module.js';
import { FrameworksModule } from '../frameworks/frameworks.module.js';
import { ObservationsModule } from '../observations/observations.module.js';
import { UnitsModule } from '../units/units.module.js';
import { RankingsController } from './rankings.controller.js';
import { RankingsService } from './rankings.service.js';
import { UnitHistoryService } from './unit-history.service.js';

@Module({
  imports: [AssessmentsModule, EditionsModule, FrameworksModule, ObservationsModule, UnitsModule],
  controllers: [RankingsController],
  providers: [RankingsService, UnitHistoryService],
  exports: [RankingsService],
})
export class RankingsModule {}
