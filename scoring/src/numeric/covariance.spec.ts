import { describe, expect, it } from '@jest/globals';
import { covariance, covarianceMatrix } from './covariance.js';
import { variance } from './moments.js';

const GAP = Number.NaN;

describe('covariance', () => {
  it.each([
    // By hand: Σdxdy = 1, over 2.
    [[1, 2, 3], [1, 3, 2], 0.5],
    [[1, 2, 3], [30, 20, 10], -10],
    [[1, 2, 3, GAP, 7], [1, 3, 2, 5, GAP], 0.5],
    [[1, 2, 3], [4, 4, 4], 0],
    [[1, 2], [3, 7], 2],
    [[1], [2], null],
    [[], [], null],
    [[1, GAP], [GAP, 2], null],
    [[0, 1e200], [0, 1e200], null],
  ])('of %p and %p is %p', (x, y, expected) => {
    expect(covariance(x, y)).toBe(expected);
    expect(covariance(y, x)).toBe(expected);
  });

  it('of a column with itself is its variance, far from zero too', () => {
    for (const column of [
      [2, 4, 4, 4, 5, 5, 7, 9],
      [1e15, 1e15 + 1, 1e15 + 5],
      [1, 1 + Number.EPSILON],
    ]) {
      const expected = variance(column) as number;
      expect((covariance(column, column) as number) / expected).toBeCloseTo(1, 12);
    }
  });
});

describe('covarianceMatrix', () => {
  it('holds the covariance of every pair', () => {
    const columns = [
      [1, 2, 3, 4],
      [1, 3, 2, 40],
      [4, GAP, 1, 1],
      [5, 5, 5, 5],
      [GAP, 5, GAP, GAP],
      [0, 1e200, 0, 0],
    ];
    const matrix = covarianceMatrix(columns);
    columns.forEach((x, row) =>
      columns.forEach((y, column) => {
        const expected = covariance(x, y);
        const found = matrix[row]?.[column];
        if (expected === null) expect(found).toBeNull();
        else expect((found as number) - expected).toBeCloseTo(0, expected > 1e100 ? -190 : 12);
      }),
    );
    expect(covarianceMatrix([])).toEqual([]);
    expect(covarianceMatrix([[3]])).toEqual([[null]]);
  });

  it('has the variances on its diagonal, far from zero too', () => {
    const columns = [
      [1e15, 1e15 + 1, 1e15 + 5],
      [1, 1 + Number.EPSILON, 1],
      [2, 4, 9],
    ];
    covarianceMatrix(columns).forEach((row, at) => {
      expect((row[at] as number) / (variance(columns[at] as number[]) as number)).toBeCloseTo(1, 9);
    });
  });
});
