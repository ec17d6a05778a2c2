import { describe, expect, it } from '@jest/globals';
import { notNumbers } from './door-shapes.fixture.js';
import { dataset, framework, leaves, pathsOf, THINGS, withAt } from './door-hostile.fixture.js';
import {
  audit,
  compare,
  compute,
  explain,
  gains,
  perturb,
  proposeWeights,
  restate,
  simulate,
  type Outcome,
} from './index.js';

/**
 * Everything that can be handed to the other functions of the door, replaced place by place by what does
 * not belong there: a problem with a code and a path, or a result in numbers; never an exception.
 */
const rules = framework(leaves);
const data = dataset({ earlier: [{ cells: [{ unit: 'u', element: 'a', value: 1, status: 'A' }] }] });
const side = { framework: rules, dataset: data };

/** The function, and arguments that it can answer; the framework and the data are bound. */
type Call = readonly [name: string, ask: (argument: never) => Outcome<unknown>, argument: unknown];

const calls: readonly Call[] = [
  ['the options of compute', (options) => compute(rules, data, options), { detail: 'scores' }],
  ['the unit of explain', (unit) => explain(rules, data, unit), 'u'],
  ['the options of explain', (options) => explain(rules, data, 'u', options), { baseline: 'scale_low' }],
  ['the unit of gains', (unit) => gains(rules, data, unit), 'u'],
  [
    'the options of gains',
    (options) => gains(rules, data, 'u', options),
    { elements: ['a'], costs: { a: 2 } },
  ],
  [
    'the options of audit',
    (options) => audit(rules, data, options),
    { correlation: 'pearson', thresholds: { redundant: 0.9 } },
  ],
  [
    'the aid of proposeWeights',
    (aid) => proposeWeights(rules, data, aid),
    { method: 'principal_component', loadings: 'plain', nodes: ['root'] },
  ],
  [
    'the changes of perturb',
    (changes) => perturb(rules, data, changes),
    [
      { kind: 'value', unit: 'u', element: 'a', value: 3, status: 'A', periodsBack: 1 },
      { kind: 'weight', node: 'a', weight: 2 },
      { kind: 'method', set: { missing: 'zero' } },
      { kind: 'node', node: 'a', set: { direction: 'lower_is_better' } },
      { kind: 'add_unit', unit: { code: 'w', group: null }, values: [{ element: 'a', value: 1 }] },
      { kind: 'remove_unit', unit: 'v' },
    ],
  ],
  [
    'the options of compare',
    (options) => compare(side, side, options),
    {
      corrected: data,
      units: ['u'],
      split: { method: 'sequence', order: ['own_data', 'others_data', 'method', 'roster', 'correction'] },
      succession: {
        links: [{ predecessor: 'u', successor: 'u' }],
        rule: { method: 'mean_of_indices', withoutValue: 'no_value' },
      },
    },
  ],
  [
    'the links of restate',
    (links) => restate(rules, data, links, { method: 'mean_of_indices', withoutValue: 'no_value' }),
    [
      { predecessor: 'u', successor: 'x', share: 1 },
      { predecessor: 'v', successor: 'x' },
    ],
  ],
  [
    'the rule of restate',
    (rule) => restate(rules, data, [{ predecessor: 'u', successor: 'x' }], rule),
    {
      method: 'population_weighted_mean',
      weights: { given: { u: 1, v: 2 } },
      nodes: ['a', 'b'],
      withoutValue: 'no_value',
    },
  ],
  [
    'the specification of simulate',
    (specification) => simulate(rules, data, specification),
    {
      ...{ draws: 3, seed: 1, interval: [0.05, 0.95], confidence: 0.9 },
      sensitivity: { targets: [{ of: 'rank_shift' }, { of: 'score', unit: 'u' }], resamples: 2 },
      inputs: [
        { name: 'w', kind: 'weights', distribution: { method: 'noise', share: 0.5 }, levels: [1] },
        {
          name: 'n',
          kind: 'normalisation',
          nodes: ['a'],
          alternatives: [{ method: 'rank' }, { method: 'borda' }],
        },
        { name: 'd', kind: 'data', noise: { distribution: 'normal', scale: 'relative', size: 0.1 } },
        { name: 'l', kind: 'leave_out', nodes: ['a'], orNone: true },
        { name: 'm', kind: 'method', alternatives: [{ missing: 'zero' }, {}] },
      ],
    },
  ],
];

describe.each(calls)('%s', (_name, ask, argument) => {
  it('is sound where nothing is replaced', () => {
    const outcome = ask(argument as never);
    expect(outcome.ok ? [] : outcome.problems).toEqual([]);
  });

  it('wherever something else stands: problems or numbers', () => {
    const wrong: string[] = [];
    for (const path of pathsOf(argument)) {
      for (const thing of THINGS) {
        const where = `${path.join('.')} = ${String(thing)}`;
        try {
          wrong.push(
            ...oddities(ask(withAt(argument, path, thing) as never)).map((odd) => `${where}: ${odd}`),
          );
        } catch (error) {
          wrong.push(`${where}: ${String(error)}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

function oddities(outcome: Outcome<unknown>): readonly string[] {
  if (!outcome.ok) {
    if (outcome.problems.length === 0) return ['refused without a problem'];
    return outcome.problems.flatMap(({ code, path, params }) => [
      ...(/^[A-Z][A-Z0-9_]+$/.test(code) && path !== '' ? [] : [`${code} at "${path}"`]),
      ...notNumbers(params, code),
    ]);
  }
  // What was handed in comes back as it was; what was worked out is numbers.
  const echoed = ['recipe', 'specification', 'changes', 'rule', 'framework', 'dataset', 'split', 'options'];
  return notNumbers(outcome.value).filter((odd) => !odd.split('.').some((name) => echoed.includes(name)));
}
