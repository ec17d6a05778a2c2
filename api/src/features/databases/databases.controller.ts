import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Permit } from '../../platform/access/access.js';
import { currentActor } from '../../platform/access/request-context.js';
import { answerFile } from '../../platform/http/file-answer.js';
import { Answers, AnswersFile } from '../../platform/openapi/answers.js';
import { DatabaseReferenceService } from './database-reference.service.js';
import {
  closureSchema,
  databaseDetailSchema,
  databasePageSchema,
  databaseQuerySchema,
  registerPeriodSchema,
  registerQuerySchema,
  registerSummarySchema,
  registerTableQuerySchema,
  registrationSchema,
  revisionSchema,
  writeQuerySchema,
  type Closure,
  type DatabaseDetail,
  type DatabaseRegister,
  type RegisterQuery,
  type RegisterSummary,
  type Registration,
  type Revision,
} from './register.dto.js';
import { RegisterEntriesService } from './register-entries.service.js';
import { registerCsv, registerRows, registerWorkbook } from './register-table.js';
import { RegisterService } from './register.service.js';

const CSV = 'text/csv; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
type TableQuery = z.infer<typeof registerTableQuerySchema>;

@ApiTags('databases')
@Controller()
export class DatabasesController {
  constructor(
    private readonly register: RegisterService,
    private readonly entries: RegisterEntriesService,
    private readonly reference: DatabaseReferenceService,
  ) {}

  @Get('databases')
  @Permit('published.read')
  @ApiOperation({ summary: 'The registers that units keep of their databases' })
  @Answers(databasePageSchema, 'Entries, by unit and name in Vietnamese order')
  listDatabases(@Query({ schema: registerQuerySchema }) query: RegisterQuery): Promise<DatabaseRegister> {
    return this.register.page(query);
  }

  @Get('databases.csv')
  @Permit('published.read')
  @ApiOperation({ summary: 'The same register as CSV (UTF-8 with BOM)' })
  @AnswersFile('text/csv', 'CSV')
  async getDatabasesCsv(
    @Query({ schema: registerTableQuerySchema }) query: TableQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const content = Buffer.from(registerCsv(await this.table(query)), 'utf8');
    return answerFile(reply, { content, type: CSV, name: fileName(query, 'csv'), disposition: 'attachment' });
  }

  @Get('databases.xlsx')
  @Permit('published.read')
  @ApiOperation({ summary: 'The same register as an Excel workbook' })
  @AnswersFile(XLSX, 'Workbook')
  async getDatabasesWorkbook(
    @Query({ schema: registerTableQuerySchema }) query: TableQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const content = await registerWorkbook(
      await this.table(query),
      query.lang === 'vi' ? 'CSDL' : 'Databases',
    );
    return answerFile(reply, {
      content,
      type: XLSX,
      name: fileName(query, 'xlsx'),
      disposition: 'attachment',
    });
  }

  @Get('databases/summary')
  @Permit('published.read')
  @ApiOperation({ summary: 'How many databases of each class, and how far the inventories of a year are' })
  @Answers(registerSummarySchema, 'Counts of open entries')
  getDatabaseSummary(
    @Query({ schema: registerPeriodSchema }) query: z.infer<typeof registerPeriodSchema>,
  ): Promise<RegisterSummary> {
    return this.register.summary(query.dataSet, query.period);
  }

  @Post('databases')
  @Permit('database.register')
  @ApiOperation({ summary: "Add a database to a unit's register" })
  @Answers(databaseDetailSchema, 'The entry', 201)
  createDatabase(
    @Query({ schema: writeQuerySchema }) query: z.infer<typeof writeQuerySchema>,
    @Body({ schema: registrationSchema }) request: Registration,
  ): Promise<DatabaseDetail> {
    return this.entries.add(request, query.dataSet, currentActor());
  }

  @Get('databases/:id')
  @Permit('published.read')
  @ApiOperation({ summary: 'One entry: its versions, inventories, obstacles and services' })
  @Answers(databaseDetailSchema, 'The entry')
  getDatabase(
    @Param('id') id: string,
    @Query({ schema: databaseQuerySchema }) query: z.infer<typeof databaseQuerySchema>,
  ): Promise<DatabaseDetail> {
    return this.register.detail(id, query.period);
  }

  @Post('databases/:id/versions')
  @Permit('database.register')
  @ApiOperation({ summary: 'Give an entry a new version; the earlier ones stay' })
  @Answers(databaseDetailSchema, 'The entry as it now is', 201)
  createDatabaseVersion(
    @Param('id') id: string,
    @Body({ schema: revisionSchema }) request: Revision,
  ): Promise<DatabaseDetail> {
    return this.entries.revise(id, request, currentActor());
  }

  @Post('databases/:id/close')
  @HttpCode(200)
  @Permit('database.close')
  @ApiOperation({ summary: 'Close an entry from a day on; it takes no more changes' })
  @Answers(databaseDetailSchema, 'The closed entry')
  closeDatabase(
    @Param('id') id: string,
    @Body({ schema: closureSchema }) request: Closure,
  ): Promise<DatabaseDetail> {
    return this.entries.close(id, request, currentActor());
  }

  private async table(query: TableQuery) {
    const [entries, terms] = await Promise.all([this.register.find(query), this.reference.terms()]);
    return registerRows(entries, terms, query.lang);
  }
}

/** A file of a sample says so by its name as well as in its rows. */
function fileName(query: TableQuery, extension: string): string {
  return `databases-${query.dataSet}.${extension}`;
}
