import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Permit } from '../../platform/access/access.js';
import { answerFile } from '../../platform/http/file-answer.js';
import { AnswersFile } from '../../platform/openapi/answers.js';
import { reportQuerySchema } from '../editions/edition.dto.js';
import { ReportsService } from './reports.service.js';

@ApiTags('editions')
@Permit('published.read')
@Controller('editions')
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Get(':code/report.pdf')
  @ApiOperation({
    summary: 'The annual report of an edition in the form of Decree 30/2020/NĐ-CP, as a draft',
  })
  @AnswersFile('application/pdf', 'PDF/A')
  async getEditionReport(
    @Param('code') code: string,
    @Query({ schema: reportQuerySchema }) query: z.infer<typeof reportQuerySchema>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { content, fileName } = await this.reports.annualReport(code, query);
    return answerFile(reply, { content, type: 'application/pdf', name: fileName, disposition: 'inline' });
  }
}
