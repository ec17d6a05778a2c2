import { describe, expect, it } from '@jest/globals';
import type { Cell, Dataset } from '../../model/dataset.js';
import type { Framework, Method } from '../../model/framework.js';
import type { SuccessionLink, SuccessionRule } from '../../model/succession.js';
import { DTI_METHOD, flat } from '../framework.fixture.js';
import { AB_TO_D, data, MEAN } from '../succession/succession.fixture.js';
import { compare } from './compare.js';
import { compared, of, rankParts, scoreParts, side, TWO } from './comparison.fixture.js';

const ONE = flat({ a: 1 });
const WIDE: Partial<Method> = { normalise: { method: 'goalposts', from: 0, upTo: 100, clamp: 'clamp' } };
const SUMS: SuccessionRule = { method: 'sum_of_elements', elements: ['a'], withoutValue: 'no_value' };

describe('mixes, merged units', () => {
  it('stand in the place of their first predecessor, where the order of the data decides', () => {
    const ordinal = flat({ a: 1 }, { rank: { ...DTI_METHOD.rank, method: 'ordinal' } });
    const before = side(ordinal, data(['a'], { X: [0.5], A: [0.5], Y: [0.5], B: [0.5], Z: [0.5] }));
    const after = side(ordinal, data(['a'], { X: [0.5], Y: [0.5], Z: [0.5], D: [0.5] }));
    const d = of(compared(before, after, { succession: { links: AB_TO_D, rule: MEAN } }), 'D');
    expect([d.before?.rank, d.after?.rank, rankParts(d)]).toEqual([2, 4, { roster: '2/1' }]);
  });

  const TAKEN_IN: readonly SuccessionLink[] = [
    { predecessor: 'A', successor: 'B' },
    { predecessor: 'B', successor: 'B' },
  ];

  it('that took others in and kept their code replace what they were', () => {
    const before = side(ONE, data(['a'], { A: [0.9], B: [0.3], C: [0.5] }));
    const after = side(ONE, data(['a'], { B: [0.6], C: [0.5] }));
    const result = compared(before, after, { succession: { links: TAKEN_IN, rule: MEAN } });
    // Restated 0.6: the mean of what A and B were. First then and now.
    expect(of(result, 'B')).toMatchObject({
      basis: 'restated',
      predecessors: ['A', 'B'],
      before: { score: 0.6, rank: 1 },
    });
    expect(rankParts(of(result, 'B'))).toEqual({});
    // C: behind A; without A, and B as it was, first; behind B as it is now. Roster ∅ → B at 0.6 in either case.
    expect(of(result, 'C')).toMatchObject({ before: { rank: 2 }, after: { rank: 2 } });
    expect(of(result, 'A')).toMatchObject({ basis: 'ended', successors: ['B'] });
  });

  const SPLIT: readonly SuccessionLink[] = [
    { predecessor: 'A', successor: 'A', share: 0.5 },
    { predecessor: 'A', successor: 'D', share: 0.5 },
    { predecessor: 'B', successor: 'D' },
  ];

  it('leave a predecessor that lives on among the units of before', () => {
    const before = side(ONE, data(['a'], { A: [0.8], B: [0.2], C: [0.6] }));
    const after = side(ONE, data(['a'], { A: [0.8], C: [0.6], D: [0.5] }));
    const d = of(compared(before, after, { succession: { links: SPLIT, rule: MEAN } }), 'D');
    // Behind A 0.8 and C 0.6 with 0.5, whatever the mix.
    expect([d.before, d.after?.rank, rankParts(d)]).toEqual([
      { state: 'scored', score: 0.5, rank: 3 },
      3,
      {},
    ]);
  });

  it('count a unit of the data once, however many units are made of it', () => {
    // Ranks from the worst: B 1, C 2, A 3. D the mean of 3 and 1.
    const ranked = flat({ a: 1 }, { normalise: { method: 'rank' } });
    const before = side(ranked, data(['a'], { A: [8], B: [2], C: [6] }));
    const after = side(ranked, data(['a'], { A: [8], C: [6], D: [7] }));
    const result = compared(before, after, { succession: { links: SPLIT, rule: MEAN } });
    expect(of(result, 'D').before?.score).toBe(2);
    expect(of(result, 'A').before).toMatchObject({ score: 3, rank: 1 });
  });

  it('are made of what predecessors were, also where one of them carries its own data of today', () => {
    const far = flat(
      { a: 1 },
      {
        normalise: { method: 'distance_to_reference', unit: 'A', clamp: 'clamp', constant: 'undetermined' },
      },
    );
    const before = side(far, data(['a'], { A: [8], B: [0], C: [4] }));
    const after = side(far, data(['a'], { A: [10], C: [0], D: [5] }));
    const d = of(compared(before, after, { succession: { links: SPLIT, rule: MEAN } }), 'D');
    // D by [own, others]: [] A then 1, B 0: 0.5; [own] 5 from C 4 to A 8: 0.25; [others] A is 10 now, and was 8:
    // 0.8, B 0: 0.4; both 5 from C 0 to A 10: 0.5.
    expect(scoreParts(d)).toEqual({ own_data: -0.075, others_data: 0.075 });
  });

  it('are imputed with the group of the unit that they went into', () => {
    const filled = flat({ a: 1 }, { impute: { method: 'group_mean', fallback: 'none' } });
    const units = [
      { code: 'A', group: 'g' },
      { code: 'B', group: 'g' },
      { code: 'C', group: 'h' },
    ];
    const before = side(filled, { ...data(['a'], { A: [0.4], B: ['O'], C: [1] }), units });
    const after = side(filled, {
      ...data(['a'], { D: [0.4], C: [1] }),
      units: [
        { code: 'D', group: 'h' },
        { code: 'C', group: 'h' },
      ],
    });
    // B is filled with the mean of its group: among D's parts alone before (0.4), with C too after (0.7).
    const d = of(compared(before, after, { succession: { links: AB_TO_D, rule: MEAN } }), 'D');
    expect(d.before?.score).toBeCloseTo(0.4, 12);
    expect(scoreParts(d)).toEqual({ own_data: -0.075, roster: 0.075 });
  });

  it('weigh by population, then and as corrected', () => {
    const population = (a: number, b: number): readonly Cell[] => [
      { unit: 'A', element: 'people', value: a, status: 'A' },
      { unit: 'B', element: 'people', value: b, status: 'A' },
    ];
    const then = data(['a'], { A: [0.2], B: [0.6] });
    const before = side(ONE, { ...then, cells: [...(then.cells ?? []), ...population(3, 1)] });
    const turned: Dataset = {
      units: [...then.units].reverse(),
      cells: [...(then.cells ?? []), ...population(1, 1)],
    };
    const after = side(ONE, data(['a'], { D: [0.5] }));
    const rule: SuccessionRule = {
      method: 'population_weighted_mean',
      weights: { element: 'people' },
      withoutValue: 'no_value',
    };
    const d = of(compared(before, after, { succession: { links: AB_TO_D, rule }, corrected: turned }), 'D');
    // 3 : 1 gives 0.3, as corrected 0.4. Own data 0.5 whatever it was.
    expect(d.before?.score).toBeCloseTo(0.3, 12);
    expect(scoreParts(d)).toEqual({ own_data: 0.15, correction: 0.05 });
  });

  it('sum what was corrected, by the method of either side', () => {
    const counts = flat({ a: 1 }, WIDE);
    const half = flat({ a: 1 }, { normalise: { method: 'goalposts', from: 0, upTo: 200, clamp: 'clamp' } });
    const before = side(counts, data(['a'], { A: [10], B: [20] }));
    const corrected = data(['a'], { B: [30], A: [20] });
    const after = side(half, data(['a'], { D: [50] }));
    const d = of(compared(before, after, { succession: { links: AB_TO_D, rule: SUMS }, corrected }), 'D');
    // v by [own, method, correction]: 0.3; correction 0.5; own 0.5, method halves each.
    // Own: 0.2/3 + 0/6 + 0.1/6 + 0/3; correction the same; method: −0.15/3 − 0.25/6 − 0.25/6 − 0.25/3.
    expect(scoreParts(d)).toEqual({
      own_data: 0.083333333333,
      method: -0.216666666667,
      correction: 0.083333333333,
    });
  });

  it('are joined with the method where it refuses their sums, though none of the parts', () => {
    const bounded: Framework = {
      ...flat({ a: 1 }, WIDE),
      root: { code: 'root', points: 1, children: [{ code: 'a', points: 1, bounds: { maximum: 25 } }] },
    };
    const before = side(flat({ a: 1 }, WIDE), data(['a'], { A: [10], B: [20], C: [5] }));
    const after = side(bounded, data(['a'], { D: [25], C: [5] }));
    const succession = { links: AB_TO_D, rule: SUMS };
    const d = of(compared(before, after, { succession }), 'D');
    expect(d.score?.parts[0]).toMatchObject({
      factors: ['own_data', 'method'],
      value: expect.closeTo(-0.05, 12),
      reason: 'METHOD_REFUSES_DATA',
    });
    // The other way round it is the restated past itself that the method refuses.
    const refused = compare(side(bounded, before.dataset), side(flat({ a: 1 }, WIDE), after.dataset), {
      succession,
    });
    expect(refused).toMatchObject({
      ok: false,
      problems: [{ code: 'VALUE_OUT_OF_BOUNDS', path: 'options.succession.dataset.columns[0].values[0]' }],
    });
    const open = side(
      flat({ a: 1 }, { normalise: { method: 'goalposts', from: 0, upTo: 1, clamp: 'keep' } }),
      data(['a'], { A: [1.7e308], B: [1.7e308] }),
    );
    expect(compare(open, after, { succession })).toMatchObject({
      ok: false,
      problems: [{ code: 'SUM_NOT_FINITE' }],
    });
  });

  it('are joined with the method where it refuses one of the parts', () => {
    const strict: Framework = {
      ...ONE,
      root: { code: 'root', points: 1, children: [{ code: 'a', points: 1, bounds: { maximum: 0.5 } }] },
    };
    const before = side(ONE, data(['a'], { A: [0.8], B: [0.2], C: [0.4] }));
    const after = side(strict, data(['a'], { D: [0.5], C: [0.4] }));
    const result = compared(before, after, { succession: { links: AB_TO_D, rule: MEAN } });
    expect(of(result, 'D').score?.parts[0]).toMatchObject({
      factors: ['own_data', 'method'],
      reason: 'METHOD_REFUSES_DATA',
    });
    // For C it is A, by itself or as a part of D, as long as it carries what it was.
    expect(of(result, 'C').score?.parts[1]).toMatchObject({
      factors: ['others_data', 'method', 'roster'],
      reason: 'METHOD_REFUSES_DATA',
    });
  });

  it('cannot be restated where the rule names nodes that the earlier method has not', () => {
    const before = side(ONE, data(['a'], { A: [0.8], B: [0.2] }));
    const after = side(ONE, data(['a'], { D: [0.5] }));
    const rule = { ...MEAN, nodes: ['nowhere'] };
    expect(compare(before, after, { succession: { links: AB_TO_D, rule } })).toMatchObject({
      ok: false,
      problems: [{ code: 'CUT_NODE_UNKNOWN', path: 'options.succession.rule.nodes' }],
    });
    // With nobody merged nobody asks.
    expect(compare(after, after, { succession: { links: AB_TO_D, rule } }).ok).toBe(true);
  });
});

