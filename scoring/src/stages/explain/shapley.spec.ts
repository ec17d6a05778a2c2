import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fraction, shapleyFractions, shapleyValues } from './shapley.js';

/** The glove game: players 0 and 1 have a left glove each, 2 the right one; a pair is worth 1. */
const gloves = (subset: number): number => ((subset & 0b100) !== 0 && (subset & 0b011) !== 0 ? 1 : 0);

const worths = (players: number): fc.Arbitrary<readonly number[]> =>
  fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2 ** players, maxLength: 2 ** players });

describe('shapleyValues', () => {
  it('gives 1/6, 1/6 and 2/3 for the gloves, as every textbook has it', () => {
    const [a, b, c] = shapleyValues(3, gloves);
    expect(a).toBeCloseTo(1 / 6, 15);
    expect(b).toBeCloseTo(1 / 6, 15);
    expect(c).toBeCloseTo(2 / 3, 15);
  });

  it('gives one player everything, and nobody nothing', () => {
    expect(shapleyValues(1, (subset) => (subset === 1 ? 5 : 2))).toEqual([3]);
    expect(shapleyValues(0, () => 7)).toEqual([]);
  });

  it('averages both orders of two players', () => {
    // v: ∅ 0, {0} 1, {1} 4, both 10. First: (1 + 6)/2; second: (9 + 4)/2.
    const worth = [0, 1, 4, 10];
    expect(shapleyValues(2, (subset) => worth[subset] ?? 0)).toEqual([3.5, 6.5]);
  });

  it('divides the whole, gives a player without effect nothing and equal players the same', () => {
    fc.assert(
      fc.property(worths(4), (given) => {
        const worth = (subset: number): number => given[subset] ?? 0;
        const whole = worth(0b1111) - worth(0);
        const total = shapleyValues(4, worth).reduce((all, value) => all + value, 0);
        expect(Math.abs(total - whole)).toBeLessThanOrEqual(1e-12 * 50);
        expect(shapleyValues(5, (subset) => worth(subset & 0b1111))[4]).toBe(0);
        // Players 0 and 1 made alike: only how many of them there are counts.
        const alike = (subset: number): number =>
          worth((subset & 0b1100) | ((subset & 1) + ((subset >> 1) & 1)));
        const [first, second] = shapleyValues(4, alike);
        expect(first).toBeCloseTo(second ?? Number.NaN, 12);
      }),
    );
  });
});

describe('shapleyFractions', () => {
  it('is exact where the values are rounded', () => {
    expect(shapleyFractions(3, gloves)).toEqual([
      { numerator: 1, denominator: 6 },
      { numerator: 1, denominator: 6 },
      { numerator: 2, denominator: 3 },
    ]);
  });

  it('takes halves, as tied ranks have them', () => {
    expect(shapleyFractions(1, (subset) => (subset === 1 ? 2.5 : 4))).toEqual([
      { numerator: -3, denominator: 2 },
    ]);
  });

  it('adds up to the whole exactly, and agrees with the values', () => {
    fc.assert(
      fc.property(worths(5), (given) => {
        const worth = (subset: number): number => (given[subset] ?? 0) / 2;
        const parts = shapleyFractions(5, worth);
        // Over the common denominator of all orders of five.
        const total = parts.reduce(
          (all, { numerator, denominator }) => all + numerator * (240 / denominator),
          0,
        );
        expect(total).toBe(240 * (worth(0b11111) - worth(0)));
        shapleyValues(5, worth).forEach((value, i) => {
          const part = parts[i] ?? { numerator: Number.NaN, denominator: 1 };
          expect(part.numerator / part.denominator).toBeCloseTo(value, 12);
        });
      }),
    );
  });
});

describe('fraction', () => {
  it.each([
    [6, 4, 3, 2],
    [-6, 4, -3, 2],
    [0, 12, 0, 1],
    [-0, 12, 0, 1],
    [7, 7, 1, 1],
    [7, 240, 7, 240],
  ])('brings %p / %p to %p / %p', (above, below, numerator, denominator) => {
    expect(fraction(above, below)).toEqual({ numerator, denominator });
  });
});
