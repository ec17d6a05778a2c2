import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Permit } from '../../../platform/access/access.js';
import { markedFileName } from '../../../platform/http/data-set.js';
import { answerFile } from '../../../platform/http/file-answer.js';
import { Answers, AnswersFile } from '../../../platform/openapi/answers.js';
import { bridgeQuerySchema, bridgeSchema, bridgeTableQuerySchema, type BridgeDto } from './bridge.dto.js';
import { bridgeCsv } from './bridge-table.js';
import { BridgesService } from './bridges.service.js';

@ApiTags('framework-versions')
@Permit('published.read')
@Controller('framework-versions')
export class BridgesController {
  constructor(private readonly bridges: BridgesService) {}

  @Get(':code/bridge')
  @ApiOperation({ summary: 'One year scored under two versions from the same figures; nothing is stored' })
  @Answers(bridgeSchema, 'The bridge; the version of the address is before, the other after')
  getBridge(
    @Param('code') code: string,
    @Query({ schema: bridgeQuerySchema }) query: z.infer<typeof bridgeQuerySchema>,
  ): Promise<BridgeDto> {
    return this.bridges.bridge(code, query);
  }

  @Get(':code/bridge.csv')
  @ApiOperation({ summary: 'The same as CSV (UTF-8 with BOM)' })
  @AnswersFile('text/csv', 'CSV')
  async getBridgeCsv(
    @Param('code') code: string,
    @Query({ schema: bridgeTableQuerySchema }) { lang, ...query }: z.infer<typeof bridgeTableQuerySchema>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const bridge = await this.bridges.bridge(code, query);
    const name = markedFileName(`${code}-${query.with}-${query.period}.csv`, bridge.dataSet);
    return answerFile(reply, {
      content: Buffer.from(bridgeCsv(bridge, lang), 'utf8'),
      type: 'text/csv; charset=utf-8',
      name,
      disposition: 'attachment',
    });
  }
}
