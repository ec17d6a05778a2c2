import { Body, Controller, Get, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permit } from '../../platform/access/access.js';
import { currentActor } from '../../platform/access/request-context.js';
import { Answers } from '../../platform/openapi/answers.js';
import { frameworkVersionSchema, type FrameworkVersionDto } from './framework.dto.js';
import { FrameworkDocumentsService } from './framework-documents.service.js';
import { FrameworkEditsService } from './framework-edits.service.js';
import { FrameworksService } from './frameworks.service.js';
import {
  copyRequestSchema,
  editRequestSchema,
  frameworkDocumentSchema,
  frameworkEventListSchema,
  nodePatchSchema,
  transitionRequestSchema,
  type CopyRequest,
  type EditRequest,
  type FrameworkEventDto,
  type NodePatch,
  type TransitionRequest,
} from './life/framework-life.dto.js';

@ApiTags('framework-versions')
@Controller('framework-versions')
export class FrameworkLifeController {
  constructor(
    private readonly frameworks: FrameworksService,
    private readonly documents: FrameworkDocumentsService,
    private readonly edits: FrameworkEditsService,
  ) {}

  @Get(':code/document')
  @Permit('published.read')
  @ApiOperation({
    summary: 'The whole framework as its file has it, with the data elements that it asks for',
  })
  @Answers(frameworkDocumentSchema, 'The document')
  async getFrameworkDocument(@Param('code') code: string): Promise<Record<string, unknown>> {
    return { ...(await this.documents.wholeDocument(code)) };
  }

  @Get(':code/events')
  @Permit('published.read')
  @ApiOperation({
    summary: 'What happened to a version: made, edited, approved, in use, retired; newest first',
  })
  @Answers(frameworkEventListSchema, 'Events')
  listFrameworkEvents(@Param('code') code: string): Promise<FrameworkEventDto[]> {
    return this.edits.events(code);
  }

  @Post(':code/transitions')
  @Permit('framework.transition')
  @ApiOperation({ summary: 'Approve a draft, put what is approved into use, retire what is in use' })
  @Answers(frameworkVersionSchema, 'The version, moved on', 201)
  async moveFrameworkVersion(
    @Param('code') code: string,
    @Body({ schema: transitionRequestSchema }) request: TransitionRequest,
  ): Promise<FrameworkVersionDto> {
    await this.edits.move(code, request, currentActor());
    return this.frameworks.detail(code);
  }

  @Post(':code/copies')
  @Permit('framework.draft')
  @ApiOperation({ summary: 'Copy a version under a new code, as a draft' })
  @Answers(frameworkVersionSchema, 'The copy', 201)
  async copyFrameworkVersion(
    @Param('code') code: string,
    @Body({ schema: copyRequestSchema }) request: CopyRequest,
  ): Promise<FrameworkVersionDto> {
    await this.edits.copy(code, request, currentActor());
    return this.frameworks.detail(request.code);
  }

  @Put(':code')
  @Permit('framework.draft')
  @ApiOperation({ summary: 'Put a whole document in place of that of a draft' })
  @Answers(frameworkVersionSchema, 'The version as it is now')
  async replaceFrameworkVersion(
    @Param('code') code: string,
    @Body({ schema: editRequestSchema }) request: EditRequest,
  ): Promise<FrameworkVersionDto> {
    await this.edits.replace(code, request, currentActor());
    return this.frameworks.detail(code);
  }

  @Patch(':code/nodes/:node')
  @Permit('framework.draft')
  @ApiOperation({ summary: 'Change weight, name or note of a node of a draft, or make it descriptive' })
  @Answers(frameworkVersionSchema, 'The version as it is now')
  async editFrameworkNode(
    @Param('code') code: string,
    @Param('node') node: string,
    @Body({ schema: nodePatchSchema }) request: NodePatch,
  ): Promise<FrameworkVersionDto> {
    await this.edits.editNode(code, node, request, currentActor());
    return this.frameworks.detail(code);
  }
}
