import { describe, expect, it } from '@jest/globals';
import type { ChangeFactor } from '../../model/comparison.js';
import type { Dataset } from '../../model/dataset.js';
import type { Framework, Method } from '../../model/framework.js';
import { DTI_METHOD, flat } from '../framework.fixture.js';
import { data } from '../succession/succession.fixture.js';
import { compare } from './compare.js';
import { compared, of, rankParts, scoreParts, side, TWO } from './comparison.fixture.js';
import { FACTORS } from './sides.js';

describe('compare, data', () => {
  it('is all zeros between a side and itself', () => {
    const before = side(TWO, data(['a', 'b'], { A: [0.5, 0.5], B: [0.2, 0.4] }));
    const result = compared(before, before);
    expect(result.split).toEqual({ method: 'shapley' });
    expect(result.units.map(({ unit, basis, reasons }) => [unit, basis, reasons])).toEqual([
      ['A', 'same', []],
      ['B', 'same', []],
    ]);
    for (const { score, rank } of result.units) {
      expect(score).toEqual({
        change: 0,
        parts: FACTORS.map((factor) => ({ factors: [factor], value: 0, reason: null })),
        remainder: 0,
      });
      expect(rank).toEqual({
        change: 0,
        parts: FACTORS.map((factor) => ({
          factors: [factor],
          numerator: 0,
          denominator: 1,
          value: 0,
          reason: null,
        })),
      });
    }
  });

  it('gives a change of score to own data, and one of rank to both, by both orders', () => {
    // A 0.5 → 0.6, B 0.4 → 0.7. Rank of A 1 → 2. Own data alone: 1; others' alone: 2; both: 2.
    const before = side(TWO, data(['a', 'b'], { A: [0.5, 0.5], B: [0.4, 0.4] }));
    const after = side(TWO, data(['a', 'b'], { A: [0.6, 0.6], B: [0.7, 0.7] }));
    const a = of(compared(before, after), 'A');
    expect([a.before, a.after]).toEqual([
      { state: 'scored', score: 0.5, rank: 1 },
      { state: 'scored', score: 0.6, rank: 2 },
    ]);
    expect(scoreParts(a)).toEqual({ own_data: 0.1 });
    expect(rankParts(a)).toEqual({ others_data: '1/1' });
    // B: own alone 1st, others' alone (A 0.6) 2nd, both 1st.
    expect(rankParts(of(compared(before, after), 'B'))).toEqual({ own_data: '-1/1' });
  });

  it('divides what only both together bring', () => {
    // A 0.5 → 0.4, B 0.3 → 0.45. Rank of A: before 1; own alone 1 (0.4 > 0.3); others' alone 1 (0.5 > 0.45); both 2.
    const before = side(TWO, data(['a', 'b'], { A: [0.5, 0.5], B: [0.3, 0.3] }));
    const after = side(TWO, data(['a', 'b'], { A: [0.4, 0.4], B: [0.45, 0.45] }));
    expect(rankParts(of(compared(before, after), 'A'))).toEqual({ own_data: '1/2', others_data: '1/2' });
  });

  it("gives others' data a part of the score where they move the scale", () => {
    // min–max. Before: A 5 of 0–10: 0.5. After: A 5 of 0–20: 0.25; nothing of its own changed.
    const framework = flat({ a: 1 }, { normalise: { method: 'min_max', constant: 'undetermined' } });
    const before = side(framework, data(['a'], { A: [5], B: [0], C: [10] }));
    const after = side(framework, data(['a'], { A: [5], B: [0], C: [20] }));
    expect(scoreParts(of(compared(before, after), 'A'))).toEqual({ others_data: -0.25 });
    // C is the best before and after. Own data alone: 20 of 0–20.
    expect(scoreParts(of(compared(before, after), 'C'))).toEqual({});
  });

  it('takes halves of tied ranks as they are', () => {
    const method: Partial<Method> = { rank: { ...DTI_METHOD.rank, method: 'fractional' } };
    const framework = flat({ a: 1 }, method);
    const before = side(framework, data(['a'], { A: [0.5], B: [0.4] }));
    const after = side(framework, data(['a'], { A: [0.5], B: [0.5] }));
    const a = of(compared(before, after), 'A');
    expect([a.rank?.change, rankParts(a)]).toEqual([0.5, { others_data: '1/2' }]);
  });
});

