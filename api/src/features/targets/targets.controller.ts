import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Permit } from '../../platform/access/access.js';
import { answerFile } from '../../platform/http/file-answer.js';
import { Answers, AnswersFile } from '../../platform/openapi/answers.js';
import {
  targetDetailSchema,
  targetPageSchema,
  targetPlaceSchema,
  targetQuerySchema,
  targetTableQuerySchema,
  unitFigurePageSchema,
  unitFigureQuerySchema,
  type TargetDetailDto,
  type TargetFilter,
  type TargetPageDto,
  type TargetPlace,
  type TargetQuery,
  type UnitFigurePageDto,
  type UnitFigureQuery,
} from './target.dto.js';
import { targetCsv, targetWorkbook } from './target-table.js';
import { TargetsService } from './targets.service.js';

const CSV = 'text/csv; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** More than any programme has. */
const ALL = { page: 1, size: 500 };

@ApiTags('targets')
@Permit('published.read')
@Controller()
export class TargetsController {
  constructor(private readonly targets: TargetsService) {}

  @Get('targets')
  @ApiOperation({ summary: 'Targets of a programme with their measures, figures and states, in its order' })
  @Answers(targetPageSchema, 'Targets')
  listTargets(@Query({ schema: targetQuerySchema }) query: TargetQuery): Promise<TargetPageDto> {
    return this.targets.list(query);
  }

  @Get('targets.csv')
  @ApiOperation({ summary: 'The same as CSV (UTF-8 with BOM), one row for each measure' })
  @AnswersFile('text/csv', 'CSV')
  async getTargetsCsv(
    @Query({ schema: targetTableQuerySchema }) query: TargetFilter,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const page = await this.targets.list({ ...query, ...ALL });
    const content = Buffer.from(targetCsv(page, query.lang), 'utf8');
    return answerFile(reply, { content, type: CSV, name: fileName(page, 'csv'), disposition: 'attachment' });
  }

  @Get('targets.xlsx')
  @ApiOperation({ summary: 'The same as an Excel workbook' })
  @AnswersFile(XLSX, 'Workbook')
  async getTargetsWorkbook(
    @Query({ schema: targetTableQuerySchema }) query: TargetFilter,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const page = await this.targets.list({ ...query, ...ALL });
    const content = await targetWorkbook(page, query.lang);
    return answerFile(reply, {
      content,
      type: XLSX,
      name: fileName(page, 'xlsx'),
      disposition: 'attachment',
    });
  }

  @Get('targets/:code')
  @ApiOperation({ summary: 'One target, with the history of its measures' })
  @Answers(targetDetailSchema, 'The target')
  getTarget(
    @Param('code') code: string,
    @Query({ schema: targetPlaceSchema }) query: TargetPlace,
  ): Promise<TargetDetailDto> {
    return this.targets.detail(code, query);
  }

  @Get('targets/:code/units')
  @ApiOperation({ summary: 'The figures of each unit, for measures that units report' })
  @Answers(unitFigurePageSchema, 'Figures of units')
  listTargetUnits(
    @Param('code') code: string,
    @Query({ schema: unitFigureQuerySchema }) query: UnitFigureQuery,
  ): Promise<UnitFigurePageDto> {
    return this.targets.unitFigures(code, query);
  }
}

function fileName({ programme, period, dataSet }: TargetPageDto, extension: string): string {
  return `targets-${programme}-${period}${dataSet === 'official' ? '' : `-${dataSet}`}.${extension}`;
}
