import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { EditionsModule } from '../editions/editions.module.js';
import { RankingsModule } from '../rankings/rankings.module.js';
import { FrameworksModule } from '../frameworks/frameworks.module.js';
import { UnitsModule } from '../units/units.module.js';
import { ReportsController } from './reports.controller.js';
import { ReportsService } from './reports.service.js';

@Module({
  imports: [AssessmentsModule, EditionsModule, FrameworksModule, RankingsModule, UnitsModule],
  controllers: [ReportsController],
  providers: [ReportsService],
  exports: [ReportsService],
})
export class ReportsModule {}
