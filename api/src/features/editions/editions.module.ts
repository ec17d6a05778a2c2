import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { FrameworksModule } from '../frameworks/frameworks.module.js';
import { ObservationsModule } from '../observations/observations.module.js';
import { UnitsModule } from '../units/units.module.js';
import { EditionGroupsService } from './edition-groups.service.js';
import { EditionsController } from './editions.controller.js';
import { EditionsRepository } from './editions.repository.js';
import { EditionsService } from './editions.service.js';

@Module({
  imports: [AssessmentsModule, FrameworksModule, ObservationsModule, UnitsModule],
  controllers: [EditionsController],
  providers: [EditionsRepository, EditionGroupsService, EditionsService],
  exports: [EditionsService, EditionGroupsService],
})
export class EditionsModule {}
