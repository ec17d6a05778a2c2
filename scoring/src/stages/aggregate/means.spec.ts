import { describe, expect, it } from '@jest/globals';
import type { Aggregation, AggregationRule, NonPositivePolicy } from '../../model/aggregation.js';
import { child, resultOf, ruleOf, type ChildCell } from './children.fixture.js';

type Named = 'geometric' | 'harmonic' | 'median' | 'minimum' | number;

/** A number is the power of a generalised mean. */
function aggregationOf(name: Named, nonPositive: NonPositivePolicy = 'undetermined'): Aggregation {
  if (typeof name === 'number') return { method: 'generalised_mean', power: name, nonPositive };
  return name === 'geometric' || name === 'harmonic' ? { method: name, nonPositive } : { method: name };
}

function resultOfUnit(
  name: Named,
  cells: readonly ChildCell[],
  weights: readonly number[] = cells.map(() => 1),
  policy: NonPositivePolicy = 'undetermined',
  others: Partial<AggregationRule> = {},
): { readonly value: unknown; readonly marks: readonly string[] | undefined } {
  const children = cells.map((cell, c) => child([cell], weights[c] as number));
  const result = resultOf(children, ruleOf(aggregationOf(name, policy), others));
  return { value: result.cells[0], marks: result.marks[0] };
}

function valueOf(name: Named, cells: readonly ChildCell[], weights?: readonly number[]): number {
  const { value } = resultOfUnit(name, cells, weights);
  if (typeof value !== 'number') throw new Error(String(value));
  return value;
}

describe('means, worked out by hand', () => {
  it.each<[Named, readonly number[], readonly number[], number]>([
    // Three dimensions of the HDI, equal: (0.9 × 0.8 × 0.7)^(1/3).
    ['geometric', [0.9, 0.8, 0.7], [1, 1, 1], Math.cbrt(0.504)],
    // COINr's test of a_gmean: (1 × 2 × 3²)^(1/4).
    ['geometric', [1, 2, 3], [1, 1, 2], 18 ** 0.25],
    ['geometric', [4, 9], [1, 1], 6],
    ['geometric', [5], [3], 5],
    // COINr's test of a_hmean: 4 / (2/1 + 1/2 + 1/3).
    ['harmonic', [1, 2, 3], [2, 1, 1], 4 / (2 + 1 / 2 + 1 / 3)],
    // 60 km at 30 km/h and 60 km at 60 km/h: 40 km/h.
    ['harmonic', [30, 60], [1, 1], 40],
    ['harmonic', [5], [3], 5],
    // ((3² + 4²) / 2)^(1/2) = √12.5.
    [2, [3, 4], [1, 1], Math.sqrt(12.5)],
    // ((1³ + 2 × 2³) / 3)^(1/3).
    [3, [1, 2], [1, 2], Math.cbrt(17 / 3)],
    // ((4^½ + 9^½) / 2)² = 6.25.
    [0.5, [4, 9], [1, 1], 6.25],
    // ((1/1² + 1/2²) / 2)^(−1/2) = √1.6.
    [-2, [1, 2], [1, 1], Math.sqrt(1.6)],
    // COINr's tests of a_genmean.
    [-1, [1, 2, 3], [2, 1, 1], 4 / (2 + 1 / 2 + 1 / 3)],
    [1, [1, 2, 3], [1, 1, 1], 2],
    [0, [4, 9], [1, 1], 6],
    // Powers on either side of where the logarithms take over, by e^(p ln x) = 2^p and 8^p.
    [0.1, [2, 8], [1, 1], ((2 ** 0.1 + 8 ** 0.1) / 2) ** 10],
    [-0.1, [2, 8], [1, 1], ((2 ** -0.1 + 8 ** -0.1) / 2) ** -10],
    [0.05, [2, 8], [1, 3], ((2 ** 0.05 + 3 * 8 ** 0.05) / 4) ** 20],
    [-0.05, [2, 8], [1, 3], ((2 ** -0.05 + 3 * 8 ** -0.05) / 4) ** -20],
    [2, [0, 0], [1, 1], 0],
    [2, [0, 4], [3, 1], 2],
    [0.05, [0, 0], [1, 1], 0],
    // (½ · 4^½)² = 1.
    [0.5, [0, 4], [1, 1], 1],
    ['median', [3, 1, 2], [1, 1, 1], 2],
    ['median', [10, 3, 1, 2], [1, 1, 1, 1], 2.5],
    // Shares ¼, ¼, ½: the two lowest make up one half, so it lies midway between 2 and 3.
    ['median', [1, 2, 3], [1, 1, 2], 2.5],
    ['median', [1, 2, 3], [1, 1, 3], 3],
    ['median', [1, 2, 3], [3, 1, 1], 1],
    ['median', [3, 2, 1], [1, 5, 1], 2],
    // 0.1 + 0.2 is not 0.3 in binary, and yet half of 0.6.
    ['median', [1, 2, 3], [0.1, 0.2, 0.3], 2.5],
    ['median', [5], [2], 5],
    ['median', [-4, -2], [1, 1], -3],
    ['minimum', [0.4, 0.2, 0.9], [1, 9, 1], 0.2],
    ['minimum', [-1, -3], [1, 1], -3],
    ['minimum', [0.7], [1], 0.7],
  ])('%p of %j by %j is %p', (name, cells, weights, expected) => {
    expect(valueOf(name, cells, weights)).toBeCloseTo(expected, 13);
  });

  it.each<[Named, number]>([
    ['geometric', 6],
    ['harmonic', 72 / 13],
    [2, Math.sqrt(48.5)],
    ['median', 6.5],
    ['minimum', 4],
  ])('%p takes weights on any scale, and leaves out a child without weight', (name, expected) => {
    expect(valueOf(name, [4, 9, 1], [300, 300, 0])).toBeCloseTo(expected, 12);
    expect(valueOf(name, [4, 9, 'missing'], [0.5, 0.5, 0])).toBeCloseTo(expected, 12);
  });
});

