import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { correlation, correlationMatrix, kendall, pearson, pearsonWith, spearman } from './correlation.js';

const GAP = Number.NaN;

// F. J. Anscombe, The American Statistician 27 (1973), first set; published r = 0.816.
const ANSCOMBE_X = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
const ANSCOMBE_Y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];

const NOT_DEFINED: readonly (readonly [string, readonly number[], readonly number[]])[] = [
  ['nothing', [], []],
  ['one pair', [1], [2]],
  ['one complete pair', [1, 2, GAP], [1, GAP, 3]],
  ['no spread in the first', [3, 3, 3], [1, 2, 3]],
  ['no spread in the second', [1, 2, 3], [0.1, 0.1, 0.1]],
  ['no spread among the complete pairs', [1, 1, 2], [1, 2, GAP]],
];

describe('pearson', () => {
  it('is the published one of Anscombe’s first set', () => {
    expect(pearson(ANSCOMBE_X, ANSCOMBE_Y)).toBeCloseTo(0.81642051634484, 13);
  });

  it.each([
    [[1, 2, 3], [2, 4, 6], 1],
    [[1, 2, 3], [3, 2, 1], -1],
    [[1, 2], [5, 7], 1],
    // By hand: Σdxdy = 1, Σdx² = 2, Σdy² = 2.
    [[1, 2, 3], [1, 3, 2], 0.5],
    [[1, 2, 3, GAP, 100], [1, 3, 2, 50, GAP], 0.5],
    [[-1, 0, 1], [1, 0, 1], 0],
    [[1e300, 2e300, 3e300], [1e-300, 3e-300, 2e-300], 0.5],
  ])('of %p and %p is %p', (x, y, expected) => {
    expect(pearson(x, y)).toBeCloseTo(expected, 14);
    expect(pearson(y, x)).toBeCloseTo(expected, 14);
  });

  it('is never -0', () => {
    expect(pearson([0, 1, 0, 1], [0, 0, -1, -1])).toBe(0);
    expect(pearson([1, 0, 1, 0], [0, 0, 1, 1])).toBe(0);
  });

  it('of values too far apart for doubles is not defined', () => {
    expect(pearson([-1e308, 1e308], [1, 2])).toBeNull();
    expect(pearson([1, Number.POSITIVE_INFINITY], [1, 2])).toBeNull();
  });
});

describe('spearman', () => {
  it.each([
    [[1, 10, 100], [0, 7, 8], 1],
    [[1, 10, 100], [3, 1, 2], -0.5],
    // By hand: ranks 1, 2.5, 2.5 and 1, 2, 3; √3 / 2.
    [[1, 2, 2], [1, 2, 3], Math.sqrt(3) / 2],
    // Ranks are taken among the complete pairs alone.
    [[1, 10, 100, GAP], [3, 1, 2, 1.5], -0.5],
    // From scipy.stats.spearmanr.
    [[1, 2, 2, 3, 4, 4, 4, 5], [2, 1, 3, 3, 5, 4, 4, 1], 0.3000234402469397],
  ])('of %p and %p is %p', (x, y, expected) => {
    expect(spearman(x, y)).toBeCloseTo(expected, 14);
  });
});

