import { describe, expect, it } from '@jest/globals';
import type { Dataset } from '../../model/dataset.js';
import type { Framework } from '../../model/framework.js';
import { DTI_METHOD, flat } from '../framework.fixture.js';
import { AB_TO_D, data, MEAN } from '../succession/succession.fixture.js';
import { restate } from '../succession/restate.js';
import { compare } from './compare.js';
import { compared, of, rankParts, scoreParts, side, TWO } from './comparison.fixture.js';

describe('compare, rosters', () => {
  it('gives a new unit that comes in ahead to the roster', () => {
    const before = side(TWO, data(['a', 'b'], { A: [0.5, 0.5], B: [0.4, 0.4] }));
    const after = side(TWO, data(['a', 'b'], { A: [0.5, 0.5], B: [0.4, 0.4], N: [0.9, 0.9] }));
    const result = compared(before, after);
    expect(rankParts(of(result, 'B'))).toEqual({ roster: '1/1' });
    expect(of(result, 'N')).toEqual({
      unit: 'N',
      basis: 'new',
      predecessors: [],
      successors: [],
      before: null,
      after: { state: 'scored', score: 0.9, rank: 1 },
      score: null,
      rank: null,
      reasons: ['NEW_UNIT'],
    });
  });

  it('gives a unit that is gone to the roster, and lists it', () => {
    const before = side(TWO, data(['a', 'b'], { A: [0.5, 0.5], G: [0.9, 0.9] }));
    const after = side(TWO, data(['a', 'b'], { A: [0.6, 0.6] }));
    const result = compared(before, after);
    expect(rankParts(of(result, 'A'))).toEqual({ roster: '-1/1' });
    expect(of(result, 'G')).toMatchObject({
      basis: 'ended',
      before: { state: 'scored', score: 0.9, rank: 1 },
      after: null,
      reasons: ['ENDED_UNIT'],
    });
    expect(compared(before, after, { units: ['A'] }).units.map(({ unit }) => unit)).toEqual(['A']);
  });

  it('gives another group to the roster', () => {
    const before = side(TWO, data(['a', 'b'], { A: [0.5, 0.5], B: [0.9, 0.9] }));
    const dataset: Dataset = {
      ...before.dataset,
      units: [
        { code: 'A', group: 'small' },
        { code: 'B', group: 'large' },
      ],
    };
    expect(rankParts(of(compared(before, side(TWO, dataset)), 'A'))).toEqual({ roster: '-1/1' });
  });

  it('says why there is nothing to split', () => {
    const before = side(TWO, data(['a', 'b'], { A: [0.5, 'L'], B: [0.9, 0.9], C: [0.1, 0.1] }));
    const after = side(TWO, data(['a', 'b'], { A: [0.5, 0.5], B: ['O', 0.9], C: [0.1, 0.1] }));
    const alone: Dataset = {
      ...after.dataset,
      units: after.dataset.units.map((unit) => (unit.code === 'C' ? { ...unit, group: null } : unit)),
    };
    const result = compared(before, side(TWO, alone));
    expect(result.units.map(({ unit, reasons }) => [unit, reasons])).toEqual([
      ['A', ['NO_SCORE_BEFORE']],
      ['B', ['NO_SCORE_AFTER']],
      ['C', ['NO_RANK_AFTER']],
    ]);
    expect(of(result, 'A')).toMatchObject({
      before: { state: 'incomplete', score: null },
      score: null,
      rank: null,
    });
    expect(of(result, 'C')).toMatchObject({ score: { change: 0 }, rank: null });
    expect(compared(side(TWO, alone), before).units[2]?.reasons).toEqual(['NO_RANK_BEFORE']);
  });

  const SUCCESSION = { links: AB_TO_D, rule: MEAN };

  it('follows a merged unit back to its predecessors', () => {
    // D before: mean of A 0.5 and B 0.3 = 0.4; after 0.6. C 0.45 → 0.5. Before, D stands in place of A and B.
    const before = side(TWO, data(['a', 'b'], { A: [0.5, 0.5], B: [0.3, 0.3], C: [0.45, 0.45] }));
    const after = side(TWO, data(['a', 'b'], { D: [0.6, 0.6], C: [0.5, 0.5] }));
    const result = compared(before, after, { succession: SUCCESSION });
    const d = of(result, 'D');
    expect(d).toMatchObject({
      basis: 'restated',
      predecessors: ['A', 'B'],
      before: { score: 0.4, rank: 2 },
      after: { score: 0.6, rank: 1 },
    });
    expect(scoreParts(d)).toEqual({ own_data: 0.2 });
    // Own alone: 0.6 > 0.45: first. Others' alone 2. Own matters in every order.
    expect(rankParts(d)).toEqual({ own_data: '-1/1' });
    expect(of(result, 'A')).toMatchObject({
      basis: 'ended',
      successors: ['D'],
      before: { score: 0.5, rank: 1 },
    });
    // C, by [own, others, roster]: [] 2, [own] 1 (tied with A), [others] 2, [own, others] 1, [roster] 1 (D 0.4),
    // [own, roster] 1, [others, roster] 2 (D 0.6), all 2. Own: −1/3 − 1/6; others: 1/6 + 1/3; roster: −1/3 + 1/3.
    const c = of(result, 'C');
    expect([c.before?.rank, c.after?.rank]).toEqual([2, 2]);
    expect(rankParts(c)).toEqual({ own_data: '-1/2', others_data: '1/2' });
  });

  it.each([MEAN, { method: 'sum_of_elements', elements: ['a', 'b'], withoutValue: 'no_value' } as const])(
    'begins where restate ends, by %p',
    (rule) => {
      const framework = flat(
        { a: 50, b: 50 },
        {
          normalise: { method: 'min_max', constant: 'undetermined' },
          rank: { ...DTI_METHOD.rank, decimals: null },
        },
      );
      const then = data(['a', 'b'], { A: [5, 1], B: [3, 4], C: [9, 2], D2: [4, 4] });
      const links = [...AB_TO_D, { predecessor: 'C', successor: 'C' }];
      const before = side(framework, then);
      // One merger alone: everybody else is on both rosters.
      const after = side(framework, data(['a', 'b'], { C: [9, 2], D2: [4, 4], D: [8, 5] }));
      const d = of(compared(before, after, { succession: { links, rule } }), 'D');
      const restated = restate(framework, then, links, rule);
      const own = restated.ok ? restated.value.assessment.units.find(({ unit }) => unit === 'D') : undefined;
      expect(d.before?.score).toBeCloseTo(own?.score ?? Number.NaN, 12);
      expect(d.before?.rank).toBe(own?.rank?.rank);
    },
  );

  it('restates by sums where the rule says so', () => {
    const counts: Framework = {
      code: 'counts',
      method: { ...DTI_METHOD, normalise: { method: 'goalposts', from: 0, upTo: 100, clamp: 'clamp' } },
      root: { code: 'root', points: 1, children: [{ code: 'n', points: 1 }] },
    };
    const before = side(counts, data(['n'], { A: [10], B: [30], C: [50] }));
    const after = side(counts, data(['n'], { C: [50], D: [60] }));
    const rule = { method: 'sum_of_elements', elements: ['n'], withoutValue: 'no_value' } as const;
    const d = of(compared(before, after, { succession: { links: AB_TO_D, rule } }), 'D');
    expect(d).toMatchObject({ before: { score: 0.4, rank: 2 }, after: { score: 0.6, rank: 1 } });
    expect(scoreParts(d)).toEqual({ own_data: 0.2 });
    expect(rankParts(d)).toEqual({ own_data: '-1/1' });
    const refused = compare(before, after, {
      succession: { links: AB_TO_D, rule: { ...rule, elements: ['x'] } },
    });
    expect(refused).toMatchObject({
      ok: false,
      problems: [
        { code: 'ELEMENT_NOT_SUMMABLE', path: 'options.succession.rule.elements', params: { element: 'n' } },
      ],
    });
  });

  it('ranks a merged unit with nobody before where its predecessors were in two groups', () => {
    const { units, cells = [] } = data(['a', 'b'], { A: [0.5, 0.5], B: [0.3, 0.3] });
    const apart: Dataset = { units: units.map((unit, i) => ({ ...unit, group: String(i) })), cells };
    const after = side(TWO, data(['a', 'b'], { D: [0.6, 0.6] }));
    const d = of(compared(side(TWO, apart), after, { succession: SUCCESSION }), 'D');
    expect(d).toMatchObject({ before: { score: 0.4, rank: null }, rank: null, reasons: ['NO_RANK_BEFORE'] });
    expect(scoreParts(d)).toEqual({ own_data: 0.2 });
  });

  it('measures predecessors by the method after, where that can be', () => {
    const before = side(TWO, data(['a', 'b'], { A: [0.5, 0.1], B: [0.3, 0.1], C: [0.45, 0.45] }));
    const after = side(flat({ a: 75, b: 25 }), data(['a', 'b'], { D: [0.4, 0.1], C: [0.45, 0.45] }));
    // D: a 0.4, b 0.1 before and after. 0.25 → 0.3 + 0.025.
    expect(scoreParts(of(compared(before, after, { succession: SUCCESSION }), 'D'))).toEqual({
      method: 0.075,
    });
  });

  it('joins data and method where the later method has no such indices to average', () => {
    const tree = (code: string): Framework => ({
      code,
      method: DTI_METHOD,
      root: {
        code: 'root',
        points: 1,
        children: [{ code, points: 1, children: [{ code: 'a', points: 1 }] }],
      },
    });
    const before = side(tree('old'), data(['a'], { A: [0.5], B: [0.3] }));
    const after = side(tree('new'), data(['a'], { D: [0.6] }));
    const succession = { links: AB_TO_D, rule: { ...MEAN, nodes: ['old'] } };
    const d = of(compared(before, after, { succession }), 'D');
    expect(d.score?.parts[0]).toMatchObject({
      factors: ['own_data', 'method'],
      reason: 'METHOD_REFUSES_DATA',
    });
    // Without nodes by name the main indices are whatever stands below the root.
    expect(scoreParts(of(compared(before, after, { succession: SUCCESSION }), 'D'))).toEqual({
      own_data: 0.2,
    });
  });
});
