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
    const wrong: number[] = [];
    for (let hundredThousandths = 0; hundredThousandths <= 100_000; hundredThousandths += 1) {
      const expected = Math.floor((hundredThousandths + 5) / 10) / 10_000;
      if (roundHalfUp(hundredThousandths / 100_000, 4) !== expected) wrong.push(hundredThousandths);
    }
    expect(wrong).toEqual([]);
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

  it('refuses more than 15 decimals', () => {
    expect(roundHalfUp(0.1, 15)).toBe(0.1);
    expect(() => roundHalfUp(1, 16)).toThrow('decimals must be a whole number from 0 to 15');
    expect(() => roundHalfUp(1, Number.NaN)).toThrow(RangeError);
    expect(() => roundHalfUp(Number.NEGATIVE_INFINITY, 4)).toThrow('the value is not finite');
  });

  describe('is its definition by digits', () => {
    const decimals = fc.integer({ min: 0, max: 15 });
    const agrees = (value: number, places: number): boolean =>
      Object.is(roundHalfUp(value, places), byDigits(value, places));

    it('for any double', () => {
      fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), decimals, agrees), {
        numRuns: 500,
      });
    });

    it('for values of a size that is published', () => {
      const published = fc.double({ min: -1e6, max: 1e6, noNaN: true });
      fc.assert(fc.property(published, decimals, agrees), { numRuns: 500 });
    });

    it('at ties, and as near to them as a few doubles or the twelfth digit', () => {
      const nearness = fc.oneof(
        fc.integer({ min: -4, max: 4 }).map((steps) => steps * Number.EPSILON),
        fc.double({ min: -2e-11, max: 2e-11, noNaN: true }),
        fc.constantFrom(4e-13, 5e-13, -5e-13, 5e-12, -5e-12, 6e-12, -6e-12),
      );
      const units = fc.oneof(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 200_000_000_000 }));
      fc.assert(
        fc.property(units, decimals, nearness, fc.boolean(), (whole, places, near, negative) => {
          const value = ((whole + 0.5) / 10 ** places) * (1 + near);
          return agrees(negative ? -value : value, places);
        }),
        { numRuns: 3000 },
      );
    });

    it.each([9_999_999_999.5, 10_000_000_000.5, 99_999_999_999.5, 100_000_000_000.5, 123_456_789_012.5])(
      'where the twelfth digit and the decimal meet: %p',
      (value) => {
        for (const near of [0, Number.EPSILON, -Number.EPSILON, 3e-13, -3e-13, 4e-12, -4e-12]) {
          expect(agrees(value * (1 + near), 0)).toBe(true);
          expect(agrees((value * (1 + near)) / 1000, 3)).toBe(true);
        }
      },
    );
  });
});

/** The rule as it reads: twelve significant digits, then half up on those digits. */
function byDigits(value: number, decimals: number): number {
  const [mantissa = '', exponent = ''] = Math.abs(value).toExponential(11).split('e');
  const digits = mantissa.replace('.', '');
  // Digits of the value in units of the last decimal that is kept.
  const kept = 1 + Number(exponent) + decimals;
  if (kept >= 12) return Number(value.toPrecision(12)) + 0;
  const whole = kept > 0 ? digits.slice(0, kept) : '0';
  const next = kept >= 0 ? Number(digits[kept]) : 0;
  const units = BigInt(whole) + (next >= 5 ? 1n : 0n);
  return units === 0n ? 0 : Number(`${value < 0 ? '-' : ''}${units}e-${decimals}`);
}
