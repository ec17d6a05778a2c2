import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { audited, dataset, framework, GAP, ORTHOGONAL } from './audit.fixture.js';
import { cronbachAlpha } from './consistency.js';

const columns = (...values: readonly (readonly number[])[]): readonly Float64Array[] =>
  values.map((column) => Float64Array.from(column));

describe('cronbachAlpha', () => {
  it.each([
    // By hand: variances 1 and 1, covariance 1/2: 4 · (1/2) / 3.
    [
      [
        [1, 2, 3],
        [1, 3, 2],
      ],
      2 / 3,
    ],
    [
      [
        [1, 2, 3],
        [1, 2, 3],
      ],
      1,
    ],
    // By hand: variances 1 and 100, covariance 10: 4 · 10 / 121.
    [
      [
        [1, 2, 3],
        [10, 20, 30],
      ],
      40 / 121,
    ],
    // By hand: variances 1 and 1, covariance −1/2: 4 · (−1/2) / 1.
    [
      [
        [1, 2, 3],
        [3, 1, 2],
      ],
      -2,
    ],
    // By hand: variances 1, covariances 1/2, 1 and 1/2: 9 · (2/3) / 7.
    [
      [
        [1, 2, 3],
        [1, 3, 2],
        [1, 2, 3],
      ],
      6 / 7,
    ],
    // A constant adds nothing: 9 · (1/3 · 1/2) / 3.
    [
      [
        [1, 2, 3],
        [1, 3, 2],
        [5, 5, 5],
      ],
      0.5,
    ],
  ])('of %p is %p', (values, expected) => {
    expect(cronbachAlpha(columns(...values))).toEqual({ value: expect.closeTo(expected, 13) });
  });

  it('takes each pair over the units that have both values', () => {
    // By hand: variance of 1, 2, 3, 4 is 5/3; that of 1, 3, 2 is 1; together, over three units, 1/2.
    const withGap = columns([1, 2, 3, 4], [1, 3, 2, Number.NaN]);
    expect(cronbachAlpha(withGap)).toEqual({ value: expect.closeTo(2 / (5 / 3 + 1 + 1), 13) });
  });

  it.each([
    [[[1, 2, 3]], 'SINGLE_CHILD', { members: 1 }],
    [[], 'SINGLE_CHILD', { members: 0 }],
    [
      [
        [1, 2, Number.NaN],
        [Number.NaN, 2, 3],
      ],
      'TOO_FEW_VALUES',
      { units: 1, needed: 2 },
    ],
    [
      [
        [5, 5, 5],
        [7, 7, 7],
      ],
      'NO_SPREAD',
      { members: 2 },
    ],
    // The sum of both is constant.
    [
      [
        [0.1, 0.2, 0.3],
        [0.3, 0.2, 0.1],
      ],
      'NO_SPREAD',
      { members: 2 },
    ],
    [
      [
        [0, 1e200],
        [0, 1],
      ],
      'OUT_OF_RANGE',
      { units: 2, needed: 2 },
    ],
    [
      [
        [0, 1.3e154],
        [0, 1.3e154],
      ],
      'OUT_OF_RANGE',
      { members: 2 },
    ],
  ])('of %p is refused: %p', (values, code, params) => {
    expect(cronbachAlpha(columns(...values))).toEqual({ code, params });
  });

  it('is at most 1 without gaps, and does not depend on the order of the columns', () => {
    const column = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(column, { minLength: 2, maxLength: 5 }), (values) => {
        const found = cronbachAlpha(columns(...values));
        const turned = cronbachAlpha(columns(...[...values].reverse()));
        if (!('value' in found)) expect(turned).toEqual(found);
        else {
          expect(found.value).toBeLessThanOrEqual(1 + 1e-12);
          expect(turned).toEqual({ value: expect.closeTo(found.value, 9) });
        }
      }),
    );
  });
});

describe('groups', () => {
  it('are the children of each parent, and the indicators below where children are no indicators', () => {
    const { groups } = audited(framework([['p', ['a', 'b']], 'c']), dataset(ORTHOGONAL));
    expect(groups.map(({ node, of, members }) => `${node} ${of}: ${members.join(' ')}`)).toEqual([
      'index children: p c',
      'index indicators: a b c',
      'p children: a b',
    ]);
    // Two columns that correlate by 1/2: components 3/2 and 1/2.
    const ofP = groups[2];
    expect(ofP?.alpha).toBeCloseTo(2 / 3, 13);
    expect(ofP?.components?.cases).toBe(4);
    expect(ofP?.components?.shares[0]).toBeCloseTo(0.75, 13);
    expect(ofP?.components?.shares[1]).toBeCloseTo(0.25, 13);
    expect(ofP?.components?.aboveOne).toBe(1);
    expect(ofP?.components?.first[0]).toBeCloseTo(Math.SQRT1_2, 13);
    expect(ofP?.components?.first[1]).toBeCloseTo(Math.SQRT1_2, 13);
    // λ² − 5/2 λ + 1/2 = 0 for the highest of the three indicators.
    expect((groups[1]?.components?.shares[0] as number) * 3).toBeCloseTo((2.5 + Math.sqrt(4.25)) / 2, 13);
  });

  it('count no component of columns that have nothing in common as above 1', () => {
    const { groups } = audited(
      framework(['a', 'b', 'c']),
      dataset({ a: [1, 1, -1, -1], b: [1, -1, 1, -1], c: [1, -1, -1, 1] }),
    );
    expect(groups[0]?.components?.aboveOne).toBe(0);
    expect(groups[0]?.alpha).toBeCloseTo(0, 13);
  });

  it.each([
    [
      'a single child',
      { a: [1, 2, 3, 4] },
      ['consistency SINGLE_CHILD', 'components SINGLE_CHILD'],
      { of: 'children', members: 1 },
    ],
    [
      'too few complete cases',
      { a: [1, 2, 3, GAP], b: [1, 3, GAP, 4] },
      ['components TOO_FEW_CASES'],
      { of: 'children', cases: 2, needed: 3 },
    ],
    [
      'a constant child',
      { a: [1, 2, 3, 4], b: [5, 5, 5, 5] },
      ['components NO_SPREAD'],
      { of: 'children', member: 'b' },
    ],
    [
      'a child beyond the range of doubles',
      { a: [1, 2, 3, 4], b: [-1e308, 1e308, 0, 0] },
      ['consistency OUT_OF_RANGE', 'components OUT_OF_RANGE'],
      { of: 'children', member: 'b' },
    ],
  ])('with %s say so', (_, data, expected, params) => {
    const { groups, refusals } = audited(framework(Object.keys(data)), dataset(data));
    const ofGroup = refusals.filter(({ step }) => step === 'consistency' || step === 'components');
    expect(ofGroup.map(({ step, code }) => `${step} ${code}`)).toEqual(expected);
    expect(ofGroup.at(-1)).toMatchObject({ nodes: ['index'], params });
    expect(groups[0]?.components).toBeNull();
    if (expected.length === 2) expect(groups[0]?.alpha).toBeNull();
    else expect(groups[0]?.alpha).not.toBeNull();
  });
});
