import { describe, expect, it } from '@jest/globals';
import type { Framework } from '../model/framework.js';
import { weightsOf } from './framework-weights.js';

const FRAMEWORK: Framework = {
  code: 'f',
  method: {
    weights: { method: 'given' },
    normalise: { method: 'distance_to_reference', unit: 'capital', clamp: 'clamp', constant: 'undetermined' },
    aggregation: { method: 'arithmetic' },
    missing: 'no_value',
    notApplicable: 'reweight',
    rank: { method: 'competition', decimals: 2, rounding: 'half_up_decimal', direction: 'descending' },
  },
  root: {
    code: 'whole',
    children: [
      {
        code: 'a',
        weight: 3,
        children: [
          { code: 'a1', weight: 1 },
          { code: 'a2', weight: 1 },
        ],
      },
      { code: 'b', weight: 1 },
      { code: 'listed', scored: false, weight: 9 },
    ],
  },
};

describe('the weights of a framework', () => {
  it('are shares of the parent and of the whole, whether or not there are units', () => {
    expect(weightsOf(FRAMEWORK)).toEqual({
      ok: true,
      value: [
        { node: 'whole', ofParent: 1, ofWhole: 1 },
        { node: 'a', ofParent: 0.75, ofWhole: 0.75 },
        { node: 'a1', ofParent: 0.5, ofWhole: 0.375 },
        { node: 'a2', ofParent: 0.5, ofWhole: 0.375 },
        { node: 'b', ofParent: 0.25, ofWhole: 0.25 },
        { node: 'listed', ofParent: 0, ofWhole: 0 },
      ],
    });
  });

  it('are refused with every problem of a framework that has some', () => {
    const twice = { ...FRAMEWORK, root: { code: 'whole', children: [{ code: 'a' }, { code: 'a' }] } };
    expect(weightsOf(twice)).toMatchObject({ ok: false, problems: [{ code: 'NODE_CODE_DOUBLED' }] });
  });

  it('are refused, not thrown, whatever is handed in', () => {
    expect(weightsOf(null as unknown as Framework)).toMatchObject({ ok: false });
  });
});
