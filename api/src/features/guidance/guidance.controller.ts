import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permit } from '../../platform/access/access.js';
import { currentActor } from '../../platform/access/request-context.js';
import { Answers } from '../../platform/openapi/answers.js';
import {
  assessmentQuerySchema,
  guidanceFrameworkSchema,
  maturityRequestSchema,
  maturitySchema,
  type GuidanceFrameworkDto,
  type MaturityDto,
  type MaturityQuery,
  type MaturityRequest,
} from './guidance.dto.js';
import { GuidanceService } from './guidance.service.js';

@ApiTags('guidance')
@Controller('guidance/frameworks')
export class GuidanceController {
  constructor(private readonly guidance: GuidanceService) {}

  @Get(':code')
  @Permit('published.read')
  @ApiOperation({ summary: 'A framework of guidance: groups, activities, levels of maturity, legal bases' })
  @Answers(guidanceFrameworkSchema, 'The framework, in the order of its source')
  getGuidanceFramework(@Param('code') code: string): Promise<GuidanceFrameworkDto> {
    return this.guidance.framework(code);
  }

  @Get(':code/maturity')
  @Permit('published.read')
  @ApiOperation({ summary: 'How a unit sees its maturity: criteria met by level; no level is derived' })
  @Answers(maturitySchema, 'The latest answer to each criterion')
  getMaturity(
    @Param('code') code: string,
    @Query({ schema: assessmentQuerySchema }) query: MaturityQuery,
  ): Promise<MaturityDto> {
    return this.guidance.maturity(code, query);
  }

  @Post(':code/maturity')
  @Permit('maturity.record')
  @ApiOperation({ summary: 'Record which criteria a unit says that it meets, with evidence' })
  @Answers(maturitySchema, 'How the unit sees itself now', 201)
  createMaturityAnswers(
    @Param('code') code: string,
    @Body({ schema: maturityRequestSchema }) request: MaturityRequest,
  ): Promise<MaturityDto> {
    return this.guidance.assess(code, request, currentActor());
  }
}
