import { describe, expect, it } from '@jest/globals';
import { completeCases, principalComponents, type PrincipalComponents } from './principal-components.js';

const GAP = Number.NaN;

// NIST/SEMATECH e-Handbook of Statistical Methods, 6.5.5.2: ten cases of three variables.
const NIST = [
  [7, 4, 6, 8, 8, 7, 5, 9, 7, 8],
  [4, 1, 3, 6, 5, 2, 3, 5, 4, 2],
  [3, 8, 5, 1, 7, 9, 3, 8, 5, 2],
];

function componentsOf(columns: readonly (readonly number[])[]): PrincipalComponents {
  const found = principalComponents(columns);
  if ('reason' in found) throw new Error(found.reason);
  return found;
}

describe('principalComponents', () => {
  it('are those of the NIST handbook: 1.769, 0.927, 0.304', () => {
    const { cases, variances, shares, loadings } = componentsOf(NIST);
    expect(cases).toBe(10);
    [1.768774136, 0.927075921, 0.304149943].forEach((value, at) => {
      expect(variances[at]).toBeCloseTo(value, 8);
      expect(shares[at]).toBeCloseTo(value / 3, 8);
    });
    // The handbook prints the first two as they are here; only their direction has a meaning.
    [0.642, 0.6864, -0.3417].forEach((value, at) => expect(loadings[0]?.[at]).toBeCloseTo(value, 4));
    [0.3847, 0.0971, 0.9179].forEach((value, at) => expect(loadings[1]?.[at]).toBeCloseTo(value, 4));
  });

  it('of two columns that move together: one component, equal loadings', () => {
    const { variances, shares, loadings } = componentsOf([
      [1, 2, 3],
      [10, 20, 30],
    ]);
    expect(variances[0]).toBeCloseTo(2, 14);
    expect(variances[1]).toBeGreaterThanOrEqual(0);
    expect(shares[0]).toBeCloseTo(1, 14);
    expect(loadings[0]?.[0]).toBeCloseTo(Math.SQRT1_2, 14);
  });

  it('are taken from the complete cases', () => {
    const withGaps = NIST.map((column, at) => [...column, at === 0 ? GAP : 50, at === 1 ? GAP : 60]);
    expect(componentsOf(withGaps)).toEqual(componentsOf(NIST));
  });

  it('do not depend on shift and scale of a column', () => {
    const moved = NIST.map((column, at) => column.map((value) => value * 10 ** at - 5));
    componentsOf(moved).variances.forEach((value, at) =>
      expect(value).toBeCloseTo(componentsOf(NIST).variances[at] as number, 12),
    );
  });

  it.each([
    ['no column', [], { reason: 'too_few_columns', columns: 0 }],
    ['one column', [[1, 2, 3]], { reason: 'too_few_columns', columns: 1 }],
    [
      'two cases',
      [
        [1, 2],
        [2, 1],
      ],
      { reason: 'too_few_cases', cases: 2, needed: 3 },
    ],
    [
      'gaps that leave two cases',
      [
        [1, 2, GAP, 4],
        [1, 2, 3, GAP],
      ],
      { reason: 'too_few_cases', cases: 2, needed: 3 },
    ],
    [
      'a constant column',
      [
        [1, 2, 3],
        [4, 4, 4],
      ],
      { reason: 'no_spread', column: 1 },
    ],
    [
      'a column beyond the range of doubles',
      [
        [1, 2, 3],
        [-1e308, 0, 1e308],
      ],
      { reason: 'out_of_range', column: 1 },
    ],
    [
      'a column constant where the others have values',
      [
        [1, 1, 1, 2],
        [1, 2, 3, GAP],
      ],
      { reason: 'no_spread', column: 0 },
    ],
  ])('refuses %s', (_, columns, reason) => {
    expect(principalComponents(columns)).toEqual(reason);
  });

  it('takes three cases', () => {
    expect(
      componentsOf([
        [1, 2, 3],
        [1, 3, 2],
      ]).cases,
    ).toBe(3);
  });
});

describe('completeCases', () => {
  it('keeps the units with a value in every column', () => {
    const kept = completeCases([
      [1, GAP, 3, 4],
      [5, 6, GAP, 8],
    ]);
    expect(kept.map((column) => [...column])).toEqual([
      [1, 4],
      [5, 8],
    ]);
    expect(completeCases([])).toEqual([]);
  });
});
