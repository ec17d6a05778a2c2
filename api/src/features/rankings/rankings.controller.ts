import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { AllowAccess } from '../../platform/access/access.js';
import { Answers, AnswersFile } from '../../platform/openapi/answers.js';
import {
  rankingQuerySchema,
  rankingSchema,
  rankingTableQuerySchema,
  type RankingDto,
  type RankingQuery,
} from './ranking.dto.js';
import { rankingCsv, rankingWorkbook } from './ranking-table.js';
import { RankingsService } from './rankings.service.js';
import { UnitHistoryService } from './unit-history.service.js';
import { unitHistorySchema, type UnitHistory } from './unit-history.dto.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
type TableQuery = z.infer<typeof rankingTableQuerySchema>;

@ApiTags('rankings')
@AllowAccess('read')
@Controller()
export class RankingsController {
  constructor(
    private readonly rankings: RankingsService,
    private readonly history: UnitHistoryService,
  ) {}

  @Get('rankings')
  @ApiOperation({
    summary: 'The ranking of one group of an edition or assessment, everything a screen needs',
  })
  @Answers(rankingSchema, 'The ranking')
  getRanking(@Query({ schema: rankingQuerySchema }) query: RankingQuery): Promise<RankingDto> {
    return this.rankings.ranking(query);
  }

  @Get('rankings.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @ApiOperation({ summary: 'The same ranking as CSV (UTF-8 with BOM)' })
  @AnswersFile('text/csv', 'CSV')
  async getRankingCsv(
    @Query({ schema: rankingTableQuerySchema }) query: TableQuery,
  ): Promise<StreamableFile> {
    const ranking = await this.rankings.ranking(query);
    return file(
      Buffer.from(rankingCsv(ranking, query.lang), 'utf8'),
      'text/csv; charset=utf-8',
      ranking,
      'csv',
    );
  }

  @Get('rankings.xlsx')
  @ApiOperation({ summary: 'The same ranking as an Excel workbook' })
  @AnswersFile(XLSX, 'Workbook')
  async getRankingWorkbook(
    @Query({ schema: rankingTableQuerySchema }) query: TableQuery,
  ): Promise<StreamableFile> {
    const ranking = await this.rankings.ranking(query);
    return file(await rankingWorkbook(ranking, query.lang), XLSX, ranking, 'xlsx');
  }

  @Get('units/:id/history')
  @ApiOperation({ summary: "A unit's results over all published editions, and its predecessors'" })
  @Answers(unitHistorySchema, 'The history')
  getUnitHistory(@Param('id') id: string): Promise<UnitHistory> {
    return this.history.history(id);
  }
}

function file(content: Buffer, type: string, ranking: RankingDto, extension: string): StreamableFile {
  const name = `${ranking.editionCode ?? `assessment-${ranking.assessmentId}`}-${ranking.group.code}.${extension}`;
  return new StreamableFile(content, { type, disposition: `attachment; filename="${name}"` });
}
