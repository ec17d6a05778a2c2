import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sum } from './sum.js';

describe('sum', () => {
  it('keeps what plain addition loses', () => {
    expect(sum([1, 1e100, 1, -1e100])).toBe(2);
    expect(sum(Array.from({ length: 10 }, () => 0.1))).toBe(1);
  });

  it('is 0 for nothing', () => {
    expect(sum([])).toBe(0);
  });

  it('does not depend on the order beyond the last digit', () => {
    const ratios = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 50 });
    fc.assert(
      fc.property(ratios, (values) => {
        expect(Math.abs(sum(values) - sum([...values].reverse()))).toBeLessThanOrEqual(1e-14);
      }),
    );
  });
});