describe('a method that validation would not let pass', () => {
  it('is refused, and not taken for another', () => {
    expect(() => resultOf([child([1])], ruleOf({ method: 'mode' } as never))).toThrow(TypeError);
  });
});

describe('means near the ends of what a double holds', () => {
  it.each<[Named, readonly number[], readonly number[], number]>([
    ['geometric', [1e300, 1e300, 1e300], [1, 1, 1], 1e300],
    ['geometric', [1e300, 1e-300], [1, 1], 1],
    ['harmonic', [1e-310, 1], [1, 1], 2e-310],
    ['harmonic', [1e308, 1e308], [1, 1], 1e308],
    [2, [1e300, 1e300], [1, 1], 1e300],
    [2, [3e300, 4e300], [1, 1], Math.sqrt(12.5) * 1e300],
    [-2, [1e-300, 1e-300], [1, 1], 1e-300],
    // √2 × the smaller: the larger adds nothing.
    [-2, [1e-300, 1e300], [1, 1], Math.SQRT2 * 1e-300],
    // All but 1e−20 of the weight lies far below: (1e−20 × 10¹⁰⁰)^(1/100) = 10^0.8.
    [100, [1e-3, 10], [1e20, 1], 10 ** 0.8],
    // 1e−20 of the weight on 1e300 and the rest on 1: (1 + 1e−20 · 10^(0.09 · 300))^(1/0.09).
    [0.09, [1, 1e300], [1e20, 1], (1 + 1e-20 * 10 ** 27) ** (1 / 0.09)],
    ['median', [1.7e308, 1.5e308], [1, 1], 1.6e308],
    ['minimum', [1e308, -1e308], [1, 1], -1e308],
  ])('%p of %j by %j is %p', (name, cells, weights, expected) => {
    expect(valueOf(name, cells, weights) / expected).toBeCloseTo(1, 11);
  });

  it('keep the digits of a small logarithm among large ones', () => {
    expect(valueOf('geometric', [1e300, 2, 1e-300])).toBeCloseTo(Math.cbrt(2), 15);
  });

  it('of a power near zero are next to the geometric mean, not noise', () => {
    // M_p ≈ G · (1 + p/2 · variance of ln x); of ln 2 and ln 8 that is (ln 2)².
    for (const power of [1e-6, -1e-6, 1e-12, 1e-60, -1e-60]) {
      expect(valueOf(power, [2, 8])).toBeCloseTo(4 * (1 + (power / 2) * Math.LN2 ** 2), 11);
    }
    for (const power of [0, 1e-101, -1e-101, 5e-324])
      expect(valueOf(power, [2, 8])).toBe(valueOf('geometric', [2, 8]));
  });

  it('of a great power are next to the largest or the smallest', () => {
    expect(valueOf(1e6, [0.2, 0.7])).toBeCloseTo(0.7, 5);
    expect(valueOf(-1e6, [0.2, 0.7])).toBeCloseTo(0.2, 5);
    expect(valueOf(1e300, [0.2, 0.7])).toBeCloseTo(0.7, 12);
  });

  it('from the smallest double to the largest stay within both', () => {
    const value = valueOf(-0.001, [5e-324, 1e308], [1, 1e3]);
    expect(value).toBeGreaterThan(1e290);
    expect(value).toBeLessThanOrEqual(1e308);
  });
});

