import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assessment } from '@dti-monitor/scoring';
import { answered, ROOT, run } from './terminal.fixture.js';

/*
 * The examples, worked out once more here by plain arithmetic from their definitions, without the engine.
 */

const EXAMPLES = 'scoring/examples';
type Row = Readonly<Record<string, string>>;

function rowsOf(example: string): readonly Row[] {
  const text = readFileSync(join(ROOT, EXAMPLES, example, 'data.csv'), 'utf8');
  const [head = [], ...lines] = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  return lines.map((cells) => Object.fromEntries(head.map((key, index) => [key, cells[index] ?? ''])));
}

async function assessed(example: string, framework = 'framework.yaml'): Promise<Assessment> {
  const files = ['-f', `${EXAMPLES}/${example}/${framework}`, '-d', `${EXAMPLES}/${example}/data.csv`];
  return (await answered<{ assessment: Assessment }>(files)).assessment;
}

/** 1, 2, 2, 4, the highest first. */
function competitionRanks(scores: readonly number[]): readonly number[] {
  return scores.map((own) => 1 + scores.filter((other) => other > own).length);
}

describe('points-index: the DTI of provinces in 2022', () => {
  const rows = rowsOf('points-index');
  const POINTS = {
    awareness: 100,
    institutions: 100,
    infrastructure: 100,
    human_resources: 100,
    cyber_security: 100,
    government_activity: 200,
    economy_activity: 150,
    society_activity: 150,
  };
  const parts = Object.entries(POINTS);
  const whole = rows.filter((row) => parts.every(([code]) => row[code] !== ''));
  /** Ten-thousandths are whole numbers: this is exact. */
  const total = (row: Row): number =>
    parts.reduce((sum, [code, points]) => sum + Math.round(Number(row[code]) * 10_000) * points, 0) /
    10_000_000;

  it('scores the five provinces whose indices were all published, by Σ value × points / 1,000', async () => {
    const { units } = await assessed('points-index');
    expect(units).toHaveLength(63);
    const scored = units.filter(({ score }) => score !== null);
    expect(scored.map(({ unit }) => unit)).toEqual([
      'Đà Nẵng',
      'Hồ Chí Minh',
      'Quảng Ninh',
      'Huế',
      'Cần Thơ',
    ]);
    for (const [index, { score }] of scored.entries()) {
      expect(score).toBeCloseTo(total(whole[index] ?? {}), 12);
    }
  });

  it('ranks them as published, and leaves the others without a total instead of guessing', async () => {
    const { units } = await assessed('points-index');
    const ranked = units.filter(({ rank }) => rank !== null).map(({ unit, rank }) => [unit, rank?.rank]);
    expect(ranked).toEqual(whole.map((row) => [row['unit'], Number(row['published_rank'])]));
    expect(new Set(units.filter(({ score }) => score === null).map(({ state }) => state))).toEqual(
      new Set(['incomplete']),
    );
  });

  it('gives all 63 published ranks from the published totals, the shared one of Thanh Hóa and Yên Bái too', async () => {
    const { units } = await assessed('points-index', 'published-totals.yaml');
    expect(units.map(({ rank }) => rank?.rank)).toEqual(rows.map((row) => Number(row['published_rank'])));
    expect(units.filter(({ rank }) => rank?.rank === 15).map(({ unit }) => unit)).toEqual([
      'Thanh Hóa',
      'Yên Bái',
    ]);
    expect(units.some(({ rank }) => rank?.rank === 16)).toBe(false);
  });
});

describe('geometric-index: human development', () => {
  const rows = rowsOf('geometric-index');
  const within = (value: number): number => Math.min(1, Math.max(0, value));
  const index = (row: Row): number | null => {
    if (Object.values(row).includes('')) return null;
    const life = within((Number(row['life_expectancy']) - 20) / (85 - 20));
    const expected = within(Number(row['expected_schooling']) / 18);
    const mean = within(Number(row['mean_schooling']) / 15);
    const income = within(
      (Math.log(Number(row['gni_per_capita'])) - Math.log(100)) / (Math.log(75_000) - Math.log(100)),
    );
    return Math.cbrt(life * ((expected + mean) / 2) * income);
  };
  const byHand = rows.map(index);

  it('is the cube root of the product of its three dimensions', async () => {
    const { units } = await assessed('geometric-index');
    expect(units.map(({ unit }) => unit)).toEqual(rows.map((row) => row['unit']));
    for (const [at, { score }] of units.entries()) {
      const expected = byHand[at] ?? null;
      if (expected === null) expect(score).toBeNull();
      else expect(score).toBeCloseTo(expected, 12);
    }
    // Alder: 63.4 / 65 = 0.97538, (17.9 / 18 + 13.2 / 15) / 2 = 0.93722, ln 612.4 / ln 750 = 0.96938.
    expect(units[0]?.score).toBeCloseTo(Math.cbrt(0.97538 * 0.93722 * 0.96938), 4);
  });

  it('holds what is beyond a goalpost at 1', async () => {
    const { units } = await assessed('geometric-index');
    const cedar = units.find(({ unit }) => unit === 'Cedar');
    const health = cedar?.nodes.find(({ code }) => code === 'health');
    expect(health).toMatchObject({ value: 1, raw: 86.2, reasons: ['CLAMPED'] });
  });

  it('ranks at three decimals: Douglas and Katsura differ in income by 10, and share a rank', async () => {
    const { units } = await assessed('geometric-index');
    const scored = units.flatMap(({ score }) => (score === null ? [] : [Math.round(score * 1000)]));
    expect(units.flatMap(({ rank }) => (rank === null ? [] : [rank.rank]))).toEqual(competitionRanks(scored));
    const rankOf = (unit: string) => units.find((own) => own.unit === unit)?.rank;
    expect(rankOf('Douglas')).toEqual({ ...rankOf('Katsura'), tied: true });
    expect(units.find(({ unit }) => unit === 'Ironwood')).toMatchObject({
      score: null,
      state: 'incomplete',
      rank: null,
    });
  });

  it('puts countries into the bands of the report', async () => {
    const { units } = await assessed('geometric-index');
    const band = (score: number): string =>
      score >= 0.8 ? 'very_high' : score >= 0.7 ? 'high' : score >= 0.55 ? 'medium' : 'low';
    for (const { score, band: own } of units) {
      expect(own).toBe(score === null ? null : band(Math.round(score * 1000) / 1000));
    }
    expect(new Set(units.map(({ band: own }) => own)).size).toBe(5);
  });

  it('prints the ranking with the values of the dimensions', async () => {
    const files = [
      '-f',
      `${EXAMPLES}/geometric-index/framework.yaml`,
      '-d',
      `${EXAMPLES}/geometric-index/data.csv`,
    ];
    const { status, out, err } = await run(files);
    expect([status, err]).toEqual([0, '']);
    const lines = out.split('\n');
    expect(lines[0]).toMatch(/^rank +unit +score +band +coverage +state +health +education +income$/);
    expect(lines[2]).toMatch(/^ +1 +Cedar +0\.9\d\d +very_high +1\.00 +– +1\.000 +0\.970 +1\.000$/);
    expect(out).toContain('12 units, 11 with a score, 1 without (1 incomplete).');
  });
});
