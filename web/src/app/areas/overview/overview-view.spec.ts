import { describe, expect, it } from '@jest/globals';
import { editionOf, rankingOf, resultOf, unknownResult } from '../../../testing/rankings.js';
import { wordingOf } from '../../../testing/wording.js';
import { dotsRowsOf, dotsTable, endsOf, mapFinding, regionFinding, tilesOf } from './overview-view.js';

const vi = wordingOf('vi');
const regions = [
  { id: 'north', nameVi: 'Miền Bắc', nameEn: 'North' },
  { id: 'south', nameVi: 'Miền Nam', nameEn: 'South' },
];
const many = Array.from({ length: 12 }, (_, index) =>
  resultOf(`U${index + 1}`, {
    rank: index + 1,
    total: (90 - index) / 100,
    regionId: index < 6 ? 'north' : 'south',
  }),
);
const ranking = rankingOf(many, { regions });

describe('the numbers of the overview', () => {
  it('begin with the national value, as exact as it was published', () => {
    const [nation] = tilesOf(editionOf({ nationalValue: 0.71, nationalDecimals: 2 }), ranking, vi);
    expect(nation).toMatchObject({ label: 'Giá trị quốc gia', value: '0,71' });
  });

  it('say that the national value was not collected', () => {
    expect(tilesOf(editionOf(), ranking, vi)[0]).toMatchObject({ value: '–', note: 'chưa thu thập' });
  });
});

describe('the two ends of the list', () => {
  it('are five and five, with how many lie between and how far they are apart', () => {
    const ends = endsOf(ranking, vi);
    expect(ends.first.map((row) => row.name)).toEqual(['U1', 'U2', 'U3', 'U4', 'U5']);
    expect(ends.last.map((row) => row.rank)).toEqual(['8', '9', '10', '11', '12']);
    expect(ends.between).toBe('2 tỉnh, thành phố ở giữa');
    expect(ends.finding).toBe('U1 cao hơn U12 0,1100');
  });

  it('of ten or fewer are the whole list', () => {
    const ends = endsOf(rankingOf(many.slice(0, 10)), vi);
    expect([ends.first.length, ends.last.length]).toEqual([10, 0]);
  });

  it('leave out those without a total', () => {
    expect(endsOf(rankingOf([...many.slice(0, 2), unknownResult('X')]), vi).first).toHaveLength(2);
  });
});

describe('the rows of dots', () => {
  it('are the whole country, then the regions by median', () => {
    const rows = dotsRowsOf(ranking, vi);
    expect(rows.map((row) => [row.label, row.dots.length])).toEqual([
      ['Cả nước', 12],
      ['Miền Bắc', 6],
      ['Miền Nam', 6],
    ]);
  });

  it('are none without figures', () => {
    expect(dotsRowsOf(rankingOf([unknownResult('A')], { regions }), vi)).toEqual([]);
  });

  it('compare regions when all units are known', () => {
    expect(regionFinding(ranking, dotsRowsOf(ranking, vi), vi)).toBe(
      'Miền Bắc có trung vị cao nhất (0,8750), Miền Nam thấp nhất (0,8150)',
    );
  });

  it('compare nothing while units are missing', () => {
    const partial = rankingOf([...many, unknownResult('X')], { regions });
    expect(regionFinding(partial, dotsRowsOf(partial, vi), vi)).toBe(
      'Phân bố của 12 đơn vị có số liệu; chưa đủ để so sánh các vùng',
    );
  });

  it('have a table that says the same', () => {
    expect(dotsTable(dotsRowsOf(ranking, vi), vi).rows[1]).toEqual([
      'Miền Bắc',
      '6',
      '0,8500',
      '0,8750',
      '0,9000',
    ]);
  });
});

describe('the finding of the map', () => {
  it('speaks of all units only when all are known', () => {
    expect(mapFinding(ranking, vi)).toMatch(/^Một nửa số tỉnh, thành phố đạt từ/);
    expect(mapFinding(rankingOf([...many, unknownResult('X')]), vi)).toMatch(
      /^Một nửa trong 12 đơn vị có số liệu/,
    );
    expect(mapFinding(rankingOf([unknownResult('X')]), vi)).toBe('Không có số liệu');
  });
});
