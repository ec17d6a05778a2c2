import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../features/assessments/assessments.module.js';
import { EditionsModule } from '../features/editions/editions.module.js';
import { FrameworksModule } from '../features/frameworks/frameworks.module.js';
import { ImportsModule } from '../features/imports/imports.module.js';
import { ReferenceDataService } from './reference-data.service.js';

@Module({
  imports: [AssessmentsModule, EditionsModule, FrameworksModule, ImportsModule],
  providers: [ReferenceDataService],
  exports: [ReferenceDataService],
})
export class SeedingModule {}
