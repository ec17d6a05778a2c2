import { describe, expect, it } from '@jest/globals';
import type { SensitivityTarget, UncertainInput } from '../model/simulation.js';
import { randomGenerator } from '../numeric/random.js';
import { sobolIndices } from './sobol-indices.js';
import { TargetOutputs } from './target-outputs.js';

const UNITS = ['u1', 'u2', 'u3'].map((code) => ({ code, group: 'g' }));
const INPUTS = ['x', 'y'].map((name): UncertainInput => ({ name, kind: 'missing', alternatives: ['zero'] }));
const KINDS = ['A', 'B', { exchanged: 0 }, { exchanged: 1 }] as const;

/** Outputs of runs whose ranks are given by row and by kind; the score is ten times the rank. */
function outputsOf(
  target: SensitivityTarget,
  rows: readonly (readonly (readonly number[])[])[],
  nominal: readonly number[] = [1, 2, 3],
  resamples = 0,
) {
  const outputs = new TargetOutputs(
    { targets: [target], resamples },
    UNITS,
    Float64Array.from(nominal),
    rows.length,
    INPUTS.length,
  );
  rows.forEach((runs, row) =>
    runs.forEach((ranks, at) => {
      const scores = Float64Array.from(ranks, (rank) => 10 * rank);
      outputs.take(row, KINDS[at] ?? 'A', scores, Float64Array.from(ranks));
    }),
  );
  return outputs.result(INPUTS, [0.05, 0.95], randomGenerator(1))[0];
}

const ROWS = [
  [
    [1, 2, 3],
    [2, 1, 3],
    [3, 2, 1],
    [1, 2, 3],
  ],
  [
    [2, 1, 3],
    [1, 2, 3],
    [1, 2, 3],
    [3, 1, 2],
  ],
];

describe('TargetOutputs', () => {
  it('is the mean distance from the nominal ranks', () => {
    // Shifts of row 1: 0, 2/3, 4/3, 0; of row 2: 2/3, 0, 0, (2 + 1 + 1)/3.
    const expected = sobolIndices({
      a: [0, 2 / 3],
      b: [2 / 3, 0],
      mixed: [
        [4 / 3, 0],
        [0, 4 / 3],
      ],
    });
    expect(outputsOf({ of: 'rank_shift' }, ROWS)).toEqual({
      target: { of: 'rank_shift' },
      rows: 2,
      rowsWithout: 0,
      mean: expect.closeTo(1 / 3, 12),
      variance: expect.closeTo(4 / 27, 12),
      inputs: ['x', 'y'].map((input, at) => ({
        input,
        first: { value: expect.closeTo(expected?.first[at] ?? NaN, 12), lower: null, upper: null },
        total: { value: expect.closeTo(expected?.total[at] ?? NaN, 12), lower: null, upper: null },
      })),
    });
  });

  it('leaves units without a nominal rank, or without one in the run, out of that mean', () => {
    const rows = ROWS.map((runs) => runs.map(([first, second]) => [first ?? NaN, second ?? NaN, NaN]));
    expect(outputsOf({ of: 'rank_shift' }, rows)?.mean).toBeCloseTo(0.5, 12);
    expect(outputsOf({ of: 'rank_shift' }, ROWS, [1, 2, NaN])?.mean).toBeCloseTo(0.5, 12);
  });

  it('is the score or the rank of a unit', () => {
    expect(outputsOf({ of: 'rank', unit: 'u1' }, ROWS)).toMatchObject({ mean: 1.5, variance: 1 / 3 });
    expect(outputsOf({ of: 'score', unit: 'u1' }, ROWS)?.mean).toBe(15);
    expect(outputsOf({ of: 'score', unit: 'u3' }, ROWS)).toMatchObject({ mean: 30, variance: 0 });
  });

  it('has no indices for what does not vary', () => {
    expect(outputsOf({ of: 'rank', unit: 'u3' }, ROWS, [1, 2, 3], 100)?.inputs).toEqual([
      { input: 'x', first: null, total: null },
      { input: 'y', first: null, total: null },
    ]);
  });

  it('is over the rows of which every run has the number, and counts the others', () => {
    const gap = ROWS.map((runs) => runs.map((ranks) => [...ranks]));
    (gap[1]?.[3] as number[])[0] = NaN;
    const third = [
      [3, 2, 1],
      [1, 2, 3],
      [2, 1, 3],
      [3, 1, 2],
    ];
    const found = outputsOf({ of: 'rank', unit: 'u1' }, [...gap, third]);
    expect(found).toMatchObject({ rows: 2, rowsWithout: 1, mean: 1.75 });
    const complete = outputsOf({ of: 'rank', unit: 'u1' }, [ROWS[0] ?? [], third]);
    expect(found?.inputs).toEqual(complete?.inputs);
    expect(outputsOf({ of: 'rank', unit: 'u1' }, gap)).toMatchObject({
      rows: 1,
      rowsWithout: 1,
      mean: null,
      variance: null,
      inputs: [
        { first: null, total: null },
        { first: null, total: null },
      ],
    });
  });

  it('puts an interval around each index where resamples are asked for', () => {
    for (const { first, total } of outputsOf({ of: 'rank_shift' }, ROWS, [1, 2, 3], 50)?.inputs ?? []) {
      for (const estimate of [first, total]) {
        expect(estimate?.lower).toEqual(expect.any(Number));
        expect(estimate?.upper).toBeGreaterThanOrEqual(estimate?.lower ?? NaN);
      }
    }
  });
});
