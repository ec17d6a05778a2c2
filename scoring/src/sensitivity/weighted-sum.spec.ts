import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sum } from '../numeric/sum.js';
import { totalOf, weightedSums } from './weighted-sum.js';

function summed(columns: readonly (readonly number[])[], weights: readonly number[]): readonly number[] {
  const into = new Float64Array(columns[0]?.length ?? 0).fill(99);
  weightedSums(
    columns.map((own) => Float64Array.from(own)),
    Float64Array.from(weights),
    into,
  );
  return [...into];
}

const width = fc.integer({ min: 1, max: 11 });

describe('weightedSums', () => {
  it('is the weighted sum, unit by unit, for any number of columns', () => {
    const value = fc.double({ min: -100, max: 100, noNaN: true });
    const weight = fc.double({ min: 0, max: 4, noNaN: true });
    fc.assert(
      fc.property(width, fc.integer({ min: 1, max: 5 }), fc.gen(), (columns, units, gen) => {
        const data = Array.from({ length: columns }, () =>
          Array.from({ length: units }, () => gen(() => value)),
        );
        const weights = data.map(() => gen(() => weight));
        summed(data, weights).forEach((found, unit) => {
          const expected = sum(data.map((own, at) => (weights[at] ?? NaN) * (own[unit] ?? NaN)));
          expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-11);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('is, by hand, for fewer than four, four and more', () => {
    expect(
      summed(
        [
          [1, 2],
          [3, 6],
          [50, 50],
        ],
        [1, 3, 0],
      ),
    ).toEqual([10, 20]);
    expect(summed([[1], [2], [3], [4]], [1, 10, 100, 1000])).toEqual([4321]);
    expect(summed([[1], [2], [3], [4], [5], [6]], [1, 10, 100, 1000, 1e4, 1e5])).toEqual([654321]);
    expect(summed([], [])).toEqual([]);
  });

  it('is not finite where it is beyond the range of doubles', () => {
    expect(
      summed(
        [
          [1.7e308, 1],
          [1.7e308, 1],
        ],
        [1, 1],
      ),
    ).toEqual([Infinity, 2]);
  });
});

describe('totalOf', () => {
  it('is the sum', () => {
    expect(totalOf(new Float64Array(0))).toBe(0);
    expect(totalOf(Float64Array.of(1, 10, 100, 1000, 1e4, 1e5))).toBe(111111);
  });

  it('is to the last bit what ones come to, so that their mean is 1', () => {
    const weights = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 13 });
    fc.assert(
      fc.property(weights, (own) => {
        expect(
          summed(
            own.map(() => [1]),
            own,
          ),
        ).toEqual([totalOf(Float64Array.from(own))]);
      }),
    );
  });
});
