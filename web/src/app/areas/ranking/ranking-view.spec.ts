import { describe, expect, it } from '@jest/globals';
import { rankingOf, resultOf, unknownResult } from '../../../testing/rankings.js';
import { wordingOf } from '../../../testing/wording.js';
import {
  barsFinding,
  groupChoices,
  mapFinding,
  meanOf,
  rankedBars,
  viewOf,
  viewsFor,
} from './ranking-view.js';

const vi = wordingOf('vi');
const provinces = rankingOf([resultOf('A', { total: 0.6 }), resultOf('B', { total: 0.4, rank: 2 })]);
const ministries = rankingOf([resultOf('Bộ A')], {
  group: { ...provinces.group, level: 'ministry', code: 'with_public_service' },
});
const regions = [
  { id: 'n', nameVi: 'Bắc', nameEn: 'North' },
  { id: 's', nameVi: 'Nam', nameEn: 'South' },
];

describe('the view of an address', () => {
  it.each([
    ['map', provinces, 'map'],
    ['map', ministries, 'table'],
    ['map', null, 'map'],
    ['bars', ministries, 'bars'],
    [undefined, provinces, 'table'],
    ['pie', provinces, 'table'],
  ] as const)('%s is shown as it can be', (text, ranking, view) => {
    expect(viewOf(text, ranking)).toBe(view);
  });

  it('of ministries offers no map', () => {
    expect(viewsFor(ministries, vi.t).map((view) => view.value)).toEqual(['table', 'bars']);
    expect(viewsFor(provinces, vi.t).map((view) => view.value)).toEqual(['table', 'bars', 'map']);
  });
});

describe('the groups to choose from', () => {
  it('say how many of their units are known, and leave the nation out', () => {
    const nation = { ...provinces.group, code: 'nation', level: 'nation' as const };
    const known = { ...provinces.group, withTotal: 9, expected: 63 };
    expect(groupChoices({ ...provinces, groups: [known, nation] }, vi)).toEqual([
      { value: 'province_63', label: 'Tỉnh, thành phố', note: '9/63' },
    ]);
  });
});

describe('bars', () => {
  it('are those with a total, in the order of the ranking', () => {
    expect(rankedBars(rankingOf([resultOf('A', { total: 0.6 }), unknownResult('B')]), vi)).toEqual([
      { id: 'A', name: 'A', rank: 1, total: 0.6 },
    ]);
  });

  it('find how many reach the mean', () => {
    expect(barsFinding(provinces, vi)).toBe('1/2 đơn vị đạt từ mức trung bình trở lên');
    expect(meanOf(provinces, vi)).toEqual({ value: 0.5, label: 'trung bình 0,5000' });
  });

  it('find nothing without totals', () => {
    const none = rankingOf([unknownResult('A')]);
    expect(barsFinding(none, vi)).toBe('Chưa có đơn vị nào có giá trị.');
    expect(meanOf(none, vi)).toBeNull();
  });
});

describe('the finding of the map', () => {
  const rows = [resultOf('A', { total: 0.6, regionId: 'n' }), resultOf('B', { total: 0.4, regionId: 's' })];

  it('compares regions', () => {
    expect(mapFinding(rankingOf(rows, { regions }), vi)).toBe('Bắc có trung vị cao nhất, Nam thấp nhất');
  });

  it('of one region says how many and their median', () => {
    const one = rankingOf(rows.slice(0, 1), { regions, regionId: 'n' });
    expect(mapFinding(one, vi)).toBe('Bắc: 1 đơn vị có số liệu, trung vị 0,6000');
  });

  it('compares nothing while units are missing', () => {
    expect(mapFinding(rankingOf([...rows, unknownResult('C')], { regions }), vi)).toContain('2/3');
  });
});
