import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { columnShape } from '../../numeric/moments.js';
import { passesTest, winsorise, type WinsoriseRule } from './winsorise.js';

const TEST = { skewness: 2, kurtosis: 3.5 };
const RULE: WinsoriseRule = { test: TEST, points: 5 };

const upTo = (last: number): number[] => Array.from({ length: last }, (_, at) => at + 1);

function run(given: readonly number[], rule: Partial<WinsoriseRule> = {}) {
  const values = Float64Array.from(given);
  const result = winsorise(values, columnShape(values), { ...RULE, ...rule });
  expect(values).toEqual(Float64Array.from(given));
  return result;
}

describe('passesTest', () => {
  it.each([
    [1.999, 99, true],
    [-1.999, 99, true],
    [99, 3.499, true],
    [-99, 3.499, true],
    [99, -1, true],
    [2, 3.5, false],
    [-2, 3.5, false],
    [2, 3.499, true],
    [1.999, 3.5, true],
    [1.7, null, true],
    [2, null, null],
    [null, null, null],
  ])('skewness %p and kurtosis %p: %p', (skewness, kurtosis, expected) => {
    expect(passesTest({ skewness, kurtosis }, TEST)).toBe(expected);
  });
});

describe('winsorise', () => {
  it('sets the highest value to the next where the skewness is positive, the lowest where it is negative', () => {
    // COINr’s own test: 1 to 10 and 100.
    expect(run([...upTo(10), 100])).toMatchObject({
      values: Float64Array.of(...upTo(10), 10),
      count: 1,
      passes: true,
    });
    expect(run([...upTo(10), -100])).toMatchObject({
      values: Float64Array.of(...upTo(10), 1),
      count: 1,
      passes: true,
    });
    expect(run([100, ...upTo(10), NaN])?.values).toEqual(Float64Array.of(10, ...upTo(10), NaN));
  });

  it('stops as soon as the column passes, and tells the shape that it has then', () => {
    const result = run([...upTo(20), 100, 200], { points: 9 });
    // 200 → 100 leaves a skewness of 3.1; both at 20 leave one near 0.
    expect(result?.values).toEqual(Float64Array.of(...upTo(20), 20, 20));
    expect(result).toMatchObject({ count: 2, passes: true });
    expect(result?.shape).toEqual(columnShape([...upTo(20), 20, 20]));
  });

  it('stops at so many points', () => {
    expect(run([...upTo(20), 100, 200], { points: 1 })).toMatchObject({
      values: Float64Array.of(...upTo(20), 100, 100),
      count: 1,
      passes: false,
    });
    expect(run([...upTo(20), 100, 200], { points: 2 })).toMatchObject({ count: 2, passes: true });
    expect(run([...upTo(20), 100, 200], { points: 0 })).toMatchObject({
      values: Float64Array.of(...upTo(20), 100, 200),
      count: 0,
      passes: false,
    });
  });

  it('moves equal values together, beyond the points where need be', () => {
    const tied = run([...upTo(30), 500, 500, 500], { points: 1 });
    expect(tied).toMatchObject({ values: Float64Array.of(...upTo(30), 30, 30, 30), count: 3 });
    const low = run([...upTo(30), -500, -500, -500], { points: 1 });
    expect(low).toMatchObject({ values: Float64Array.of(...upTo(30), 1, 1, 1), count: 3 });
  });

  it('goes on to so many points by force, at the end where the skewness then is', () => {
    // COINr’s own test has 3 treated points: 200 and 100 fall to 20, which turns the skewness, so 1 rises to 2.
    expect(run([...upTo(20), 100, 200], { points: 3, force: true })).toMatchObject({
      values: Float64Array.of(2, ...upTo(20).slice(1), 20, 20),
      count: 3,
      passes: true,
    });
    expect(run([...upTo(20), 100, 200], { points: 3, force: false })).toMatchObject({ count: 2 });
  });

  it('takes the high end where the skewness is zero', () => {
    // 1,000 falls to 8, which makes the column symmetric; then both 8 fall to 7.
    expect(run([1, 1, 2, 3, 4, 5, 6, 7, 8, 1000], { points: 2, force: true })).toMatchObject({
      values: Float64Array.of(1, 1, 2, 3, 4, 5, 6, 7, 7, 7),
      count: 2,
    });
  });

  it('goes on without a limit until the column passes', () => {
    const outliers = [50, 60, 70, 80, 90, 100, 110, 120].map((value) => value * 10);
    const many = [...Array.from({ length: 200 }, (_, at) => at / 20), ...outliers];
    expect(run(many)).toMatchObject({ count: 5, passes: false });
    const result = run(many, { points: null });
    expect(result).toMatchObject({ count: 8, passes: true });
    expect(Math.max(...(result?.values ?? []))).toBe(9.95);
  });

  it('gives up where no spread would be left', () => {
    const zeros = Array.from({ length: 95 }, () => 0);
    expect(run([...zeros, 1])).toBeNull();
    // 50, 4, 3, 2 fall to 1 in four steps; the fifth would take the last difference.
    expect(run([...zeros, 1, 2, 3, 4, 50])).toBeNull();
    expect(run([...zeros, 1, 2, 3, 4, 50], { points: 4 })).toMatchObject({
      values: Float64Array.of(...zeros, 1, 1, 1, 1, 1),
      count: 4,
      passes: false,
    });
    expect(run([...zeros, 1, 2, 3, 4, 50], { points: null })).toBeNull();
  });

  it('does what the procedure says, told plainly, for any column', () => {
    const value = fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: -20, max: 20 }) },
      { weight: 1, arbitrary: fc.integer({ min: -5000, max: 5000 }) },
    );
    const column = fc.array(value, { minLength: 5, maxLength: 40 });
    const points = fc.constantFrom<number | null>(0, 1, 2, 5, null);
    fc.assert(
      fc.property(column, points, fc.boolean(), (given, limit, force) => {
        if (limit === null && force) return;
        const shape = columnShape(given);
        if (passesTest(shape, TEST) !== false) return;
        const told = plainly([...given], limit ?? Infinity, force);
        const result = run(given, { points: limit, force });
        expect(result === null ? null : [...result.values]).toEqual(told?.values ?? null);
        if (result !== null) expect([result.count, result.passes]).toEqual([told?.count, told?.passes]);
      }),
      { numRuns: 500 },
    );
  });
});

