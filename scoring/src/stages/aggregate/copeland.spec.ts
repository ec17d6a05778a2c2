import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Aggregation, AggregationRule } from '../../model/aggregation.js';
import { sum } from '../../numeric/sum.js';
import type { Child } from './aggregate.js';
import { child, resultOf, ruleOf, type ChildCell } from './children.fixture.js';

type Options = Omit<Extract<Aggregation, { method: 'copeland' }>, 'method'>;

function scoresOf(
  children: readonly Child[],
  options: Options = {},
  others: Partial<AggregationRule> = {},
  groups?: readonly number[],
): readonly unknown[] {
  return resultOf(children, ruleOf({ method: 'copeland', ...options }, others), groups).cells;
}

/** The units of COINr's own test of `outrankMatrix`, column by column. */
const COINR = [child([1, 2, 3, 4]), child([3, 2, 1, 5]), child([2, 3, 1, 4])];

describe('Copeland', () => {
  it("agrees with COINr's test: of six pairs the second beats the first and the third by 2 of 3", () => {
    expect(scoresOf(COINR)).toEqual([-1, 1, -3, 3]);
  });

  it('by weight sums the rows of the outranking matrix: 2/3 + 1/3, 2/3 + 2/3, 1/3 + 1/3, 3', () => {
    const scores = scoresOf(COINR, { pairs: 'weight' });
    [1, 4 / 3, 2 / 3, 3].forEach((expected, u) => expect(scores[u]).toBeCloseTo(expected, 14));
  });

  it('as a share runs from 0, behind everybody, to 1', () => {
    const majority = scoresOf(COINR, { scale: 'share' });
    [1 / 3, 2 / 3, 0, 1].forEach((expected, u) => expect(majority[u]).toBeCloseTo(expected, 14));
    const byWeight = scoresOf(COINR, { pairs: 'weight', scale: 'share' });
    [1 / 3, 4 / 9, 2 / 9, 1].forEach((expected, u) => expect(byWeight[u]).toBeCloseTo(expected, 14));
  });

  it('goes by the weight of the children in which a unit leads', () => {
    // The first child weighs more than the other two.
    const children = [child([1, 2, 3], 5), child([3, 2, 1], 2), child([3, 2, 1], 2)];
    expect(scoresOf(children)).toEqual([-2, 0, 2]);
    // 2 × 4/9, 4/9 + 5/9, 2 × 5/9.
    const byWeight = scoresOf(children, { pairs: 'weight' });
    [8 / 9, 1, 10 / 9].forEach((expected, u) => expect(byWeight[u]).toBeCloseTo(expected, 14));
  });

  it('gives nobody anything for an even pair, though 0.1 + 0.2 is not 0.3', () => {
    const children = [child([1, 2], 0.1), child([1, 2], 0.2), child([2, 1], 0.3)];
    expect(scoresOf(children)).toEqual([0, 0]);
    expect(scoresOf([child([1, 2], 0.1), child([1, 2], 0.2), child([2, 1], 0.3000001)])).toEqual([1, -1]);
    const byWeight = scoresOf(children, { pairs: 'weight' });
    byWeight.forEach((score) => expect(score).toBeCloseTo(0.5, 14));
  });

  it('counts half the weight of a child in which two are equal', () => {
    // Equal in the first, of weight 1; ahead in the second, of weight 3.
    const scores = scoresOf([child([5, 5], 1), child([2, 1], 3)], { pairs: 'weight' });
    expect(scores).toEqual([0.875, 0.125]);
    expect(scoresOf([child([5, 5], 1), child([2, 1], 3)])).toEqual([1, -1]);
  });

  it('leaves out a child without weight', () => {
    expect(scoresOf([child([1, 2], 1), child([9, 0], 0)])).toEqual([-1, 1]);
    expect(scoresOf([child([1, 2], 1), child([9, 'missing'], 0)], { pairs: 'weight' })).toEqual([0, 1]);
  });
});

