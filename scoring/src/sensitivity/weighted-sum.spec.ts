import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sum } from '../numeric/sum.js';
import { weightedSum } from './weighted-sum.js';

function summed(
  columns: readonly (readonly number[])[],
  weights: readonly number[],
): readonly number[] | null {
  const into = new Float64Array(columns[0]?.length ?? 0).fill(99);
  const done = weightedSum(
    columns.map((own) => Float64Array.from(own)),
    Float64Array.from(weights),
    into,
  );
  return done ? [...into] : null;
}

describe('weightedSum', () => {
  it('is the weighted mean, unit by unit, for any number of columns', () => {
    const value = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 11 }),
        fc.integer({ min: 1, max: 5 }),
        fc.gen(),
        (width, units, gen) => {
          const columns = Array.from({ length: width }, () =>
            Array.from({ length: units }, () => gen(() => value)),
          );
          const weights = columns.map(() => gen(() => fc.constantFrom(0.5, 1, 3, 400)));
          const total = sum(weights);
          const expected = Array.from({ length: units }, (_, unit) =>
            sum(columns.map((own, at) => ((weights[at] ?? 0) / total) * (own[unit] ?? 0))),
          );
          summed(columns, weights)?.forEach((mean, unit) => {
            expect(Math.abs(mean - (expected[unit] ?? NaN))).toBeLessThanOrEqual(1e-12);
          });
        },
      ),
      { numRuns: 100 },
    );
  });

  it('takes weights on any scale, and none from a column without weight', () => {
    expect(
      summed(
        [
          [1, 2],
          [3, 6],
          [50, 50],
        ],
        [1, 3, 0],
      ),
    ).toEqual([2.5, 5]);
    expect(summed([[1], [1], [1], [1], [6]], [1, 1, 1, 1, 1])).toEqual([2]);
  });

  it('has no answer without weight, or beyond the range of doubles', () => {
    expect(summed([[1], [2]], [0, 0])).toBeNull();
    expect(summed([], [])).toBeNull();
    expect(
      summed(
        [
          [1.7e308, 1],
          [1.7e308, 1],
        ],
        [1, 1],
      ),
    ).toEqual([1.7e308, 1]);
    expect(
      summed(
        [
          [Infinity, 1],
          [0, 1],
        ],
        [1, 1],
      ),
    ).toBeNull();
    expect(summed([[1, NaN]], [1])).toBeNull();
  });
});
