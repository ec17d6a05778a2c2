import { Module } from '@nestjs/common';
import { ObservationsModule } from '../observations/observations.module.js';
import { LawController } from './law.controller.js';
import { LawRepository } from './law.repository.js';
import { LawService } from './law.service.js';

@Module({
  imports: [ObservationsModule],
  controllers: [LawController],
  providers: [LawRepository, LawService],
  exports: [LawService],
})
export class LawModule {}
