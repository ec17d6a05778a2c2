import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../features/assessments/assessments.module.js';
import { EditionsModule } from '../features/editions/editions.module.js';
import { FrameworksModule } from '../features/frameworks/frameworks.module.js';
import { ImportsModule } from '../features/imports/imports.module.js';
import { ObservationsModule } from '../features/observations/observations.module.js';
import { UnitsModule } from '../features/units/units.module.js';
import { ReferenceDataService } from './reference-data.service.js';
import { SampleEditionsService } from './sample/sample-editions.service.js';
import { SampleRecordsRepository } from './sample/sample-records.repository.js';
import { SampleRepository } from './sample/sample.repository.js';
import { SampleService } from './sample/sample.service.js';

@Module({
  imports: [
    AssessmentsModule,
    EditionsModule,
    ImportsModule,
    FrameworksModule,
    ObservationsModule,
    UnitsModule,
  ],
  providers: [
    ReferenceDataService,
    SampleEditionsService,
    SampleRecordsRepository,
    SampleRepository,
    SampleService,
  ],
  exports: [ReferenceDataService, SampleService],
})
export class SeedingModule {}
