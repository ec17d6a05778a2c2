import { describe, expect, it } from '@jest/globals';
import { MARK } from '../../model/column.js';
import type { Direction, Normalisation } from '../../model/normalisation.js';
import { columnOf, marksOf } from './column.fixture.js';
import { about, marks, run, undetermined } from './normalise.fixture.js';
import { normalise } from './normalise.js';

describe('normalise: beyond the range', () => {
  it.each<readonly [Normalisation, Direction, readonly string[]]>([
    [{ method: 'ratio_to_maximum' }, 'higher_is_better', ['', '', '', 'beyondRange', 'beyondRange']],
    [
      { method: 'ratio_to_maximum', clamp: 'keep' },
      'lower_is_better',
      ['', '', '', 'beyondRange', 'beyondRange'],
    ],
    [{ method: 'ratio_to_maximum', clamp: 'clamp' }, 'higher_is_better', ['', '', '', 'clamped', 'clamped']],
    [
      { method: 'goalposts', from: 4, upTo: 8, clamp: 'clamp' },
      'higher_is_better',
      ['', '', '', 'clamped', 'clamped'],
    ],
    [
      { method: 'goalposts', from: 4, upTo: 8, clamp: 'keep' },
      'lower_is_better',
      ['', '', '', 'beyondRange', 'beyondRange'],
    ],
    [
      { method: 'goalposts', from: 4.5, upTo: 80, clamp: 'keep' },
      'higher_is_better',
      ['beyondRange', '', '', '', ''],
    ],
    [{ method: 'ratio_to_target', target: 4, clamp: 'clamp' }, 'lower_is_better', ['', '', '', '', '']],
    [
      { method: 'ratio_to_target', target: 8, clamp: 'clamp' },
      'lower_is_better',
      ['clamped', 'clamped', '', '', ''],
    ],
    [
      { method: 'z_score', limits: [-1, 1], constant: undetermined },
      'higher_is_better',
      ['clamped', '', '', '', 'clamped'],
    ],
    [{ method: 'z_score', constant: undetermined }, 'higher_is_better', ['', '', '', '', '']],
    [{ method: 'min_max', constant: undetermined }, 'higher_is_better', ['', '', '', '', '']],
  ])('%j, %s: flagged beyond an end, not at it', (rule, direction, expected) => {
    // At the maximum, target or goalpost of 8; just above; far above; at 4.
    expect(marks([4, 6, 8, 8.001, 12], rule, direction)).toEqual(expected);
  });

  it('keeps the marks of the stages before, and adds its own', () => {
    const column = columnOf([12, 4]);
    column.marks[0] = MARK.imputed;
    column.marks[1] = MARK.winsorised;
    const rule: Normalisation = { method: 'goalposts', from: 0, upTo: 8, clamp: 'clamp' };
    expect(marksOf(normalise(column, rule, about('higher_is_better')))).toEqual([
      'imputed clamped',
      'winsorised',
    ]);
    expect(marksOf(normalise(column, { method: 'rank' }, about('higher_is_better')))).toEqual([
      'imputed',
      'winsorised',
    ]);
  });
});