describe('values that a mean cannot take', () => {
  const one = (name: Named, cells: readonly ChildCell[], policy: NonPositivePolicy): unknown => {
    const { value, marks } = resultOfUnit(name, cells, undefined, policy);
    return [typeof value === 'number' ? Number(value.toPrecision(12)) : value, marks];
  };

  it.each<[Named, readonly number[], NonPositivePolicy, unknown, readonly string[]]>([
    ['geometric', [0, 4], 'undetermined', 'undetermined', ['nonPositive']],
    ['geometric', [-1, 4], 'undetermined', 'undetermined', ['nonPositive']],
    ['geometric', [-0, 4], 'undetermined', 'undetermined', ['nonPositive']],
    ['geometric', [1e-9, 4], 'undetermined', 0.0000632455532034, []],
    ['geometric', [0, 4], 'zero', 0, ['nonPositive']],
    ['geometric', [-1, 4], 'zero', 0, ['nonPositive']],
    ['geometric', [0, 4], { floor: 1 }, 2, ['nonPositive']],
    ['geometric', [-5, 4], { floor: 1 }, 2, ['nonPositive']],
    ['geometric', [0.5, 4], { floor: 1 }, 2, ['clamped']],
    ['geometric', [0, 0.5], { floor: 1 }, 1, ['clamped', 'nonPositive']],
    ['geometric', [1, 4], { floor: 1 }, 2, []],
    ['harmonic', [0, 4], 'undetermined', 'undetermined', ['nonPositive']],
    ['harmonic', [-2, 4], 'undetermined', 'undetermined', ['nonPositive']],
    ['harmonic', [0, 4], 'zero', 0, ['nonPositive']],
    ['harmonic', [-2, 4], 'zero', 0, ['nonPositive']],
    ['harmonic', [0, 6], { floor: 2 }, 3, ['nonPositive']],
    [0, [0, 4], 'undetermined', 'undetermined', ['nonPositive']],
    [0, [0, 4], 'zero', 0, ['nonPositive']],
    [-2, [0, 4], 'undetermined', 'undetermined', ['nonPositive']],
    [-2, [-3, 4], 'zero', 0, ['nonPositive']],
    [-1, [0, 6], { floor: 2 }, 3, ['nonPositive']],
    // A positive power takes zero; a negative value it does not.
    [2, [0, 4], 'undetermined', 2.82842712475, []],
    [2, [-3, 4], 'undetermined', 'undetermined', ['nonPositive']],
    [2, [-3, 4], 'zero', 2.82842712475, ['nonPositive']],
    [2, [-3, 7], { floor: 1 }, 5, ['nonPositive']],
    [2, [0, 7], { floor: 1 }, 5, ['clamped']],
    [0.5, [0, 4], 'undetermined', 1, []],
    // A power of 1 is the plain mean, and takes everything.
    [1, [-3, 4], 'undetermined', 0.5, []],
    [1, [-3, 0.5], { floor: 1 }, -1.25, []],
    ['median', [-3, 0, 4], 'undetermined', 0, []],
    ['minimum', [-3, 0, 4], 'undetermined', -3, []],
  ])('%p of %j, policy %j: %p', (name, cells, policy, value, marks) => {
    expect(one(name, cells, policy)).toEqual([value, marks]);
  });

  it('are dealt with where a gap counts as zero, too', () => {
    const zero = { missing: 'zero' } as const;
    const of = (policy: NonPositivePolicy): unknown =>
      resultOfUnit('geometric', ['missing', 9], [1, 1], policy, zero);
    expect(of('undetermined')).toEqual({
      value: 'undetermined',
      marks: ['nonPositive', 'childCountedAsZero'],
    });
    expect(of('zero')).toEqual({ value: 0, marks: ['nonPositive', 'childCountedAsZero'] });
    const { value } = resultOfUnit('geometric', ['missing', 9], [1, 1], { floor: 1 }, zero);
    expect(value).toBeCloseTo(3, 14);
  });

  it('are no matter where the unit has no value anyway, or the child does not count', () => {
    expect(resultOfUnit('geometric', [0, 'missing'])).toEqual({
      value: 'incomplete',
      marks: ['childWithoutValue'],
    });
    expect(resultOfUnit('geometric', [0, 4], [0, 1])).toMatchObject({ marks: [] });
  });
});

describe('gaps under other means', () => {
  it.each<[Named, number, number]>([
    ['geometric', 6, 0],
    ['harmonic', 72 / 13, 0],
    [2, Math.sqrt(48.5), Math.sqrt(97 / 3)],
    ['median', 6.5, 4],
    ['minimum', 4, 0],
  ])('%p of 4, 9 and a gap: reweighted %p, as zero %p, or incomplete', (name, reweighted, asZero) => {
    const of = (missing: 'reweight' | 'zero' | 'no_value'): unknown =>
      resultOfUnit(name, [4, 'missing', 9], [1, 1, 1], 'zero', { missing }).value;
    expect(of('reweight')).toBeCloseTo(reweighted, 13);
    expect(of('zero')).toBeCloseTo(asZero, 13);
    expect(of('no_value')).toBe('incomplete');
    const excused = resultOfUnit(name, [4, 'not_applicable', 9], [1, 1, 1], 'zero', { missing: 'zero' });
    expect(excused.value).toBeCloseTo(reweighted, 13);
  });

  it('leave the next unit alone', () => {
    const children = [child([4, 'missing', 5]), child([9, 1, 5]), child(['missing', 3, 5])];
    const { cells } = resultOf(children, ruleOf('median', { missing: 'reweight' }));
    expect(cells).toEqual([6.5, 2, 5]);
  });
});
