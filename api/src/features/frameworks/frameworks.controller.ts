import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Permit } from '../../platform/access/access.js';
import type { Page } from '../../platform/http/page.js';
import { answerFile } from '../../platform/http/file-answer.js';
import { Answers, AnswersFile } from '../../platform/openapi/answers.js';
import {
  frameworkQuerySchema,
  frameworkVersionPageSchema,
  frameworkVersionSchema,
  type FrameworkVersionDto,
  type FrameworkVersionSummary,
} from './framework.dto.js';
import {
  comparisonQuerySchema,
  frameworkComparisonSchema,
  type FrameworkComparisonDto,
} from './compare/comparison.dto.js';
import { FrameworkDocumentsService } from './framework-documents.service.js';
import { FrameworksService } from './frameworks.service.js';
import { frameworkWorkbook } from './workbook/write-workbook.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('framework-versions')
@Permit('published.read')
@Controller('framework-versions')
export class FrameworksController {
  constructor(
    private readonly frameworks: FrameworksService,
    private readonly documents: FrameworkDocumentsService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Framework versions: each is a method of scoring with its legal basis' })
  @Answers(frameworkVersionPageSchema, 'Framework versions')
  listFrameworkVersions(
    @Query({ schema: frameworkQuerySchema }) query: z.infer<typeof frameworkQuerySchema>,
  ): Promise<Page<FrameworkVersionSummary>> {
    return this.frameworks.list(query);
  }

  @Get(':code/comparison')
  @ApiOperation({ summary: 'Two versions node by node: added, removed, moved, reweighted, changed' })
  @Answers(frameworkComparisonSchema, 'The comparison; the version of the address is before, the other after')
  compareFrameworkVersions(
    @Param('code') code: string,
    @Query({ schema: comparisonQuerySchema }) query: z.infer<typeof comparisonQuerySchema>,
  ): Promise<FrameworkComparisonDto> {
    return this.frameworks.comparison(code, query.with);
  }

  @Get(':code.xlsx')
  @ApiOperation({ summary: 'The version as an Excel workbook that can be filled in and loaded again' })
  @AnswersFile(XLSX, 'Workbook')
  async getFrameworkWorkbook(
    @Param('code') code: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const content = await frameworkWorkbook(await this.documents.wholeDocument(code));
    return answerFile(reply, { content, type: XLSX, name: `${code}.xlsx`, disposition: 'attachment' });
  }

  @Get(':code')
  @ApiOperation({ summary: 'One framework version with its tree' })
  @Answers(frameworkVersionSchema, 'The framework version')
  getFrameworkVersion(@Param('code') code: string): Promise<FrameworkVersionDto> {
    return this.frameworks.detail(code);
  }
}
