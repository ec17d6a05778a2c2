import { Readable } from 'node:stream';
import { Controller, Get, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Permit } from '../../platform/access/access.js';
import { today } from '../../platform/clock.js';
import { Answers, AnswersFile } from '../../platform/openapi/answers.js';
import { AuditChainService } from './audit-chain.service.js';
import { AuditEventsService } from './audit-events.service.js';
import type { AuditFileKind } from './audit-file.js';
import {
  auditActionListSchema,
  auditChainSchema,
  auditFilterSchema,
  auditPageSchema,
  auditQuerySchema,
  auditSealListSchema,
  type AuditActionDto,
  type AuditChainDto,
  type AuditFilters,
  type AuditPage,
  type AuditQuery,
  type AuditSealDto,
} from './audit.dto.js';

const TYPES = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8' } as const;

@ApiTags('audit')
@Permit('audit.read')
@Controller()
export class AuditController {
  constructor(
    private readonly events: AuditEventsService,
    private readonly chain: AuditChainService,
  ) {}

  @Get('audit-events')
  @ApiOperation({ summary: 'What was done and refused, newest first; the reading itself is recorded' })
  @Answers(auditPageSchema, 'Events')
  listAuditEvents(@Query({ schema: auditQuerySchema }) query: AuditQuery): Promise<AuditPage> {
    return this.events.page(query);
  }

  @Get('audit-events.csv')
  @ApiOperation({ summary: 'The same events as CSV, in their own order, texts as they were hashed' })
  @AnswersFile('text/csv', 'CSV')
  getAuditEventsCsv(
    @Query({ schema: auditFilterSchema }) query: AuditFilters,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.file(query, 'csv', reply);
  }

  @Get('audit-events.jsonl')
  @ApiOperation({ summary: 'The same events as JSON lines' })
  @AnswersFile('application/jsonl', 'JSON lines')
  getAuditEventsLines(
    @Query({ schema: auditFilterSchema }) query: AuditFilters,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.file(query, 'jsonl', reply);
  }

  @Get('audit-actions')
  @ApiOperation({ summary: 'Actions that the trail may hold, in words' })
  @Answers(auditActionListSchema, 'Actions')
  listAuditActions(): AuditActionDto[] {
    return this.events.actions();
  }

  @Get('audit-seals')
  @ApiOperation({ summary: 'The seal of each day' })
  @Answers(auditSealListSchema, 'Seals, by day')
  async listAuditSeals(): Promise<AuditSealDto[]> {
    return [...(await this.chain.seals())];
  }

  @Get('audit-chain')
  @ApiOperation({
    summary: 'State of the chain: its end, its last seal, and its newest part checked just now',
  })
  @Answers(auditChainSchema, 'The state')
  getAuditChain(): Promise<AuditChainDto> {
    return this.chain.state();
  }

  private async file(query: AuditFilters, kind: AuditFileKind, reply: FastifyReply): Promise<StreamableFile> {
    const lines = Readable.from(await this.events.file(query, kind));
    void reply.header('cache-control', 'no-store');
    return new StreamableFile(lines, {
      type: TYPES[kind],
      disposition: `attachment; filename="audit-${today()}.${kind}"`,
    });
  }
}
