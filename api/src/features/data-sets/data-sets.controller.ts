import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permit } from '../../platform/access/access.js';
import { Answers } from '../../platform/openapi/answers.js';
import { dataSetListSchema, type DataSetDto } from './data-set.dto.js';
import { DataSetsService } from './data-sets.service.js';

@ApiTags('data-sets')
@Permit('published.read')
@Controller('data-sets')
export class DataSetsController {
  constructor(private readonly dataSets: DataSetsService) {}

  @Get()
  @ApiOperation({
    summary: 'The data sets this server holds: the official one, and a sample where one is loaded',
  })
  @Answers(dataSetListSchema, 'Data sets')
  listDataSets(): Promise<DataSetDto[]> {
    return this.dataSets.list();
  }
}
