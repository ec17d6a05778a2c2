import { describe, expect, it } from '@jest/globals';
import type { SimulationSpecification } from '../model/simulation.js';
import { MOST_CELLS, MOST_DRAWS, MOST_RESAMPLES, specificationProblems } from './specification-problems.js';

const UNITS = [
  { code: 'u1', group: 'g' },
  { code: 'u2', group: null },
];

const SOUND: SimulationSpecification = {
  draws: 10,
  seed: 0,
  inputs: [
    { name: 'w', kind: 'weights', distribution: { method: 'noise', share: 0.25 }, levels: [1] },
    { name: 'm', kind: 'missing', alternatives: ['zero'], nodes: ['root'] },
  ],
  interval: [0, 1],
  confidence: 1,
  sensitivity: {
    targets: [{ of: 'rank_shift' }, { of: 'score', unit: 'u1' }, { of: 'rank', unit: 'u2' }],
    resamples: 0,
  },
};

/** Codes and paths of what is wrong once fields are replaced. */
function told(change: Record<string, unknown>): readonly string[] {
  return specificationProblems({ ...SOUND, ...change }, UNITS, 's').map(
    ({ code, path }) => `${code} ${path}`,
  );
}

/** The same for the only input. */
function toldOf(input: unknown): readonly string[] {
  return told({ inputs: [input], sensitivity: undefined });
}

const WEIGHTS = { name: 'w', kind: 'weights', distribution: { method: 'simplex' } };
const NOISE = { name: 'd', kind: 'data', noise: { distribution: 'normal', scale: 'relative', size: 0.1 } };

describe('specificationProblems', () => {
  it('finds nothing in a sound one', () => {
    expect(told({})).toEqual([]);
    expect(told({ interval: undefined, confidence: undefined, sensitivity: undefined })).toEqual([]);
  });

  it.each([undefined, null, 7, 'draws', []])('refuses %p', (specification) => {
    expect(specificationProblems(specification, UNITS, 's')).toMatchObject([
      { code: 'SIMULATION_INVALID', path: 's' },
    ]);
  });

  it.each([0, -1, 1.5, NaN, Infinity, '10', null, undefined, MOST_DRAWS + 1])('refuses %p draws', (draws) => {
    expect(told({ draws })).toEqual(['SIMULATION_DRAWS_INVALID s.draws']);
  });

  it('takes 1 draw, and as many as there may be', () => {
    expect(told({ draws: 1 })).toEqual([]);
    expect(told({ draws: MOST_DRAWS })).toEqual([]);
  });

  it('counts what would have to be kept: twice as much with sensitivity', () => {
    const many = Array.from({ length: MOST_CELLS / MOST_DRAWS }, (_, u) => ({
      code: `u${u + 1}`,
      group: 'g',
    }));
    const codes = (specification: object, units: typeof many) =>
      specificationProblems({ ...SOUND, draws: MOST_DRAWS, ...specification }, units, 's').map(
        ({ code }) => code,
      );
    expect(codes({ sensitivity: undefined }, many)).toEqual([]);
    expect(codes({}, many)).toEqual(['SIMULATION_TOO_LARGE']);
    expect(codes({}, many.slice(0, many.length / 2))).toEqual([]);
    expect(codes({ sensitivity: undefined }, [...many, { code: 'more', group: 'g' }])).toEqual([
      'SIMULATION_TOO_LARGE',
    ]);
  });

  it.each([-1, 0.5, NaN, 2 ** 53, '7', null, undefined])('refuses %p as a seed', (seed) => {
    expect(told({ seed })).toEqual(['SIMULATION_SEED_INVALID s.seed']);
  });

  it('takes the largest seed', () => {
    expect(told({ seed: Number.MAX_SAFE_INTEGER })).toEqual([]);
  });

  it.each([
    [[0.5, 0.5]],
    [[0.9, 0.1]],
    [[-0.1, 0.9]],
    [[0.1, 1.1]],
    [[0.1]],
    [[0.1, 0.5, 0.9]],
    [['0', 1]],
    [0.9],
    [null],
  ])('refuses %j as an interval', (interval) => {
    expect(told({ interval })).toEqual(['SIMULATION_INTERVAL_INVALID s.interval']);
  });

  it.each([0, -0.1, 1.01, NaN, '0.95', null])('refuses %p as a confidence', (confidence) => {
    expect(told({ confidence })).toEqual(['SIMULATION_CONFIDENCE_INVALID s.confidence']);
  });

  it('refuses fields that nobody reads', () => {
    expect(told({ sead: 1 })).toEqual(['SIMULATION_FIELD_UNKNOWN s.sead']);
    expect(told({ sensitivity: { target: [] } })).toEqual(['SIMULATION_FIELD_UNKNOWN s.sensitivity.target']);
    expect(toldOf({ ...WEIGHTS, node: ['root'] })).toEqual(['SIMULATION_FIELD_UNKNOWN s.inputs[0].node']);
    expect(toldOf({ ...NOISE, levels: [1] })).toEqual(['SIMULATION_FIELD_UNKNOWN s.inputs[0].levels']);
  });

  it.each([
    ['SENSITIVITY_INVALID s.sensitivity', 'yes'],
    ['SENSITIVITY_RESAMPLES_INVALID s.sensitivity.resamples', { resamples: -1 }],
    ['SENSITIVITY_RESAMPLES_INVALID s.sensitivity.resamples', { resamples: MOST_RESAMPLES + 1 }],
    ['SENSITIVITY_RESAMPLES_INVALID s.sensitivity.resamples', { resamples: 1.5 }],
    ['SENSITIVITY_TARGETS_ABSENT s.sensitivity.targets', { targets: [] }],
    ['SENSITIVITY_TARGETS_ABSENT s.sensitivity.targets', { targets: 'rank_shift' }],
    ['SENSITIVITY_TARGET_UNKNOWN s.sensitivity.targets[0]', { targets: ['rank_shift'] }],
    ['SENSITIVITY_TARGET_UNKNOWN s.sensitivity.targets[0]', { targets: [{ of: 'median' }] }],
    [
      'SENSITIVITY_UNIT_UNKNOWN s.sensitivity.targets[1].unit',
      { targets: [{ of: 'rank_shift' }, { of: 'score', unit: 'u9' }] },
    ],
    ['SENSITIVITY_UNIT_UNKNOWN s.sensitivity.targets[0].unit', { targets: [{ of: 'rank' }] }],
    [
      'SIMULATION_FIELD_UNKNOWN s.sensitivity.targets[0].unit',
      { targets: [{ of: 'rank_shift', unit: 'u1' }] },
    ],
  ])('%s', (problem, sensitivity) => {
    expect(told({ sensitivity })).toEqual([problem]);
  });

  it('asks for two inputs to divide the variance between', () => {
    expect(told({ inputs: [WEIGHTS] })).toEqual(['SENSITIVITY_NEEDS_TWO_INPUTS s.sensitivity']);
    expect(told({ sensitivity: { resamples: MOST_RESAMPLES } })).toEqual([]);
  });

  it('tells of everything at once', () => {
    const found = specificationProblems(
      { draws: 0, seed: 'x', inputs: [], interval: 1, confidence: 2, sensitivity: 3, more: 4 },
      UNITS,
      's',
    );
    expect(found.map(({ code }) => code)).toEqual([
      'SIMULATION_FIELD_UNKNOWN',
      'SIMULATION_DRAWS_INVALID',
      'SIMULATION_SEED_INVALID',
      'SIMULATION_INTERVAL_INVALID',
      'SIMULATION_CONFIDENCE_INVALID',
      'SIMULATION_INPUTS_ABSENT',
      'SENSITIVITY_INVALID',
    ]);
  });
});

