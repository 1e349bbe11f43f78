import { Controller, Get, Query } from '@nestjs/common';
import { SearchQuery, type SearchResult } from '@etatlotse/contracts/search';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Permit } from '../platform/http/permit.decorator';
import { SearchQueries } from './search.queries';

@Controller('api/v1/search')
export class SearchController {
  constructor(private readonly queries: SearchQueries) {}

  @Get()
  @Permit('search.use')
  search(@CurrentCaller() caller: Caller, @Query() query: SearchQuery): Promise<SearchResult> {
    return this.queries.search(caller, query);
  }
}
