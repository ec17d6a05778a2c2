import { describe, expect, it } from '@jest/globals';
import type { Condition, Formula } from '../../model/formula.js';
import type { FrameworkNode } from '../../model/framework.js';
import { aims, LOWER, of, WIDE, type Case, type Row } from './gain-steps.fixture.js';

const RATIO = {
  kind: 'ratio',
  numerator: 'n',
  denominator: 'd',
  zeroDenominator: 'undetermined',
  nothingToCount: 'undetermined',
  exceeding: 'undetermined',
} as const;
describe('levers', () => {
  it.each([
    ['a value', of({ kind: 'value', element: 'e' }, ['e'], [5]), ['e 1000']],
    ['a value, lower is better', of({ kind: 'value', element: 'e' }, ['e'], [5], LOWER), ['e -1000']],
    [
      'a sum: the rest by either',
      of({ kind: 'sum', elements: ['e', 'f'], gap: 'missing' }, ['e', 'f'], [5, 7]),
      ['e 993', 'f 995'],
    ],
    [
      'a sum with a gap that is none',
      of({ kind: 'sum', elements: ['e', 'f', 'g'], gap: 'zero' }, ['e', 'f', 'g'], [5, 'O', 'M']),
      ['e 1000', 'f 995', 'g NOT_APPLICABLE'],
    ],
    [
      'a sum: not by a gap, where it is enough without',
      of({ kind: 'sum', elements: ['e', 'f'], gap: 'zero' }, ['e', 'f'], [2000, 'O']),
      ['e ALREADY_THERE', 'f ALREADY_THERE'],
    ],
    [
      'a sum with a gap: only the gap itself',
      of({ kind: 'sum', elements: ['e', 'f', 'g'], gap: 'missing' }, ['e', 'f', 'g'], [5, 'O', 'M']),
      ['e NO_VALUE', 'f 995', 'g NOT_APPLICABLE'],
    ],
    ['a ratio, its numerator', of({ ...RATIO, scale: 100 }, ['n', 'd'], [5, 20]), ['n 20 limited']],
    ['a ratio that may exceed', of({ ...RATIO, exceeding: 'keep' }, ['n', 'd'], [5, 20]), ['n 20000']],
    ['a ratio, lower is better', of(RATIO, ['n', 'd'], [5, 20], LOWER), ['n 0 limited']],
    ['a ratio without denominator', of(RATIO, ['n', 'd'], [5, 'O']), ['n NO_DENOMINATOR']],
    ['a ratio to zero', of(RATIO, ['n', 'd'], [5, 0]), ['n NO_DENOMINATOR']],
    [
      'per head, the element',
      of(
        { kind: 'per_head', element: 'n', population: 'd', per: 10, zeroPopulation: 'missing' },
        ['n', 'd'],
        [5, 20],
      ),
      ['n 2000'],
    ],
    [
      'a count, against a number',
      of(
        { kind: 'count_against_target', element: 'n', target: 8, zeroTarget: 'missing', exceeding: 'cap' },
        ['n'],
        [5],
      ),
      ['n 8 limited'],
    ],
    [
      'a count, against an element',
      of(
        { kind: 'count_against_target', element: 'n', target: 'd', zeroTarget: 'missing', exceeding: 'keep' },
        ['n', 'd'],
        [5, 8],
      ),
      ['n 8000'],
    ],
    [
      'a count, lower is better',
      of(
        { kind: 'count_against_target', element: 'n', target: 8, zeroTarget: 'missing', exceeding: 'keep' },
        ['n'],
        [5],
        LOWER,
      ),
      ['n 0 limited'],
    ],
    [
      'a day: the newest, lower is better',
      of({ kind: 'age', element: 'e', at: 20000, future: 'undetermined' }, ['e'], [19000], LOWER),
      ['e 20000 limited'],
    ],
  ] as const)('raise %s', (_what, one, expected) => {
    expect(aims(one, 'target')).toEqual(expected);
  });

  const grown = (scale: number, before: number | null): Case => ({
    leaf: { ...WIDE, formula: { kind: 'growth', element: 'e', scale, zeroBefore: 'undetermined' } },
    dataset: {
      units: [{ code: 'A', group: null }],
      columns: [{ element: 'e', values: [30] }],
      earlier: [{ columns: [{ element: 'e', values: [before] }] }],
    },
  });

  it('raise growth from the period before', () => {
    // 1,000 % of |20| more than 20.
    expect(aims(grown(100, 20), 'target')).toEqual(['e 220']);
    expect(aims(grown(100, -20), 'target')).toEqual(['e 180']);
    // A negative scale turns it around.
    expect(aims(grown(-100, 20), 'target', 5)).toEqual(['e -180', 'e 25']);
    expect(aims(grown(1, 0), 'target')).toEqual(['e NO_DENOMINATOR']);
    expect(aims(grown(1, null), 'target')).toEqual(['e NO_DENOMINATOR']);
  });

  const answers = (gap: 'no' | 'missing', row: Row, leaf: Partial<FrameworkNode> = {}): Case =>
    of({ kind: 'share_of_yes', elements: ['e', 'f'], gap }, ['e', 'f'], row, leaf);

  it('turn a no to a yes, and where fewer are better a yes to a no', () => {
    expect(aims(answers('no', [1, 0]), 'next_level', 'maximum')).toEqual([
      'e ALREADY_THERE',
      'e ALREADY_THERE',
      'f 1',
      'f 1',
    ]);
    expect(aims(answers('no', [1, 'O']), 'next_level')).toEqual(['e ALREADY_THERE', 'f 1']);
    expect(aims(answers('no', [1, 0], { direction: 'lower_is_better' }), 'next_level')).toEqual([
      'e 0',
      'f ALREADY_THERE',
    ]);
    expect(aims(answers('no', [1, 0]), 'target', 'group_best', 1)).toEqual(
      Array(3).fill('e NOT_ALLOWED').concat(Array(3).fill('f NOT_ALLOWED')),
    );
  });

  const condition = (
    is: Condition['is'],
    value: number,
    own: number | 'O',
    grain?: number,
  ): readonly string[] => {
    const formula: Formula = { kind: 'yes_no', conditions: [{ element: 'e', is, value }], holds: 'all' };
    return aims(
      { ...of(formula, ['e'], [own], {}), options: { ...(grain !== undefined && { grain: { e: grain } }) } },
      'next_level',
    );
  };

  it.each([
    ['equal', 5, 3, 'e 5'],
    ['equal', 5, 5, 'e ALREADY_THERE'],
    ['not_equal', 5, 5, 'e 6'],
    ['not_equal', 5, 3, 'e ALREADY_THERE'],
    ['at_least', 5, 3, 'e 5'],
    ['at_least', 5, 5, 'e ALREADY_THERE'],
    ['at_most', 5, 6, 'e 5'],
    ['at_most', 5, 5, 'e ALREADY_THERE'],
    ['more_than', 5, 5, 'e 6'],
    ['more_than', 5, 5.5, 'e ALREADY_THERE'],
    ['less_than', 5, 5, 'e 4'],
    ['less_than', 5, 4.5, 'e ALREADY_THERE'],
    ['at_least', 5, 'O', 'e 5'],
    ['not_equal', 5, 'O', 'e 6'],
  ] as const)('make %s %p hold from %p: %s', (is, value, own, expected) => {
    expect(condition(is, value, own, 1)).toEqual([expected]);
  });

  it('find the next number where there is no grain', () => {
    const [told = ''] = condition('more_than', 5, 5);
    const to = Number(told.slice(2));
    expect(to).toBeGreaterThan(5);
    expect(to - 5).toBeLessThan(1e-14);
    expect(Number(condition('more_than', 0, 0)[0]?.slice(2))).toBe(Number.MIN_VALUE);
    expect(condition('more_than', Number.MAX_VALUE, 0)).toEqual(['e BEYOND_NUMBERS']);
  });

  it('have no step to a no of conditions', () => {
    const formula: Formula = {
      kind: 'yes_no',
      conditions: [{ element: 'e', is: 'equal', value: 1 }],
      holds: 'any',
    };
    expect(aims(of(formula, ['e'], [1], { direction: 'lower_is_better' }), 'next_level', 'target')).toEqual([
      'e NOT_ALLOWED',
      'e NOT_ALLOWED',
    ]);
    expect(aims(of(formula, ['e'], [0], {}), 'maximum', 'group_median', 1)).toEqual([
      'e 1',
      'e NOT_ALLOWED',
      'e NOT_ALLOWED',
    ]);
  });

  const ladder = (
    row: Row,
    leaf: Partial<FrameworkNode> = {},
    others: Readonly<Record<string, Row>> = {},
  ): Case =>
    of(
      {
        kind: 'levels',
        element: 'e',
        steps: [
          { from: 10, value: 0.2 },
          { from: 20, value: 0.5 },
          { from: 30, value: 0.9 },
        ],
        below: 0,
      },
      ['e'],
      row,
      leaf,
      others,
    );

  it('climb levels: the next, the median of peers, the best, the highest', () => {
    const others = { B: [20], C: [25], D: [5] } as const;
    const all = ['next_level', 'group_median', 'group_best', 'maximum', 'target'] as const;
    // Levels 0.2, 0.5, 0.5, 0: median 0.35.
    expect(aims(ladder([12], {}, others), ...all)).toEqual(['e 20', 'e 20', 'e 20', 'e 30', 'e NO_TARGET']);
    expect(aims(ladder([5], {}, others), ...all.slice(0, 2))).toEqual(['e 10', 'e 20']);
    expect(aims(ladder([20], {}, others), ...all.slice(0, 4))).toEqual([
      'e 30',
      'e ALREADY_THERE',
      'e ALREADY_THERE',
      'e 30',
    ]);
    expect(aims(ladder([30], {}, others), 'next_level', 'maximum')).toEqual([
      'e NO_NEXT_LEVEL',
      'e ALREADY_THERE',
    ]);
    expect(aims(ladder(['O'], {}, others), 'next_level', 'group_median', 3)).toEqual([
      'e 10',
      'e 20',
      'e NO_VALUE',
    ]);
    expect(aims(ladder([12]), 3)).toEqual(['e 15']);
    expect(aims(ladder([12], { normalise: { method: 'boolean', threshold: 0.6 } }), 'target')).toEqual([
      'e 30',
    ]);
  });

  it('do not go back to a better level that is behind', () => {
    const formula: Formula = {
      kind: 'levels',
      element: 'e',
      steps: [
        { from: 10, value: 0.5 },
        { from: 20, value: 0.2 },
        { from: 30, value: 0.9 },
        { from: 40, value: 0.9 },
      ],
      below: 0,
    };
    expect(aims(of(formula, ['e'], [25], {}), 'next_level')).toEqual(['e 30']);
    expect(aims(of(formula, ['e'], [30], {}), 'next_level')).toEqual(['e NO_NEXT_LEVEL']);
    // Nobody has a level yet that would have to be reached.
    expect(aims(of(formula, ['e'], ['O'], {}), 'group_median', 'group_best')).toEqual([
      'e NO_PEERS',
      'e NO_PEERS',
    ]);
  });

  it('climb levels that fall where lower is better', () => {
    const formula: Formula = {
      kind: 'levels',
      element: 'e',
      steps: [
        { from: 10, value: 0.5 },
        { from: 20, value: 0.1 },
      ],
      below: 1,
    };
    const falling = of(formula, ['e'], [5], { direction: 'lower_is_better' }, { B: [12] });
    expect(aims(falling, 'next_level', 'maximum', 'group_best')).toEqual(['e 10', 'e 20', 'e 10']);
  });
});
