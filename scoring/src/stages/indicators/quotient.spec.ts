import { describe, expect, it } from '@jest/globals';
import type { ExceedingPolicy, Formula, NoNumber, ZeroPolicy } from '../../model/formula.js';
import { cellsOf, type Entry } from './source.fixture.js';

// Every expected number is worked out by hand from the definition beside it.

const NO_NUMBERS: readonly NoNumber[] = ['not_applicable', 'missing', 'undetermined'];

const RATIO = {
  kind: 'ratio',
  numerator: 'n',
  denominator: 'd',
  zeroDenominator: 'undetermined',
  nothingToCount: 'not_applicable',
  exceeding: 'keep',
} as const;

/** Each way in which two data elements can lack a value, and the state of what needs both. */
const GAPS: readonly (readonly [Entry, Entry, string])[] = [
  ['M', 1, 'not_applicable'],
  [1, 'M', 'not_applicable'],
  ['M', 'O', 'not_applicable'],
  ['L', 'M', 'not_applicable'],
  ['O', 1, 'missing'],
  [1, 'O', 'missing'],
  ['O', 'L', 'missing'],
  ['L', 'O', 'missing'],
  ['L', 1, 'not_collected'],
  [1, 'L', 'not_collected'],
  ['O', 0, 'missing'],
  // NaN is what validation would have refused: there are data, and no number.
  [NaN, 1, 'undetermined'],
  [1, NaN, 'undetermined'],
  [NaN, 'O', 'undetermined'],
  ['L', NaN, 'undetermined'],
  [NaN, 'M', 'not_applicable'],
  ['M', NaN, 'not_applicable'],
];
const FIRST = GAPS.map(([first]) => first);
const SECOND = GAPS.map(([, second]) => second);
const STATES = GAPS.map(([, , state]) => state);

describe('ratio', () => {
  it('is the numerator over the denominator', () => {
    expect(cellsOf(RATIO, { n: [3, 0, 5], d: [4, 7, 5] })).toEqual([0.75, 0, 1]);
  });

  it('is scaled, whole percent coming out whole', () => {
    // 57 / 100 · 100 is 56.99999999999999 when the quotient is taken first.
    expect(cellsOf({ ...RATIO, scale: 100 }, { n: [57, 7, 29], d: [100, 25, 100] })).toEqual([57, 28, 29]);
    expect(cellsOf({ ...RATIO, scale: 0.5 }, { n: [3], d: [4] })).toEqual([0.375]);
  });

  it('says why a number is absent', () => {
    expect(cellsOf(RATIO, { n: FIRST, d: SECOND })).toEqual(STATES);
  });

  it.each(NO_NUMBERS)('has no number, %s, over a denominator of zero', (policy) => {
    const cells = cellsOf({ ...RATIO, zeroDenominator: policy }, { n: [2, 0], d: [0, 0] });
    expect(cells).toEqual([`${policy} zeroDenominator`, 'not_applicable nothingToCount']);
  });

  it.each(NO_NUMBERS)('has no number, %s, with nothing to count', (policy) => {
    const cells = cellsOf({ ...RATIO, nothingToCount: policy }, { n: [2, 0], d: [0, 0] });
    expect(cells).toEqual(['undetermined zeroDenominator', `${policy} nothingToCount`]);
  });

  it('has the numbers that are stated for both, as they are, whatever the scale', () => {
    const stated = { scale: 100, zeroDenominator: { value: 7 }, nothingToCount: { value: 1 } };
    const cells = cellsOf({ ...RATIO, ...stated }, { n: [2, 0], d: [0, 0] });
    expect(cells).toEqual(['7 zeroDenominator', '1 nothingToCount']);
  });

  it.each<[ExceedingPolicy, string]>([
    ['keep', '150 exceeding'],
    ['cap', '100 exceeding'],
    ['not_applicable', 'not_applicable exceeding'],
    ['missing', 'missing exceeding'],
    ['undetermined', 'undetermined exceeding'],
  ])('with a numerator above the denominator: %s', (exceeding, cell) => {
    const formula = { ...RATIO, scale: 100, exceeding };
    expect(cellsOf(formula, { n: [3, 2], d: [2, 2] })).toEqual([cell, 100]);
  });

  it('says nothing of what counts below zero', () => {
    expect(cellsOf(RATIO, { n: [-1, 1, -1, -1], d: [2, -2, -2, 0] })).toEqual([
      'undetermined',
      'undetermined',
      'undetermined',
      'undetermined',
    ]);
  });

  it('has no number too large for arithmetic, and every number that is not', () => {
    const cells = cellsOf({ ...RATIO, scale: 100 }, { n: [1e308, 1e307, 5e-324], d: [1e-10, 1e308, 5e-324] });
    expect(cells).toEqual(['undetermined exceeding', 10, 100]);
    // 1e308 · 100 has no double; 1e308 / 1e308 · 100 has.
    expect(cellsOf({ ...RATIO, scale: 100 }, { n: [1e308], d: [1e308] })).toEqual([100]);
    // 1e300 / 1e-9 has no double; scaled by 1e-5 first it has: 1e304.
    const [small] = cellsOf({ ...RATIO, scale: 1e-5 }, { n: [1e300], d: [1e-9] });
    expect(Number.parseFloat(String(small)) / 1e304).toBeCloseTo(1, 12);
  });

  it('does not lose a small quotient to a small scale', () => {
    // 5e-324 · 0.1 is 0; 5e-324 / 1e-300 · 0.1 is 4.94e-25.
    const [cell] = cellsOf({ ...RATIO, scale: 0.1 }, { n: [5e-324], d: [1e-300] });
    expect(Number(cell) / 4.94065645841246e-25).toBeCloseTo(1, 12);
  });

  it('is never −0', () => {
    expect(cellsOf({ ...RATIO, scale: -1 }, { n: [0], d: [3] }).map((cell) => Object.is(cell, 0))).toEqual([
      true,
    ]);
  });
});

