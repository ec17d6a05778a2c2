import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Dataset } from '../../model/dataset.js';
import type { Gain, Gains, GainsOptions, GainStep, Reach } from '../../model/explanation.js';
import type { Framework, Method } from '../../model/framework.js';
import { compute } from '../compute.js';
import { DTI_METHOD, flat } from '../framework.fixture.js';
import { data } from '../succession/succession.fixture.js';
import { gains } from './gains.js';

/** Share of datasets opened (60 points) and levels by documents (40 points). */
const FRAMEWORK: Framework = {
  code: 'open',
  method: DTI_METHOD,
  root: {
    code: 'root',
    points: 100,
    children: [
      {
        code: 'open',
        points: 60,
        formula: {
          kind: 'ratio',
          numerator: 'done',
          denominator: 'all',
          zeroDenominator: 'undetermined',
          nothingToCount: 'not_applicable',
          exceeding: 'undetermined',
        },
      },
      {
        code: 'plan',
        points: 40,
        formula: {
          kind: 'levels',
          element: 'docs',
          steps: [
            { from: 1, value: 0.5 },
            { from: 3, value: 1 },
          ],
          below: 0,
        },
      },
      { code: 'listed', scored: false },
    ],
  },
};
/** Scores: A 0.36 + 0.2 = 0.56; B 0.54 + 0.4 = 0.94; C 0.48 + 0. */
const DATA = data(['done', 'all', 'docs'], { A: [12, 20, 1], B: [18, 20, 3], C: [16, 20, 0] });
const WHOLE: GainsOptions = { grain: { done: 1, docs: 1 } };

