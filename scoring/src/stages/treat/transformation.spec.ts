import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MARK } from '../../model/column.js';
import type { Transformation } from '../../model/treatment.js';
import { boxCoxLambda } from '../../numeric/box-cox.js';
import { measuresSpread, needsPositive, transform } from './transformation.js';

const { log, sqrt } = Math;

function values(given: readonly number[], transformation: Transformation): readonly number[] {
  return [...transform(Float64Array.from(given), transformation).values];
}

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, u) => {
    if (Number.isNaN(value)) expect(actual[u]).toBeNaN();
    else expect(actual[u]).toBeCloseTo(value, 12);
  });
}

describe('transform', () => {
  // Range 8, so the margin is 0.08; skewness above zero.
  it.each<readonly [Transformation, readonly number[]]>([
    [{ kind: 'log' }, [log(3), log(5), log(11)]],
    [{ kind: 'log_shifted' }, [log(0.08), log(2.08), log(8.08)]],
    [{ kind: 'log_shifted_by_one' }, [0, log(3), log(9)]],
    [{ kind: 'log_against_skew' }, [log(0.08), log(2.08), log(8.08)]],
    [{ kind: 'log_gii' }, [0, log(3.5), log(11)]],
    [{ kind: 'box_cox', lambda: 0 }, [log(3), log(5), log(11)]],
    [{ kind: 'box_cox', lambda: 2 }, [4, 12, 60]],
    [{ kind: 'box_cox', lambda: 1 }, [2, 4, 10]],
    [{ kind: 'box_cox', lambda: -1 }, [2 / 3, 4 / 5, 10 / 11]],
    [
      { kind: 'box_cox', lambda: 0.5, shifted: false },
      [2 * (sqrt(3) - 1), 2 * (sqrt(5) - 1), 2 * (sqrt(11) - 1)],
    ],
    [{ kind: 'box_cox', lambda: 2, shifted: true }, [0, 4, 40]],
  ])('takes 3, 5 and 11 by %j', (transformation, expected) => {
    expectClose(values([3, 5, 11], transformation), expected);
    expect(values([NaN, 3], { kind: 'log' })).toEqual([NaN, log(3)]);
  });

  it('has the logarithm from the other end where the skewness is not above zero', () => {
    expectClose(values([-3, -5, -11], { kind: 'log_against_skew' }), [-log(0.08), -log(2.08), -log(8.08)]);
    expectClose(values([1, 2, 3], { kind: 'log_against_skew' }), [-log(2.02), -log(1.02), -log(0.02)]);
    expectClose(values([-3, -5, -11], { kind: 'log_shifted' }), [log(8.08), log(6.08), log(0.08)]);
    // Two values have no skewness.
    expectClose(values([1, 3], { kind: 'log_against_skew' }), [log(0.02), log(2.02)]);
  });

  it('takes any sign where it shifts', () => {
    expectClose(values([-2, 0, 3], { kind: 'log_shifted' }), [log(0.05), log(2.05), log(5.05)]);
    expectClose(values([-2, 0, 3], { kind: 'log_shifted_by_one' }), [0, log(3), log(6)]);
    expectClose(values([-2, 0, 3], { kind: 'log_gii' }), [0, log(1.8), log(3)]);
    expectClose(values([-2, 0, 3], { kind: 'box_cox', lambda: 1, shifted: true }), [0, 2, 5]);
  });

  it('has no logarithm and no power of what is not positive', () => {
    expect(values([-1, 0, 1], { kind: 'log' })).toEqual([NaN, NaN, 0]);
    expectClose(values([-1, 0, 4], { kind: 'box_cox', lambda: 2 }), [NaN, NaN, 7.5]);
    expect(needsPositive({ kind: 'log' })).toBe(true);
    expect(needsPositive({ kind: 'box_cox', lambda: 1 })).toBe(true);
    expect(needsPositive({ kind: 'box_cox', lambda: 1, shifted: false })).toBe(true);
    expect(needsPositive({ kind: 'box_cox', lambda: 1, shifted: true })).toBe(false);
    expect(needsPositive({ kind: 'log_gii' })).toBe(false);
  });

  it('refuses log_gii up to a maximum of 1, where the formula levels or turns the order', () => {
    for (const highest of [-1, 0.5, 1]) {
      expect(transform(Float64Array.of(-2, highest), { kind: 'log_gii' })).toEqual({
        values: Float64Array.of(NaN, NaN),
        lambda: null,
        refused: MARK.nonPositive,
      });
    }
    expectClose(values([0, 1.5], { kind: 'log_gii' }), [0, log(1.5)]);
  });

  it('finds the likeliest exponent of a Box-Cox transformation', () => {
    // 1/e, 1, e are symmetric by logarithm, so the logarithm it is.
    const symmetric = transform(Float64Array.of(1 / Math.E, 1, Math.E, NaN), {
      kind: 'box_cox',
      lambda: 'maximum_likelihood',
    });
    expect(symmetric.lambda).toBeCloseTo(0, 9);
    expectClose([...symmetric.values].slice(0, 3), [-1, 0, 1]);
    expect(symmetric.values[3]).toBeNaN();
    const shifted = transform(Float64Array.of(-5, -3, 1, 20), {
      kind: 'box_cox',
      lambda: 'maximum_likelihood',
      shifted: true,
    });
    expect(shifted.lambda).toBe(boxCoxLambda([1, 3, 7, 26]));
    expect(shifted.refused).toBe(0);
    // What has no power is left out of the likelihood.
    const partly = transform(Float64Array.of(-5, 1, 3, 7, 26), {
      kind: 'box_cox',
      lambda: 'maximum_likelihood',
    });
    expect(partly.lambda).toBe(shifted.lambda);
    expect(partly.values[0]).toBeNaN();
    expect(transform(Float64Array.of(1, 2), { kind: 'box_cox', lambda: 0.5 }).lambda).toBe(0.5);
    expect(transform(Float64Array.of(1, 2), { kind: 'log' }).lambda).toBeNull();
  });

  it('has no exponent where the values that have a power are all the same', () => {
    const {
      values: none,
      lambda,
      refused,
    } = transform(Float64Array.of(5, 5, -1), { kind: 'box_cox', lambda: 'maximum_likelihood' });
    expect([[...none], lambda, refused]).toEqual([[NaN, NaN, NaN], null, MARK.constant]);
  });

  it.each<Transformation>([{ kind: 'log_shifted' }, { kind: 'log_against_skew' }, { kind: 'log_gii' }])(
    'has no value by $kind where the range leaves the doubles',
    (transformation) => {
      expect(values([-1e308, 0, 1e308], transformation)).toEqual([NaN, NaN, NaN]);
    },
  );

  it('has no value for what leaves the doubles on the way', () => {
    expect(values([-1e308, 0, 1e308], { kind: 'log_shifted_by_one' })).toEqual([0, log(1e308), NaN]);
    expect(values([1, 1e200], { kind: 'box_cox', lambda: 2 })).toEqual([0, NaN]);
    expect(values([1, 1e-200], { kind: 'box_cox', lambda: -2 })).toEqual([0, NaN]);
    expect(values([0, 1e200, 1e300], { kind: 'log_gii' })[2]).toBeCloseTo(log(1e300), 9);
  });

  it('never gives minus zero', () => {
    // −ln 1: 0.01 is 0.99 below the highest value, and the margin is 0.01.
    expect(values([0, 0.01, 0.9, 0.95, 1], { kind: 'log_against_skew' })[1]).toBe(0);
    expect(values([1, 4], { kind: 'box_cox', lambda: -1 })[0]).toBe(0);
  });

  it('knows which formulas measure by the spread', () => {
    const kinds = ['log', 'log_shifted', 'log_shifted_by_one', 'log_against_skew', 'log_gii'] as const;
    expect(kinds.filter((kind) => measuresSpread({ kind }))).toEqual([
      'log_shifted',
      'log_against_skew',
      'log_gii',
    ]);
    expect(measuresSpread({ kind: 'box_cox', lambda: 1 })).toBe(false);
    expect(measuresSpread({ kind: 'box_cox', lambda: 'maximum_likelihood' })).toBe(true);
  });

  it('rises with its values and leaves them alone', () => {
    const transformation = fc.oneof(
      fc.constantFrom<Transformation>(
        { kind: 'log' },
        { kind: 'log_shifted' },
        { kind: 'log_shifted_by_one' },
        { kind: 'log_against_skew' },
        { kind: 'log_gii' },
        { kind: 'box_cox', lambda: 'maximum_likelihood', shifted: true },
        { kind: 'box_cox', lambda: 'maximum_likelihood' },
      ),
      fc.record({
        kind: fc.constant('box_cox' as const),
        lambda: fc.double({ min: -3, max: 3, noNaN: true }),
        shifted: fc.boolean(),
      }),
    );
    const column = fc.uniqueArray(fc.integer({ min: -1000, max: 100_000 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(column, transformation, (given, rule) => {
        const before = Float64Array.from(given, (value) => value / 100);
        const kept = before.slice();
        const { values: after } = transform(before, rule);
        expect(before).toEqual(kept);
        for (let u = 0; u < given.length; u++) {
          for (let v = 0; v < given.length; v++) {
            if (Number.isNaN(after[u]) || Number.isNaN(after[v])) continue;
            if ((before[u] as number) > (before[v] as number)) {
              expect(after[u] as number).toBeGreaterThanOrEqual(after[v] as number);
            }
          }
        }
      }),
    );
  });

  it('refuses a kind that does not exist', () => {
    const rule = { kind: 'magic' } as unknown as Transformation;
    expect(() => transform(Float64Array.of(1, 2), rule)).toThrow(
      new TypeError('transform: no such transformation: magic'),
    );
  });
});
