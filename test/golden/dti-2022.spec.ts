import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EditionDto } from '../../api/src/features/editions/edition.dto.ts';
import type { RankingDto } from '../../api/src/features/rankings/ranking.dto.ts';
import { roundHalfUp, type TraceStep } from '@dti-monitor/scoring';
import { serveApplication, type ServedApplication } from '../support/served-application.ts';
import { competitionRanks, pairs, rankingOf, tenThousandths, type Pair } from './published-figures.ts';

/**
 * DTI 2022 by Decision 922/QĐ-BTTTT. Totals and ranks of all 63 provinces; all eight scored indices of
 * five of them, four of the others. Sources: `dti-gov-vn-2022`, `travinh-dti-2022`, and for 57 rows the
 * copy `pmnm-haui-dnk-2025`; points: `eballsviet-922-annex`; the nation: `baomoi-c46351004`.
 */
const POINTS = {
  'dti.awareness': 100,
  'dti.institutions': 100,
  'dti.infrastructure': 100,
  'dti.human-resources': 100,
  'dti.cyber-security': 100,
  'dti.government-activity': 200,
  'dti.economy-activity': 150,
  'dti.society-activity': 150,
} as const;
const INDICES = Object.keys(POINTS) as (keyof typeof POINTS)[];

let served: ServedApplication;
let ranking: RankingDto;
let all: readonly Pair[];
let full: readonly Pair[];

beforeAll(async () => {
  served = await serveApplication();
  ranking = await rankingOf(served, 'edition=dti-2022');
  all = pairs('published/dti-2022/province.csv', ranking);
  full = all.filter(({ published }) => INDICES.every((code) => published[code] !== ''));
}, 60_000);
afterAll(() => served?.close());

/** Σ(value × points) in ten-millionths: exact, being whole numbers. */
function computed(published: Pair['published']): number {
  return INDICES.reduce((sum, code) => sum + tenThousandths(published[code] ?? '') * POINTS[code], 0);
}

describe('the five provinces with all eight indices', () => {
  it('are five, and recompute within one ten-thousandth of what was published', () => {
    expect(full.map(({ unit }) => unit)).toEqual(['Đà Nẵng', 'Hồ Chí Minh', 'Quảng Ninh', 'Huế', 'Cần Thơ']);
    for (const { published, shown } of full) {
      expect(shown.computedTotal).toBeCloseTo(computed(published) / 10_000_000, 12);
      expect(Math.abs(shown.difference ?? 1)).toBeLessThanOrEqual(0.0001);
      expect(shown.coverage).toBe(1);
      const halfUp = Math.floor((computed(published) + 500) / 1_000);
      expect(shown.agrees).toBe(halfUp === tenThousandths(published['dti.total'] ?? ''));
    }
  });

  it('show the published total, and where the sum of the rounded indices differs from it', () => {
    expect(full.map(({ unit, shown }) => [unit, shown.total, shown.difference, shown.agrees])).toEqual([
      ['Đà Nẵng', 0.8002, 0, true],
      ['Hồ Chí Minh', 0.7163, 0.0001, false],
      ['Quảng Ninh', 0.7024, 0, true],
      ['Huế', 0.6975, 0, true],
      ['Cần Thơ', 0.6924, 0, true],
    ]);
    expect(ranking.rows.filter(({ agrees }) => agrees === false)).toHaveLength(1);
  });

  it('compute Hồ Chí Minh to 0.7164, published as 0.7163: both are kept, the published one is ranked', () => {
    const shown = full[1]?.shown;
    expect(shown).toMatchObject({ publishedTotal: 0.7163, totalBasis: 'published', rank: 2 });
    expect((shown?.computedTotal ?? 0).toFixed(4)).toBe('0.7164');
  });

  it('have indices that add up to the total: contributions to the value, points to the points', () => {
    for (const { shown } of full) {
      const [root, ...indices] = shown.nodes;
      const sum = (of: (node: (typeof indices)[number]) => number | null) =>
        indices.reduce((total, node) => total + (of(node) ?? 0), 0);
      expect(sum((node) => node.contribution)).toBeCloseTo(root?.value ?? 0, 12);
      expect(sum((node) => node.points)).toBeCloseTo(root?.points ?? 0, 9);
      expect(sum((node) => node.weightAsked)).toBeCloseTo(1, 12);
    }
  });

  it('list smart cities, which the Decision names and gives no points', () => {
    const smart = full[0]?.shown.nodes.find(({ code }) => code === 'dti.smart-city');
    expect(smart).toMatchObject({
      state: 'not_scored',
      maxPoints: 0,
      weightAsked: 0,
      reasons: ['LISTED_WITHOUT_POINTS'],
    });
  });
});

describe('the ranks of all 63', () => {
  it('are derived from the published totals, and equal the published ranks', () => {
    expect(all).toHaveLength(63);
    const published = all.map((pair) => Number(pair.published['dti.rank']));
    expect(all.map(({ shown }) => shown.computedRank)).toEqual(published);
    expect(competitionRanks(all.map((pair) => tenThousandths(pair.published['dti.total'] ?? '')))).toEqual(
      published,
    );
  });

  it('tie Thanh Hóa and Yên Bái at 15, and go on with 17', () => {
    const around = ranking.rows.filter(({ rank }) => rank !== null && rank >= 14 && rank <= 18);
    expect(around.map(({ rank, tied }) => [rank, tied])).toEqual([
      [14, false],
      [15, true],
      [15, true],
      [17, false],
      [18, false],
    ]);
    const tied = around
      .filter(({ rank }) => rank === 15)
      .map(({ shortNameVi, total }) => [shortNameVi, total]);
    expect(tied).toEqual([
      ['Thanh Hóa', 0.635],
      ['Yên Bái', 0.635],
    ]);
  });

  it('are what a computed assessment would give too, were the ranks not published', async () => {
    const totals = ranking.rows.map(({ unitId, total }) => [unitId, total] as const);
    const byTotal = competitionRanks(totals.map(([, total]) => Math.round((total ?? 0) * 10_000)));
    expect(ranking.rows.map(({ rank }) => rank)).toEqual(byTotal);
  });
});

