import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { columnShape, kurtosis, mean, skewness, standardDeviation, variance } from './moments.js';

const GAP = Number.NaN;

describe('mean', () => {
  it.each([
    [[], null],
    [[GAP], null],
    [[1, 2, 6], 3],
    [[1, GAP, 2, GAP, 6], 3],
    [Array.from({ length: 10 }, () => 0.1), 0.1],
    [[1e308, 1e308], null],
    [[Number.POSITIVE_INFINITY], null],
    // A third of the smallest double below 0 is not -0.
    [[-5e-324, 0, 0], 0],
  ])('of %p is %p', (values, expected) => {
    expect(mean(values)).toBe(expected);
  });

  it('of [1, 1e100, 1, −1e100] keeps the ones', () => {
    expect(mean([1, 1e100, 1, -1e100])).toBe(0.5);
  });
});

describe('variance and standard deviation', () => {
  it.each([
    // By hand: mean 5, squares 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32, over 7.
    [[2, 4, 4, 4, 5, 5, 7, 9], 32 / 7],
    [[1, 2], 0.5],
    [[1, GAP, 2], 0.5],
    [[0.1, 0.1, 0.1], 0],
    [[5], null],
    [[GAP, 5], null],
    [[], null],
    [[-1e308, 1e308], null],
    [[0, 1e200], null],
  ])('variance of %p is %p', (values, expected) => {
    expect(variance(values)).toBe(expected);
  });

  it('are those that NIST certifies for ill-conditioned data (StRD NumAcc1, NumAcc3, NumAcc4)', () => {
    const aroundBy = (centre: number, step: number): number[] => [
      centre,
      ...Array.from({ length: 1000 }, (_, at) => (at % 2 === 0 ? centre - step : centre + step)),
    ];
    expect(standardDeviation([10000001, 10000003, 10000002])).toBe(1);
    // The certified 0.1 is for the decimals; the doubles nearest to them are off in the tenth digit.
    expect(standardDeviation(aroundBy(1000000.2, 0.1))).toBeCloseTo(0.1, 9);
    expect(standardDeviation(aroundBy(10000000.2, 0.1))).toBeCloseTo(0.1, 8);
  });

  it('does not lose what the rounding of the mean leaves: 1 and the next double', () => {
    const step = Number.EPSILON;
    expect(standardDeviation([1, 1 + step])).toBeCloseTo(step / Math.SQRT2, 30);
  });

  it.each([
    [[0, 1e-200], 1e-200 / Math.SQRT2],
    [[0, 1e200], 1e200 / Math.SQRT2],
    [[0, 4e70], 4e70 / Math.SQRT2],
    [[0, 4e-70], 4e-70 / Math.SQRT2],
  ])('standard deviation of %p stays in range', (values, expected) => {
    expect((standardDeviation(values) ?? 0) / expected).toBeCloseTo(1, 14);
  });

  it.each([[[]], [[3]], [[GAP, 3, GAP]], [[-1e308, 1e308]], [[1, Number.POSITIVE_INFINITY]]])(
    'standard deviation of %p is not defined',
    (values) => {
      expect(standardDeviation(values)).toBeNull();
    },
  );

  it('standard deviation of a constant is exactly 0', () => {
    expect(standardDeviation([0.1, 0.1, 0.1])).toBe(0);
  });
});

