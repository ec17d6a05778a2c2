import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Permit } from '../../platform/access/access.js';
import { currentActor } from '../../platform/access/request-context.js';
import { markedFileName } from '../../platform/http/data-set.js';
import { answerFile } from '../../platform/http/file-answer.js';
import { Answers, AnswersFile } from '../../platform/openapi/answers.js';
import { taskCsv, taskWorkbook } from './task-table.js';
import {
  taskMatrixQuerySchema,
  taskMatrixSchema,
  type TaskMatrix,
  type TaskMatrixQuery,
} from './task-matrix.dto.js';
import {
  taskDataSetQuerySchema,
  taskDetailSchema,
  taskPageSchema,
  taskQuerySchema,
  taskStructureSchema,
  taskTableQuerySchema,
  type TaskDetail,
  type TaskPage,
  type TaskQuery,
  type TaskStructure,
  type TaskTableQuery,
} from './task.dto.js';
import {
  taskStatusPageSchema,
  taskStatusQuerySchema,
  taskStatusRequestSchema,
  taskStatusSchema,
  taskWithdrawalRequestSchema,
  type TaskStatusDto,
  type TaskStatusPage,
  type TaskStatusQuery,
  type TaskStatusRequest,
} from './task-status.dto.js';
import { TaskStatusesService } from './task-statuses.service.js';
import { TasksService } from './tasks.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
type DataSetQuery = z.infer<typeof taskDataSetQuerySchema>;

@ApiTags('tasks')
@Permit('published.read')
@Controller()
export class TasksController {
  constructor(
    private readonly tasks: TasksService,
    private readonly statuses: TaskStatusesService,
  ) {}

  @Get('tasks')
  @ApiOperation({ summary: "The Decision's tasks and how they stand today, in its order" })
  @Answers(taskPageSchema, 'Tasks, and how many are in each state')
  listTasks(@Query({ schema: taskQuerySchema }) query: TaskQuery): Promise<TaskPage> {
    return this.tasks.list(query);
  }

  @Get('tasks.csv')
  @ApiOperation({ summary: 'The same tasks as CSV (UTF-8 with BOM)' })
  @AnswersFile('text/csv', 'CSV')
  async getTasksCsv(
    @Query({ schema: taskTableQuerySchema }) query: TaskTableQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const content = taskCsv(await this.tasks.filtered(query), query.lang, query.dataSet);
    return answerFile(reply, {
      content: Buffer.from(content, 'utf8'),
      type: 'text/csv; charset=utf-8',
      name: markedFileName('tasks-142-2024.csv', query.dataSet),
      disposition: 'attachment',
    });
  }

  @Get('tasks.xlsx')
  @ApiOperation({ summary: 'The same tasks as an Excel workbook' })
  @AnswersFile(XLSX, 'Workbook')
  async getTasksWorkbook(
    @Query({ schema: taskTableQuerySchema }) query: TaskTableQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const content = await taskWorkbook(await this.tasks.filtered(query), query.lang, query.dataSet);
    return answerFile(reply, {
      content,
      type: XLSX,
      name: markedFileName('tasks-142-2024.xlsx', query.dataSet),
      disposition: 'attachment',
    });
  }

  @Get('tasks/structure')
  @ApiOperation({
    summary: "Parts, groups, the solutions of section VI, the ministry's plan, earlier programmes by number",
  })
  @Answers(taskStructureSchema, 'What the documents say, without statuses')
  getTaskStructure(): Promise<TaskStructure> {
    return this.tasks.structure();
  }

  @Get('tasks/matrix')
  @ApiOperation({ summary: 'Part B: how each task stands at each ministry and province of today' })
  @Answers(taskMatrixSchema, 'The matrix')
  getTaskMatrix(@Query({ schema: taskMatrixQuerySchema }) query: TaskMatrixQuery): Promise<TaskMatrix> {
    return this.tasks.matrix(query);
  }

  @Get('tasks/:code')
  @ApiOperation({ summary: 'One task: its words, bodies, clauses, dates and state' })
  @Answers(taskDetailSchema, 'The task')
  getTask(
    @Param('code') code: string,
    @Query({ schema: taskDataSetQuerySchema }) query: DataSetQuery,
  ): Promise<TaskDetail> {
    return this.tasks.detail(code, query.dataSet);
  }

  @Get('tasks/:code/statuses')
  @ApiOperation({ summary: 'What was reported of a task, newest first, withdrawals included' })
  @Answers(taskStatusPageSchema, 'The history')
  listTaskStatuses(
    @Param('code') code: string,
    @Query({ schema: taskStatusQuerySchema }) query: TaskStatusQuery,
  ): Promise<TaskStatusPage> {
    return this.statuses.history(code, query);
  }

  @Post('tasks/:code/statuses')
  @Permit('task-status.record')
  @ApiOperation({ summary: 'Record how a task stands; nothing that was recorded changes' })
  @Answers(taskStatusSchema, 'The status', 201)
  recordTaskStatus(
    @Param('code') code: string,
    @Query({ schema: taskDataSetQuerySchema }) query: DataSetQuery,
    @Body({ schema: taskStatusRequestSchema }) request: TaskStatusRequest,
  ): Promise<TaskStatusDto> {
    return this.statuses.record(code, request, query.dataSet, currentActor());
  }

  @Post('tasks/:code/statuses/:id/withdrawal')
  @Permit('task-status.withdraw')
  @ApiOperation({ summary: 'Withdraw a wrong status, by a row that says so' })
  @Answers(taskStatusSchema, 'The withdrawal', 201)
  withdrawTaskStatus(
    @Param('code') code: string,
    @Param('id') id: string,
    @Query({ schema: taskDataSetQuerySchema }) query: DataSetQuery,
    @Body({ schema: taskWithdrawalRequestSchema }) { note }: { note: string },
  ): Promise<TaskStatusDto> {
    return this.statuses.withdraw(code, id, { note, dataSet: query.dataSet }, currentActor());
  }
}
