import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { roundHalfUp } from './round.js';

describe('roundHalfUp', () => {
  it.each([
    // DTI 2020, Huế: 0.4 × 0.5220 + 0.3 × 0.3040 + 0.3 × 0.3655 = 0.40965, published 0.4097.
    [0.40965, 4, 0.4097],
    [0.4 * 0.522 + 0.3 * 0.304 + 0.3 * 0.3655, 4, 0.4097],
    [0.40964999, 4, 0.4096],
    [1.005, 2, 1.01],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [0.00004, 4, 0],
    [-0.00004, 4, 0],
    [0, 4, 0],
    [0.99995, 4, 1],
    [1e-20, 4, 0],
    [123456.78905, 4, 123456.7891],
    [1e20, 2, 1e20],
  ])('rounds %p to %p decimals as %p', (value, decimals, expected) => {
    expect(Object.is(roundHalfUp(value, decimals), expected)).toBe(true);
  });

  it('refuses what is not a finite number, and decimals out of range', () => {
    expect(() => roundHalfUp(Number.NaN, 4)).toThrow(RangeError);
    expect(() => roundHalfUp(Number.POSITIVE_INFINITY, 4)).toThrow(RangeError);
    expect(() => roundHalfUp(1, -1)).toThrow(RangeError);
    expect(() => roundHalfUp(1, 1.5)).toThrow(RangeError);
  });

  it('agrees with decimal arithmetic on every five-digit ratio', () => {
    for (let hundredThousandths = 0; hundredThousandths <= 100_000; hundredThousandths += 1) {
      const expected = Math.floor((hundredThousandths + 5) / 10) / 10_000;
      expect(roundHalfUp(hundredThousandths / 100_000, 4)).toBe(expected);
    }
  });

  it('is idempotent and keeps order', () => {
    const ratio = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(ratio, ratio, fc.integer({ min: 0, max: 6 }), (a, b, decimals) => {
        const rounded = roundHalfUp(a, decimals);
        expect(roundHalfUp(rounded, decimals)).toBe(rounded);
        if (a <= b) expect(rounded).toBeLessThanOrEqual(roundHalfUp(b, decimals));
      }),
    );
  });
});