describe('skewness and kurtosis (type 2)', () => {
  it.each([
    // Microsoft's example for SKEW and KURT: 0.359543 and −0.151800, the same definitions.
    [[3, 4, 5, 2, 3, 4, 5, 6, 4, 7], 0.359543071406797, -0.151799637208416],
    // By hand: Σd² = 3/4, Σd³ = 3/8, Σd⁴ = 21/64.
    [[0, 0, 0, 1], 2, 4],
    // By hand: Σd² = 10, Σd³ = 0, Σd⁴ = 34; 5 · 34 / 100 = 1.7, (6 · −1.3 + 6) · 4 / 6.
    [[1, 2, 3, 4, 5], 0, -1.2],
    // COINr's example of check_SkewKurt, 1 to 10 with 30 and 100; from scipy.stats with bias = False.
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100], 3.0632410342394993, 9.741390834569144],
  ])('of %p are %p and %p', (values, skew, kurt) => {
    expect(skewness(values)).toBeCloseTo(skew, 12);
    expect(kurtosis(values)).toBeCloseTo(kurt, 12);
    const withGaps = Float64Array.from([GAP, ...values.flatMap((value) => [value, GAP])]);
    expect(columnShape(withGaps)).toEqual(columnShape(values));
  });

  it('need 3 and 4 values', () => {
    expect(columnShape([1, 2])).toEqual({ skewness: null, kurtosis: null });
    expect(columnShape([0, 0, 1]).skewness).toBeCloseTo(Math.sqrt(3), 14);
    expect(columnShape([0, 0, 1]).kurtosis).toBeNull();
    expect(columnShape([])).toEqual({ skewness: null, kurtosis: null });
  });

  it('are not defined without spread, whatever rounding makes of the mean', () => {
    expect(columnShape([0.1, 0.1, 0.1, 0.1, 0.1, 0.1])).toEqual({ skewness: null, kurtosis: null });
    expect(columnShape([1e308, 1e308, 1e308, 1e308])).toEqual({ skewness: null, kurtosis: null });
    expect(columnShape([-1e308, 1e308, 0, 0])).toEqual({ skewness: null, kurtosis: null });
  });

  it.each([1e-300, 1e-200, 1e-71, 1e-69, 1e69, 1e71, 1e200, 1e300])(
    'do not depend on the scale: × %p',
    (scale) => {
      const shape = columnShape([0, 0, 0, scale]);
      expect(shape.skewness).toBeCloseTo(2, 12);
      expect(shape.kurtosis).toBeCloseTo(4, 12);
    },
  );

  it('keep their digits far from zero', () => {
    const shape = columnShape([0, 0, 0, 1].map((value) => value + 2 ** 52));
    expect(shape.skewness).toBeCloseTo(2, 12);
    expect(shape.kurtosis).toBeCloseTo(4, 12);
  });
});

describe('moments, for any values', () => {
  const column = fc.array(fc.oneof(fc.double(), fc.constantFrom(0, -0, 1e308, -1e308, 5e-324, GAP)), {
    maxLength: 12,
  });
  const plain = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 4, maxLength: 30 });

  it('are a finite number or null', () => {
    fc.assert(
      fc.property(column, (values) => {
        const { skewness: skew, kurtosis: kurt } = columnShape(values);
        for (const answer of [mean(values), variance(values), standardDeviation(values), skew, kurt]) {
          expect(answer === null || Number.isFinite(answer)).toBe(true);
        }
      }),
    );
  });

  it('mirror: skewness changes its sign, kurtosis stays', () => {
    fc.assert(
      fc.property(plain, (values) => {
        const shape = columnShape(values);
        const mirrored = columnShape(values.map((value) => -value));
        expect(mirrored.skewness ?? 0).toBeCloseTo(-(shape.skewness ?? 0), 9);
        expect(mirrored.kurtosis ?? 0).toBeCloseTo(shape.kurtosis ?? 0, 9);
      }),
    );
  });

  it('shift and stretch: the shape stays, the deviation is stretched', () => {
    fc.assert(
      fc.property(plain, fc.integer({ min: -1000, max: 1000 }), (values, shift) => {
        const moved = values.map((value) => 4 * value + shift);
        expect(columnShape(moved).skewness ?? 0).toBeCloseTo(columnShape(values).skewness ?? 0, 9);
        expect(columnShape(moved).kurtosis ?? 0).toBeCloseTo(columnShape(values).kurtosis ?? 0, 8);
        expect(standardDeviation(moved)).toBeCloseTo(4 * (standardDeviation(values) as number), 9);
      }),
    );
  });

  it('the variance is the square of the deviation', () => {
    fc.assert(
      fc.property(plain, (values) => {
        expect(variance(values)).toBeCloseTo((standardDeviation(values) as number) ** 2, 6);
      }),
    );
  });
});
