import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Permit } from '../../platform/access/access.js';
import { currentActor } from '../../platform/access/request-context.js';
import type { Page } from '../../platform/http/page.js';
import { Answers } from '../../platform/openapi/answers.js';
import {
  editionPageSchema,
  editionQuerySchema,
  editionRequestSchema,
  editionSchema,
  revisionQuerySchema,
  type EditionDto,
  type EditionRequest,
  type EditionSummary,
} from './edition.dto.js';
import { EditionsService } from './editions.service.js';

@ApiTags('editions')
@Controller('editions')
export class EditionsController {
  constructor(private readonly editions: EditionsService) {}

  @Get()
  @Permit('published.read')
  @ApiOperation({
    summary: 'Editions, newest period first; each in its latest published revision, or its draft',
  })
  @Answers(editionPageSchema, 'Editions')
  listEditions(
    @Query({ schema: editionQuerySchema }) query: z.infer<typeof editionQuerySchema>,
  ): Promise<Page<EditionSummary>> {
    return this.editions.list(query);
  }

  @Post()
  @Permit('edition.draft')
  @ApiOperation({ summary: 'Make a draft edition of assessments; a code that exists becomes a new revision' })
  @Answers(editionSchema, 'The draft edition', 201)
  createEdition(@Body({ schema: editionRequestSchema }) request: EditionRequest): Promise<EditionDto> {
    return this.editions.draft(request, currentActor());
  }

  @Post(':code/publish')
  @HttpCode(200)
  @Permit('edition.publish')
  @ApiOperation({ summary: 'Publish the latest draft of an edition; frozen from then on' })
  @Answers(editionSchema, 'The published edition')
  publishEdition(@Param('code') code: string): Promise<EditionDto> {
    return this.editions.publish(code, currentActor());
  }

  @Get(':code')
  @Permit('published.read')
  @ApiOperation({ summary: 'One edition with check figures and sources' })
  @Answers(editionSchema, 'The edition')
  getEdition(
    @Param('code') code: string,
    @Query({ schema: revisionQuerySchema }) query: z.infer<typeof revisionQuerySchema>,
  ): Promise<EditionDto> {
    return this.editions.detail(code, query.revision);
  }
}
