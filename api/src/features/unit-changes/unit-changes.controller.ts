import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permit } from '../../platform/access/access.js';
import type { Page } from '../../platform/http/page.js';
import { Answers } from '../../platform/openapi/answers.js';
import {
  unitChangeApplySchema,
  unitChangeSchema,
  type UnitChangeApply,
  type UnitChangeRequest,
} from './unit-change-request.dto.js';
import {
  unitChangeEntrySchema,
  unitChangePageSchema,
  unitChangePreviewSchema,
  unitChangeQuerySchema,
  type UnitChangeEntryDto,
  type UnitChangePreviewDto,
  type UnitChangeQuery,
} from './unit-change.dto.js';
import { UnitChangesService } from './unit-changes.service.js';

@ApiTags('unit-changes')
@Permit('unit.change')
@Controller('unit-changes')
export class UnitChangesController {
  constructor(private readonly changes: UnitChangesService) {}

  @Get()
  @ApiOperation({ summary: 'What was changed about units, the newest first' })
  @Answers(unitChangePageSchema, 'Changes')
  listUnitChanges(
    @Query({ schema: unitChangeQuerySchema }) query: UnitChangeQuery,
  ): Promise<Page<UnitChangeEntryDto>> {
    return this.changes.list(query);
  }

  @Post('preview')
  @HttpCode(200)
  @ApiOperation({ summary: 'What a change of units would come to; nothing is changed' })
  @Answers(unitChangePreviewSchema, 'Rows before and after, the succession, who will see what, warnings')
  previewUnitChange(
    @Body({ schema: unitChangeSchema }) change: UnitChangeRequest,
  ): Promise<UnitChangePreviewDto> {
    return this.changes.preview(change);
  }

  @Post()
  @ApiOperation({ summary: 'Enter a change of units as it was previewed' })
  @Answers(unitChangeEntrySchema, 'The change', 201)
  enterUnitChange(
    @Body({ schema: unitChangeApplySchema }) request: UnitChangeApply,
  ): Promise<UnitChangeEntryDto> {
    return this.changes.apply(request);
  }
}
