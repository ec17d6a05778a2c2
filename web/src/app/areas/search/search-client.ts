import { inject, Injectable } from '@angular/core';
import { Api } from '../../api-client/api.js';
import { search, type Search$Params } from '../../api-client/fn/search/search.js';
import type { SearchResult } from '../../api-client/models/search-result.js';

export type SearchQuestion = Pick<Search$Params, 'q' | 'kind' | 'dataSet'>;

@Injectable({ providedIn: 'root' })
export class SearchClient {
  private readonly api = inject(Api);

  /** The best hundred: who needs more writes another word. */
  search(question: SearchQuestion): Promise<SearchResult> {
    return this.api.invoke(search, { ...question, size: 100 });
  }
}
