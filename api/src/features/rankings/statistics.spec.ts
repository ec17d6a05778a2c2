import { describe, expect, it } from '@jest/globals';
import { statisticsOf } from './statistics.js';

describe('statisticsOf', () => {
  it('interpolates quartiles between neighbours (type 7)', () => {
    // R: quantile(c(1, 2, 3, 4)) gives 1.00 1.75 2.50 3.25 4.00
    expect(statisticsOf([4, 1, 3, 2])).toEqual({
      count: 4,
      mean: 2.5,
      median: 2.5,
      highest: 4,
      lowest: 1,
      q1: 1.75,
      q3: 3.25,
    });
  });

  it('of one total is that total', () => {
    expect(statisticsOf([0.71])).toEqual({
      count: 1,
      mean: 0.71,
      median: 0.71,
      highest: 0.71,
      lowest: 0.71,
      q1: 0.71,
      q3: 0.71,
    });
  });

  it('of none is nothing, never zero', () => {
    expect(statisticsOf([])).toEqual({
      count: 0,
      mean: null,
      median: null,
      highest: null,
      lowest: null,
      q1: null,
      q3: null,
    });
  });
});
