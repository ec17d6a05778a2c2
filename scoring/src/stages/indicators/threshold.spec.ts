import { describe, expect, it } from '@jest/globals';
import type { Condition } from '../../model/formula.js';
import { cellsOf, type Entry } from './source.fixture.js';

describe('levels', () => {
  const LEVELS = {
    kind: 'levels',
    element: 'x',
    steps: [
      { from: 30, value: 0.5 },
      { from: 60, value: 0.8 },
      { from: 90, value: 1 },
    ],
    below: 0.1,
  } as const;

  it('is the value of the highest step that is reached; at the step it is', () => {
    const x = [-5, 29.999999999999996, 30, 59, 60, 89.99, 90, 1000];
    expect(cellsOf(LEVELS, { x })).toEqual([0.1, 0.1, 0.5, 0.5, 0.8, 0.8, 1, 1]);
  });

  it('need not rise', () => {
    const steps = [
      { from: 0, value: 3 },
      { from: 1, value: -2 },
    ];
    expect(cellsOf({ ...LEVELS, steps, below: 9 }, { x: [-1, 0, 1] })).toEqual([9, 3, -2]);
  });

  it('says why a number is absent', () => {
    expect(cellsOf(LEVELS, { x: ['M', 'O', 'L', Number.NaN] })).toEqual([
      'not_applicable',
      'missing',
      'not_collected',
      'undetermined',
    ]);
  });
});

describe('yes_no', () => {
  it.each<[Condition['is'], readonly number[]]>([
    ['equal', [0, 1, 0]],
    ['not_equal', [1, 0, 1]],
    ['at_least', [0, 1, 1]],
    ['at_most', [1, 1, 0]],
    ['more_than', [0, 0, 1]],
    ['less_than', [1, 0, 0]],
  ])('compares: %s', (is, expected) => {
    const conditions = [{ element: 'x', is, value: 5 }];
    for (const holds of ['all', 'any'] as const) {
      expect(cellsOf({ kind: 'yes_no', conditions, holds }, { x: [4, 5, 6] })).toEqual(expected);
    }
  });

  /** Whether the values of two or three data elements are above zero. */
  function decide(holds: 'all' | 'any', entries: readonly Entry[]): number | string | undefined {
    const data = Object.fromEntries(entries.map((entry, index) => [`e${index}`, [entry]]));
    const conditions = Object.keys(data).map((element) => ({ element, is: 'more_than' as const, value: 0 }));
    return cellsOf({ kind: 'yes_no', conditions, holds }, data)[0];
  }

  it.each<[readonly Entry[], number | string, number | string]>([
    [[1, 1], 1, 1],
    [[1, 0], 0, 1],
    [[0, 1], 0, 1],
    [[0, 0], 0, 0],
    // Decided, whatever the gap turns out to be.
    [[0, 'O'], 0, 'missing'],
    [['O', 0], 0, 'missing'],
    [[1, 'L'], 'not_collected', 1],
    [['L', 1], 'not_collected', 1],
    [['M', 0], 0, 'not_applicable'],
    [['M', 1], 'not_applicable', 1],
    // Open: what could still decide it comes first.
    [['O', 'L'], 'missing', 'missing'],
    [['L', 'O'], 'missing', 'missing'],
    [['M', 'O'], 'missing', 'missing'],
    [['L', 'M'], 'not_collected', 'not_collected'],
    [['M', 'M'], 'not_applicable', 'not_applicable'],
    [[1, 'O', 'M'], 'missing', 1],
    [[Number.NaN, 'O'], 'undetermined', 'undetermined'],
    [['O', Number.NaN, 'M'], 'undetermined', 'undetermined'],
  ])('of %j: all is %s, any is %s', (entries, all, any) => {
    expect(decide('all', entries)).toBe(all);
    expect(decide('any', entries)).toBe(any);
  });

  it('refuses what is no comparison', () => {
    const conditions = [{ element: 'x', is: 'like' as 'equal', value: 1 }];
    expect(() => cellsOf({ kind: 'yes_no', conditions, holds: 'all' }, { x: [1] })).toThrow(
      'no such condition',
    );
  });

  it('takes two conditions on one data element', () => {
    const conditions = [
      { element: 'x', is: 'at_least' as const, value: 2 },
      { element: 'x', is: 'less_than' as const, value: 4 },
    ];
    const data = { x: [1, 2, 3, 4] };
    expect(cellsOf({ kind: 'yes_no', conditions, holds: 'all' }, data)).toEqual([0, 1, 1, 0]);
    expect(cellsOf({ kind: 'yes_no', conditions, holds: 'any' }, data)).toEqual([1, 1, 1, 1]);
  });
});
