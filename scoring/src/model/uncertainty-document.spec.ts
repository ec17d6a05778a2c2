import { describe, expect, it } from '@jest/globals';
import { uncertaintyOf } from './uncertainty-document.js';

const read = (uncertainty: unknown) => {
  const outcome = uncertaintyOf({ code: 'x', uncertainty });
  return outcome.ok ? outcome.value : outcome.problems.map(({ code, path }) => `${code} ${path}`);
};
const input = (given: object) => (read({ inputs: [given] }) as { inputs: unknown[] }).inputs[0];

describe('the uncertainty of a document', () => {
  it('is nothing where the file says nothing of it', () => {
    expect(uncertaintyOf({ code: 'x' })).toEqual({ ok: true, value: null });
    expect(uncertaintyOf(7)).toEqual({ ok: true, value: null });
  });

  it('has the settings of a simulation in the names of the model', () => {
    const targets = ['rank_shift', { of: 'score', unit: 'A' }, { of: 'rank', unit: 'B' }];
    expect(
      read({ inputs: [], interval: [0.1, 0.9], confidence: 0.9, sensitivity: { targets, resamples: 0 } }),
    ).toStrictEqual({
      inputs: [],
      interval: [0.1, 0.9],
      confidence: 0.9,
      sensitivity: {
        targets: [{ of: 'rank_shift' }, { of: 'score', unit: 'A' }, { of: 'rank', unit: 'B' }],
        resamples: 0,
      },
    });
  });

  it.each([
    [
      { name: 'w', kind: 'weights', levels: [1], distribution: { method: 'noise', share: 0.25 } },
      { name: 'w', kind: 'weights', levels: [1], distribution: { method: 'noise', share: 0.25 } },
    ],
    [
      { name: 'w', kind: 'weights', nodes: ['a'], distribution: 'simplex' },
      { name: 'w', kind: 'weights', nodes: ['a'], distribution: { method: 'simplex' } },
    ],
    [
      { name: 'w', kind: 'weights', distribution: { method: 'dirichlet', concentration: 50 } },
      { name: 'w', kind: 'weights', distribution: { method: 'dirichlet', concentration: 50 } },
    ],
    [
      {
        name: 'n',
        kind: 'normalisation',
        alternatives: ['rank', { method: 'goalposts', from: 0, up_to: 1, clamp: 'keep' }],
      },
      {
        name: 'n',
        kind: 'normalisation',
        alternatives: [{ method: 'rank' }, { method: 'goalposts', from: 0, upTo: 1, clamp: 'keep' }],
      },
    ],
    [
      { name: 'i', kind: 'imputation', alternatives: ['mean', 'none'] },
      { name: 'i', kind: 'imputation', alternatives: [{ method: 'mean' }, { method: 'none' }] },
    ],
    [
      {
        name: 't',
        kind: 'treatment',
        alternatives: ['none', { method: 'transform', transformation: 'log' }],
      },
      {
        name: 't',
        kind: 'treatment',
        alternatives: [{ method: 'none' }, { method: 'transform', transformation: { kind: 'log' } }],
      },
    ],
    [
      {
        name: 'a',
        kind: 'aggregation',
        alternatives: [{ method: 'geometric', non_positive: 'zero' }],
        nodes: ['x'],
      },
      {
        name: 'a',
        kind: 'aggregation',
        alternatives: [{ method: 'geometric', nonPositive: 'zero' }],
        nodes: ['x'],
      },
    ],
    [
      { name: 'm', kind: 'missing', alternatives: ['zero', 'no_value'] },
      { name: 'm', kind: 'missing', alternatives: ['zero', 'no_value'] },
    ],
    [
      { name: 'l', kind: 'leave_out', or_none: true },
      { name: 'l', kind: 'leave_out', orNone: true },
    ],
    [
      { name: 'd', kind: 'data', noise: { distribution: 'normal', scale: 'relative', size: 0.1 } },
      { name: 'd', kind: 'data', noise: { distribution: 'normal', scale: 'relative', size: 0.1 } },
    ],
    [
      { name: 'r', kind: 'method', alternatives: [{}, { weights: 'equal', not_applicable: 'no_value' }] },
      {
        name: 'r',
        kind: 'method',
        alternatives: [{}, { weights: { method: 'equal' }, notApplicable: 'no_value' }],
      },
    ],
  ])('reads the input %j', (given, expected) => {
    expect(input(given)).toStrictEqual(expected);
  });

  it('reads whole frameworks', () => {
    const method = { aggregation: 'median', missing: 'zero', not_applicable: 'reweight' };
    expect(
      input({ name: 'f', kind: 'framework', alternatives: [{ code: 'y', method, tree: { code: 'i' } }] }),
    ).toEqual({
      name: 'f',
      kind: 'framework',
      alternatives: [
        {
          code: 'y',
          root: { code: 'i' },
          method: expect.objectContaining({ aggregation: { method: 'median' }, notApplicable: 'reweight' }),
        },
      ],
    });
  });

  it('tells every key that has no meaning, by its path', () => {
    expect(
      read({
        input: [],
        inputs: [
          { name: 'w', kind: 'weights', distribution: { method: 'noise', shares: 1 }, alternatives: [] },
          { name: 'm', kind: 'method', alternatives: [{ weigths: 'equal' }] },
          { name: 'f', kind: 'framework', alternatives: [{ trees: 1 }] },
        ],
        sensitivity: { target: [] },
      }),
    ).toEqual([
      'KEY_UNKNOWN uncertainty.input',
      'KEY_UNKNOWN uncertainty.inputs[0].distribution.shares',
      'KEY_UNKNOWN uncertainty.inputs[0].alternatives',
      'KEY_UNKNOWN uncertainty.inputs[1].alternatives[0].weigths',
      'KEY_UNKNOWN uncertainty.inputs[2].alternatives[0].trees',
      'KEY_UNKNOWN uncertainty.sensitivity.target',
    ]);
  });
});
