import { Module } from '@nestjs/common';
import { DataSetsController } from './data-sets.controller.js';
import { DataSetsRepository } from './data-sets.repository.js';
import { DataSetsService } from './data-sets.service.js';

/** Reads which data sets there are; the sample's loading and purging are seeding's. */
@Module({
  controllers: [DataSetsController],
  providers: [DataSetsRepository, DataSetsService],
  exports: [DataSetsService],
})
export class DataSetsModule {}
