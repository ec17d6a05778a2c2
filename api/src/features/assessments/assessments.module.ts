import { Module } from '@nestjs/common';
import { FrameworksModule } from '../frameworks/frameworks.module.js';
import { ObservationsModule } from '../observations/observations.module.js';
import { UnitsModule } from '../units/units.module.js';
import { AssessmentsController } from './assessments.controller.js';
import { AssessmentsRepository } from './assessments.repository.js';
import { AssessmentsService } from './assessments.service.js';
import { BridgesController } from './bridge/bridges.controller.js';
import { BridgesService } from './bridge/bridges.service.js';
import { ExplanationsService } from './explanations.service.js';

@Module({
  imports: [FrameworksModule, ObservationsModule, UnitsModule],
  controllers: [AssessmentsController, BridgesController],
  providers: [AssessmentsRepository, AssessmentsService, BridgesService, ExplanationsService],
  exports: [AssessmentsService, ExplanationsService],
})
export class AssessmentsModule {}
