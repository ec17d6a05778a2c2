import { describe, expect, it } from '@jest/globals';
import { rootBetween } from './root.js';

describe('rootBetween', () => {
  it.each([
    ['a line', (x: number) => 2 * x - 3, -5, 5, 1.5],
    ['a falling line', (x: number) => 3 - 2 * x, -5, 5, 1.5],
    ['a cube', (x: number) => x ** 3 - 2, 0, 2, Math.cbrt(2)],
    ['an exponential', (x: number) => Math.exp(x) - 10, -100, 100, Math.LN10],
    ['a cosine', Math.cos, 0, 3, Math.PI / 2],
    ['a root at the lower end', (x: number) => x - 1, 1, 2, 1],
    ['a root at the upper end', (x: number) => x - 2, 1, 2, 2],
    ['a function flat at its root', (x: number) => (x - 0.3) ** 3, 0, 1, 0.3],
  ])('finds that of %s', (_, valueAt, from, upTo, root) => {
    const found = rootBetween(valueAt, from, upTo);
    expect(Math.abs(found - root)).toBeLessThanOrEqual(1e-14);
  });

  it('finds the one nearest to which two doubles differ in sign', () => {
    const found = rootBetween((x) => (x < 0.3 ? -1e-300 : 1e300), -1e6, 1e6);
    expect(found).toBeCloseTo(0.3, 9);
  });

  it('takes few steps', () => {
    let calls = 0;
    rootBetween((x) => (calls += 1) && x ** 3 - 2, 0, 2);
    expect(calls).toBeLessThan(20);
  });

  it('refuses places between which the sign does not change', () => {
    expect(() => rootBetween((x) => x * x + 1, -1, 1)).toThrow(RangeError);
    expect(() => rootBetween(() => Number.NaN, -1, 1)).toThrow('the signs at the two places do not differ');
  });
});
