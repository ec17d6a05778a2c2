import { describe, expect, it } from '@jest/globals';
import { mean, quantile } from './quantile.js';

describe('quantile', () => {
  it.each([
    [[1, 2, 3, 4], 0.5, 2.5],
    [[4, 1, 3, 2], 0.25, 1.75],
    [[5], 0.9, 5],
    [[1, 2], 0, 1],
    [[1, 2], 1, 2],
  ])('of %p at %p is %p (type 7, as R gives it)', (values, p, expected) => {
    expect(quantile(values, p)).toBeCloseTo(expected, 12);
  });

  it('has no value for nothing, and refuses p outside 0 to 1', () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(() => quantile([1], 1.1)).toThrow(RangeError);
    expect(() => quantile([1], Number.NaN)).toThrow(RangeError);
  });
});

describe('mean', () => {
  it('is null for nothing, and the sum over the count', () => {
    expect(mean([])).toBeNull();
    expect(mean([1, 2, 6])).toBe(3);
  });
});
