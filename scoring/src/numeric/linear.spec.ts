import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { solvePositive } from './linear.js';

describe('solvePositive', () => {
  it.each([
    [[[4]], [8], [2]],
    // By hand: 4x + 2y = 10 and 2x + 3y = 9.
    [
      [
        [4, 2],
        [2, 3],
      ],
      [10, 9],
      [1.5, 2],
    ],
    [
      [
        [2, -1, 0],
        [-1, 2, -1],
        [0, -1, 2],
      ],
      [1, 0, 1],
      [1, 1, 1],
    ],
    [[], [], []],
  ])('of %j and %j is %j', (matrix, right, expected) => {
    const found = solvePositive(matrix, right);
    expect(found).toHaveLength(expected.length);
    expected.forEach((value, at) => expect(found?.[at]).toBeCloseTo(value, 13));
  });

  it.each([
    [[[0]]],
    [[[-1]]],
    [
      [
        [1, 2],
        [2, 1],
      ],
    ],
    [
      [
        [1, 1],
        [1, 1],
      ],
    ],
    [[[Number.NaN]]],
  ])('refuses %j, which is not positive definite', (matrix) => {
    expect(
      solvePositive(
        matrix,
        matrix.map(() => 1),
      ),
    ).toBeNull();
  });

  it('solves what it is given', () => {
    const entry = fc.double({ min: -3, max: 3, noNaN: true });
    const square = fc
      .integer({ min: 1, max: 5 })
      .chain((size) =>
        fc.array(fc.array(entry, { minLength: size, maxLength: size }), { minLength: size, maxLength: size }),
      );
    fc.assert(
      fc.property(square, (rows) => {
        // RᵀR + 1 is positive definite.
        const matrix = rows.map((_, i) =>
          rows.map((__, j) =>
            rows.reduce((all, row) => all + (row[i] as number) * (row[j] as number), i === j ? 1 : 0),
          ),
        );
        const right = rows.map((row) => row[0] as number);
        const found = solvePositive(matrix, right);
        matrix.forEach((row, at) => {
          const back = row.reduce((all, own, k) => all + own * (found?.[k] as number), 0);
          expect(back).toBeCloseTo(right[at] as number, 8);
        });
      }),
    );
  });
});