describe('Copeland, who is compared', () => {
  const children = [child([1, 2, 3, 4, 5])];

  it('is every unit with a value, or those of the peer group', () => {
    const groups = [0, 1, 0, 1, 0];
    expect(scoresOf(children, {}, {}, groups)).toEqual([-4, -2, 0, 2, 4]);
    expect(scoresOf(children, { among: 'all' }, {}, groups)).toEqual([-4, -2, 0, 2, 4]);
    expect(scoresOf(children, { among: 'group' }, {}, groups)).toEqual([-2, -1, 0, 1, 2]);
    expect(scoresOf(children, { among: 'group', scale: 'share' }, {}, groups)).toEqual([0, 0, 0.5, 1, 1]);
    expect(scoresOf(children, { among: 'group', pairs: 'weight' }, {}, groups)).toEqual([0, 0, 1, 1, 2]);
  });

  it('takes a unit of no group among all, and has nobody to compare it with among peers', () => {
    const groups = [0, 0, -1, 0, 0];
    expect(scoresOf(children, {}, {}, groups)).toEqual([-4, -2, 0, 2, 4]);
    expect(scoresOf(children, { among: 'group' }, {}, groups)).toEqual([-3, -1, 'undetermined', 1, 3]);
    const two = scoresOf(children, { among: 'group' }, {}, [-1, 0, 0, -1, 0]);
    expect(two).toEqual(['undetermined', -2, 0, 'undetermined', 2]);
  });

  it.each<[Options]>([[{}], [{ pairs: 'weight' }], [{ scale: 'share' }], [{ among: 'group' }]])(
    'a single unit is undetermined under %j',
    (options) => {
      const rule = ruleOf({ method: 'copeland', ...options });
      expect(resultOf([child([3])], rule)).toEqual({
        cells: ['undetermined'],
        marks: [['constant']],
        coverage: [1],
      });
    },
  );

  it('does not compare units that have no value here', () => {
    const gap = [child([1, 2, 3]), child([1, 'missing', 0])];
    expect(resultOf(gap, ruleOf('copeland'))).toEqual({
      cells: [0, 'incomplete', 0],
      marks: [[], ['childWithoutValue'], []],
      coverage: [1, 0.5, 1],
    });
  });

  it('gives units that are all equal the same', () => {
    expect(scoresOf([child([2, 2, 2])])).toEqual([0, 0, 0]);
    expect(scoresOf([child([2, 2, 2])], { pairs: 'weight' })).toEqual([1, 1, 1]);
    expect(scoresOf([child([2, 2, 2])], { scale: 'share' })).toEqual([0.5, 0.5, 0.5]);
  });
});

describe('Copeland, gaps', () => {
  const gaps = [child([1, 2, 3], 1), child([3, 'missing', 1], 1), child([3, 2, 1], 2)];
  const reweight = { missing: 'reweight' } as const;

  it('judges a pair by the children that both have, over their own weight', () => {
    // First to second: behind in 1, ahead in 2, of 3. First to third: behind in 1, ahead in 3, of 4.
    // Second to third: behind in 1, ahead in 2, of 3.
    expect(scoresOf(gaps, {}, reweight)).toEqual([2, 0, -2]);
    const byWeight = scoresOf(gaps, { pairs: 'weight' }, reweight);
    [2 / 3 + 3 / 4, 1 / 3 + 2 / 3, 1 / 4 + 1 / 3].forEach((expected, u) => {
      expect(byWeight[u]).toBeCloseTo(expected, 14);
    });
  });

  it('counts half the weight of a child in which two are equal, beside a gap as well', () => {
    const children = [child([5, 5, 5], 1), child([2, 1, 0], 3), child([1, 1, 'missing'], 4)];
    // First to second: ahead in 3, equal in 5, of 8. First to third: ahead in 3, equal in 1, of 4.
    expect(scoresOf(children, { pairs: 'weight' }, reweight)).toEqual([
      5.5 / 8 + 3.5 / 4,
      2.5 / 8 + 3.5 / 4,
      0.25,
    ]);
  });

  it('counts a gap as zero where the rule says so', () => {
    const zero = { missing: 'zero' } as const;
    // Second to third: behind in 1 and 1, ahead in 2: even.
    expect(scoresOf(gaps, {}, zero)).toEqual([2, -1, -1]);
    const byWeight = scoresOf(gaps, { pairs: 'weight' }, zero);
    [3 / 4 + 3 / 4, 1 / 4 + 1 / 2, 1 / 4 + 1 / 2].forEach((expected, u) => {
      expect(byWeight[u]).toBeCloseTo(expected, 14);
    });
  });

  it('takes two units without a child in common as even', () => {
    const apart = [child([1, 'missing']), child(['missing', 9])];
    expect(scoresOf(apart, {}, reweight)).toEqual([0, 0]);
    expect(scoresOf(apart, { pairs: 'weight' }, reweight)).toEqual([0.5, 0.5]);
  });

  it('gives the same whatever place a unit has in the data', () => {
    const turned = [child([3, 2, 1], 1), child([1, 'missing', 3], 1), child([1, 2, 3], 2)];
    for (const pairs of ['majority', 'weight'] as const) {
      expect([...scoresOf(turned, { pairs }, reweight)].reverse()).toEqual(
        scoresOf(gaps, { pairs }, reweight),
      );
    }
  });
});

