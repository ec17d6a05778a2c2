import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Permit } from '../../platform/access/access.js';
import { currentActor } from '../../platform/access/request-context.js';
import { answerFile } from '../../platform/http/file-answer.js';
import type { Page } from '../../platform/http/page.js';
import { Problem } from '../../platform/http/problem.js';
import { Answers, AnswersFile } from '../../platform/openapi/answers.js';
import {
  importListQuerySchema,
  importPageSchema,
  importQuerySchema,
  importReportSchema,
  templateQuerySchema,
  type ImportQuery,
  type ImportReport,
  type ImportSummary,
} from './import.dto.js';
import { ImportsService } from './imports.service.js';

const csvBody = { schema: { type: 'string', format: 'binary' } };

@ApiTags('imports')
@Controller('imports')
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  @Get()
  @Permit('import.read')
  @ApiOperation({ summary: 'What was imported, newest first' })
  @Answers(importPageSchema, 'Imports')
  listImports(
    @Query({ schema: importListQuerySchema }) query: z.infer<typeof importListQuerySchema>,
  ): Promise<Page<ImportSummary>> {
    return this.imports.list(query);
  }

  @Get('template.csv')
  @Permit('published.read')
  @ApiOperation({ summary: 'An empty CSV with the header and the units of the period' })
  @AnswersFile('text/csv', 'The template')
  async getImportTemplate(
    @Query({ schema: templateQuerySchema }) query: z.infer<typeof templateQuerySchema>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const content = await this.imports.template(query.framework, query.period);
    return answerFile(reply, {
      content: Buffer.from(content, 'utf8'),
      type: 'text/csv; charset=utf-8',
      name: `${query.framework}-${query.period}.csv`,
      disposition: 'attachment',
    });
  }

  @Post('preview')
  @HttpCode(200)
  @Permit('import.preview')
  @ApiConsumes('text/csv')
  @ApiBody(csvBody)
  @ApiOperation({ summary: 'Read a CSV and say what is wrong, or what would change; nothing is stored' })
  @Answers(importReportSchema, 'State `refused` with faults, or `previewed` with changes')
  previewImport(
    @Query({ schema: importQuerySchema }) query: ImportQuery,
    @Body() body: unknown,
  ): Promise<ImportReport> {
    return this.imports.preview(fileOf(body), query);
  }

  @Post()
  @HttpCode(201)
  @Permit('import.write')
  @ApiConsumes('text/csv')
  @ApiBody(csvBody)
  @ApiOperation({ summary: 'Import a CSV: all of it, or with a single fault nothing (422 with the faults)' })
  @Answers(importReportSchema, 'State `imported`', 201)
  createImport(
    @Query({ schema: importQuerySchema }) query: ImportQuery,
    @Body() body: unknown,
  ): Promise<ImportReport> {
    return this.imports.importFile(fileOf(body), query, currentActor());
  }

  @Get(':id')
  @Permit('import.read')
  @ApiOperation({ summary: 'One import, with what it changed' })
  @Answers(importReportSchema, 'The import')
  getImport(@Param('id') id: string): Promise<ImportReport> {
    return this.imports.detail(id);
  }
}

/**
 * An empty body arrives as undefined; the importer names that fault like any other.
 * @throws Problem MEDIA_TYPE_NOT_SUPPORTED when the body came as something else than a file
 */
function fileOf(body: unknown): Buffer {
  if (body === undefined || body === null) return Buffer.alloc(0);
  if (Buffer.isBuffer(body)) return body;
  throw new Problem(
    415,
    'MEDIA_TYPE_NOT_SUPPORTED',
    'The request was refused',
    'Send the file itself as the body, as text/csv.',
  );
}
