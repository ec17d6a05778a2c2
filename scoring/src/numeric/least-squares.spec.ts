import { describe, expect, it } from '@jest/globals';
import { leastSquares } from './least-squares.js';

type Residuals = (place: Float64Array) => Float64Array | null;
const at = (place: Float64Array, k: number): number => place[k] as number;

describe('leastSquares', () => {
  it.each<[string, Residuals, number[], number[]]>([
    ['a line', (x) => Float64Array.of(2 * at(x, 0) - 3), [0], [1.5]],
    ['two lines', (x) => Float64Array.of(at(x, 0) + at(x, 1) - 3, at(x, 0) - at(x, 1) - 1), [0, 0], [2, 1]],
    ['an exponential', (x) => Float64Array.of(Math.exp(at(x, 0)) - 5), [0], [Math.log(5)]],
    // H. H. Rosenbrock (1960): the banana, from its usual start.
    [
      'Rosenbrock’s valley',
      (x) => Float64Array.of(10 * (at(x, 1) - at(x, 0) ** 2), 1 - at(x, 0)),
      [-1.2, 1],
      [1, 1],
    ],
    // Residuals that cannot all be zero: the mean of 1, 2 and 6.
    ['a mean', (x) => Float64Array.of(at(x, 0) - 1, at(x, 0) - 2, at(x, 0) - 6), [0], [3]],
  ])('finds the place of %s', (_, residualsAt, start, expected) => {
    const found = leastSquares(residualsAt, start);
    expected.forEach((value, k) => expect(found?.place[k]).toBeCloseTo(value, 8));
    expect(found?.residuals).toEqual(residualsAt(found?.place as Float64Array));
  });

  it('takes few steps to many digits', () => {
    let calls = 0;
    const found = leastSquares(
      (x) => {
        calls += 1;
        return Float64Array.of(Math.exp(at(x, 0)) - 5);
      },
      [0],
    );
    expect(Math.abs((found?.place[0] as number) - Math.log(5))).toBeLessThan(1e-14);
    expect(calls).toBeLessThan(50);
  });

  it('stays along a direction in which nothing changes', () => {
    const found = leastSquares((x) => Float64Array.of(at(x, 0) - at(x, 1) - 1), [5, 5]);
    expect((found?.place[0] as number) - (found?.place[1] as number)).toBeCloseTo(1, 12);
    expect((found?.place[0] as number) + (found?.place[1] as number)).toBeCloseTo(10, 6);
  });

  it('goes nowhere where there are no residuals', () => {
    expect(leastSquares(() => null, [0])).toBeNull();
    const bounded: Residuals = (x) => (at(x, 0) > 1 ? null : Float64Array.of(at(x, 0) - 2));
    const found = leastSquares(bounded, [0]);
    expect(found?.place[0]).toBeLessThanOrEqual(1);
    expect(found?.place[0]).toBeGreaterThan(0.9);
  });

  it('stays at a start that is the best, or where nothing changes anything', () => {
    const solved = leastSquares((x) => Float64Array.of(at(x, 0) - 2), [2]);
    expect(solved?.place).toEqual(Float64Array.of(2));
    const flat = leastSquares(() => Float64Array.of(1), [3]);
    expect(flat?.place).toEqual(Float64Array.of(3));
    const bottom = leastSquares((x) => Float64Array.of(1 + at(x, 0) ** 2), [0]);
    expect(bottom?.place[0]).toBeCloseTo(0, 9);
  });

  it('does not write into its start', () => {
    const start = Object.freeze([0, 0]);
    leastSquares((x) => Float64Array.of(at(x, 0) - 1, at(x, 1) - 1), start);
    expect(start).toEqual([0, 0]);
  });
});
