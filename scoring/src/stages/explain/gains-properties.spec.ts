import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Gain, GainStep } from '../../model/explanation.js';
import type { Method } from '../../model/framework.js';
import { compute } from '../compute.js';
import { flat } from '../framework.fixture.js';
import { data } from '../succession/succession.fixture.js';
import { gained } from './explanation.fixture.js';
import { gains } from './gains.js';
import { DATA, FRAMEWORK } from './gains.fixture.js';

describe('gains, refusals', () => {
  it.each([
    [null, 'OPTIONS_INVALID options'],
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
  const gap = fc.constant<'O'>('O');
  const cell = fc.oneof({ weight: 5, arbitrary: count }, { weight: 1, arbitrary: gap });
  const row = fc.tuple(cell, cell);
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
          const framework = flat({ a: 30, b: 70 }, { missing: 'reweight', ...method });
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
