import { describe, expect, it } from '@jest/globals';
import type { Normalisation } from '../../model/normalisation.js';
import { columnOf } from './column.fixture.js';
import { about, marks, run, undetermined } from './normalise.fixture.js';
import { normalise } from './normalise.js';

// Lowest 2, highest 10, mean 5, sum of squares about it 36: the sample deviation is √12.
const DATA = [2, 4, 'missing', 10, 4] as const;

describe('normalise', () => {
  const third = Number((1 / 3).toFixed(12));
  const table: readonly (readonly [Normalisation, readonly number[], readonly number[]])[] = [
    [{ method: 'ratio_to_maximum' }, [0.2, 0.4, 1, 0.4], [0.8, 0.6, 0, 0.6]],
    [{ method: 'min_max', constant: undetermined }, [0, 0.25, 1, 0.25], [1, 0.75, 0, 0.75]],
    [{ method: 'min_max', to: [0, 100], constant: undetermined }, [0, 25, 100, 25], [100, 75, 0, 75]],
    [{ method: 'min_max', to: [-1, 3], constant: undetermined }, [-1, 0, 3, 0], [3, 2, -1, 2]],
    [
      { method: 'min_max', to: [0.5, 1], constant: undetermined },
      [0.5, 0.625, 1, 0.625],
      [1, 0.875, 0.5, 0.875],
    ],
    [{ method: 'goalposts', from: 0, upTo: 8, clamp: 'clamp' }, [0.25, 0.5, 1, 0.5], [0.75, 0.5, 0, 0.5]],
    [
      { method: 'goalposts', from: 0, upTo: 8, clamp: 'keep' },
      [0.25, 0.5, 1.25, 0.5],
      [0.75, 0.5, -0.25, 0.5],
    ],
    [
      { method: 'goalposts', from: 0, upTo: 8, to: [0, 10], clamp: 'keep' },
      [2.5, 5, 12.5, 5],
      [7.5, 5, -2.5, 5],
    ],
    [
      // COINr's n_scaled(x, c(2, 6)).
      { method: 'goalposts', from: 2, upTo: 6, to: [0, 100], clamp: 'keep' },
      [0, 50, 200, 50],
      [100, 50, -100, 50],
    ],
    [
      { method: 'goalposts', from: 1, upTo: 16, logarithm: true, clamp: 'keep' },
      [0.25, 0.5, Number((Math.log2(10) / 4).toFixed(12)), 0.5],
      [0.75, 0.5, Number((1 - Math.log2(10) / 4).toFixed(12)), 0.5],
    ],
    [{ method: 'ratio_to_target', target: 8, clamp: 'keep' }, [0.25, 0.5, 1.25, 0.5], [4, 2, 0.8, 2]],
    [{ method: 'ratio_to_target', target: 8, clamp: 'clamp' }, [0.25, 0.5, 1, 0.5], [1, 1, 0.8, 1]],
    [
      { method: 'ratio_to_target', target: 8, to: [0, 100], clamp: 'keep' },
      [25, 50, 125, 50],
      [400, 200, 80, 200],
    ],
    [
      { method: 'distance_to_target', target: 5, clamp: 'keep', constant: undetermined },
      [0, Number((2 / 3).toFixed(12)), Number((8 / 3).toFixed(12)), Number((2 / 3).toFixed(12))],
      [1.6, 1.2, 0, 1.2],
    ],
    [
      { method: 'distance_to_target', target: 5, to: [0, 10], clamp: 'clamp', constant: undetermined },
      [0, Number((20 / 3).toFixed(12)), 10, Number((20 / 3).toFixed(12))],
      [10, 10, 0, 10],
    ],
    [
      { method: 'z_score', constant: undetermined },
      [-0.866025403784, -0.288675134595, 1.443375672974, -0.288675134595],
      [0.866025403784, 0.288675134595, -1.443375672974, 0.288675134595],
    ],
    [
      { method: 'z_score', limits: [-0.5, 1], constant: undetermined },
      [-0.5, -0.288675134595, 1, -0.288675134595],
      [0.866025403784, 0.288675134595, -0.5, 0.288675134595],
    ],
    [
      { method: 'scaled_z_score', mean: 50, deviation: 12, constant: undetermined },
      [39.607695154587, 46.535898384862, 67.320508075689, 46.535898384862],
      [60.392304845413, 53.464101615138, 32.679491924311, 53.464101615138],
    ],
    [
      { method: 'scaled_z_score', mean: 50, deviation: 12, limits: [40, 60], constant: undetermined },
      [40, 46.535898384862, 60, 46.535898384862],
      [60, 53.464101615138, 40, 53.464101615138],
    ],
    [{ method: 'rank' }, [1, 2, 4, 2], [4, 2, 1, 2]],
    [{ method: 'rank', ties: 'lowest' }, [1, 2, 4, 2], [4, 2, 1, 2]],
    [{ method: 'rank', ties: 'average' }, [1, 2.5, 4, 2.5], [4, 2.5, 1, 2.5]],
    [{ method: 'percentile_rank', constant: undetermined }, [0, third, 1, third], [1, third, 0, third]],
    [
      { method: 'percentile_rank', ties: 'average', constant: undetermined },
      [0, 0.5, 1, 0.5],
      [1, 0.5, 0, 0.5],
    ],
    [
      { method: 'percentile_rank', ties: 'average', to: [0, 9], constant: undetermined },
      [0, 4.5, 9, 4.5],
      [9, 4.5, 0, 4.5],
    ],
    [{ method: 'borda' }, [0, 1, 3, 1], [3, 1, 0, 1]],
    [{ method: 'borda', ties: 'average' }, [0, 1.5, 3, 1.5], [3, 1.5, 0, 1.5]],
    [{ method: 'distance_to_maximum', constant: undetermined }, [0, 0.25, 1, 0.25], [1, 0.75, 0, 0.75]],
    [{ method: 'distance_to_maximum', to: [0, 4], constant: undetermined }, [0, 1, 4, 1], [4, 3, 0, 3]],
    [
      { method: 'distance_to_reference', unit: 'b', clamp: 'keep', constant: undetermined },
      [0, 1, 4, 1],
      [Number((4 / 3).toFixed(12)), 1, 0, 1],
    ],
    [
      { method: 'distance_to_reference', unit: 'b', to: [0, 5], clamp: 'clamp', constant: undetermined },
      [0, 5, 5, 5],
      [5, 5, 0, 5],
    ],
    [{ method: 'fraction_of_maximum', constant: undetermined }, [0.2, 0.4, 1, 0.4], [1, 0.5, 0.2, 0.5]],
    [{ method: 'fraction_of_maximum', to: [0, 10], constant: undetermined }, [2, 4, 10, 4], [10, 5, 2, 5]],
    [{ method: 'boolean', threshold: 4 }, [0, 1, 1, 1], [1, 1, 0, 1]],
  ];

  it.each(table)('%j, by hand, in either direction; a gap stays one', (rule, higher, lower) => {
    for (const [direction, expected] of [
      ['higher_is_better', higher],
      ['lower_is_better', lower],
    ] as const) {
      const [a, b, d, e] = expected as readonly [number, number, number, number];
      expect(run(DATA, rule, direction, 10)).toEqual([a, b, 'missing', d, e]);
      expect(run([2, 4, 10, 4], rule, direction, 10)).toEqual([a, b, d, e]);
    }
  });

  it('agrees with the columns of COINr’s own tests', () => {
    const keep = { method: 'distance_to_target', clamp: 'keep', constant: undetermined } as const;
    expect(run([0, 5, 11], { ...keep, target: 10 })).toEqual([0, 0.5, 1.1]);
    expect(run([0, 5, 11], { ...keep, target: 10, clamp: 'clamp' })).toEqual([0, 0.5, 1]);
    expect(run([-1, 1, 10], { ...keep, target: 0 }, 'lower_is_better')).toEqual([1.1, 0.9, 0]);
    expect(run([-1, 1, 10], { ...keep, target: 0, clamp: 'clamp' }, 'lower_is_better')).toEqual([1, 0.9, 0]);
    const posts = { method: 'goalposts', from: 0, upTo: 10, clamp: 'clamp' } as const;
    expect(run([1, 11, -1], posts)).toEqual([0.1, 1, 0]);
    expect(run([1, -1, 11], posts, 'lower_is_better')).toEqual([0.9, 1, 0]);
    const minMax: Normalisation = { method: 'min_max', to: [2, 7], constant: undetermined };
    expect(run([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], minMax).filter((_, at) => at % 9 === 0)).toEqual([2, 7]);
  });

  it('has the income index of the HDI: logarithms between 100 and 75,000 dollars', () => {
    const income: Normalisation = {
      method: 'goalposts',
      from: 100,
      upTo: 75_000,
      logarithm: true,
      clamp: 'clamp',
    };
    // √(100 · 75,000) lies half way by logarithm.
    const half = Math.sqrt(100 * 75_000);
    expect(run([100, half, 75_000, 99, 75_001], income)).toEqual([0, 0.5, 1, 0, 1]);
    expect(marks([100, half, 75_000, 99, 75_001], income)).toEqual(['', '', '', 'clamped', 'clamped']);
    expect(run([0, -1, 1000], income)).toEqual([
      undetermined,
      undetermined,
      Number((Math.log(10) / Math.log(750)).toFixed(12)),
    ]);
    expect(marks([0, -1, 1000], income)).toEqual(['nonPositive', 'nonPositive', '']);
    expect(marks([0, 'missing', 1000], { ...income, clamp: 'keep' })).toEqual(['nonPositive', '', '']);
  });

  it('divides points by their maximum and ratios by 1, to the last digit', () => {
    const column = columnOf([0.1, 0.7, 3]);
    const { values } = normalise(column, { method: 'ratio_to_maximum' }, about('higher_is_better', 3));
    expect([...values]).toEqual([0.1 / 3, 0.7 / 3, 1]);
  });
});