describe('per_head', () => {
  const PER_HEAD = {
    kind: 'per_head',
    element: 'n',
    population: 'd',
    per: 1000,
    zeroPopulation: 'undetermined',
  } as const;

  it('is the element for each so many inhabitants', () => {
    expect(cellsOf(PER_HEAD, { n: [3, 0, -4], d: [2000, 5, 8000] })).toEqual([1.5, 0, -0.5]);
  });

  it('says nothing of an element above the population: one is no part of the other', () => {
    expect(cellsOf({ ...PER_HEAD, per: 1 }, { n: [6], d: [3] })).toEqual([2]);
  });

  it.each<[ZeroPolicy, string]>([
    ...NO_NUMBERS.map((policy) => [policy, `${policy} zeroDenominator`] as [ZeroPolicy, string]),
    [{ value: 4 }, '4 zeroDenominator'],
  ])('with nobody there: %j, for an element of zero as well', (zeroPopulation, cell) => {
    expect(cellsOf({ ...PER_HEAD, zeroPopulation }, { n: [2, 0, -1], d: [0, 0, 0] })).toEqual([
      cell,
      cell,
      cell,
    ]);
  });

  it('says nothing of a population below zero', () => {
    expect(cellsOf(PER_HEAD, { n: [1], d: [-1] })).toEqual(['undetermined']);
  });

  it('says why a number is absent', () => {
    expect(cellsOf(PER_HEAD, { n: FIRST, d: SECOND })).toEqual(STATES);
  });
});

