import { inject, Injectable } from '@angular/core';
import type { Ranking } from '../../api-client/models/ranking.js';
import type { LanguageCode } from '../../shared/language/text-key.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { RankingClient, type RankingQuestion } from './ranking-client.js';

@Injectable()
export class RankingStore {
  private readonly client = inject(RankingClient);
  private readonly loaded = new Loaded<Ranking>((ranking) => ranking.rows.length === 0);

  readonly state = this.loaded.state;
  readonly stale = this.loaded.stale;

  open(question: RankingQuestion): Promise<void> {
    return this.loaded.load(() => this.client.ranking(question));
  }

  fileAddress(format: 'csv' | 'xlsx', question: RankingQuestion, lang: LanguageCode): string {
    return this.client.fileAddress(format, question, lang);
  }
}
