import { Module } from '@nestjs/common';
import { DataSetsModule } from '../data-sets/data-sets.module.js';
import { LawModule } from '../law/law.module.js';
import { UnitsModule } from '../units/units.module.js';
import { GuidanceController } from './guidance.controller.js';
import { GuidanceRepository } from './guidance.repository.js';
import { GuidanceService } from './guidance.service.js';

@Module({
  imports: [DataSetsModule, LawModule, UnitsModule],
  controllers: [GuidanceController],
  providers: [GuidanceRepository, GuidanceService],
  exports: [GuidanceService],
})
export class GuidanceModule {}