describe('count_against_target', () => {
  const COUNT = {
    kind: 'count_against_target',
    element: 'n',
    target: 'd',
    zeroTarget: 'undetermined',
    exceeding: 'keep',
  } as const;

  it('is the count over its target, a data element or a number', () => {
    expect(cellsOf(COUNT, { n: [3, 0], d: [4, 5] })).toEqual([0.75, 0]);
    expect(cellsOf({ ...COUNT, target: 8 }, { n: [2, 8, 'O'] })).toEqual([0.25, 1, 'missing']);
  });

  it.each<[ExceedingPolicy, string]>([
    ['keep', '1.5 exceeding'],
    ['cap', '1 exceeding'],
    ['not_applicable', 'not_applicable exceeding'],
    ['missing', 'missing exceeding'],
    ['undetermined', 'undetermined exceeding'],
  ])('above the target: %s', (exceeding, cell) => {
    expect(cellsOf({ ...COUNT, exceeding }, { n: [6, 4], d: [4, 4] })).toEqual([cell, 1]);
    expect(cellsOf({ ...COUNT, exceeding, target: 4 }, { n: [6, 4] })).toEqual([cell, 1]);
  });

  it.each<[ZeroPolicy, string]>([
    ...NO_NUMBERS.map((policy) => [policy, `${policy} zeroDenominator`] as [ZeroPolicy, string]),
    [{ value: 1 }, '1 zeroDenominator'],
  ])('with a target of zero: %j, whatever the count', (zeroTarget, cell) => {
    expect(cellsOf({ ...COUNT, zeroTarget }, { n: [2, 0], d: [0, 0] })).toEqual([cell, cell]);
  });

  it('says nothing of what counts below zero', () => {
    expect(cellsOf(COUNT, { n: [-1, 1], d: [2, -2] })).toEqual(['undetermined', 'undetermined']);
  });

  it('says why a number is absent', () => {
    expect(cellsOf(COUNT, { n: FIRST, d: SECOND })).toEqual(STATES);
  });
});

describe('growth', () => {
  const GROWTH = { kind: 'growth', element: 'x', zeroBefore: 'undetermined' } as const;

  function growth(
    pairs: readonly (readonly [Entry, Entry])[],
    formula: Partial<typeof GROWTH> | object = {},
  ) {
    const now = { x: pairs.map(([value]) => value) };
    return cellsOf({ ...GROWTH, ...formula } as Formula, now, { x: pairs.map(([, value]) => value) });
  }

  it('is the change over the size of the value before, so that up is positive', () => {
    const pairs = [
      [6, 4],
      [3, 4],
      [4, 4],
      [0, 4],
      [-2, -4],
      [-6, -4],
      [4, -4],
    ] as const;
    expect(growth(pairs)).toEqual([0.5, -0.25, 0, -1, 0.5, -0.5, 2]);
  });

  it('is scaled', () => {
    expect(growth([[157, 100]], { scale: 100 })).toEqual([57]);
    expect(growth([[3, 4]], { scale: -100 })).toEqual([25]);
  });

  it.each<[ZeroPolicy, string]>([
    ...NO_NUMBERS.map((policy) => [policy, `${policy} zeroDenominator`] as [ZeroPolicy, string]),
    [{ value: 0.5 }, '0.5 zeroDenominator'],
  ])('from zero: %j', (zeroBefore, cell) => {
    expect(
      growth(
        [
          [2, 0],
          [0, 0],
          [-1, 0],
        ],
        { zeroBefore, scale: 100 },
      ),
    ).toEqual([cell, cell, cell]);
  });

  it('says why a number is absent', () => {
    expect(growth(GAPS.map(([now, before]) => [now, before] as const))).toEqual(STATES);
    expect(cellsOf(GROWTH, { x: [1] })).toEqual(['not_collected']);
  });

  it('is a number where the difference alone would not be', () => {
    expect(
      growth([
        [1e308, -1e308],
        [-1e308, 1e308],
      ]),
    ).toEqual([2, -2]);
    expect(growth([[1e308, -1e308]], { scale: 100 })).toEqual([200]);
    expect(
      growth([
        [1e308, 1e-10],
        [1.7e308, -1e308],
      ]),
    ).toEqual(['undetermined', 2.7]);
  });
});
