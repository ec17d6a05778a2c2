import '@angular/compiler';
import { Injector } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import type { Edition } from '../../api-client/models/edition.js';
import type { EditionGroup } from '../../api-client/models/edition-group.js';
import { EditionChoice } from '../../shared/editions/edition-choice.js';
import { EditionsClient } from '../../shared/editions/editions-client.js';
import { editionOf, rankingOf, resultOf } from '../../../testing/rankings.js';
import { dataSetChoice } from '../../../testing/data-sets.js';
import { OverviewClient } from './overview-client.js';
import { OverviewStore } from './overview-store.js';

const group = (
  code: string,
  withTotal: number,
  level: 'province' | 'ministry' | 'nation' = 'province',
): EditionGroup => ({
  code,
  nameVi: code,
  nameEn: code,
  level,
  assessmentId: '1',
  frameworkVersion: 'dti-922-province',
  expected: 63,
  listed: 63,
  withTotal,
  withRank: withTotal,
  differing: 0,
  leaderUnitId: null,
  leaderNameVi: null,
  leaderNameEn: null,
  leaderTotal: null,
});

function storeWith(
  editions: readonly Edition[],
  listed = editions,
): { store: OverviewStore; asked: string[] } {
  const asked: string[] = [];
  const client = {
    edition: (code: string) => {
      asked.push(code);
      const found = editions.find((edition) => edition.code === code);
      return found ? Promise.resolve(found) : Promise.reject(new Error('EDITION_NOT_FOUND'));
    },
    ranking: (edition: string, code: string) => {
      asked.push(`${edition}/${code}`);
      return Promise.resolve(rankingOf([resultOf('A')]));
    },
  };
  const injector = Injector.create({
    providers: [
      { provide: OverviewStore },
      { provide: EditionChoice },
      { provide: OverviewClient, useValue: client },
      dataSetChoice().provider,
      { provide: EditionsClient, useValue: { list: () => Promise.resolve(listed) } },
    ],
  });
  return { store: injector.get(OverviewStore), asked };
}

describe('the overview', () => {
  it('opens the edition that the address names', async () => {
    const { store, asked } = storeWith([editionOf({ code: 'dti-2020', groups: [group('province_63', 9)] })]);
    await store.open('dti-2020');
    expect(asked).toEqual(['dti-2020', 'dti-2020/province_63']);
    expect(store.state().status).toBe('ready');
  });

  it('opens the latest published one when the address names none', async () => {
    const draft = editionOf({ code: 'dti-2023', status: 'draft', groups: [group('g', 1)] });
    const published = editionOf({ code: 'dti-2022', groups: [group('g', 1)] });
    const { store, asked } = storeWith([draft, published]);
    await store.open(undefined);
    expect(asked[0]).toBe('dti-2022');
  });

  it('speaks of the first group that has figures, and never ranks the nation', async () => {
    const groups = [
      group('nation', 1, 'nation'),
      group('province_63', 0),
      group('with_public_service', 5, 'ministry'),
    ];
    const { store, asked } = storeWith([editionOf({ groups })]);
    await store.open('dti-2022');
    expect(asked).toEqual(['dti-2022', 'dti-2022/with_public_service']);
  });

  it('is empty when there is no edition', async () => {
    const { store } = storeWith([], []);
    await store.open(undefined);
    expect(store.state().status).toBe('empty');
  });

  it('says why it failed', async () => {
    const { store } = storeWith([]);
    await store.open('dti-1999');
    expect(store.state()).toMatchObject({ status: 'failed', failure: { detail: 'EDITION_NOT_FOUND' } });
  });
});
