import { inject, Injectable } from '@angular/core';
import { Api } from '../../api-client/api.js';
import { getEdition } from '../../api-client/fn/editions/get-edition.js';
import { getRanking } from '../../api-client/fn/rankings/get-ranking.js';
import type { Edition } from '../../api-client/models/edition.js';
import type { Ranking } from '../../api-client/models/ranking.js';

@Injectable({ providedIn: 'root' })
export class OverviewClient {
  private readonly api = inject(Api);

  edition(code: string): Promise<Edition> {
    return this.api.invoke(getEdition, { code });
  }

  ranking(edition: string, group: string): Promise<Ranking> {
    return this.api.invoke(getRanking, { edition, group });
  }
}