describe('compare, method', () => {
  it('gives a change of weights to the method', () => {
    const before = side(TWO, data(['a', 'b'], { A: [0.8, 0.2], B: [0.4, 0.4] }));
    const after = side(flat({ a: 25, b: 75 }), data(['a', 'b'], { A: [0.8, 0.2], B: [0.4, 0.4] }));
    // A: 0.5 → 0.2 + 0.15 = 0.35; behind B.
    const a = of(compared(before, after), 'A');
    expect([scoreParts(a), rankParts(a)]).toEqual([{ method: -0.15 }, { method: '1/1' }]);
  });

  it('averages over the orders of data and method', () => {
    // v: before 0.5 × 0.8 + 0.5 × 0.2 = 0.5; data alone (1, 0.2): 0.6; method alone 0.25 × 0.8 + 0.75 × 0.2 = 0.35;
    // both 0.25 + 0.15 = 0.4. Own: (0.1 + 0.05)/2; method: (−0.15 − 0.2)/2.
    const before = side(TWO, data(['a', 'b'], { A: [0.8, 0.2] }));
    const after = side(flat({ a: 25, b: 75 }), data(['a', 'b'], { A: [1, 0.2] }));
    expect(scoreParts(of(compared(before, after), 'A'))).toEqual({ own_data: 0.075, method: -0.175 });
  });

  const ORDER: readonly ChangeFactor[] = ['correction', 'method', 'roster', 'others_data', 'own_data'];

  it('follows an order that is stated', () => {
    const before = side(TWO, data(['a', 'b'], { A: [0.8, 0.2] }));
    const after = side(flat({ a: 25, b: 75 }), data(['a', 'b'], { A: [1, 0.2] }));
    const split = (order: readonly ChangeFactor[]): unknown =>
      scoreParts(of(compared(before, after, { split: { method: 'sequence', order } }), 'A'));
    expect(split(ORDER)).toEqual({ method: -0.15, own_data: 0.05 });
    expect(split([...ORDER].reverse())).toEqual({ own_data: 0.1, method: -0.2 });
  });

  const before = side(flat({ a: 1 }), data(['a'], { A: [0.5], B: [0.4] }));
  const after = side(TWO, data(['a', 'b'], { A: [0.5, 0.1], B: [0.4, 0.6] }));

  it('joins the method with the data that the earlier period lacks', () => {
    const a = of(compared(before, after), 'A');
    expect(scoreParts(a)).toEqual({ 'own_data+method': -0.2 });
    expect(a.score?.parts).toMatchObject([
      { factors: ['own_data', 'method'], reason: 'NO_RESULT_IN_MIX' },
      { factors: ['others_data'], value: 0, reason: null },
      { factors: ['roster'], value: 0, reason: null },
      { factors: ['correction'], value: 0, reason: null },
    ]);
    // With the new method and the old data of B, A would be first of one.
    expect(a.rank?.parts.slice(0, 1)).toEqual([
      {
        factors: ['own_data', 'others_data', 'method'],
        numerator: 1,
        denominator: 1,
        value: 1,
        reason: 'NO_RESULT_IN_MIX',
      },
    ]);
  });

  it('joins them in a stated order too, until there is a result', () => {
    const split = { method: 'sequence', order: ORDER } as const;
    const a = of(compared(before, after, { split }), 'A');
    expect(a.score?.parts[0]).toMatchObject({
      factors: ['own_data', 'others_data', 'method'],
      reason: 'NO_RESULT_IN_MIX',
    });
    const later = {
      method: 'sequence',
      order: ['own_data', 'others_data', 'method', 'roster', 'correction'],
    } as const;
    expect(
      of(compared(before, after, { split: later }), 'A').score?.parts.map(({ factors }) => factors),
    ).toEqual(FACTORS.map((factor) => [factor]));
  });

  it("tells own data from others' where only a peer lacks what the method asks for", () => {
    const full = side(flat({ a: 1 }), data(['a', 'b'], { A: [0.5, 0.3], B: [0.4, 0.2] }));
    const dataset: Dataset = {
      ...full.dataset,
      cells: full.dataset.cells?.filter(({ unit, element }) => unit === 'A' || element === 'a') ?? [],
    };
    // `b` is asked for by both, and unscored before.
    const listed: Framework = {
      code: 'listed',
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
    const a = of(compared(side(listed, dataset), after), 'A');
    expect(a.score?.parts.map(({ factors }) => factors)).toEqual(FACTORS.map((factor) => [factor]));
    expect(a.rank?.parts[1]).toMatchObject({
      factors: ['others_data', 'method'],
      reason: 'PEERS_WITHOUT_SCORE_IN_MIX',
    });
  });

  it('joins what a method refuses', () => {
    // Ratios before, points of 10 after.
    const points: Framework = {
      code: 'points',
      method: DTI_METHOD,
      root: { code: 'root', points: 10, children: [{ code: 'a', points: 10, input: 'points' }] },
    };
    const a = of(compared(before, side(points, data(['a'], { A: [6], B: [5] }))), 'A');
    expect(a.score?.parts[0]).toMatchObject({
      factors: ['own_data', 'others_data', 'method'],
      value: expect.closeTo(0.1, 12),
      reason: 'METHOD_REFUSES_DATA',
    });
    expect(a.rank?.parts[0]).toMatchObject({ numerator: 0, reason: 'METHOD_REFUSES_DATA' });
  });
});

describe('compare, correction', () => {
  const before = side(TWO, data(['a', 'b'], { A: [0.5, 0.5], B: [0.45, 0.45] }));
  const corrected = data(['a', 'b'], { A: [0.5, 0.5], B: [0.55, 0.55] });
  const after = side(TWO, data(['a', 'b'], { A: [0.5, 0.5], B: [0.45, 0.45] }));

  it('gives a correction that was undone since its part', () => {
    // B: 0.45; corrected 0.55; own data of after 0.45 whatever was corrected.
    const b = of(compared(before, after, { corrected }), 'B');
    expect(scoreParts(b)).toEqual({ own_data: -0.05, correction: 0.05 });
    // Rank of A: the correction alone makes it second, the data of B after undo that.
    const a = of(compared(before, after, { corrected }), 'A');
    expect(rankParts(a)).toEqual({ others_data: '-1/2', correction: '1/2' });
  });

  it('with the correction first gives it the whole', () => {
    const order: readonly ChangeFactor[] = ['correction', 'roster', 'method', 'others_data', 'own_data'];
    const b = of(compared(before, after, { corrected, split: { method: 'sequence', order } }), 'B');
    expect(scoreParts(b)).toEqual({ own_data: -0.1, correction: 0.1 });
  });

  it('is of the units of before, and validated as they are', () => {
    const problems = (dataset: Dataset): unknown => {
      const outcome = compare(before, after, { corrected: dataset });
      return outcome.ok ? [] : outcome.problems.map(({ code, path, params }) => [code, path, params['unit']]);
    };
    expect(problems(data(['a', 'b'], { A: [0.5, 0.5], C: [0, 0] }))).toEqual([
      ['CORRECTED_UNITS_DIFFER', 'corrected.units', 'B'],
      ['CORRECTED_UNITS_DIFFER', 'corrected.units', 'C'],
    ]);
    expect(problems(data(['a', 'b'], { A: [7, 0.5], B: [0, 0] }))).toEqual([
      ['VALUE_OUT_OF_BOUNDS', 'corrected.cells[0]', 'A'],
    ]);
  });
});