describe('inputsProblems', () => {
  it.each([[undefined], [null], [[]], ['weights'], [{}]])('refuses %j as inputs', (inputs) => {
    expect(told({ inputs })).toContain('SIMULATION_INPUTS_ABSENT s.inputs');
  });

  it.each([
    ['SIMULATION_INPUT_INVALID s.inputs[0]', 'weights'],
    ['SIMULATION_KIND_UNKNOWN s.inputs[0].kind', { name: 'x', kind: 'weight' }],
    ['SIMULATION_KIND_UNKNOWN s.inputs[0].kind', { name: 'x' }],
    ['SIMULATION_NAME_EMPTY s.inputs[0].name', { ...WEIGHTS, name: '' }],
    ['SIMULATION_NAME_EMPTY s.inputs[0].name', { ...WEIGHTS, name: 7 }],
    ['SIMULATION_NODES_INVALID s.inputs[0].nodes', { ...WEIGHTS, nodes: [] }],
    ['SIMULATION_NODES_INVALID s.inputs[0].nodes', { ...WEIGHTS, nodes: 'root' }],
    ['SIMULATION_NODES_INVALID s.inputs[0].nodes[1]', { ...WEIGHTS, nodes: ['root', 3] }],
    ['SIMULATION_LEVELS_INVALID s.inputs[0].levels', { ...WEIGHTS, levels: [] }],
    ['SIMULATION_LEVELS_INVALID s.inputs[0].levels[0]', { ...WEIGHTS, levels: [0] }],
    ['SIMULATION_LEVELS_INVALID s.inputs[0].levels[0]', { ...WEIGHTS, levels: [1.5] }],
    ['SIMULATION_NODES_AND_LEVELS s.inputs[0].levels', { ...WEIGHTS, levels: [1], nodes: ['root'] }],
    ['SIMULATION_DISTRIBUTION_UNKNOWN s.inputs[0].distribution', { ...WEIGHTS, distribution: undefined }],
    [
      'SIMULATION_DISTRIBUTION_UNKNOWN s.inputs[0].distribution',
      { ...WEIGHTS, distribution: { method: 'beta' } },
    ],
    ['SIMULATION_DISTRIBUTION_UNKNOWN s.inputs[0].distribution', { ...WEIGHTS, distribution: 'simplex' }],
    ...[0, -0.1, 1.01, NaN, '0.2', undefined].map((share) => [
      'SIMULATION_SHARE_INVALID s.inputs[0].distribution.share',
      { ...WEIGHTS, distribution: { method: 'noise', share } },
    ]),
    ...[0, -1, Infinity, '5', undefined].map((concentration) => [
      'SIMULATION_CONCENTRATION_INVALID s.inputs[0].distribution.concentration',
      { ...WEIGHTS, distribution: { method: 'dirichlet', concentration } },
    ]),
    ['SIMULATION_NOISE_INVALID s.inputs[0].noise', { ...NOISE, noise: 0.1 }],
    [
      'SIMULATION_NOISE_INVALID s.inputs[0].noise.distribution',
      { ...NOISE, noise: { ...NOISE.noise, distribution: 'beta' } },
    ],
    [
      'SIMULATION_NOISE_INVALID s.inputs[0].noise.scale',
      { ...NOISE, noise: { ...NOISE.noise, scale: undefined } },
    ],
    ...[0, -1, NaN, '1'].map((size) => [
      'SIMULATION_NOISE_INVALID s.inputs[0].noise.size',
      { ...NOISE, noise: { ...NOISE.noise, size } },
    ]),
    ['SIMULATION_OR_NONE_INVALID s.inputs[0].orNone', { name: 'l', kind: 'leave_out', orNone: 'yes' }],
    ...['normalisation', 'imputation', 'treatment', 'aggregation', 'missing', 'method', 'framework'].map(
      (kind) => [
        'SIMULATION_ALTERNATIVES_ABSENT s.inputs[0].alternatives',
        { name: 'x', kind, alternatives: [] },
      ],
    ),
    ['SIMULATION_ALTERNATIVES_ABSENT s.inputs[0].alternatives', { name: 'x', kind: 'missing' }],
    [
      'NORMALISATION_UNKNOWN s.inputs[0].alternatives[1]',
      { name: 'x', kind: 'normalisation', alternatives: [{ method: 'rank' }, { method: 'magic' }] },
    ],
    [
      'TREATMENT_UNKNOWN s.inputs[0].alternatives[0]',
      { name: 'x', kind: 'treatment', alternatives: [{ method: 'magic' }] },
    ],
    [
      'IMPUTATION_METHOD_UNKNOWN s.inputs[0].alternatives[0].method',
      { name: 'x', kind: 'imputation', alternatives: [{ method: 'magic' }] },
    ],
    [
      'AGGREGATION_UNKNOWN s.inputs[0].alternatives[0]',
      { name: 'x', kind: 'aggregation', alternatives: ['geometric'] },
    ],
    [
      'MISSING_RULE_UNKNOWN s.inputs[0].alternatives[0]',
      { name: 'x', kind: 'missing', alternatives: ['guess'] },
    ],
    ['METHOD_INVALID s.inputs[0].alternatives[0]', { name: 'x', kind: 'method', alternatives: ['plain'] }],
    [
      'SIMULATION_FIELD_UNKNOWN s.inputs[0].alternatives[0].treatment',
      { name: 'x', kind: 'method', alternatives: [{ treatment: 1 }] },
    ],
  ] as readonly (readonly [string, unknown])[])('%s: %j', (problem, input) => {
    expect(toldOf(input)).toEqual([problem]);
  });

  it.each([
    { ...WEIGHTS, distribution: { method: 'noise', share: 1 } },
    { ...WEIGHTS, distribution: { method: 'dirichlet', concentration: 1e-3 } },
    NOISE,
    { name: 'd', kind: 'data', noise: { distribution: 'uniform', scale: 'absolute', size: 5 } },
    { name: 'l', kind: 'leave_out' },
    { name: 'l', kind: 'leave_out', orNone: true, nodes: ['a'] },
    { name: 'm', kind: 'method', alternatives: [{}, { missing: 'zero', bands: [] }] },
    { name: 'a', kind: 'aggregation', alternatives: [{ method: 'median' }] },
    { name: 'm', kind: 'missing', alternatives: ['no_value', 'zero', 'reweight'] },
  ])('finds nothing in %j', (input) => {
    expect(toldOf(input)).toEqual([]);
  });

  it('refuses a second input by the same name, and a second of what can only be said once', () => {
    const leaveOut = (name: string) => ({ name, kind: 'leave_out' });
    expect(told({ inputs: [WEIGHTS, WEIGHTS] })).toEqual(['SIMULATION_NAME_DOUBLED s.inputs[1].name']);
    expect(told({ inputs: [leaveOut('a'), leaveOut('b')] })).toEqual([
      'SIMULATION_KIND_DOUBLED s.inputs[1].kind',
    ]);
    expect(told({ inputs: [WEIGHTS, { ...WEIGHTS, name: 'v' }] })).toEqual([]);
  });
});
