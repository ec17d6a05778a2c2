import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Permit } from '../../platform/access/access.js';
import { currentActor } from '../../platform/access/request-context.js';
import { answerFile, type FileAnswer } from '../../platform/http/file-answer.js';
import type { Page } from '../../platform/http/page.js';
import { Answers, AnswersFile } from '../../platform/openapi/answers.js';
import { dueDatesCalendar, dueDatesCsv } from './due-dates-file.js';
import { DueDatesService } from './due-dates.service.js';
import { DutiesService } from './duties.service.js';
import {
  dueDatesFileQuerySchema,
  dueDatesQuerySchema,
  dueDatesSchema,
  dutyPageSchema,
  dutyQuerySchema,
  dutySchema,
  type DueDatesDto,
  type DueDatesFileQuery,
  type DueDatesQuery,
  type DutyDto,
  type DutyQuery,
} from './duty.dto.js';
import {
  recordedSchema,
  returnRequestSchema,
  submissionRequestSchema,
  submissionsQuerySchema,
  submissionsSchema,
  type RecordedDto,
  type ReturnRequest,
  type SubmissionRequest,
  type SubmissionsDto,
  type SubmissionsQuery,
} from './submission.dto.js';
import { SubmissionsService } from './submissions.service.js';

@ApiTags('duties')
@Controller('duties')
export class DutiesController {
  constructor(
    private readonly duties: DutiesService,
    private readonly dueDates: DueDatesService,
    private readonly submissions: SubmissionsService,
  ) {}

  @Get()
  @Permit('published.read')
  @ApiOperation({ summary: 'Duties of measuring and reporting: who, what, when, to whom, on what basis' })
  @Answers(dutyPageSchema, 'Duties, in the order of the documents')
  listDuties(@Query({ schema: dutyQuerySchema }) query: DutyQuery): Promise<Page<DutyDto>> {
    return this.duties.list(query);
  }

  @Get('due-dates')
  @Permit('published.read')
  @ApiOperation({ summary: 'When duties fall due, and what has come of what is due' })
  @Answers(dueDatesSchema, 'Due dates, in order of day')
  listDueDates(@Query({ schema: dueDatesQuerySchema }) query: DueDatesQuery): Promise<DueDatesDto> {
    return this.dueDates.dueDates(query);
  }

  @Get('due-dates.csv')
  @Permit('published.read')
  @ApiOperation({ summary: 'The same due dates as CSV (UTF-8 with BOM)' })
  @AnswersFile('text/csv', 'CSV')
  async getDueDatesCsv(
    @Query({ schema: dueDatesFileQuerySchema }) query: DueDatesFileQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const found = await this.dueDates.dueDates(query);
    return answerFile(reply, fileOf(found, dueDatesCsv(found, query.lang), 'text/csv; charset=utf-8', 'csv'));
  }

  @Get('due-dates.ics')
  @Permit('published.read')
  @ApiOperation({ summary: 'The same due dates as a calendar (iCalendar, whole days)' })
  @AnswersFile('text/calendar', 'Calendar')
  async getDueDatesCalendar(
    @Query({ schema: dueDatesFileQuerySchema }) query: DueDatesFileQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const found = await this.dueDates.dueDates(query);
    const calendar = dueDatesCalendar(found, query.lang);
    return answerFile(reply, fileOf(found, calendar, 'text/calendar; charset=utf-8', 'ics'));
  }

  @Get(':code')
  @Permit('published.read')
  @ApiOperation({ summary: 'One duty' })
  @Answers(dutySchema, 'The duty')
  getDuty(@Param('code') code: string): Promise<DutyDto> {
    return this.duties.detail(code);
  }

  @Get(':code/submissions')
  @Permit('published.read')
  @ApiOperation({ summary: 'What has come for one period: received, late, missing, by unit' })
  @Answers(submissionsSchema, 'Submissions of the period')
  getSubmissions(
    @Param('code') code: string,
    @Query({ schema: submissionsQuerySchema }) query: SubmissionsQuery,
  ): Promise<SubmissionsDto> {
    return this.submissions.ofPeriod(code, query);
  }

  @Post(':code/submissions')
  @Permit('duty-submission.record')
  @ApiOperation({ summary: 'Record that a unit has sent it, or sent it again after it was returned' })
  @Answers(recordedSchema, 'Where the unit stands now', 201)
  createSubmission(
    @Param('code') code: string,
    @Body({ schema: submissionRequestSchema }) request: SubmissionRequest,
  ): Promise<RecordedDto> {
    return this.submissions.send(code, request, currentActor());
  }

  @Post(':code/returns')
  @Permit('duty-submission.return')
  @ApiOperation({ summary: 'Record that it was returned to the unit, and why' })
  @Answers(recordedSchema, 'Where the unit stands now', 201)
  createReturn(
    @Param('code') code: string,
    @Body({ schema: returnRequestSchema }) request: ReturnRequest,
  ): Promise<RecordedDto> {
    return this.submissions.giveBack(code, request, currentActor());
  }
}

function fileOf(
  { from, to, dataSet, sample }: DueDatesDto,
  text: string,
  type: string,
  extension: string,
): FileAnswer {
  const name = `due-dates-${from}-${to}${sample ? `-${dataSet}` : ''}.${extension}`;
  return { content: Buffer.from(text, 'utf8'), type, name, disposition: 'attachment' };
}
