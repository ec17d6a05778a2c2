import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permit } from '../../platform/access/access.js';
import type { Page } from '../../platform/http/page.js';
import { Answers } from '../../platform/openapi/answers.js';
import {
  regionListSchema,
  unitDateSchema,
  unitDetailSchema,
  unitPageSchema,
  unitQuerySchema,
  type RegionDto,
  type UnitDetail,
  type UnitQuery,
  type UnitSummary,
} from './unit.dto.js';
import { UnitsService } from './units.service.js';

@ApiTags('units')
@Permit('published.read')
@Controller('units')
export class UnitsController {
  constructor(private readonly units: UnitsService) {}

  @Get()
  @ApiOperation({ summary: 'The roster of organisation units on a date' })
  @Answers(unitPageSchema, 'Units, in Vietnamese order within each level')
  listUnits(@Query({ schema: unitQuerySchema }) query: UnitQuery): Promise<Page<UnitSummary>> {
    return this.units.list(query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One unit: dated names, kinds, codes, regions, what it came from and became' })
  @Answers(unitDetailSchema, 'The unit as on the date, or on its last day when it has ended')
  getUnit(
    @Param('id') id: string,
    @Query({ schema: unitDateSchema }) query: { on?: string | undefined },
  ): Promise<UnitDetail> {
    return this.units.detail(id, query.on);
  }
}

@ApiTags('units')
@Permit('published.read')
@Controller('regions')
export class RegionsController {
  constructor(private readonly units: UnitsService) {}

  @Get()
  @ApiOperation({ summary: 'Regions that hold provinces on a date' })
  @Answers(regionListSchema, 'Regions')
  listRegions(@Query({ schema: unitDateSchema }) query: { on?: string | undefined }): Promise<RegionDto[]> {
    return this.units.regions(query.on);
  }
}