describe('normalise: where the data have no number for a method', () => {
  const CONSTANT_METHODS: readonly Normalisation[] = [
    { method: 'min_max', constant: undetermined },
    { method: 'distance_to_target', target: 9, clamp: 'keep', constant: undetermined },
    { method: 'z_score', constant: undetermined },
    { method: 'scaled_z_score', mean: 50, deviation: 10, constant: undetermined },
    { method: 'percentile_rank', constant: undetermined },
    { method: 'distance_to_maximum', constant: undetermined },
    { method: 'distance_to_reference', unit: 'a', clamp: 'clamp', constant: undetermined },
    { method: 'fraction_of_maximum', constant: undetermined },
  ];

  it.each(CONSTANT_METHODS)(
    '$method: a constant column, a single unit: no value or the stated one',
    (rule) => {
      for (const direction of ['higher_is_better', 'lower_is_better'] as const) {
        expect(run([5, 5, 'missing'], rule, direction)).toEqual([undetermined, undetermined, 'missing']);
        expect(run([5], rule, direction)).toEqual([undetermined]);
        const stated = { ...rule, constant: { value: 0.5 } } as Normalisation;
        expect(run([5, 5, 'missing'], stated, direction)).toEqual([0.5, 0.5, 'missing']);
        expect(run([5], stated, direction)).toEqual([0.5]);
        expect(marks([5, 5, 'missing'], rule, direction)).toEqual(['constant', 'constant', '']);
        expect(marks([5, 5, 'missing'], stated, direction)).toEqual(['constant', 'constant', '']);
        // Two values that differ in the last digit are not constant.
        expect(marks([5, 5 + Number.EPSILON * 4], stated, direction).join('')).not.toContain('constant');
      }
    },
  );

  it('knows zero and minus zero as the same, and never gives minus zero', () => {
    expect(run([0, -0], { method: 'min_max', constant: undetermined })).toEqual([undetermined, undetermined]);
    expect(run([0, -0], { method: 'min_max', constant: { value: -0 } })).toEqual([0, 0]);
    expect(run([-0, 1], { method: 'goalposts', from: 0, upTo: 1, clamp: 'keep' })).toEqual([0, 1]);
    expect(run([-0, 1], { method: 'rank' }, 'lower_is_better')).toEqual([2, 1]);
    const steps: Normalisation = { method: 'steps', steps: [{ from: 0, value: 1 }], below: -0 };
    expect(run([-1, -0], steps)).toEqual([0, 1]);
  });

  it.each<Normalisation>([
    ...CONSTANT_METHODS,
    { method: 'rank' },
    { method: 'borda' },
    { method: 'ratio_to_maximum' },
    { method: 'boolean', threshold: 1 },
  ])('$method: nothing where nobody has a value', (rule) => {
    expect(run(['missing', 'not_applicable', 'undetermined'], rule)).toEqual([
      'missing',
      'not_applicable',
      undetermined,
    ]);
    expect(marks(['missing', 'not_scored'], rule)).toEqual(['', '']);
    expect(run([], rule)).toEqual([]);
  });

  it.each<Normalisation>([
    { method: 'min_max', constant: { value: 1 } },
    { method: 'distance_to_maximum', constant: { value: 1 } },
    { method: 'z_score', constant: { value: 1 } },
    { method: 'distance_to_reference', unit: 'b', clamp: 'clamp', constant: { value: 1 } },
    { method: 'distance_to_target', target: 1e308, clamp: 'clamp', constant: { value: 1 } },
  ])('$method: undetermined where the range leaves the doubles', (rule) => {
    expect(run([-1e308, 1e308, 0], rule)).toEqual([undetermined, undetermined, undetermined]);
    expect(marks([-1e308, 1e308, 0], rule)).toEqual(['', '', '']);
  });

  it('takes the whole range of doubles where it can', () => {
    const minMax: Normalisation = { method: 'min_max', constant: undetermined };
    expect(run([-8e307, 8e307, 0], minMax)).toEqual([0, 1, 0.5]);
    expect(run([0, 5e-324, 1e-323], minMax)).toEqual([0, 0.5, 1]);
    expect(run([-1e308, 1e308], { method: 'rank' })).toEqual([1, 2]);
    expect(run([1e308, 2], { method: 'goalposts', from: 0, upTo: 1e-5, clamp: 'clamp' })).toEqual([1, 1]);
    expect(run([-1e308, 2], { method: 'goalposts', from: 0, upTo: 1e-5, clamp: 'clamp' })).toEqual([0, 1]);
    expect(run([1e308, 1e-5], { method: 'goalposts', from: 0, upTo: 1e-5, clamp: 'keep' })).toEqual([
      undetermined,
      1,
    ]);
    expect(run([1e308, 1], { method: 'goalposts', from: 0, upTo: 1, to: [0, 100], clamp: 'keep' })).toEqual([
      undetermined,
      100,
    ]);
  });

  it.each([
    [-0.1, 0.3, 1],
    [-1, 0.1, 1],
    [0.2, 0.9, -1],
  ])(
    'has both ends of the scale from %p to %p to the last digit, though their difference is rounded',
    (low, high, miss) => {
      expect(Math.sign(low + (high - low) - high)).toBe(miss);
      const rule: Normalisation = { method: 'min_max', to: [low, high], constant: undetermined };
      const all = normalise(columnOf([1, 2]), rule, about('higher_is_better'));
      expect([...all.values]).toEqual([low, high]);
      const some = normalise(columnOf([1, 'missing', 2]), rule, about('higher_is_better'));
      expect([...some.values]).toEqual([low, NaN, high]);
    },
  );

  it('is undetermined where the score asked for leaves the doubles', () => {
    const rule: Normalisation = {
      method: 'scaled_z_score',
      mean: 0,
      deviation: 1.5e308,
      constant: undetermined,
    };
    expect(run([2, 4, 'missing', 10, 4], rule).map((cell) => typeof cell)).toEqual([
      'number',
      'number',
      'string',
      'string',
      'number',
    ]);
    expect(run([2, 4, 'missing', 10, 4], rule)[3]).toBe(undetermined);
  });

  it('distance to a target that even the worst has reached: at the end where clamped, else undetermined', () => {
    const rule = { method: 'distance_to_target', constant: undetermined } as const;
    const clamped = { ...rule, target: 4, to: [0, 10], clamp: 'clamp' } as const;
    expect(run([4, 6, 9], clamped)).toEqual([10, 10, 10]);
    expect(marks([4, 6, 9], clamped)).toEqual(['', 'clamped', 'clamped']);
    expect(run([5, 6, 'missing'], clamped)).toEqual([10, 10, 'missing']);
    expect(run([5, 6], { ...rule, target: 6, clamp: 'clamp' }, 'lower_is_better')).toEqual([1, 1]);
    const kept = { ...rule, target: 4, clamp: 'keep' } as const;
    expect(run([4, 6], kept)).toEqual([undetermined, undetermined]);
    expect(marks([4, 6], kept)).toEqual(['zeroDenominator', 'zeroDenominator']);
    expect(marks([5, 6], kept)).toEqual(['beyondRange', 'beyondRange']);
    expect(marks([1, 4], kept, 'lower_is_better')).toEqual(['zeroDenominator', 'zeroDenominator']);
    expect(run([3.9, 6], kept).every((cell) => typeof cell === 'number')).toBe(true);
  });

  it('distance to a reference that has no value, is not there, or is the worst', () => {
    const rule = { method: 'distance_to_reference', clamp: 'keep', constant: undetermined } as const;
    expect(run([1, 'missing', 3], { ...rule, unit: 'b' })).toEqual([undetermined, 'missing', undetermined]);
    expect(marks([1, 'missing', 3], { ...rule, unit: 'b' })).toEqual(['', '', '']);
    expect(run([1, 3], { ...rule, unit: 'z' })).toEqual([undetermined, undetermined]);
    expect(marks([1, 3], { ...rule, unit: 'a' })).toEqual(['zeroDenominator', 'zeroDenominator']);
    expect(run([1, 3], { ...rule, unit: 'a', clamp: 'clamp' })).toEqual([1, 1]);
  });

  it('ratio to a target where lower is better: zero and below beat any target', () => {
    const cells = [-2, 0, 4] as const;
    const clamped: Normalisation = { method: 'ratio_to_target', target: 2, to: [0, 10], clamp: 'clamp' };
    expect(run(cells, clamped, 'lower_is_better')).toEqual([10, 10, 5]);
    expect(marks(cells, clamped, 'lower_is_better')).toEqual(['clamped', 'clamped', '']);
    const kept: Normalisation = { ...clamped, clamp: 'keep' };
    expect(run(cells, kept, 'lower_is_better')).toEqual([undetermined, undetermined, 5]);
    expect(marks(cells, kept, 'lower_is_better')).toEqual(['nonPositive', 'nonPositive', '']);
    expect(marks(cells, kept, 'higher_is_better')).toEqual(['beyondRange', '', 'beyondRange']);
    // The ratio is beyond the range of doubles: not a number, and not for being zero.
    expect(
      run([5e-324, 4], { method: 'ratio_to_target', target: 2, clamp: 'keep' }, 'lower_is_better'),
    ).toEqual([undetermined, 0.5]);
    expect(marks([5e-324, 4], kept, 'lower_is_better')).toEqual(['', '']);
  });

  it('fraction of the best: none without a positive best; below zero it is beyond the range', () => {
    const rule: Normalisation = { method: 'fraction_of_maximum', constant: undetermined };
    expect(run([-4, -2], rule)).toEqual([undetermined, undetermined]);
    expect(marks([-4, 0], rule)).toEqual(['nonPositive', 'nonPositive']);
    expect(marks([0, 4], rule, 'lower_is_better')).toEqual(['nonPositive', 'nonPositive']);
    expect(run([-2, 4, 0], rule)).toEqual([-0.5, 1, 0]);
    expect(marks([-2, 4, 0], rule)).toEqual(['beyondRange', '', '']);
    expect(run([-2, 4], { ...rule, clamp: 'clamp' })).toEqual([0, 1]);
    expect(marks([-2, 4], { ...rule, clamp: 'clamp' })).toEqual(['clamped', '']);
    expect(run([0.001, 4], rule, 'lower_is_better')).toEqual([1, 0.00025]);
  });

  it('ratio to a maximum of nothing', () => {
    expect(run([0, 1], { method: 'ratio_to_maximum' }, 'higher_is_better', 0)).toEqual([
      undetermined,
      undetermined,
    ]);
    const result = normalise(columnOf([0]), { method: 'ratio_to_maximum' }, about('higher_is_better', 0));
    expect(marksOf(result)).toEqual(['zeroDenominator']);
  });

  it('refuses a method that does not exist', () => {
    const rule = { method: 'magic', constant: undetermined } as unknown as Normalisation;
    expect(() => normalise(columnOf([1, 2]), rule, about('higher_is_better'))).toThrow(
      new TypeError('normalise: no such method: magic'),
    );
  });
});
