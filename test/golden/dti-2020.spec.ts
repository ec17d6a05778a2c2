import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RankingDto } from '../../api/src/features/rankings/ranking.dto.ts';
import { serveApplication, type ServedApplication } from '../support/served-application.ts';
import { pairs, rankingOf, tenThousandths, type Pair } from './published-figures.ts';

/**
 * DTI 2020 by Decision 1726/QĐ-BTTTT. Nine provinces with their pillars: source `hf-vn-dti-provincial`;
 * ministries: `bacninh-dti-2020`, `hanoimoi-449294`; the rule: `dti-rules-derived`.
 */
let served: ServedApplication;
let provinces: RankingDto;
let nine: readonly Pair[];

beforeAll(async () => {
  served = await serveApplication();
  provinces = await rankingOf(served, 'edition=dti-2020&group=province_63');
  nine = pairs('published/dti-2020/province.csv', provinces);
}, 60_000);
afterAll(() => served?.close());

/** 0.4·government + 0.3·economy + 0.3·society in ten-thousandths, half up; whole numbers all the way. */
function total(published: Pair['published']): number {
  const figure = (code: string): number => tenThousandths(published[code] ?? '');
  const tenths = 4 * figure('dti.government') + 3 * figure('dti.economy') + 3 * figure('dti.society');
  return Math.floor((tenths + 5) / 10);
}

describe('the nine provinces whose pillars were published', () => {
  it('are nine, with published totals from 0.4874 (Đà Nẵng) to 0.3631 (Kiên Giang)', () => {
    expect(nine).toHaveLength(9);
    expect([nine[0], nine[8]].map((pair) => [pair?.unit, pair?.shown.total])).toEqual([
      ['Đà Nẵng', 0.4874],
      ['Kiên Giang', 0.3631],
    ]);
  });

  it('have totals that recomputation gives to all four decimals', () => {
    for (const { unit, published, shown } of nine) {
      const computed = shown.nodes[0];
      expect([unit, total(published)]).toEqual([unit, tenThousandths(published['dti.total'] ?? '')]);
      expect([unit, shown.computedTotal, shown.difference, shown.agrees]).toEqual([
        unit,
        computed?.value,
        0,
        true,
      ]);
      expect(shown.total).toBe(Number(published['dti.total']));
      expect(Math.round((shown.computedTotal ?? 0) * 100_000)).toBe(
        4 * tenThousandths(published['dti.government'] ?? '') +
          3 * tenThousandths(published['dti.economy'] ?? '') +
          3 * tenThousandths(published['dti.society'] ?? ''),
      );
    }
  });

  it('include Huế, whose 0.40965 is published as 0.4097: rounded half up in decimal', async () => {
    const hue = nine.find(({ unit }) => unit === 'Huế')?.shown;
    expect(hue).toMatchObject({ total: 0.4097, publishedTotal: 0.4097, difference: 0, agrees: true });
    expect(hue?.computedTotal).toBeCloseTo(0.40965, 12);
    const answer = await served.ask(`/assessments/${provinces.assessmentId}/results/${hue?.unitId}`);
    const { trace } = answer.json<{ trace: { stage: string; before: number; after: number }[] }>();
    expect(trace.find(({ stage }) => stage === 'round')).toMatchObject({
      after: 0.4097,
      parameters: { decimals: 4 },
    });
  });

  it('have the ranks 1 to 9 as published, and the pillars each adds to the total', () => {
    expect(nine.map(({ shown }) => shown.rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const daNang = nine[0]?.shown.nodes
      .slice(1)
      .map(({ code, points, contribution }) => [code, points, contribution]);
    expect(daNang).toEqual([
      ['dti.government', expect.closeTo(213.84, 9), expect.closeTo(0.21384, 12)],
      ['dti.economy', expect.closeTo(124.65, 9), expect.closeTo(0.12465, 12)],
      ['dti.society', expect.closeTo(148.92, 9), expect.closeTo(0.14892, 12)],
    ]);
  });

  it('name their source', () => {
    expect(nine.every(({ shown }) => shown.sourceIds.join() === 'hf-vn-dti-provincial')).toBe(true);
    expect(provinces.sources.map(({ id }) => id)).toContain('hf-vn-dti-provincial');
  });
});

describe('the other 54 provinces', () => {
  it('are listed without figures: not collected, never zero, not ranked', () => {
    const others = provinces.rows.filter(({ unitId }) => !nine.some(({ shown }) => shown.unitId === unitId));
    expect(others).toHaveLength(54);
    for (const row of others) {
      expect(row).toMatchObject({
        state: 'not_collected',
        total: null,
        rank: null,
        coverage: 0,
        computedTotal: null,
      });
      expect(row.nodes.map(({ state, value, points }) => [state, value, points])).toEqual(
        Array(4).fill(['not_collected', null, null]),
      );
    }
    expect(provinces.group).toMatchObject({ expected: 63, listed: 63, withTotal: 9, withRank: 9 });
  });

  it('keep the engine from ranking the nine by itself, which would be a rank among nine', () => {
    expect(nine.map(({ shown }) => [shown.rankBasis, shown.computedRank])).toEqual(
      Array(9).fill(['published', null]),
    );
  });
});

describe('the ministries of 2020', () => {
  it('are three, one of them with a total and no rank', async () => {
    const without = await rankingOf(served, 'edition=dti-2020&group=without_public_service');
    expect(without.rows.map((row) => [row.shortNameVi, row.total, row.rank, row.totalBasis])).toEqual([
      ['Đài Truyền hình Việt Nam', 0.2995, 1, 'published'],
      ['Viện Hàn lâm Khoa học và Công nghệ Việt Nam', 0.2848, null, 'published'],
    ]);
    const having = await rankingOf(served, 'edition=dti-2020&group=with_public_service');
    expect(having.rows.map((row) => [row.shortNameVi, row.total, row.rank])).toEqual([
      ['Bộ Tài chính', 0.4944, 1],
    ]);
    expect(having.group).toMatchObject({ expected: 17, withTotal: 1 });
  });

  it('cannot be recomputed: the 111 indicators below the total were not published', async () => {
    const { rows, nodes } = await rankingOf(served, 'edition=dti-2020&group=without_public_service');
    expect(nodes).toEqual([]);
    expect(rows.map(({ computedTotal, agrees }) => [computedTotal, agrees])).toEqual(
      Array(2).fill([null, null]),
    );
  });
});