describe('kendall', () => {
  it.each([
    [[1, 2, 3], [1, 2, 3], 1],
    [[1, 2, 3], [3, 2, 1], -1],
    // By hand: 2 pairs agree, 1 does not, of 3.
    [[1, 2, 3], [1, 3, 2], 1 / 3],
    // By hand: 2 pairs agree, one is tied in x: 2 / √(2 · 3).
    [[1, 2, 2], [1, 2, 3], 2 / Math.sqrt(6)],
    // By hand: one pair is tied in both, the other two agree: 2 / √(2 · 2).
    [[1, 2, 2], [1, 2, 2], 1],
    [[1, 2, 3, GAP], [1, 3, 2, 0], 1 / 3],
    // From scipy.stats.kendalltau.
    [[1, 2, 2, 3, 4, 4, 4, 5], [2, 1, 3, 3, 5, 4, 4, 1], 0.32659863237109044],
  ])('of %p and %p is %p', (x, y, expected) => {
    expect(kendall(x, y)).toBeCloseTo(expected, 14);
  });

  it('is its definition over all pairs', () => {
    const values = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(values, (pairs) => {
        let agreeing = 0;
        let x = 0;
        let y = 0;
        pairs.forEach(([a, b], at) =>
          pairs.slice(0, at).forEach(([c, d]) => {
            agreeing += Math.sign(a - c) * Math.sign(b - d);
            x += Math.sign(a - c) ** 2;
            y += Math.sign(b - d) ** 2;
          }),
        );
        const found = kendall(
          pairs.map(([a]) => a),
          pairs.map(([, b]) => b),
        );
        if (x === 0 || y === 0) expect(found).toBeNull();
        else expect(found).toBeCloseTo(agreeing / Math.sqrt(x * y), 12);
      }),
    );
  });
});

describe('correlation', () => {
  it.each(NOT_DEFINED)('is not defined for %s', (_, x, y) => {
    for (const method of ['pearson', 'spearman', 'kendall'] as const)
      expect(correlation(x, y, method)).toBeNull();
  });

  it('is Pearson’s unless another is named', () => {
    const x = [1, 10, 100];
    const y = [3, 1, 2];
    expect(correlation(x, y)).toBe(pearson(x, y));
    expect(correlation(x, y, 'pearson')).toBe(pearson(x, y));
    expect(correlation(x, y, 'spearman')).toBe(spearman(x, y));
    expect(correlation(x, y, 'kendall')).toBe(kendall(x, y));
  });

  it('lies from −1 to 1 or is not defined, for any values', () => {
    const column = fc.array(fc.oneof(fc.double(), fc.constantFrom(0, 1e308, -1e308, 5e-324)), {
      minLength: 6,
      maxLength: 6,
    });
    const methods = fc.constantFrom('pearson', 'spearman', 'kendall');
    fc.assert(
      fc.property(column, column, methods, (x, y, method) => {
        const value = correlation(x, y, method as 'pearson');
        if (value !== null) expect(Math.abs(value)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('correlationMatrix', () => {
  const columns = [
    [1, 2, 3, 40],
    [1, 30, 2, 4],
    [4, GAP, 1, 1],
    [5, 5, 5, 5],
    [GAP, 5, GAP, GAP],
  ];

  it.each(['pearson', 'spearman', 'kendall'] as const)('holds the %s correlation of every pair', (method) => {
    const matrix = correlationMatrix(columns, method);
    columns.forEach((x, row) =>
      columns.forEach((y, column) => {
        const expected = row === column && row < 3 ? 1 : correlation(x, y, method);
        const found = matrix[row]?.[column];
        if (expected === null) expect(found).toBeNull();
        else expect(found).toBeCloseTo(expected, 14);
        expect(matrix[column]?.[row]).toBe(found);
      }),
    );
  });

  it('has exactly 1 on its diagonal, and Pearson’s unless another is named', () => {
    const matrix = correlationMatrix([
      [0.1, 0.2, 0.7],
      [1, 10, 0],
    ]);
    expect(matrix[0]?.[0]).toBe(1);
    expect(matrix[1]?.[0]).toBeCloseTo(pearson([0.1, 0.2, 0.7], [1, 10, 0]) as number, 14);
    expect(correlationMatrix([])).toEqual([]);
  });
});

describe('pearsonWith', () => {
  it('is the correlation with each column, with gaps and without', () => {
    const columns = [
      [1, 2, 3, 4],
      [4, GAP, 1, 1],
      [5, 5, 5, 5],
    ];
    for (const other of [
      [1, 3, 2, 4],
      [GAP, 3, 2, 4],
      [7, 7, 7, 7],
    ]) {
      const found = pearsonWith(columns)(other);
      columns.forEach((column, at) => {
        const expected = pearson(column, other);
        if (expected === null) expect(found[at]).toBeNull();
        else expect(found[at]).toBeCloseTo(expected, 14);
      });
      expect(found).toHaveLength(3);
    }
  });
});