function gained(framework: Framework, dataset: Dataset, unit: string, options?: GainsOptions): Gains {
  const outcome = gains(framework, dataset, unit, options);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

const near = (value: number): number => expect.closeTo(value, 12) as unknown as number;

function listed({ gains: found }: Gains): readonly unknown[] {
  return found.map(({ element, step, to, gain, rank }) => [element, step.kind, to, gain, rank]);
}

function reasons({ notTaken }: Gains): readonly string[] {
  return notTaken.map(({ element, step, reason }) => `${element} ${step.kind} ${reason}`);
}

describe('gains', () => {
  it('lists what each step brings, the greatest first, and why others are none', () => {
    const result = gained(FRAMEWORK, DATA, 'A', WHOLE);
    expect([result.unit, result.score, result.rank, result.reach]).toEqual(['A', near(0.56), 2, []]);
    expect(listed(result)).toEqual([
      ['done', 'maximum', 20, near(0.24), 2],
      ['docs', 'next_level', 3, near(0.2), 2],
      ['docs', 'group_best', 3, near(0.2), 2],
      ['docs', 'maximum', 3, near(0.2), 2],
      ['done', 'group_best', 18, near(0.18), 2],
      ['done', 'group_median', 16, near(0.12), 2],
    ]);
    expect(result.gains[0]).toEqual({
      element: 'done',
      node: 'open',
      step: { kind: 'maximum' },
      from: 12,
      to: 20,
      change: 8,
      limited: false,
      score: near(0.8),
      rank: 2,
      gain: near(0.24),
      points: near(24),
      rankChange: 0,
      cost: null,
      gainPerCost: null,
    });
    expect(reasons(result)).toEqual([
      'done next_level NO_NEXT_LEVEL',
      'done target NO_TARGET',
      'docs target NO_TARGET',
      'docs group_median ALREADY_THERE',
    ]);
    expect(result.notTaken[0]).toEqual({
      element: 'done',
      node: 'open',
      step: { kind: 'next_level' },
      reason: 'NO_NEXT_LEVEL',
    });
  });

  it('tells the rank that a step leads to', () => {
    // C: docs 3 gives 0.48 + 0.4 = 0.88, before A.
    const best = gained(FRAMEWORK, DATA, 'C', WHOLE).gains.find(({ step }) => step.kind === 'group_best');
    expect(best).toMatchObject({ element: 'docs', score: near(0.88), rank: 2, rankChange: -1 });
  });

  it('steps by an amount, no further than the indicator takes', () => {
    const steps: readonly GainStep[] = [
      { kind: 'change_by', amount: 2 },
      { kind: 'change_by', amount: 12 },
    ];
    const result = gained(FRAMEWORK, DATA, 'A', { steps, elements: ['done'] });
    expect(result.gains.map(({ to, change, limited, gain }) => [to, change, limited, gain])).toEqual([
      [20, 8, true, near(0.24)],
      [14, 2, false, near(0.06)],
    ]);
    // Two documents make the next level, one does not.
    const docs = gained(FRAMEWORK, DATA, 'A', {
      steps: [{ kind: 'change_by', amount: 1 }],
      elements: ['docs'],
    });
    expect(docs.gains.map(({ to, gain }) => [to, gain])).toEqual([[2, 0]]);
    const full = gained(FRAMEWORK, data(['done', 'all', 'docs'], { A: [20, 20, 1] }), 'A', {
      steps,
      elements: ['done'],
    });
    expect(reasons(full)).toEqual(['done change_by ALREADY_THERE', 'done change_by ALREADY_THERE']);
  });

  it('orders by what a unit of cost brings', () => {
    const costs = { done: 2, docs: 5 };
    const result = gained(FRAMEWORK, DATA, 'A', { ...WHOLE, costs });
    // done: 0.03 a dataset, 0.015 a unit of cost; docs: 0.2 for two of 5.
    expect(
      result.gains.slice(0, 2).map(({ element, cost, gainPerCost }) => [element, cost, gainPerCost]),
    ).toEqual([
      ['docs', 10, near(0.02)],
      ['docs', 10, near(0.02)],
    ]);
    expect(result.gains.at(-1)).toMatchObject({ element: 'done' });
    const partly = gained(FRAMEWORK, DATA, 'A', { ...WHOLE, costs: { docs: 1000 } });
    expect(partly.gains.map(({ element }) => element)).toEqual([
      'docs',
      'docs',
      'docs',
      'done',
      'done',
      'done',
    ]);
    expect(partly.gains[3]).toMatchObject({ cost: null, gainPerCost: null, gain: near(0.24) });
  });

  it('has no gain but a score for a unit that had none', () => {
    const dataset = data(['done', 'all', 'docs'], { A: ['O', 20, 1], B: [18, 20, 3] });
    const result = gained(FRAMEWORK, dataset, 'A', { ...WHOLE, elements: ['done'] });
    expect(result).toMatchObject({ score: null, rank: null });
    expect(
      result.gains.map(({ step, from, to, change, gain, score, rank, rankChange }) => [
        [step.kind, from, to, change, gain],
        [score, rank, rankChange],
      ]),
    ).toEqual([
      [
        ['maximum', null, 20, null, null],
        [near(0.8), 2, null],
      ],
      [
        ['group_median', null, 18, null, null],
        [near(0.74), 2, null],
      ],
      [
        ['group_best', null, 18, null, null],
        [near(0.74), 2, null],
      ],
    ]);
    const by = gained(FRAMEWORK, dataset, 'A', {
      steps: [{ kind: 'change_by', amount: 1 }],
      elements: ['done'],
    });
    expect(reasons(by)).toEqual(['done change_by NO_VALUE']);
    const bare = data(['done', 'all', 'docs'], { A: ['O', 'O', 1] });
    expect(reasons(gained(FRAMEWORK, bare, 'A', { elements: ['done'] }))).toContain(
      'done maximum NO_DENOMINATOR',
    );
    // With the other indicator missing too, no step of this one makes a score.
    const gap = data(['done', 'all', 'docs'], { A: [12, 20, 'O'], B: [18, 20, 3] });
    expect(reasons(gained(FRAMEWORK, gap, 'A', { elements: ['done'] }))).toContain(
      'done maximum NO_SCORE_AFTER',
    );
  });

  it('rescores every indicator that uses the element, and takes the same step once', () => {
    const both: Framework = {
      ...FRAMEWORK,
      root: {
        code: 'root',
        points: 100,
        children: [
          ...(FRAMEWORK.root.children ?? []).slice(0, 1),
          { code: 'done', points: 40, normalise: { method: 'goalposts', from: 0, upTo: 40, clamp: 'clamp' } },
        ],
      },
    };
    const steps: readonly GainStep[] = [{ kind: 'change_by', amount: 4 }];
    const result = gained(both, data(['done', 'all'], { A: [12, 20] }), 'A', { steps });
    // 0.6 × 4/20 + 0.4 × 4/40.
    expect(result.gains.map(({ node, gain }) => [node, gain])).toEqual([['open', near(0.16)]]);
    // What one indicator takes without end another refuses: 44 of 20.
    const far = gained(both, data(['done', 'all'], { A: [12, 20] }), 'A', { steps: [{ kind: 'target' }] });
    expect(reasons(far)).toEqual(['done target NO_TARGET', 'done target NO_SCORE_AFTER']);
  });

  it('does not offer what validation would refuse', () => {
    const bounded: Framework = {
      ...FRAMEWORK,
      root: {
        code: 'root',
        points: 2,
        children: [
          { code: 'n', points: 1, normalise: { method: 'goalposts', from: 0, upTo: 40, clamp: 'clamp' } },
          {
            code: 'm',
            points: 1,
            formula: { kind: 'value', element: 'n' },
            bounds: { maximum: 30 },
            normalise: { method: 'goalposts', from: 0, upTo: 40, clamp: 'clamp' },
          },
        ],
      },
    };
    const result = gained(bounded, data(['n'], { A: [12] }), 'A', { steps: [{ kind: 'target' }] });
    expect(reasons(result)).toEqual(['n target NOT_ALLOWED']);
    expect(result.gains).toMatchObject([{ node: 'm', to: 30, limited: true, gain: near(18 / 40) }]);
  });

  it('finds the reference of another unit, and scores with screening as without', () => {
    const framework = flat(
      { a: 50, b: 50 },
      {
        normalise: { method: 'distance_to_reference', unit: 'B', clamp: 'clamp', constant: 'undetermined' },
      },
    );
    const dataset = data(['a', 'b'], { A: [1, 2], B: [4, 4], C: [0, 0] });
    // a: 1/4 → 1.
    const result = gained(framework, dataset, 'A', { steps: [{ kind: 'target' }], elements: ['a'] });
    expect(result.gains).toMatchObject([{ to: 4, gain: near(0.375) }]);
    const screened: Framework = {
      ...framework,
      method: { ...framework.method, screen: { unitAvailability: 0.5 } },
    };
    expect(gained(screened, dataset, 'A', { steps: [{ kind: 'target' }], elements: ['a'] }).gains).toEqual(
      result.gains,
    );
    const without = data(['a', 'b'], { A: [1, 2], B: ['L', 4], C: [0, 0] });
    expect(
      reasons(gained(framework, without, 'A', { steps: [{ kind: 'target' }], elements: ['a'] })),
    ).toEqual(['a target NO_TARGET']);
  });

  it('leaves out what carries no weight or was left out', () => {
    const idle: Framework = {
      ...FRAMEWORK,
      method: { ...DTI_METHOD, screen: { indicatorAvailability: 0.6 }, missing: 'reweight' },
      root: {
        code: 'root',
        points: 2,
        children: [
          { code: 'a', points: 1 },
          { code: 'b', points: 1 },
          { code: 'x', scored: false, children: [{ code: 'c', points: 1 }] },
        ],
      },
    };
    const dataset = data(['a', 'b', 'c'], { A: [0.5, 0.5, 0.5], B: [0.5, 'O', 0.5] });
    expect(gained(idle, dataset, 'A', {}).gains.map(({ element }) => element)).toEqual(['a']);
    expect(gains(idle, dataset, 'A', { elements: ['a', 'b', 'c', 'z'] })).toMatchObject({
      ok: false,
      problems: [
        { code: 'GAIN_ELEMENT_UNKNOWN', path: 'options.elements[1]', params: { element: 'b' } },
        { code: 'GAIN_ELEMENT_UNKNOWN', params: { element: 'c' } },
        { code: 'GAIN_ELEMENT_UNKNOWN', params: { element: 'z' } },
      ],
    });
  });
});

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

describe('gains, refusals', () => {
  it.each([
    [{ steps: 'all' }, 'GAIN_STEPS_INVALID options.steps'],
    [{ steps: [{ kind: 'jump' }] }, 'GAIN_STEP_UNKNOWN options.steps[0].kind'],
    [{ steps: [null] }, 'GAIN_STEP_UNKNOWN options.steps[0].kind'],
    [{ steps: [{ kind: 'change_by', amount: 0 }] }, 'GAIN_AMOUNT_INVALID options.steps[0].amount'],
    [{ steps: [{ kind: 'change_by' }] }, 'GAIN_AMOUNT_INVALID options.steps[0].amount'],
    [{ elements: 'done' }, 'GAIN_ELEMENTS_INVALID options.elements'],
    [{ elements: [''] }, 'GAIN_ELEMENTS_INVALID options.elements'],
    [{ grain: { done: 0 } }, 'GAIN_GRAIN_INVALID options.grain.done'],
    [{ grain: 1 }, 'GAIN_GRAIN_INVALID options.grain'],
    [{ costs: { done: -1 } }, 'GAIN_COST_INVALID options.costs.done'],
    [{ costs: { done: Number.POSITIVE_INFINITY } }, 'GAIN_COST_INVALID options.costs.done'],
    [{ reach: { rank: 0 } }, 'GAIN_REACH_INVALID options.reach'],
    [{ reach: { rank: 1, score: 1 } }, 'GAIN_REACH_INVALID options.reach'],
    [{ reach: 1 }, 'GAIN_REACH_INVALID options.reach'],
    [{ reach: { score: Number.NaN } }, 'GAIN_REACH_INVALID options.reach'],
  ])('refuses the options %p', (options, problem) => {
    const outcome = gains(FRAMEWORK, DATA, 'A', options as never);
    expect(outcome.ok ? [] : outcome.problems.map(({ code, path }) => `${code} ${path}`)).toEqual([problem]);
  });

  it('refuses a unit that is not there, and an input that is not sound', () => {
    expect(gains(FRAMEWORK, DATA, 'Z')).toMatchObject({ ok: false, problems: [{ code: 'UNIT_UNKNOWN' }] });
    expect(gains(FRAMEWORK, data(['done'], { A: [-1] }), 'A')).toMatchObject({ ok: false });
  });
});

describe('gains, properties', () => {
  const count = fc.integer({ min: 0, max: 20 });
  const row = fc.tuple(count, count);
  const methods: readonly Partial<Method>[] = [
    { normalise: { method: 'min_max', constant: { value: 0.5 } } },
    { normalise: { method: 'rank' }, aggregation: { method: 'copeland' } },
    {
      normalise: { method: 'z_score', constant: { value: 0 } },
      treat: {
        method: 'test_and_treat',
        test: { skewness: 2, kurtosis: 3.5 },
        points: 2,
        transformation: null,
        combine: false,
      },
    },
    {
      normalise: { method: 'goalposts', from: 0, upTo: 20, clamp: 'clamp' },
      aggregation: { method: 'geometric', nonPositive: 'zero' },
      screen: { unitNonZero: 0.4 },
    },
  ];

  it('equal what a fresh computation of the changed data gives', () => {
    const steps: readonly GainStep[] = [
      { kind: 'change_by', amount: 3 },
      { kind: 'group_median' },
      { kind: 'group_best' },
    ];
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 5, maxLength: 5 }),
        fc.constantFrom(...methods),
        (rows, method) => {
          const framework = flat({ a: 30, b: 70 }, method);
          const values = Object.fromEntries(rows.map((own, i) => [`u${i}`, own]));
          const check = ({ element, to, score, rank }: Gain): void => {
            const [a, b] = rows[0] ?? [0, 0];
            const changed = { ...values, u0: element === 'a' ? [to, b] : [a, to] };
            const fresh = compute(framework, data(['a', 'b'], changed));
            const own = fresh.ok ? fresh.value.units[0] : undefined;
            expect([own?.score, own?.rank?.rank ?? null]).toEqual([score, rank]);
          };
          gained(framework, data(['a', 'b'], values), 'u0', { steps }).gains.forEach(check);
        },
      ),
      { numRuns: 60 },
    );
  });
});
