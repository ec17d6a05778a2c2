import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { spreadLabels } from './label-spread.js';

describe('labels spread along an axis', () => {
  it('stay where they belong when there is room', () => {
    expect(spreadLabels([0, 20, 50], 10)).toEqual([0, 20, 50]);
  });

  it('part evenly around the place they share', () => {
    expect(spreadLabels([10, 10], 10)).toEqual([5, 15]);
    expect(spreadLabels([10, 10, 10], 10)).toEqual([0, 10, 20]);
  });

  it('keep their order, whatever order they come in', () => {
    expect(spreadLabels([52, 0, 50], 10)).toEqual([56, 0, 46]);
  });

  it('are none of none', () => {
    expect(spreadLabels([], 10)).toEqual([]);
  });

  it('never lie nearer than the gap, and keep their mean place', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 8 }), (places) => {
        const placed = [...spreadLabels(places, 12)];
        const sorted = [...placed].sort((a, b) => a - b);
        for (let at = 1; at < sorted.length; at += 1) {
          expect((sorted[at] ?? 0) - (sorted[at - 1] ?? 0)).toBeGreaterThanOrEqual(12 - 1e-9);
        }
        const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
        expect(sum(placed)).toBeCloseTo(sum(places), 6);
      }),
    );
  });
});
