import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { symmetricEigen } from './eigen.js';

function product(matrix: readonly (readonly number[])[], vector: ArrayLike<number>): number[] {
  return matrix.map((row) => row.reduce((total, element, at) => total + element * (vector[at] as number), 0));
}

describe('symmetricEigen', () => {
  it.each([
    ['of nothing', [], [], []],
    ['of one element', [[3]], [3], [[1]]],
    // By hand: 1 ± r with vectors (1, 1) and (1, −1).
    [
      'of two correlated columns',
      [
        [1, 0.5],
        [0.5, 1],
      ],
      [1.5, 0.5],
      [
        [Math.SQRT1_2, Math.SQRT1_2],
        [Math.SQRT1_2, -Math.SQRT1_2],
      ],
    ],
    [
      'of two opposed columns',
      [
        [1, -0.5],
        [-0.5, 1],
      ],
      [1.5, 0.5],
      [
        [Math.SQRT1_2, -Math.SQRT1_2],
        [Math.SQRT1_2, Math.SQRT1_2],
      ],
    ],
    // By hand: 2 − λ = ±√2 or 0.
    [
      'of a chain of three',
      [
        [2, -1, 0],
        [-1, 2, -1],
        [0, -1, 2],
      ],
      [2 + Math.SQRT2, 2, 2 - Math.SQRT2],
      null,
    ],
    [
      'of a diagonal, highest first',
      [
        [1, 0],
        [0, 4],
      ],
      [4, 1],
      [
        [0, 1],
        [1, 0],
      ],
    ],
    [
      'with negative values',
      [
        [-2, 0],
        [0, -5],
      ],
      [-2, -5],
      [
        [1, 0],
        [0, 1],
      ],
    ],
  ])('%s', (_, matrix, values, vectors) => {
    const found = symmetricEigen(matrix);
    values.forEach((value, at) => expect(found.values[at]).toBeCloseTo(value, 14));
    expect(found.values).toHaveLength(values.length);
    vectors?.forEach((vector, at) =>
      vector.forEach((element, place) => expect(found.vectors[at]?.[place]).toBeCloseTo(element, 14)),
    );
  });

  it('does not write into the matrix', () => {
    const matrix = Object.freeze([Object.freeze([2, 1]), Object.freeze([1, 2])]);
    symmetricEigen(matrix);
    expect(matrix).toEqual([
      [2, 1],
      [1, 2],
    ]);
  });

  const symmetric = fc.integer({ min: 1, max: 8 }).chain((size) =>
    fc
      .array(fc.double({ min: -10, max: 10, noNaN: true }), {
        minLength: size * size,
        maxLength: size * size,
      })
      .map((elements) =>
        Array.from({ length: size }, (_, row) =>
          Array.from(
            { length: size },
            (__, column) => elements[Math.min(row, column) * size + Math.max(row, column)] as number,
          ),
        ),
      ),
  );

  it('answers values and vectors with M·v = λ·v, in falling order, each vector of length 1, at right angles', () => {
    fc.assert(
      fc.property(symmetric, (matrix) => {
        const { values, vectors } = symmetricEigen(matrix);
        vectors.forEach((vector, at) => {
          const value = values[at] as number;
          if (at > 0) expect(values[at - 1]).toBeGreaterThanOrEqual(value);
          product(matrix, vector).forEach((element, place) => {
            expect(element).toBeCloseTo(value * (vector[place] as number), 11);
          });
          vectors.forEach((other, place) => {
            const cosine = vector.reduce((total, element, k) => total + element * (other[k] as number), 0);
            expect(cosine).toBeCloseTo(place === at ? 1 : 0, 12);
          });
        });
      }),
    );
  });

  it('gives each vector the sign of its sum, or of its first element', () => {
    fc.assert(
      fc.property(symmetric, (matrix) => {
        for (const vector of symmetricEigen(matrix).vectors) {
          const total = vector.reduce((all, element) => all + element, 0);
          if (Math.abs(total) > 1e-9) expect(total).toBeGreaterThan(0);
          else expect(vector.find((element) => Math.abs(element) > 1e-9)).toBeGreaterThan(0);
        }
      }),
    );
  });
});
