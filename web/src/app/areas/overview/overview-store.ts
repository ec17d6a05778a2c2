import { inject, Injectable } from '@angular/core';
import type { Edition } from '../../api-client/models/edition.js';
import type { Ranking } from '../../api-client/models/ranking.js';
import { EditionChoice } from '../../shared/editions/edition-choice.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { RequestFailed } from '../../shared/problem/problem.js';
import { OverviewClient } from './overview-client.js';

export interface OverviewData {
  readonly edition: Edition;
  /** The group that the page speaks of: the first that has figures. */
  readonly ranking: Ranking;
}

@Injectable()
export class OverviewStore {
  private readonly client = inject(OverviewClient);
  private readonly choice = inject(EditionChoice);
  private readonly loaded = new Loaded<OverviewData | null>((data) => data === null);

  readonly state = this.loaded.state;
  readonly stale = this.loaded.stale;

  /** The edition of a code, or the latest one; empty when there is no edition yet. */
  open(code: string | undefined): Promise<void> {
    return this.loaded.load(() => this.ask(code));
  }

  private async ask(code: string | undefined): Promise<OverviewData | null> {
    const wanted = code ?? (await this.latestCode());
    if (wanted === null) return null;
    const edition = await this.client.edition(wanted);
    const ranked = edition.groups.filter(({ level }) => level !== 'nation');
    const group = ranked.find(({ withTotal }) => withTotal > 0) ?? ranked[0];
    if (!group) return null;
    return { edition, ranking: await this.client.ranking(edition.code, group.code) };
  }

  private async latestCode(): Promise<string | null> {
    await this.choice.settled();
    const state = this.choice.state();
    if (state.status === 'failed') throw new RequestFailed(state.failure);
    return this.choice.latest()?.code ?? null;
  }
}
