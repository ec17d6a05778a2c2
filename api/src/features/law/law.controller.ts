import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permit } from '../../platform/access/access.js';
import type { Page } from '../../platform/http/page.js';
import { Answers } from '../../platform/openapi/answers.js';
import {
  clauseDetailSchema,
  clausePageSchema,
  clauseQuerySchema,
  legalDocumentDetailSchema,
  legalDocumentPageSchema,
  legalDocumentQuerySchema,
  type ClauseDetail,
  type ClauseDto,
  type ClauseQuery,
  type LegalDocumentDetail,
  type LegalDocumentDto,
  type LegalDocumentQuery,
} from './law.dto.js';
import { LawService } from './law.service.js';

@ApiTags('law')
@Permit('published.read')
@Controller('legal-documents')
export class LawController {
  constructor(private readonly law: LawService) {}

  @Get()
  @ApiOperation({ summary: 'Legal documents with validity and standing' })
  @Answers(legalDocumentPageSchema, 'Documents, the Decision first')
  listLegalDocuments(
    @Query({ schema: legalDocumentQuerySchema }) query: LegalDocumentQuery,
  ): Promise<Page<LegalDocumentDto>> {
    return this.law.list(query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One legal document' })
  @Answers(legalDocumentDetailSchema, 'The document, what ended it and what it took the place of')
  getLegalDocument(@Param('id') id: string): Promise<LegalDocumentDetail> {
    return this.law.detail(id);
  }

  @Get(':id/clauses')
  @ApiOperation({ summary: 'The clauses of a document, or those with certain words' })
  @Answers(clausePageSchema, 'Clauses in the order of the document')
  listClauses(
    @Param('id') id: string,
    @Query({ schema: clauseQuerySchema }) query: ClauseQuery,
  ): Promise<Page<ClauseDto>> {
    return this.law.clauses(id, query);
  }

  @Get(':id/clauses/:code')
  @ApiOperation({ summary: 'One clause, word for word, with what it is a part of and its parts' })
  @Answers(clauseDetailSchema, 'The clause')
  getClause(@Param('id') id: string, @Param('code') code: string): Promise<ClauseDetail> {
    return this.law.clause(id, code);
  }
}
