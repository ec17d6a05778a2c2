import { describe, expect, it } from '@jest/globals';
import { equalCountClasses, rampStep } from './classes.js';

const counts = (values: readonly number[]): number[] =>
  equalCountClasses(values).classes.map(({ count }) => count);

describe('classes of equal count', () => {
  it('hold the same number each', () => {
    expect(counts([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toEqual([2, 2, 2, 2, 2]);
  });

  it('hold all 63, as nearly equal as 63 allows', () => {
    const found = counts(Array.from({ length: 63 }, (_, index) => index));
    expect(found.reduce((sum, count) => sum + count, 0)).toBe(63);
    expect(Math.max(...found) - Math.min(...found)).toBeLessThanOrEqual(1);
  });

  it('never part equal values', () => {
    const { classOf, classes } = equalCountClasses([1, 1, 1, 1, 1, 1, 2, 3]);
    expect(classOf(1)).toBe(0);
    expect(classes[0]?.count).toBe(6);
  });

  it('are as many as there are distinct values, if those are fewer', () => {
    expect(equalCountClasses([0.4, 0.5]).classes).toEqual([
      { from: 0.4, to: 0.4, count: 1 },
      { from: 0.5, to: 0.5, count: 1 },
    ]);
  });

  it('put no value into no class', () => {
    expect(equalCountClasses([]).classOf(0.5)).toBeNull();
    expect(equalCountClasses([0.5]).classOf(null)).toBeNull();
  });

  it('put every value between their bounds', () => {
    const values = [0.3941, 0.4069, 0.5787, 0.6, 0.7163, 0.8002];
    const { classOf, classes } = equalCountClasses(values);
    for (const value of values) {
      const found = classes[classOf(value) ?? -1];
      expect(found?.from).toBeLessThanOrEqual(value);
      expect(found?.to).toBeGreaterThanOrEqual(value);
    }
  });
});

describe('a step of the ramp', () => {
  it('spans all five colours whatever the number of classes', () => {
    expect([0, 1, 2, 3, 4].map((index) => rampStep(index, 5))).toEqual([0, 1, 2, 3, 4]);
    expect([0, 1].map((index) => rampStep(index, 2))).toEqual([0, 4]);
  });

  it('of a single class is the middle', () => {
    expect(rampStep(0, 1)).toBe(2);
  });
});
