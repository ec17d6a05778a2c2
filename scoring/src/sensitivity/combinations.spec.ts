import { describe, expect, it } from '@jest/globals';
import { combinationsOf, MOST_COMBINATIONS } from './combinations.js';

describe('combinationsOf', () => {
  it('is every combination of a few', () => {
    expect(combinationsOf([2, 1, 2])).toEqual([
      [0, 0, 0],
      [0, 0, 1],
      [1, 0, 0],
      [1, 0, 1],
    ]);
    expect(combinationsOf([])).toEqual([[]]);
    expect(combinationsOf([4, 4, 4])).toHaveLength(MOST_COMBINATIONS);
  });

  it('lets any two alternatives meet once, where there are more', () => {
    const counts = [5, 4, 4, 1];
    const combinations = combinationsOf(counts);
    expect(combinations.length).toBeLessThan(80);
    expect(new Set(combinations.map(String)).size).toBe(combinations.length);
    counts.forEach((ofFirst, first) =>
      counts.slice(first + 1).forEach((ofSecond, beyond) => {
        const second = first + 1 + beyond;
        const met = new Set(combinations.map((positions) => `${positions[first]} ${positions[second]}`));
        expect(met.size).toBe(ofFirst * ofSecond);
      }),
    );
    combinations.forEach((positions) => {
      expect(positions).toHaveLength(counts.length);
      positions.forEach((position, at) => expect(position).toBeLessThan(counts[at] ?? 0));
    });
  });
});