describe('Copeland, sums that are compensated', () => {
  it('bring ten tenths to 1', () => {
    // The first unit is ahead of ten others in a tenth of the weight that they share with it.
    const ten = Array<number>(10).fill(0);
    const alone = [...Array<ChildCell>(10).fill('missing'), 5];
    const lonely = [child([1, ...ten], 1), child([-1, ...ten], 9), child(alone, 3)];
    const rule = { missing: 'reweight' } as const;
    expect(scoresOf(lonely, { pairs: 'weight' }, rule)[0]).toBe(1);
    const weights = Array<number>(10).fill(0.1);
    expect(
      scoresOf(
        weights.map((weight) => child([2, 1], weight)),
        { pairs: 'weight' },
      ),
    ).toEqual([1, 0]);
  });

  it('give units that are equal in everything the same to the last bit', () => {
    const cell: fc.Arbitrary<ChildCell> = fc.oneof(
      { arbitrary: fc.integer({ min: 0, max: 4 }), weight: 4 },
      { arbitrary: fc.constant('missing' as const), weight: 1 },
    );
    const families = fc.array(
      fc.record({
        cells: fc.array(cell, { minLength: 12, maxLength: 12 }),
        weight: fc.double({ min: 0.01, max: 1, noNaN: true }),
      }),
      { minLength: 2, maxLength: 5 },
    );
    fc.assert(
      fc.property(families, (family) => {
        const children = family.map(({ cells, weight }) => child([...cells, cells[0] as ChildCell], weight));
        const scores = scoresOf(children, { pairs: 'weight' }, { missing: 'reweight' });
        expect(scores[12]).toBe(scores[0]);
      }),
    );
  });
});

describe('Copeland, properties', () => {
  const size = 7;
  const cell: fc.Arbitrary<ChildCell> = fc.oneof(
    { arbitrary: fc.integer({ min: -3, max: 3 }), weight: 5 },
    { arbitrary: fc.constant('missing' as const), weight: 1 },
  );
  const families = fc.array(
    fc.record({
      cells: fc.array(cell, { minLength: size, maxLength: size }),
      weight: fc.integer({ min: 1, max: 9 }),
    }),
    { minLength: 1, maxLength: 5 },
  );
  const options = fc.record({
    pairs: fc.constantFrom('majority' as const, 'weight' as const),
    scale: fc.constantFrom('sum' as const, 'share' as const),
  });
  const missing = fc.constantFrom('zero' as const, 'reweight' as const, 'no_value' as const);

  it('sees only the order within a child', () => {
    fc.assert(
      fc.property(families, options, (family, own) => {
        const of = (change: (value: number) => number): readonly unknown[] =>
          scoresOf(
            family.map(({ cells, weight }) =>
              child(
                cells.map((value) => (typeof value === 'number' ? change(value) : value)),
                weight,
              ),
            ),
            own,
            { missing: 'reweight' },
          );
        expect(of((value) => value ** 3 + 10)).toEqual(of((value) => value));
      }),
    );
  });

  it('gives out what there is: every pair its one point, or nothing in all', () => {
    fc.assert(
      fc.property(families, options, missing, (family, { pairs, scale }, rule) => {
        const children = family.map(({ cells, weight }) => child(cells, weight));
        const scores = scoresOf(children, { pairs, scale }, { missing: rule }).filter(
          (score) => typeof score === 'number',
        );
        const count = scores.length;
        const pairsInAll = (count * (count - 1)) / 2;
        const expected = scale === 'share' ? count / 2 : pairs === 'weight' ? pairsInAll : 0;
        expect(sum(scores)).toBeCloseTo(count < 2 ? 0 : expected, 12);
        const most = scale === 'share' ? 1 : count - 1;
        for (const score of scores) expect(Math.abs(score)).toBeLessThanOrEqual(most + 1e-12);
      }),
    );
  });

  it('gives by sorting what comparing every pair gives', () => {
    const complete = fc.array(
      fc.record({
        cells: fc.array(fc.integer({ min: -2, max: 2 }), { minLength: size, maxLength: size }),
        weight: fc.double({ min: 0.01, max: 1, noNaN: true }),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(complete, (family) => {
        const children = family.map(({ cells, weight }) => child(cells, weight));
        const sorted = scoresOf(children, { pairs: 'weight' });
        const ofAll = sum(family.map(({ weight }) => weight));
        sorted.forEach((score, u) => {
          const parts = family.flatMap(({ cells, weight }) =>
            cells.map((other, v) => {
              const own = cells[u] as number;
              if (v === u) return 0;
              return ((own > other ? 1 : own === other ? 0.5 : 0) * weight) / ofAll;
            }),
          );
          expect(score).toBeCloseTo(sum(parts), 12);
        });
      }),
    );
  });
});
