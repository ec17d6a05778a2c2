import { inject, Injectable, signal } from '@angular/core';
import type { SearchResult } from '../../api-client/models/search-result.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { SearchClient, type SearchQuestion } from './search-client.js';

/** What answers the words in the address; nothing is asked while there are none. */
@Injectable()
export class SearchStore {
  private readonly client = inject(SearchClient);
  private readonly found = new Loaded<SearchResult>(
    (result) => result.total === 0 && result.kinds.length === 0,
  );

  readonly asked = signal(false);
  readonly state = this.found.state;
  readonly stale = this.found.stale;

  async open(question: SearchQuestion): Promise<void> {
    this.asked.set(question.q !== '');
    if (question.q !== '') await this.found.load(() => this.client.search(question));
  }
}
