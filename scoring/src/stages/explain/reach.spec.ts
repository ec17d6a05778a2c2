import { describe, expect, it } from '@jest/globals';
import type { Dataset } from '../../model/dataset.js';
import type { GainsOptions, Reach } from '../../model/explanation.js';
import type { Framework } from '../../model/framework.js';
import { DTI_METHOD, flat } from '../framework.fixture.js';
import { data } from '../succession/succession.fixture.js';
import { gained } from './explanation.fixture.js';
import { DATA, FRAMEWORK, WHOLE } from './gains.fixture.js';

/** Equal to twelve decimals. */
const near = (value: number): number => expect.closeTo(value, 12) as unknown as number;

describe('gains, reach', () => {
  const reached = (unit: string, options: GainsOptions): readonly unknown[] =>
    gained(FRAMEWORK, DATA, unit, options).reach.map(
      ({ element, outcome, from, to, change, score, rank }) => [
        element,
        outcome,
        ...(to === null ? [] : [from, to, change, score, rank]),
      ],
    );

  it('finds the least change to a score, in whole grains', () => {
    // 0.6 × n/20 + 0.2 ≥ 0.7 from 16.7 on; three documents give 0.76.
    expect(reached('A', { ...WHOLE, reach: { score: 0.7 } })).toEqual([
      ['done', 'reached', 12, 17, 5, near(0.71), 2],
      ['docs', 'reached', 1, 3, 2, near(0.76), 2],
    ]);
  });

  it('finds it as finely as numbers go where there is no grain', () => {
    const [done] = gained(FRAMEWORK, DATA, 'A', { reach: { score: 0.7 } }).reach;
    expect(done?.to).toBeCloseTo(50 / 3, 7);
    expect(done?.score).toBeGreaterThanOrEqual(0.7);
    expect(done?.score).toBeLessThan(0.7 + 1e-8);
  });

  it('finds the least change to a rank, costs included, the cheapest first', () => {
    // C at 0.48 needs 0.56 (a tie is enough): docs 1 gives 0.68; done 19 gives 0.57.
    const result = gained(FRAMEWORK, DATA, 'C', {
      ...WHOLE,
      reach: { rank: 2 },
      costs: { done: 1, docs: 10 },
    });
    expect(result.reach.map(({ element, to, rank, cost }) => [element, to, rank, cost])).toEqual([
      ['done', 19, 2, 3],
      ['docs', 1, 2, 10],
    ]);
    const tie = data(['done', 'all', 'docs'], { A: [12, 20, 1], C: [16, 20, 0] });
    const [done] = gained(FRAMEWORK, tie, 'C', { reach: { rank: 1 }, elements: ['done'] }).reach;
    // Ranks compare four decimals: from 0.55995 on it is a tie.
    expect(done?.score).toBeCloseTo(0.55995, 7);
  });

  it('lists what reaches it before what does not, and what has a price before what has none', () => {
    const three = flat({ a: 20, b: 40, c: 40 });
    const dataset = data(['a', 'b', 'c'], { A: [0.5, 0.5, 0.5] });
    const listed = (options: GainsOptions): readonly unknown[] =>
      gained(three, dataset, 'A', {
        grain: { b: 0.25, c: 0.125 },
        reach: { score: 0.65 },
        ...options,
      }).reach.map(({ element, outcome, to, cost }) => [element, outcome, to, cost]);
    // a brings 0.1 at most; b 0.2 and c 0.2, of which 0.15 is needed.
    expect(listed({})).toEqual([
      ['b', 'reached', 1, null],
      ['c', 'reached', 0.875, null],
      ['a', 'out_of_reach', null, null],
    ]);
    expect(listed({ costs: { b: 8, c: 2 } }).map((own) => (own as readonly unknown[])[3])).toEqual([
      0.75,
      4,
      null,
    ]);
    expect(listed({ costs: { c: 2 } }).map((own) => (own as readonly unknown[])[0])).toEqual(['c', 'b', 'a']);
  });

  it('goes down where lower is better, by grains and as finely as numbers go', () => {
    const lower: Framework = {
      ...flat({ a: 1 }),
      root: {
        code: 'root',
        points: 1,
        children: [
          {
            code: 'a',
            points: 1,
            normalise: { method: 'goalposts', from: 0, upTo: 40, clamp: 'clamp' },
            direction: 'lower_is_better',
          },
        ],
      },
    };
    const least = (grain?: number): number | null | undefined =>
      gained(lower, data(['a'], { A: [30] }), 'A', {
        reach: { score: 0.6 },
        ...(grain !== undefined && { grain: { a: grain } }),
      }).reach[0]?.to;
    expect(least(4)).toBe(14);
    expect(least(1)).toBe(16);
    expect(least()).toBeCloseTo(16, 6);
    expect(least()).toBeLessThanOrEqual(16);
  });

  it('turns answers whole, and claims nothing where a mix on the way has no score', () => {
    const asked: Framework = {
      ...flat({ a: 1 }),
      root: {
        code: 'root',
        points: 1,
        children: [
          { code: 'a', points: 1, formula: { kind: 'share_of_yes', elements: ['e', 'f'], gap: 'no' } },
        ],
      },
    };
    const result = gained(asked, data(['e', 'f'], { A: [1, 0] }), 'A', { reach: { score: 1 } });
    expect(result.reach.map(({ element, outcome, to }) => [element, outcome, to])).toEqual([
      ['f', 'reached', 1],
      ['e', 'out_of_reach', null],
    ]);
    // No logarithm of zero: at the very start there is no score.
    const open: Framework = {
      ...flat({ a: 1 }),
      root: {
        code: 'root',
        points: 1,
        children: [
          {
            code: 'a',
            points: 1,
            normalise: { method: 'goalposts', from: 1, upTo: 100, logarithm: true, clamp: 'clamp' },
          },
        ],
      },
    };
    expect(
      gained(open, data(['a'], { A: [0], B: [5] }), 'A', { reach: { score: 0.5 } }).reach[0]?.outcome,
    ).toBe('not_monotone');
  });

  it('says where a unit is already, what is out of reach, and where there is no end', () => {
    expect(reached('B', { ...WHOLE, reach: { rank: 1 } })).toEqual([
      ['done', 'already_there'],
      ['docs', 'already_there'],
    ]);
    expect(reached('A', { ...WHOLE, reach: { rank: 1 } })).toEqual([
      ['done', 'out_of_reach'],
      ['docs', 'out_of_reach'],
    ]);
    // B has done 18 of 20 and all documents.
    expect(reached('B', { ...WHOLE, reach: { score: 0.99 } })).toEqual([
      ['done', 'reached', 18, 20, 2, near(1), 1],
      ['docs', 'out_of_reach'],
    ]);
    const open = flat({ a: 1 }, { normalise: { method: 'min_max', constant: 'undetermined' } });
    const outcome = (dataset: Dataset, framework: Framework): Reach['outcome'] | undefined =>
      gained(framework, dataset, 'A', { reach: { score: 0.9 } }).reach[0]?.outcome;
    expect(outcome(data(['a'], { A: [1], B: [2], C: [0] }), open)).toBe('no_range');
    expect(outcome(data(['a'], { A: ['O'], B: [0.2] }), flat({ a: 1 }))).toBe('no_range');
  });

  it('claims nothing where the way goes up and down again', () => {
    // √(x · (1 − x)): 0.3 at 0.1, 0.5 at the middle, 0 at the end.
    const hill: Framework = {
      code: 'hill',
      method: { ...DTI_METHOD, aggregation: { method: 'geometric', nonPositive: 'zero' } },
      root: {
        code: 'root',
        points: 2,
        children: [
          { code: 'up', points: 1, formula: { kind: 'value', element: 'x' } },
          { code: 'down', points: 1, formula: { kind: 'value', element: 'x' }, direction: 'lower_is_better' },
        ],
      },
    };
    const dataset = data(['x'], { A: [0.1], B: [0.35] });
    const result = gained(hill, dataset, 'A', { reach: { score: 0.45 } });
    expect(result.reach.map(({ node, outcome }) => [node, outcome])).toEqual([
      ['up', 'not_monotone'],
      ['down', 'not_monotone'],
    ]);
    expect(gained(hill, dataset, 'A', { reach: { rank: 1 } }).reach[0]?.outcome).toBe('not_monotone');
  });
});
