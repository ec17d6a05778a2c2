import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Gain, Gains, GainStep } from '../../model/explanation.js';
import type { Framework, Method } from '../../model/framework.js';
import { compute } from '../compute.js';
import { DTI_METHOD, flat } from '../framework.fixture.js';
import { data } from '../succession/succession.fixture.js';
import { gained, reasons } from './explanation.fixture.js';
import { gains } from './gains.js';
import { DATA, FRAMEWORK, WHOLE } from './gains.fixture.js';

/** Equal to twelve decimals. */
const near = (value: number): number => expect.closeTo(value, 12) as unknown as number;

function listed({ gains: found }: Gains): readonly unknown[] {
  return found.map(({ element, step, to, gain, rank }) => [element, step.kind, to, gain, rank]);
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