describe('normalise: steps', () => {
  const rising: Normalisation = {
    method: 'steps',
    steps: [
      { from: 30, value: 0.5 },
      { from: 60, value: 1 },
    ],
    below: 0.1,
  };
  const falling: Normalisation = {
    method: 'steps',
    steps: [
      { from: 1, value: 1 },
      { from: 3, value: 0.5 },
    ],
    below: 0,
  };

  it('gives the best step that is reached: at or above where more is better, at or below where less is', () => {
    expect(run([29.9, 30, 59.9, 60, 99], rising)).toEqual([0.1, 0.5, 0.5, 1, 1]);
    expect(run([0, 1, 1.1, 3, 3.1], falling, 'lower_is_better')).toEqual([1, 1, 0.5, 0.5, 0]);
  });

  it('is what boolean is with one step, and knows no gap', () => {
    const one: Normalisation = { method: 'steps', steps: [{ from: 4, value: 1 }], below: 0 };
    for (const direction of ['higher_is_better', 'lower_is_better'] as const) {
      const byThreshold = run(
        [3.9, 4, 4.1, 'not_applicable'],
        { method: 'boolean', threshold: 4 },
        direction,
      );
      expect(run([3.9, 4, 4.1, 'not_applicable'], one, direction)).toEqual(byThreshold);
      expect(byThreshold[3]).toBe('not_applicable');
    }
  });
});
