import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Permit } from '../../platform/access/access.js';
import { currentActor } from '../../platform/access/request-context.js';
import type { Page } from '../../platform/http/page.js';
import { Answers } from '../../platform/openapi/answers.js';
import {
  assessmentPageSchema,
  assessmentQuerySchema,
  assessmentRequestSchema,
  assessmentSchema,
  explanationSchema,
  resultQuerySchema,
  unitResultPageSchema,
  type AssessmentDto,
  type AssessmentQuery,
  type AssessmentRequest,
  type AssessmentSummary,
  type Explanation,
  type UnitResultDto,
} from './assessment.dto.js';
import { AssessmentsService } from './assessments.service.js';
import { ExplanationsService } from './explanations.service.js';

@ApiTags('assessments')
@Controller('assessments')
export class AssessmentsController {
  constructor(
    private readonly assessments: AssessmentsService,
    private readonly explanations: ExplanationsService,
  ) {}

  @Get()
  @Permit('published.read')
  @ApiOperation({ summary: 'Scoring runs, newest first' })
  @Answers(assessmentPageSchema, 'Assessments')
  listAssessments(
    @Query({ schema: assessmentQuerySchema }) query: AssessmentQuery,
  ): Promise<Page<AssessmentSummary>> {
    return this.assessments.list(query);
  }

  @Post()
  @Permit('assessment.run')
  @ApiOperation({
    summary: 'Score a framework version for a period; the same inputs give the stored assessment again',
  })
  @Answers(assessmentSchema, 'The assessment, immutable from now on', 201)
  createAssessment(
    @Body({ schema: assessmentRequestSchema }) request: AssessmentRequest,
  ): Promise<AssessmentDto> {
    return this.assessments.run(request, currentActor());
  }

  @Get(':id')
  @Permit('published.read')
  @ApiOperation({ summary: 'One assessment with the recipe it was made by' })
  @Answers(assessmentSchema, 'The assessment')
  getAssessment(@Param('id') id: string): Promise<AssessmentDto> {
    return this.assessments.detail(id);
  }

  @Get(':id/results')
  @Permit('published.read')
  @ApiOperation({ summary: 'Results of units, every node included' })
  @Answers(unitResultPageSchema, 'Results')
  listResults(
    @Param('id') id: string,
    @Query({ schema: resultQuerySchema }) query: z.infer<typeof resultQuerySchema>,
  ): Promise<Page<UnitResultDto>> {
    return this.assessments.results(id, query);
  }

  @Get(':id/results/:unitId')
  @Permit('published.read')
  @ApiOperation({ summary: "One unit's result explained in codes and numbers, step by step" })
  @Answers(explanationSchema, 'The explanation')
  explainResult(@Param('id') id: string, @Param('unitId') unitId: string): Promise<Explanation> {
    return this.explanations.explain(id, unitId);
  }
}
