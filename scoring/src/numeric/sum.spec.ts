import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sum, sumOfColumn } from './sum.js';

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

describe('sumOfColumn', () => {
  it('leaves out gaps', () => {
    expect(sumOfColumn(Float64Array.of(1, Number.NaN, 1e100, 1, Number.NaN, -1e100))).toBe(2);
    expect(sumOfColumn(Float64Array.of(Number.NaN))).toBe(0);
    expect(sumOfColumn(new Float64Array(0))).toBe(0);
  });

  it('is NaN where it leaves the range of doubles on the way, never a wrong number', () => {
    expect(sumOfColumn(Float64Array.of(1e308, 1e308))).toBeNaN();
    expect(sumOfColumn(Float64Array.of(1e308, 1e308, -1e308))).toBeNaN();
  });

  it('is the same double as sum', () => {
    const values = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }), {
      maxLength: 50,
    });
    fc.assert(
      fc.property(values, (addends) => {
        expect(sumOfColumn(Float64Array.from(addends))).toBe(sum(addends));
      }),
    );
  });
});
