import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { boxCox, boxCoxLambda, HIGHEST_LAMBDA, likelihoodSlope, LOWEST_LAMBDA } from './box-cox.js';

const GAP = Number.NaN;

/** The profile likelihood as Box and Cox (1964) write it, up to a constant. */
function likelihood(values: readonly number[], lambda: number): number {
  const y = values.map((value) => (lambda === 0 ? Math.log(value) : (value ** lambda - 1) / lambda));
  const centre = y.reduce((all, value) => all + value, 0) / y.length;
  const spread = y.reduce((all, value) => all + (value - centre) ** 2, 0) / y.length;
  const logarithms = values.reduce((all, value) => all + Math.log(value), 0);
  return (-y.length / 2) * Math.log(spread) + (lambda - 1) * logarithms;
}

describe('boxCox', () => {
  it.each([
    [4, 2, 7.5],
    [4, 1, 3],
    [4, 0.5, 2],
    [4, 0, Math.log(4)],
    [4, -1, 0.75],
    [1, 3, 0],
    [0.5, -2, -1.5],
  ])('of %p with exponent %p is %p', (value, lambda, expected) => {
    expect(boxCox(value, lambda)).toBeCloseTo(expected, 14);
  });

  it('goes over into the logarithm near 0', () => {
    expect(boxCox(7, 1e-12)).toBeCloseTo(Math.log(7), 10);
    expect(boxCox(7, -1e-300)).toBeCloseTo(Math.log(7), 14);
  });

  it('rises with the value', () => {
    const positive = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(positive, positive, fc.double({ min: -5, max: 5, noNaN: true }), (a, b, lambda) => {
        if (a <= b) expect(boxCox(a, lambda)).toBeLessThanOrEqual(boxCox(b, lambda));
      }),
    );
  });
});

describe('boxCoxLambda', () => {
  it.each([
    // Symmetric as logarithms, so 0 by symmetry; their p-th powers then have the same exponent 0.
    [[1, Math.E, Math.E ** 2], 0],
    [[1, 10, 100, 1000], 0],
    // From scipy.stats.boxcox.
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.7219640728378821],
    [[0.5, 1, 1.2, 3, 7, 20], -0.20806104945015017],
    [[1, 2, 4, 9, 100], -0.30345669325746016],
  ])('of %p is %p', (values, expected) => {
    expect(boxCoxLambda(values)).toBeCloseTo(expected, 6);
    expect(boxCoxLambda([GAP, ...values, GAP])).toBe(boxCoxLambda(values));
  });

  it('is held from −5 to 5', () => {
    // scipy.stats.boxcox, without bounds: −13.9.
    expect(boxCoxLambda([5, 5.1, 5.2, 5.9])).toBe(LOWEST_LAMBDA);
    expect(boxCoxLambda([5, 5.7, 5.8, 5.9])).toBe(HIGHEST_LAMBDA);
    expect([LOWEST_LAMBDA, HIGHEST_LAMBDA]).toEqual([-5, 5]);
  });

  it.each([[[]], [[GAP]], [[3]], [[3, 3, 3]], [[0, 1, 2]], [[-1, 1, 2]], [[1, 2, Number.POSITIVE_INFINITY]]])(
    'of %p is not defined',
    (values) => {
      expect(boxCoxLambda(values)).toBeNull();
    },
  );

  it('is where the likelihood is greatest', () => {
    const values = fc.array(fc.double({ min: 0.1, max: 50, noNaN: true }), { minLength: 5, maxLength: 30 });
    fc.assert(
      fc.property(values, (column) => {
        const lambda = boxCoxLambda(column);
        if (lambda === null || Math.max(...column) / Math.min(...column) < 1.01) return;
        const best = likelihood(column, lambda);
        for (const other of [lambda - 0.05, lambda + 0.05].filter((one) => Math.abs(one) <= 5)) {
          expect(likelihood(column, other)).toBeLessThanOrEqual(best + 1e-9);
        }
      }),
    );
  });

  it('does not depend on the unit of measure, and divides by the power that values are raised to', () => {
    const column = [1, 2, 4, 9, 100];
    const lambda = boxCoxLambda(column) as number;
    expect(boxCoxLambda(column.map((value) => value * 1e6))).toBeCloseTo(lambda, 11);
    expect(boxCoxLambda(column.map((value) => value ** 2))).toBeCloseTo(lambda / 2, 11);
    expect(boxCoxLambda(column.map((value) => value ** -1))).toBeCloseTo(-lambda, 11);
    expect(boxCoxLambda(column.map((value) => value ** 0.1))).toBeCloseTo(lambda * 10, 9);
  });

  it('is found for values as far apart as doubles reach', () => {
    const column = [1e-300, 1e-5, 1, 7, 1e300];
    const lambda = boxCoxLambda(column) as number;
    expect(Math.abs(lambda)).toBeLessThan(0.01);
    // Their 150th roots are within a range in which the plain formula works.
    const roots = column.map((value) => value ** (1 / 150));
    expect(lambda * 150).toBeCloseTo(boxCoxLambda(roots) as number, 8);
  });
});

describe('likelihoodSlope', () => {
  // The logarithms add up to 0, as those of a column do once they are brought to their mean.
  const column = [Math.exp(-3), Math.exp(-1), Math.exp(0.5), Math.exp(3.5)];
  const logarithms = Float64Array.from(column, Math.log);

  it.each([-4, -1, -0.1, -0.02, 0, 0.02, 0.1, 0.3, 1, 2.5, 5])(
    'is the slope of the likelihood at %p',
    (lambda) => {
      const step = 1e-4;
      const difference = likelihood(column, lambda + step) - likelihood(column, lambda - step);
      const expected = difference / (2 * step) / column.length;
      expect(likelihoodSlope(logarithms, lambda)).toBeCloseTo(expected, 5);
    },
  );

  it('goes on the same where powers are taken in proportion to the highest', () => {
    for (const lambda of [8.5, -9.9]) {
      const step = 1e-4;
      const difference = likelihood(column, lambda + step) - likelihood(column, lambda - step);
      const expected = difference / (2 * step) / column.length;
      expect(likelihoodSlope(logarithms, lambda)).toBeCloseTo(expected, 5);
      expect(likelihoodSlope(logarithms, lambda * 1.2)).not.toBeCloseTo(expected, 3);
    }
    // Far out the highest power is all: ln V goes up by 2 · max λz, and down by 2 ln λ.
    expect(likelihoodSlope(logarithms, 300)).toBeCloseTo(1 / 300 - 3.5, 9);
  });

  it('is finite for exponents as large as doubles', () => {
    expect(likelihoodSlope(Float64Array.of(-700, 0, 700), 5)).toBeCloseTo(1 / 5 - 700, 9);
  });
});
