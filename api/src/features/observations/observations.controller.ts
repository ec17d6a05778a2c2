import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permit } from '../../platform/access/access.js';
import type { Page } from '../../platform/http/page.js';
import { Answers } from '../../platform/openapi/answers.js';
import {
  dataElementListSchema,
  observationPageSchema,
  observationQuerySchema,
  sourceListSchema,
  type DataElementDto,
  type ObservationDto,
  type ObservationQuery,
  type SourceDto,
} from './observation.dto.js';
import { ObservationsService } from './observations.service.js';

@ApiTags('observations')
@Permit('published.read')
@Controller()
export class ObservationsController {
  constructor(private readonly observations: ObservationsService) {}

  @Get('observations')
  @ApiOperation({ summary: 'Stored values with source, status, writer; with history, the replaced ones too' })
  @Answers(observationPageSchema, 'Observations')
  listObservations(
    @Query({ schema: observationQuerySchema }) query: ObservationQuery,
  ): Promise<Page<ObservationDto>> {
    return this.observations.list(query);
  }

  @Get('data-elements')
  @ApiOperation({ summary: 'What can be observed, with bounds' })
  @Answers(dataElementListSchema, 'Data elements')
  listDataElements(): Promise<DataElementDto[]> {
    return this.observations.dataElements();
  }

  @Get('sources')
  @ApiOperation({ summary: 'Where figures come from' })
  @Answers(sourceListSchema, 'Sources')
  listSources(): Promise<SourceDto[]> {
    return this.observations.sources();
  }
}
