import { describe, expect, it } from '@jest/globals';
import { frequenciesOf, spreadOf } from './spread.js';

describe('spreadOf', () => {
  it('is mean, median, deviation, quantiles of type 7 and extremes', () => {
    // R: x <- c(1, 2, 4, 9); mean 4, median 3, sd sqrt(38/3), quantile(x, c(.25, .75)) = 1.75, 5.25.
    expect(spreadOf(Float64Array.of(1, 2, 4, 9), [0.25, 0.75])).toEqual({
      mean: 4,
      median: 3,
      deviation: expect.closeTo(Math.sqrt(38 / 3), 12),
      lower: 1.75,
      upper: 5.25,
      lowest: 1,
      highest: 9,
    });
  });

  it('has no deviation for one draw, and nothing for none', () => {
    expect(spreadOf(Float64Array.of(7), [0.05, 0.95])).toEqual({
      mean: 7,
      median: 7,
      deviation: null,
      lower: 7,
      upper: 7,
      lowest: 7,
      highest: 7,
    });
    expect(spreadOf(new Float64Array(0), [0.05, 0.95])).toBeNull();
  });

  it('keeps the mean between the extremes, beyond the range of doubles too', () => {
    const large = spreadOf(Float64Array.of(1.5e308, 1.6e308), [0, 1]);
    expect((large?.mean ?? NaN) / 1e308).toBeCloseTo(1.55, 12);
    const equal = spreadOf(Float64Array.of(0.1, 0.1, 0.1), [0, 1]);
    expect([equal?.mean, equal?.deviation]).toEqual([0.1, 0]);
  });
});

describe('frequenciesOf', () => {
  it('counts each rank, halves too, lowest first', () => {
    expect(frequenciesOf(Float64Array.of(1, 1, 1.5, 2, 2, 2))).toEqual([
      { rank: 1, draws: 2 },
      { rank: 1.5, draws: 1 },
      { rank: 2, draws: 3 },
    ]);
    expect(frequenciesOf(new Float64Array(0))).toEqual([]);
  });
});
