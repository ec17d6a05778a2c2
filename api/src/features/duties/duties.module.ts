import { Module } from '@nestjs/common';
import { DataSetsModule } from '../data-sets/data-sets.module.js';
import { LawModule } from '../law/law.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { UnitsModule } from '../units/units.module.js';
import { DueDatesService } from './due-dates.service.js';
import { DutiesController } from './duties.controller.js';
import { DutiesRepository } from './duties.repository.js';
import { DutiesService } from './duties.service.js';
import { DutyPartiesService } from './duty-parties.service.js';
import { DutySettingsService } from './duty-settings.service.js';
import { SubmissionsService } from './submissions.service.js';

@Module({
  imports: [DataSetsModule, LawModule, SettingsModule, UnitsModule],
  controllers: [DutiesController],
  providers: [
    DueDatesService,
    DutiesRepository,
    DutiesService,
    DutyPartiesService,
    DutySettingsService,
    SubmissionsService,
  ],
  exports: [DutiesService, DueDatesService],
})
export class DutiesModule {}
