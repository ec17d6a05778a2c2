import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permit } from '../../platform/access/access.js';
import { Answers } from '../../platform/openapi/answers.js';
import { searchQuerySchema, searchResultSchema, type SearchQuery, type SearchResult } from './search.dto.js';
import { SearchService } from './search.service.js';

@ApiTags('search')
@Permit('published.read')
@Controller('search')
export class SearchController {
  constructor(private readonly service: SearchService) {}

  @Get()
  @ApiOperation({
    summary: 'Search across targets, tasks, duties, indicators, databases, clauses and units',
    description: 'With or without diacritics. A word that has diacritics is looked for as it is written.',
  })
  @Answers(searchResultSchema, 'The best answers first')
  search(@Query({ schema: searchQuerySchema }) query: SearchQuery): Promise<SearchResult> {
    return this.service.search(query);
  }
}
