import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permit } from '../../platform/access/access.js';
import { Answers } from '../../platform/openapi/answers.js';
import { unitWorkQuerySchema, unitWorkSchema, type UnitWork, type UnitWorkQuery } from './unit-work.dto.js';
import { UnitWorkService } from './unit-work.service.js';

@ApiTags('units')
@Controller('units')
export class UnitWorkController {
  constructor(private readonly work: UnitWorkService) {}

  @Get(':id/work')
  @Permit('unpublished.read')
  @ApiOperation({
    summary:
      "A unit's work: figures not yet published, duties, tasks, maturity, databases, drafts of results",
  })
  @Answers(unitWorkSchema, 'What lies before the unit')
  getUnitWork(
    @Param('id') id: string,
    @Query({ schema: unitWorkQuerySchema }) query: UnitWorkQuery,
  ): Promise<UnitWork> {
    return this.work.of(id, query.dataSet);
  }
}
