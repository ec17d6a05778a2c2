import { describe, expect, it } from '@jest/globals';
import { quantile, quantileOfSorted } from './quantile.js';

describe('quantile', () => {
  it.each([
    [[1, 2, 3, 4], 0.5, 2.5],
    [[4, 1, 3, 2], 0.25, 1.75],
    [[5], 0.9, 5],
    [[1, 2], 0, 1],
    [[1, 2], 1, 2],
    [[10, 9, Number.NaN, 100], 1, 100],
    [[-1e308, 1e308], 0.5, 0],
    [[-1e308, 1e308], 0.75, 5e307],
  ])('of %p at %p is %p (type 7, as R gives it)', (values, p, expected) => {
    expect(quantile(values, p)).toBeCloseTo(expected, 12);
  });

  it('is the same for sorted values', () => {
    expect(quantileOfSorted(Float64Array.of(1, 2, 3, 4), 0.25)).toBe(1.75);
  });

  it('has no value for nothing, and refuses p outside 0 to 1', () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(quantile([Number.NaN], 0.5)).toBeNull();
    for (const p of [-0.1, 1.1, Number.NaN]) {
      expect(() => quantile([1], p)).toThrow('quantile: p must be from 0 to 1');
      expect(() => quantileOfSorted(Float64Array.of(1), p)).toThrow(RangeError);
    }
  });

  it('is never -0', () => {
    expect(quantile([-0, -0], 0.3)).toBe(0);
  });

  it('leaves its input as it is', () => {
    const values = Object.freeze([3, 1, 2]);
    expect(quantile(values, 0)).toBe(1);
    expect(values).toEqual([3, 1, 2]);
  });
});
