import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { DatabasesModule } from '../databases/databases.module.js';
import { DutiesModule } from '../duties/duties.module.js';
import { GuidanceModule } from '../guidance/guidance.module.js';
import { ObservationsModule } from '../observations/observations.module.js';
import { TasksModule } from '../tasks/tasks.module.js';
import { UnitsModule } from '../units/units.module.js';
import { UnitWorkController } from './unit-work.controller.js';
import { UnitWorkService } from './unit-work.service.js';

@Module({
  imports: [
    AssessmentsModule,
    DatabasesModule,
    DutiesModule,
    GuidanceModule,
    ObservationsModule,
    TasksModule,
    UnitsModule,
  ],
  controllers: [UnitWorkController],
  providers: [UnitWorkService],
})
export class UnitWorkModule {}
