import { inject, Injectable } from '@angular/core';
import { Api } from '../../api-client/api.js';
import { ApiConfiguration } from '../../api-client/api-configuration.js';
import { getRanking, type GetRanking$Params } from '../../api-client/fn/rankings/get-ranking.js';
import { getRankingCsv } from '../../api-client/fn/rankings/get-ranking-csv.js';
import { getRankingWorkbook } from '../../api-client/fn/rankings/get-ranking-workbook.js';
import type { Ranking } from '../../api-client/models/ranking.js';
import type { LanguageCode } from '../../shared/language/text-key.js';

/** Which list: an edition's (the latest when none is named) or an assessment's; group and region. */
export type RankingQuestion = GetRanking$Params;

@Injectable({ providedIn: 'root' })
export class RankingClient {
  private readonly api = inject(Api);
  private readonly root = inject(ApiConfiguration).rootUrl;

  ranking(question: RankingQuestion): Promise<Ranking> {
    return this.api.invoke(getRanking, question);
  }

  /** Where the browser downloads the same list as a file. */
  fileAddress(format: 'csv' | 'xlsx', question: RankingQuestion, lang: LanguageCode): string {
    const path = format === 'csv' ? getRankingCsv.PATH : getRankingWorkbook.PATH;
    const asked = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...question, lang })) {
      if (value !== undefined) asked.set(name, String(value));
    }
    return `${this.root}${path}?${asked.toString()}`;
  }
}