describe('mixes, ranks', () => {
  const tied: Framework = {
    ...TWO,
    method: {
      ...DTI_METHOD,
      rank: { ...DTI_METHOD.rank, tieBreaks: [{ by: 'node', node: 'b', direction: 'descending' }] },
    },
  };

  it('break ties by nodes', () => {
    // Both 0.5; A leads in b before, B after.
    const before = side(tied, data(['a', 'b'], { A: [0.4, 0.6], B: [0.5, 0.5] }));
    const after = side(tied, data(['a', 'b'], { A: [0.4, 0.6], B: [0.3, 0.7] }));
    expect(rankParts(of(compared(before, after), 'A'))).toEqual({ others_data: '1/1' });
    const plain = side(TWO, before.dataset);
    expect(rankParts(of(compared(plain, before), 'B'))).toEqual({ method: '1/1' });
    const byCode: Framework = {
      ...TWO,
      method: { ...DTI_METHOD, rank: { ...DTI_METHOD.rank, tieBreaks: [{ by: 'code' }] } },
    };
    expect(rankParts(of(compared(plain, side(byCode, before.dataset)), 'B'))).toEqual({ method: '1/1' });
  });

  const LATER = flat({ a: 50, b: 50 });
  const EARLIER: Framework = {
    code: 'earlier',
    method: DTI_METHOD,
    root: {
      code: 'root',
      points: 1,
      children: [
        { code: 'a', points: 1 },
        { code: 'b', scored: false },
      ],
    },
  };

  it('do not wait for a unit of another group, nor for one that has no score on some side', () => {
    const then = data(['a', 'b'], { A: [0.5, 0.5], B: [0.4, 'L'] });
    const now = data(['a', 'b'], { A: [0.5, 0.5], B: [0.6, 0.6] });
    const free = FACTOR_BY_FACTOR;
    const grouped = (dataset: Dataset): Dataset => ({
      ...dataset,
      units: dataset.units.map(({ code }) => ({ code, group: code })),
    });
    const partsOf = (before: Dataset, after: Dataset): readonly (readonly string[])[] =>
      (of(compared(side(EARLIER, before), side(LATER, after)), 'A').rank?.parts ?? []).map(
        ({ factors }) => factors,
      );
    expect(partsOf(then, now)).toEqual([['own_data'], ['others_data', 'method'], ['roster'], ['correction']]);
    expect(partsOf(grouped(then), grouped(now))).toEqual(free);
    // Without a score after, or before, its gap in the mix is none that the mix made.
    expect(partsOf(then, data(['a', 'b'], { A: [0.5, 0.5], B: ['O', 0.6] }))).toEqual(free);
    expect(partsOf(data(['a', 'b'], { A: [0.5, 0.5], B: ['O', 'L'] }), now)).toEqual(free);
    // One that is gone has to have a score by the later method only if it is ranked by it.
    expect(partsOf(then, data(['a', 'b'], { A: [0.5, 0.5] }))).toEqual([
      ['own_data'],
      ['others_data'],
      ['method', 'roster'],
      ['correction'],
    ]);
  });

  it('wait for a new unit that the earlier method could not rank', () => {
    const before = side(LATER, data(['a', 'b'], { A: [0.5, 0.5] }));
    const after = side(EARLIER, data(['a', 'b'], { A: [0.5, 0.5], N: [0.6, 'L'] }));
    const a = of(compared(before, after), 'A');
    expect(a.rank?.parts.map(({ factors }) => factors)).toEqual([
      ['own_data'],
      ['others_data'],
      ['method', 'roster'],
      ['correction'],
    ]);
    expect(a.rank?.parts[2]).toMatchObject({ numerator: 1, reason: 'PEERS_WITHOUT_SCORE_IN_MIX' });
  });

  it('wait for a unit whose correction the later method could not rank', () => {
    const before = side(EARLIER, data(['a', 'b'], { A: [0.5, 0.5], B: [0.4, 0.4] }));
    const corrected = data(['a', 'b'], { A: [0.5, 0.5], B: [0.4, 'O'] });
    const after = side(LATER, data(['a', 'b'], { A: [0.5, 0.5], B: [0.4, 0.4] }));
    const a = of(compared(before, after, { corrected }), 'A');
    const joined = a.rank?.parts.find(({ factors }) => factors.length > 1);
    expect(joined).toMatchObject({ reason: 'PEERS_WITHOUT_SCORE_IN_MIX', numerator: 0 });
    // Withdrawn from both methods it is a fact, and parts stay apart.
    const withdrawn = data(['a', 'b'], { A: [0.5, 0.5], B: ['O', 'O'] });
    expect(
      of(compared(before, after, { corrected: withdrawn }), 'A').rank?.parts.map(({ factors }) => factors),
    ).toEqual(FACTOR_BY_FACTOR);
  });

  it('look for a unit of reference on the roster of the mix', () => {
    const referring = flat(
      { a: 1 },
      {
        normalise: { method: 'distance_to_reference', unit: 'N', clamp: 'clamp', constant: 'undetermined' },
      },
    );
    const before = side(ONE, data(['a'], { A: [0.5], B: [0.1] }));
    const after = side(referring, data(['a'], { A: [0.5], B: [0.1], N: [0.9] }));
    // Without N on the roster the later method has no number for anybody.
    expect(of(compared(before, after), 'A').score?.parts).toMatchObject([
      { factors: ['own_data'], value: 0 },
      { factors: ['others_data'], value: 0 },
      { factors: ['method', 'roster'], value: 0, reason: 'NO_RESULT_IN_MIX' },
      { factors: ['correction'] },
    ]);
  });

  it('are closed to everybody where more cells are refused than are listed', () => {
    const codes = Array.from({ length: 25 }, (_, i) => `u${i}`);
    const wide = (value: number): Dataset => ({
      units: codes.map((code) => ({ code, group: 'g' })),
      columns: [{ element: 'a', values: codes.map(() => value) }],
    });
    const points: Framework = {
      ...ONE,
      root: { code: 'root', points: 100, children: [{ code: 'a', points: 100, input: 'points' }] },
    };
    const result = compared(side(points, wide(50)), side(ONE, wide(0.6)), { units: ['u24'] });
    expect(of(result, 'u24').score?.parts[0]).toMatchObject({
      factors: ['own_data', 'others_data', 'method'],
      reason: 'METHOD_REFUSES_DATA',
    });
  });

  it('keep growth with the data that it is growth of', () => {
    const growth: Framework = {
      ...ONE,
      root: {
        code: 'root',
        points: 1,
        children: [
          { code: 'g', points: 1, formula: { kind: 'growth', element: 'n', zeroBefore: 'undetermined' } },
        ],
      },
    };
    const periods = (now: number, then: number): Dataset => ({
      units: [{ code: 'A', group: 'g' }],
      columns: [{ element: 'n', values: [now] }],
      earlier: [{ columns: [{ element: 'n', values: [then] }] }],
    });
    // 25 % then, 60 % now; 16 over 8 would be 100 %.
    const a = of(compared(side(growth, periods(10, 8)), side(growth, periods(16, 10))), 'A');
    expect(scoreParts(a)).toEqual({ own_data: 0.35 });
  });
});

const FACTOR_BY_FACTOR = [['own_data'], ['others_data'], ['method'], ['roster'], ['correction']];