describe('the explanations of all 63', () => {
  it('are worked out again, and come at every node to what is stored', async () => {
    for (const { shown } of all) {
      const answer = await served.ask(`/assessments/${ranking.assessmentId}/results/${shown.unitId}`);
      const { result, trace } = answer.json<{ result: Pair['shown']; trace: readonly TraceStep[] }>();
      const steps = trace.filter(({ stage }) => stage === 'normalise' || stage === 'aggregate');
      expect(steps.map(({ node, after }) => [node, after]).reverse()).toEqual(
        result.nodes.map(({ code, value }) => [code, value]),
      );
      const rounded = trace.find(({ stage }) => stage === 'round')?.after ?? null;
      expect(rounded).toBe(result.computedTotal === null ? null : roundHalfUp(result.computedTotal, 4));
    }
  });
});

describe('the 58 provinces with four of eight indices', () => {
  it('have no computed total: the missing indices are not taken for zero', () => {
    const partial = all.filter((pair) => !full.includes(pair));
    expect(partial).toHaveLength(58);
    for (const { published, shown } of partial) {
      const given = INDICES.filter((code) => published[code] !== '');
      const states = shown.nodes.filter(({ code }) => code in POINTS).map(({ code, state }) => [code, state]);
      expect(given).toHaveLength(4);
      expect(states).toEqual(
        INDICES.map((code) => [code, given.includes(code) ? 'scored' : 'not_collected']),
      );
      expect(shown).toMatchObject({
        computedTotal: null,
        difference: null,
        agrees: null,
        totalBasis: 'published',
      });
      expect(shown.nodes[0]).toMatchObject({
        state: 'incomplete',
        value: null,
        reasons: ['CHILD_WITHOUT_VALUE'],
      });
      const points = given.reduce((sum, code) => sum + POINTS[code], 0);
      expect(shown.coverage).toBeCloseTo(points / 1_000, 12);
      // Infrastructure 100, government 200, economy 150, society 150.
      expect(points).toBe(600);
    }
  });

  it('say that 57 of their rows rest on a copy of the published table, with less confidence', () => {
    const copied = ranking.rows.filter(({ sourceIds }) => sourceIds.join() === 'pmnm-haui-dnk-2025');
    expect(copied).toHaveLength(57);
    expect(new Set(copied.map(({ confidence }) => confidence))).toEqual(new Set(['medium-high']));
    expect(ranking.sources.find(({ id }) => id === 'pmnm-haui-dnk-2025')?.kind).toBe('third-party-copy');
  });
});

describe('the statistics', () => {
  it('are those of the 63 published totals', () => {
    const sorted = all.map((pair) => tenThousandths(pair.published['dti.total'] ?? '')).sort((a, b) => a - b);
    const sum = sorted.reduce((total, value) => total + value, 0);
    // Type 7 of 63 values: the median is the 32nd, the quartiles lie halfway between the 16th and 17th, the 47th and 48th.
    const between = (a: number, b: number) => ((sorted[a - 1] ?? 0) + (sorted[b - 1] ?? 0)) / 20_000;
    expect(ranking.statistics).toEqual({
      count: 63,
      mean: expect.closeTo(sum / 63 / 10_000, 12),
      median: expect.closeTo(between(32, 32), 12),
      highest: 0.8002,
      lowest: (sorted[0] ?? 0) / 10_000,
      q1: expect.closeTo(between(16, 17), 12),
      q3: expect.closeTo(between(47, 48), 12),
    });
    expect(ranking.statistics.mean).toBeCloseTo(0.5787, 4);
  });

  it('of a region are those of its provinces', async () => {
    const delta = await rankingOf(served, 'edition=dti-2022&region=red-river-delta');
    const totals = delta.rows.map(({ total }) => total ?? 0);
    expect(delta.rows.length).toBeGreaterThan(5);
    expect(delta.rows.every(({ regionId }) => regionId === 'red-river-delta')).toBe(true);
    expect(delta.statistics).toMatchObject({
      count: totals.length,
      highest: Math.max(...totals),
      lowest: Math.min(...totals),
    });
    // The ranks stay those among all provinces.
    expect(delta.rows.map(({ rank }) => rank)).toEqual(
      ranking.rows.filter(({ regionId }) => regionId === 'red-river-delta').map(({ rank }) => rank),
    );
  });
});

describe('the nation', () => {
  it('has 0.71, published with two decimals, and is ranked with nobody', async () => {
    const edition = (await served.ask('/editions/dti-2022')).json<EditionDto>();
    expect(edition).toMatchObject({ nationalValue: 0.71, nationalDecimals: 2 });
    const nation = await rankingOf(served, 'edition=dti-2022&group=nation');
    expect(nation.rows.map(({ unitId, total, rank }) => [unitId, total, rank])).toEqual([
      ['viet-nam', 0.71, null],
    ]);
  });
});
