import '@angular/compiler';
import { Injector } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import { Api } from '../../api-client/api.js';
import { ApiConfiguration } from '../../api-client/api-configuration.js';
import type { Ranking } from '../../api-client/models/ranking.js';
import { rankingOf, resultOf } from '../../../testing/rankings.js';
import { RankingClient } from './ranking-client.js';
import { RankingStore } from './ranking-store.js';

function storeAnswering(ranking: Ranking): { store: RankingStore; asked: unknown[] } {
  const asked: unknown[] = [];
  const api = {
    invoke: (_: unknown, question: unknown) => {
      asked.push(question);
      return Promise.resolve(ranking);
    },
  };
  const injector = Injector.create({
    providers: [
      { provide: RankingStore },
      { provide: RankingClient },
      { provide: ApiConfiguration, useValue: { rootUrl: '' } },
      { provide: Api, useValue: api },
    ],
  });
  return { store: injector.get(RankingStore), asked };
}

describe('the ranking', () => {
  it('asks for the edition, group and region of the address', async () => {
    const { store, asked } = storeAnswering(rankingOf([resultOf('A')]));
    await store.open({ edition: 'dti-2022', group: 'province_63', region: 'southeast' });
    expect(asked).toEqual([{ edition: 'dti-2022', group: 'province_63', region: 'southeast' }]);
    expect(store.state().status).toBe('ready');
  });

  it('without any row is empty', async () => {
    const { store } = storeAnswering(rankingOf([]));
    await store.open({});
    expect(store.state().status).toBe('empty');
  });

  it('is downloaded with the same question, in the language on screen', () => {
    const { store } = storeAnswering(rankingOf([]));
    expect(store.fileAddress('csv', { edition: 'dti-2022', group: undefined, region: 'a b' }, 'en')).toBe(
      '/api/v1/rankings.csv?edition=dti-2022&region=a+b&lang=en',
    );
    expect(store.fileAddress('xlsx', {}, 'vi')).toBe('/api/v1/rankings.xlsx?lang=vi');
  });
});
