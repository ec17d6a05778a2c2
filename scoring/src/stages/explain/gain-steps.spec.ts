import { describe, expect, it } from '@jest/globals';
import type { Formula } from '../../model/formula.js';
import type { FrameworkNode } from '../../model/framework.js';
import { aims, LOWER, of, WIDE, type Case, type Row } from './gain-steps.fixture.js';

describe('aims', () => {
  const value = (
    own: number | 'O',
    leaf: Partial<FrameworkNode>,
    others: Readonly<Record<string, Row>> = {},
  ): Case => of({ kind: 'value', element: 'e' }, ['e'], [own], leaf, others);

  it.each([
    [{ method: 'goalposts', from: 0, upTo: 50, clamp: 'clamp' }, 'e 50', 'e 50', 'e NO_NEXT_LEVEL'],
    [{ method: 'goalposts', from: 0, upTo: 50, clamp: 'keep' }, 'e 50', 'e NO_MAXIMUM', 'e NO_NEXT_LEVEL'],
    [{ method: 'ratio_to_target', target: 40, clamp: 'clamp' }, 'e 40', 'e 40', 'e NO_NEXT_LEVEL'],
    [{ method: 'ratio_to_target', target: 40, clamp: 'keep' }, 'e 40', 'e NO_MAXIMUM', 'e NO_NEXT_LEVEL'],
    [
      { method: 'distance_to_target', target: 40, clamp: 'clamp', constant: { value: 0 } },
      'e 40',
      'e 40',
      'e NO_NEXT_LEVEL',
    ],
    [{ method: 'boolean', threshold: 30 }, 'e 30', 'e 30', 'e 30'],
    [
      {
        method: 'steps',
        steps: [
          { from: 20, value: 0.5 },
          { from: 30, value: 1 },
        ],
        below: 0,
      },
      'e NO_TARGET',
      'e 30',
      'e 20',
    ],
    [{ method: 'ratio_to_maximum', clamp: 'clamp' }, 'e NO_TARGET', 'e ALREADY_THERE', 'e NO_NEXT_LEVEL'],
    [{ method: 'rank' }, 'e NO_TARGET', 'e NO_MAXIMUM', 'e NO_NEXT_LEVEL'],
  ] as const)('of %p: target %s, most %s, next %s', (normalise, target, most, next) => {
    expect(aims(value(10, { normalise }, { B: [5] }), 'target', 'maximum', 'next_level')).toEqual([
      target,
      most,
      next,
    ]);
  });

  it.each([
    [{ method: 'goalposts', from: 0, upTo: 50, clamp: 'clamp' }, 'e 0', 'e 0', 'e NO_NEXT_LEVEL'],
    [{ method: 'ratio_to_target', target: 5, clamp: 'clamp' }, 'e 5', 'e 5', 'e NO_NEXT_LEVEL'],
    [{ method: 'boolean', threshold: 7 }, 'e 7', 'e 7', 'e 7'],
    [
      {
        method: 'steps',
        steps: [
          { from: 4, value: 1 },
          { from: 8, value: 0.5 },
        ],
        below: 0,
      },
      'e NO_TARGET',
      'e 4',
      'e 8',
    ],
    [{ method: 'ratio_to_maximum', clamp: 'clamp' }, 'e NO_TARGET', 'e 0', 'e NO_NEXT_LEVEL'],
    [{ method: 'rank' }, 'e NO_TARGET', 'e NO_MAXIMUM', 'e NO_NEXT_LEVEL'],
  ] as const)('of %p where lower is better: target %s, most %s, next %s', (normalise, target, most, next) => {
    const one = value(10, { normalise, direction: 'lower_is_better' }, { B: [5] });
    expect(aims(one, 'target', 'maximum', 'next_level')).toEqual([target, most, next]);
  });

  it('have no next step after the last, and one before the first for nobody yet', () => {
    const normalise = {
      method: 'steps',
      steps: [
        { from: 20, value: 0.5 },
        { from: 30, value: 1 },
      ],
      below: 0,
    } as const;
    expect(aims(value(20, { normalise }), 'next_level')).toEqual(['e 30']);
    expect(aims(value(30, { normalise }), 'next_level')).toEqual(['e NO_NEXT_LEVEL']);
    expect(aims(value('O', { normalise }), 'next_level')).toEqual(['e 20']);
  });

  it('are the median and the best of the group, whose order is that of the direction', () => {
    const others = { B: [20], C: [40] } as const;
    expect(aims(value(10, WIDE, others), 'group_median', 'group_best')).toEqual(['e 20', 'e 40']);
    expect(aims(value(30, LOWER, others), 'group_median', 'group_best')).toEqual(['e ALREADY_THERE', 'e 20']);
    expect(aims(value(50, LOWER, others), 'group_median', 'group_best')).toEqual(['e 40', 'e 20']);
    expect(aims(value('O', WIDE), 'group_median', 'group_best')).toEqual(['e NO_PEERS', 'e NO_PEERS']);
  });

  it('are the target of a count', () => {
    const count: Formula = {
      kind: 'count_against_target',
      element: 'n',
      target: 8,
      zeroTarget: 'missing',
      exceeding: 'keep',
    };
    expect(aims(of(count, ['n'], [5]), 'target')).toEqual(['n 8000']);
    expect(aims(of(count, ['n'], [5], { normalise: { method: 'rank' } }), 'target')).toEqual(['n 8']);
  });

  it('keep within the bounds of the leaf', () => {
    const bounds = { minimum: -3, maximum: 12 };
    expect(aims(value(10, { ...WIDE, bounds }, { B: [11] }), 'target', 'maximum', 5, 1)).toEqual([
      'e 12 limited',
      'e 12',
      'e 12 limited',
      'e 11',
    ]);
    expect(aims(value(10, { ...LOWER, bounds }), 'target', 50)).toEqual(['e -3 limited', 'e -3 limited']);
    expect(aims(value(0.5, { bounds: { maximum: 0.8 } }), 'maximum')).toEqual(['e 0.8']);
    expect(aims(value(0.5, {}), 'maximum', 3)).toEqual(['e 1', 'e 1 limited']);
    expect(aims(value(0.5, { direction: 'lower_is_better' }), 'maximum')).toEqual(['e 0']);
    expect(aims(value(5, { input: 'points', points: 8 }), 'maximum')).toEqual(['e 8']);
  });

  it.each([
    // Up to whole grains from where the unit is.
    [10, 1, 12.3, 'e 13'],
    [10, 5, 12.3, 'e 15'],
    [10.5, 1, 12.3, 'e 12.5'],
    [10, 1, 12, 'e 12'],
    [10, 0.1, 10.3, 'e 10.3'],
    // Beyond the bound: back to the last grain within.
    [10, 4, 15, 'e 14 limited'],
    [10, 4, 18, 'e 14 limited'],
    [10, 7, 15, 'e ALREADY_THERE'],
    // From nothing, to a multiple of the grain.
    ['O', 5, 12.3, 'e 15'],
    ['O', 5, 15, 'e 15'],
  ] as const)('from %p by grains of %p to %p: %s', (own, grain, target, expected) => {
    const leaf: Partial<FrameworkNode> = {
      normalise: { method: 'ratio_to_target', target, clamp: 'keep' },
      bounds: { maximum: 16 },
    };
    expect(aims({ ...value(own, leaf), options: { grain: { e: grain } } }, 'target')).toEqual([expected]);
  });

  it('go down in whole grains where lower is better', () => {
    const leaf: Partial<FrameworkNode> = {
      normalise: { method: 'ratio_to_target', target: 7.5, clamp: 'keep' },
      direction: 'lower_is_better',
      bounds: { minimum: 6.5 },
    };
    expect(aims({ ...value(10, leaf), options: { grain: { e: 1 } } }, 'target', 9)).toEqual([
      'e 7',
      'e 7 limited',
    ]);
    expect(aims({ ...value(10, leaf), options: { grain: { e: 2 } } }, 'target')).toEqual(['e 8 limited']);
  });

  it('are days in whole days', () => {
    const old = of({ kind: 'age', element: 'e', at: 20000, future: 'zero' }, ['e'], [19000], {
      normalise: { method: 'goalposts', from: 90.5, upTo: 365, clamp: 'clamp' },
      direction: 'lower_is_better',
    });
    expect(aims(old, 'target', 30)).toEqual(['e 19910', 'e 19030']);
  });

  it('end where numbers do', () => {
    const leaf: Partial<FrameworkNode> = { normalise: { method: 'rank' } };
    expect(aims(value(1.7e308, leaf), 1.7e308)).toEqual(['e BEYOND_NUMBERS']);
  });
});
