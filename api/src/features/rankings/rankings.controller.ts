import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Permit } from '../../platform/access/access.js';
import { markedFileName } from '../../platform/http/data-set.js';
import { answerFile, type FileAnswer } from '../../platform/http/file-answer.js';
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
import { unitHistoryQuerySchema, unitHistorySchema, type UnitHistory } from './unit-history.dto.js';

const CSV = 'text/csv; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
type TableQuery = z.infer<typeof rankingTableQuerySchema>;

@ApiTags('rankings')
@Permit('published.read')
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
  @ApiOperation({ summary: 'The same ranking as CSV (UTF-8 with BOM)' })
  @AnswersFile('text/csv', 'CSV')
  async getRankingCsv(
    @Query({ schema: rankingTableQuerySchema }) query: TableQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const ranking = await this.rankings.ranking(query);
    const content = Buffer.from(rankingCsv(ranking, query.lang), 'utf8');
    return answerFile(reply, tableFile(content, CSV, ranking, 'csv'));
  }

  @Get('rankings.xlsx')
  @ApiOperation({ summary: 'The same ranking as an Excel workbook' })
  @AnswersFile(XLSX, 'Workbook')
  async getRankingWorkbook(
    @Query({ schema: rankingTableQuerySchema }) query: TableQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const ranking = await this.rankings.ranking(query);
    const content = await rankingWorkbook(ranking, query.lang);
    return answerFile(reply, tableFile(content, XLSX, ranking, 'xlsx'));
  }

  @Get('units/:id/history')
  @ApiOperation({ summary: "A unit's results over all published editions, and its predecessors'" })
  @Answers(unitHistorySchema, 'The history')
  getUnitHistory(
    @Param('id') id: string,
    @Query({ schema: unitHistoryQuerySchema }) query: z.infer<typeof unitHistoryQuerySchema>,
  ): Promise<UnitHistory> {
    return this.history.history(id, query.dataSet);
  }
}

function tableFile(content: Buffer, type: string, ranking: RankingDto, extension: string): FileAnswer {
  const of = ranking.editionCode ?? `assessment-${ranking.assessmentId}`;
  const name = markedFileName(`${of}-${ranking.group.code}.${extension}`, ranking.dataSet);
  return { content, type, name, disposition: 'attachment' };
}
