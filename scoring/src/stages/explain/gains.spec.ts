import { describe, expect, it } from '@jest/globals';
import type { Dataset } from '../../model/dataset.js';
import type { Gains, GainStep } from '../../model/explanation.js';
import type { Framework, FrameworkNode } from '../../model/framework.js';
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

  it('does not offer what another indicator of the element refuses, be it a sum or growth', () => {
    const wide = { normalise: { method: 'goalposts', from: 0, upTo: 400, clamp: 'clamp' } } as const;
    const framework = (other: FrameworkNode): Framework => ({
      ...FRAMEWORK,
      root: { code: 'root', points: 2, children: [{ code: 'n', points: 1, ...wide }, other] },
    });
    const sum: FrameworkNode = {
      code: 'sum',
      points: 1,
      formula: { kind: 'sum', elements: ['n', 'm', 'k'], gap: 'missing' },
      bounds: { maximum: 30 },
      ...wide,
    };
    const steps: readonly GainStep[] = [{ kind: 'change_by', amount: 5 }, { kind: 'target' }];
    const options = { steps, elements: ['n'] };
    const told = (result: Gains): readonly unknown[] => [
      result.gains.map(({ node, to }) => [node, to]),
      reasons(result),
    ];
    const whole = data(['n', 'm', 'k'], { A: [12, 10, 'M'] });
    expect(told(gained(framework(sum), whole, 'A', options))).toEqual([
      [
        ['sum', 20],
        ['n', 17],
      ],
      ['n target NOT_ALLOWED'],
    ]);
    const growth: FrameworkNode = {
      code: 'growth',
      points: 1,
      formula: { kind: 'growth', element: 'n', zeroBefore: 'undetermined' },
      bounds: { maximum: 1 },
      ...wide,
    };
    const grown: Dataset = {
      units: [{ code: 'A', group: null }],
      columns: [{ element: 'n', values: [12] }],
      earlier: [{ columns: [{ element: 'n', values: [10] }] }],
    };
    expect(told(gained(framework(growth), grown, 'A', options))).toEqual([
      [
        ['growth', 20],
        ['n', 17],
      ],
      ['n target NOT_ALLOWED'],
    ]);
  });

  it('rescores branches that one element reaches by two ways, and a framework of one node', () => {
    const branch = (code: string): FrameworkNode => ({
      code,
      points: 1,
      children: [{ code: `${code}1`, points: 1, formula: { kind: 'value', element: 'e' } }],
    });
    const twice: Framework = {
      code: 'twice',
      method: DTI_METHOD,
      root: { code: 'root', points: 2, children: [branch('x'), branch('y')] },
    };
    const steps: readonly GainStep[] = [{ kind: 'maximum' }];
    expect(gained(twice, data(['e'], { A: [0.25] }), 'A', { steps }).gains).toMatchObject([
      { gain: 0.75, score: 1 },
    ]);
    const one: Framework = { code: 'one', method: DTI_METHOD, root: { code: 'e', points: 1000 } };
    expect(gained(one, data(['e'], { A: [0.25] }), 'A', { steps }).gains).toMatchObject([
      { gain: 0.75, points: 750, score: 1 },
    ]);
    const tied: Framework = {
      ...twice,
      method: {
        ...DTI_METHOD,
        rank: { ...DTI_METHOD.rank, tieBreaks: [{ by: 'node', node: 'x', direction: 'descending' }] },
      },
    };
    expect(gained(tied, data(['e'], { A: [0.25], B: [0.5] }), 'A', { steps }).gains).toMatchObject([
      { rank: 1, rankChange: -1 },
    ]);
  });

  it('has no cost of a step from nothing, and no gain in points without points', () => {
    const silent: Framework = {
      code: 'silent',
      method: { ...DTI_METHOD, weights: { method: 'equal' }, missing: 'reweight' },
      root: { code: 'root', children: [{ code: 'a' }, { code: 'b' }] },
    };
    const dataset = data(['a', 'b'], { A: ['O', 0.5] });
    const costs = { a: 1, b: 1 };
    const result = gained(silent, dataset, 'A', { steps: [{ kind: 'maximum' }], costs });
    expect(
      result.gains.map(({ element, change, cost, gainPerCost, gain, points }) => [
        element,
        change,
        cost,
        gainPerCost,
        gain,
        points,
      ]),
    ).toEqual([
      ['b', 0.5, 0.5, 1, 0.5, null],
      ['a', null, null, null, 0.25, null],
    ]);
    const nobody = gained(silent, data(['a', 'b'], { A: ['O', 'O'] }), 'A', {
      steps: [{ kind: 'maximum' }],
      costs,
    });
    expect(nobody.gains.map(({ gain, points, gainPerCost }) => [gain, points, gainPerCost])).toEqual([
      [null, null, null],
      [null, null, null],
    ]);
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
