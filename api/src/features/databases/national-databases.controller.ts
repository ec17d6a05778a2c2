import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Permit } from '../../platform/access/access.js';
import { currentActor } from '../../platform/access/request-context.js';
import { Answers } from '../../platform/openapi/answers.js';
import { DatabaseReferenceService } from './database-reference.service.js';
import { termsSchema, type TermsDto } from './database-words.dto.js';
import {
  assertionRequestSchema,
  nationalDetailSchema,
  nationalListSchema,
  nationalQuerySchema,
  ownerRequestSchema,
  type AssertionRequest,
  type NationalDetailDto,
  type NationalListDto,
  type NationalQuery,
  type OwnerRequest,
} from './national.dto.js';
import { NationalDatabasesService } from './national-databases.service.js';
import { writeQuerySchema } from './register.dto.js';

@ApiTags('databases')
@Controller('databases')
export class NationalDatabasesController {
  constructor(
    private readonly national: NationalDatabasesService,
    private readonly reference: DatabaseReferenceService,
  ) {}

  @Get('terms')
  @Permit('published.read')
  @ApiOperation({
    summary: 'Conditions, qualities, classes, marks, assessments and steps, with their clauses',
  })
  @Answers(termsSchema, 'The words of the documents about databases')
  listDatabaseTerms(): Promise<TermsDto> {
    return this.reference.terms();
  }

  @Get('national')
  @Permit('published.read')
  @ApiOperation({ summary: 'The national databases to be completed first, with the state of each condition' })
  @Answers(nationalListSchema, 'The databases, in the order of the Decision (IV.3.a)')
  listNationalDatabases(
    @Query({ schema: nationalQuerySchema }) query: NationalQuery,
  ): Promise<NationalListDto> {
    return this.national.list(query);
  }

  @Get('national/:id')
  @Permit('published.read')
  @ApiOperation({ summary: 'One national database, with everything ever asserted of it' })
  @Answers(nationalDetailSchema, 'The database')
  getNationalDatabase(
    @Param('id') id: string,
    @Query({ schema: nationalQuerySchema }) query: NationalQuery,
  ): Promise<NationalDetailDto> {
    return this.national.detail(id, query);
  }

  @Post('national/:id/assertions')
  @Permit('national-database.assert')
  @ApiOperation({ summary: 'Record the state of one aspect for a year, with its evidence' })
  @Answers(nationalDetailSchema, 'The database as it now is', 201)
  createDatabaseAssertion(
    @Param('id') id: string,
    @Query({ schema: writeQuerySchema }) query: z.infer<typeof writeQuerySchema>,
    @Body({ schema: assertionRequestSchema }) request: AssertionRequest,
  ): Promise<NationalDetailDto> {
    return this.national.assert(id, request, query.dataSet, currentActor());
  }

  @Post('national/:id/owners')
  @Permit('national-database.assert')
  @ApiOperation({ summary: 'Set who owns a national database, by a document' })
  @Answers(nationalDetailSchema, 'The database as it now is', 201)
  createDatabaseOwner(
    @Param('id') id: string,
    @Body({ schema: ownerRequestSchema }) request: OwnerRequest,
  ): Promise<NationalDetailDto> {
    return this.national.setOwner(id, request, currentActor());
  }
}
