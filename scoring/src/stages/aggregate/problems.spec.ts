import { describe, expect, it } from '@jest/globals';
import type { Aggregation } from '../../model/aggregation.js';
import { aggregationProblems } from './aggregate.js';

const KNOWN = 'arithmetic geometric harmonic generalised_mean median minimum copeland';

describe('problems of an aggregation', () => {
  it.each<[Aggregation]>([
    [{ method: 'arithmetic' }],
    [{ method: 'geometric', nonPositive: 'undetermined' }],
    [{ method: 'geometric', nonPositive: { floor: 0.001 } }],
    [{ method: 'harmonic', nonPositive: 'zero' }],
    [{ method: 'generalised_mean', power: 0, nonPositive: 'zero' }],
    [{ method: 'generalised_mean', power: -2.5, nonPositive: { floor: 5e-324 } }],
    [{ method: 'median' }],
    [{ method: 'minimum' }],
    [{ method: 'copeland' }],
    [{ method: 'copeland', among: 'all', pairs: 'majority', scale: 'sum' }],
    [{ method: 'copeland', among: 'group', pairs: 'weight', scale: 'share' }],
  ])('%j: none', (aggregation) => {
    expect(aggregationProblems(aggregation, 'p')).toEqual([]);
  });

  it.each([
    [{ method: 'mean' }, 'mean'],
    [{ method: 3 }, 3],
    [{}, null],
    ['arithmetic', 'arithmetic'],
    [null, null],
    [undefined, null],
    [['arithmetic'], 'object'],
  ])('%j: AGGREGATION_UNKNOWN', (aggregation, found) => {
    expect(aggregationProblems(aggregation as never, 'framework.method.aggregation')).toEqual([
      { code: 'AGGREGATION_UNKNOWN', path: 'framework.method.aggregation', params: { found, known: KNOWN } },
    ]);
  });

  it.each([
    [{ method: 'geometric' }, 'NON_POSITIVE_POLICY_UNKNOWN', 'p.nonPositive', { found: null }],
    [
      { method: 'geometric', nonPositive: 'one' },
      'NON_POSITIVE_POLICY_UNKNOWN',
      'p.nonPositive',
      { found: 'one' },
    ],
    [
      { method: 'harmonic', nonPositive: 0.1 },
      'NON_POSITIVE_POLICY_UNKNOWN',
      'p.nonPositive',
      { found: 0.1 },
    ],
    [
      { method: 'harmonic', nonPositive: {} },
      'NON_POSITIVE_FLOOR_INVALID',
      'p.nonPositive.floor',
      { floor: null },
    ],
    [
      { method: 'geometric', nonPositive: { floor: 0 } },
      'NON_POSITIVE_FLOOR_INVALID',
      'p.nonPositive.floor',
      { floor: 0 },
    ],
    [
      { method: 'generalised_mean', power: 2, nonPositive: { floor: -1 } },
      'NON_POSITIVE_FLOOR_INVALID',
      'p.nonPositive.floor',
      { floor: -1 },
    ],
    [
      { method: 'geometric', nonPositive: { floor: Infinity } },
      'NON_POSITIVE_FLOOR_INVALID',
      'p.nonPositive.floor',
      { floor: 'Infinity' },
    ],
    [
      { method: 'generalised_mean', nonPositive: 'zero' },
      'AGGREGATION_POWER_INVALID',
      'p.power',
      { power: null },
    ],
    [
      { method: 'generalised_mean', power: Number.NaN, nonPositive: 'zero' },
      'AGGREGATION_POWER_INVALID',
      'p.power',
      { power: 'NaN' },
    ],
    [
      { method: 'generalised_mean', power: '2', nonPositive: 'zero' },
      'AGGREGATION_POWER_INVALID',
      'p.power',
      { power: '2' },
    ],
    [
      { method: 'copeland', among: 'everybody' },
      'COPELAND_OPTION_UNKNOWN',
      'p.among',
      { option: 'among', found: 'everybody', known: 'all group' },
    ],
    [
      { method: 'copeland', pairs: null },
      'COPELAND_OPTION_UNKNOWN',
      'p.pairs',
      { option: 'pairs', found: null, known: 'majority weight' },
    ],
    [
      { method: 'copeland', scale: 1 },
      'COPELAND_OPTION_UNKNOWN',
      'p.scale',
      { option: 'scale', found: 1, known: 'sum share' },
    ],
  ])('%j: %s', (aggregation, code, path, params) => {
    expect(aggregationProblems(aggregation as never, 'p')).toEqual([{ code, path, params }]);
  });

  it('are told of all at once', () => {
    const codes = aggregationProblems({ method: 'generalised_mean' } as never, 'p').map(({ code }) => code);
    expect(codes).toEqual(['NON_POSITIVE_POLICY_UNKNOWN', 'AGGREGATION_POWER_INVALID']);
    const options = { method: 'copeland', among: 1, pairs: 2, scale: 3 };
    expect(aggregationProblems(options as never, 'p').map(({ path }) => path)).toEqual([
      'p.among',
      'p.pairs',
      'p.scale',
    ]);
  });

  it('says nothing of words that a method does not read', () => {
    expect(aggregationProblems({ method: 'median', power: 'x', among: 'x' } as never, 'p')).toEqual([]);
  });
});