/** The procedure of COINr’s `winsorise` as its documentation tells it, with the moments by their formulas. */
function plainly(values: number[], points: number, force: boolean) {
  const changed = { high: [] as number[], low: [] as number[] };
  const count = () => changed.high.length + changed.low.length;
  let passes = false;
  while ((!passes || force) && count() < points) {
    const isHigh = moments(values).skewness >= 0;
    const end = isHigh ? Math.max(...values) : Math.min(...values);
    const at = values.flatMap((value, place) => (value === end ? [place] : []));
    const rest = values.filter((value) => value !== end);
    if (rest.length === 0) return null;
    const next = isHigh ? Math.max(...rest) : Math.min(...rest);
    for (const place of at) values[place] = next;
    changed[isHigh ? 'high' : 'low'] = at;
    const { skewness, kurtosis } = moments(values);
    if (Number.isNaN(skewness)) return null;
    passes = Math.abs(skewness) < TEST.skewness || kurtosis < TEST.kurtosis;
  }
  return { values, count: count(), passes };
}

function moments(values: readonly number[]) {
  const n = values.length;
  const centre = values.reduce((all, value) => all + value, 0) / n;
  const power = (k: number) => values.reduce((all, value) => all + (value - centre) ** k, 0);
  if (new Set(values).size === 1) return { skewness: NaN, kurtosis: NaN };
  const skewness = ((Math.sqrt(n) * power(3)) / power(2) ** 1.5) * (Math.sqrt(n * (n - 1)) / (n - 2));
  const r = (n * power(4)) / power(2) ** 2;
  const kurtosis = (((n + 1) * (r - 3) + 6) * (n - 1)) / ((n - 2) * (n - 3));
  return { skewness, kurtosis };
}
