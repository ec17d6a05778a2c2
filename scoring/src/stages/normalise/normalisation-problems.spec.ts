import { describe, expect, it } from '@jest/globals';
import type { Direction, Normalisation } from '../../model/normalisation.js';
import { directionProblems, normalisationProblems } from './normalise.js';

const UNITS = [
  { code: 'a', group: null },
  { code: 'b', group: null },
];

function codes(rule: unknown, units = UNITS): readonly string[] {
  return normalisationProblems(rule as Normalisation, units, 'm').map(({ code, path }) => `${code} ${path}`);
}

const constant = 'undetermined';
const posts = { method: 'goalposts', from: 0, upTo: 1, clamp: 'keep' };
const zScore = { method: 'scaled_z_score', mean: 0, deviation: 1, constant };
const toTarget = { method: 'distance_to_target', target: -3, clamp: 'clamp', constant };
const steps = (...list: unknown[]) => ({ method: 'steps', steps: list, below: 0 });

describe('normalisationProblems', () => {
  it.each([
    { method: 'ratio_to_maximum' },
    { method: 'ratio_to_maximum', clamp: 'clamp' },
    { method: 'min_max', constant },
    { method: 'min_max', to: [-5, 0], constant: { value: 0 } },
    posts,
    { ...posts, to: [0, 100] },
    { ...posts, from: 1, upTo: 1.0001, logarithm: true },
    { ...posts, from: -1, logarithm: false },
    { method: 'ratio_to_target', target: 5e-324, clamp: 'keep' },
    toTarget,
    { ...toTarget, target: 0 },
    { method: 'z_score', constant },
    { method: 'z_score', limits: [-3, 3], constant },
    zScore,
    { method: 'rank' },
    { method: 'rank', ties: 'average' },
    { method: 'percentile_rank', ties: 'lowest', constant },
    { method: 'borda' },
    { method: 'distance_to_maximum', constant },
    { method: 'distance_to_reference', unit: 'b', clamp: 'keep', constant },
    { method: 'fraction_of_maximum', constant },
    { method: 'fraction_of_maximum', clamp: 'keep', constant },
    steps({ from: 0, value: 0 }, { from: 1, value: 1 }),
    steps({ from: 0, value: 1 }, { from: 1, value: 0 }),
    { method: 'boolean', threshold: -1 },
  ])('has nothing against %j', (rule) => {
    expect(codes(rule)).toEqual([]);
  });

  it.each([
    [undefined, ['NORMALISATION_UNKNOWN m']],
    ['min_max', ['NORMALISATION_UNKNOWN m']],
    [{}, ['NORMALISATION_UNKNOWN m']],
    [{ method: 'magic' }, ['NORMALISATION_UNKNOWN m']],
    [{ method: 'ratio_to_maximum', clamp: 'yes' }, ['CLAMP_POLICY_UNKNOWN m.clamp']],
    [{ method: 'min_max' }, ['CONSTANT_POLICY_UNKNOWN m.constant']],
    [{ method: 'min_max', constant: 'zero' }, ['CONSTANT_POLICY_UNKNOWN m.constant']],
    [{ method: 'min_max', constant: { value: NaN } }, ['CONSTANT_VALUE_NOT_FINITE m.constant.value']],
    [{ method: 'min_max', constant: {} }, ['CONSTANT_VALUE_NOT_FINITE m.constant.value']],
    [{ method: 'min_max', to: 5, constant }, ['SCALE_INVALID m.to']],
    [{ method: 'min_max', to: [0], constant }, ['SCALE_INVALID m.to']],
    [{ method: 'min_max', to: [0, 1, 2], constant }, ['SCALE_INVALID m.to']],
    [{ method: 'min_max', to: [0, '1'], constant }, ['SCALE_NOT_FINITE m.to']],
    [{ method: 'min_max', to: [NaN, 1], constant }, ['SCALE_NOT_FINITE m.to']],
    [{ method: 'min_max', to: [-1e308, 1e308], constant }, ['SCALE_NOT_FINITE m.to']],
    [{ method: 'min_max', to: [1, 1], constant }, ['SCALE_NOT_ASCENDING m.to']],
    [{ method: 'percentile_rank', to: [1, 0], constant }, ['SCALE_NOT_ASCENDING m.to']],
    [
      { method: 'goalposts' },
      ['GOALPOST_NOT_FINITE m.from', 'GOALPOST_NOT_FINITE m.upTo', 'CLAMP_POLICY_UNKNOWN m.clamp'],
    ],
    [{ ...posts, from: Infinity }, ['GOALPOST_NOT_FINITE m.from']],
    [{ ...posts, upTo: '1' }, ['GOALPOST_NOT_FINITE m.upTo']],
    [{ ...posts, from: 1 }, ['GOALPOSTS_NOT_ASCENDING m']],
    [{ ...posts, from: 2 }, ['GOALPOSTS_NOT_ASCENDING m']],
    [{ ...posts, logarithm: true }, ['GOALPOST_NOT_POSITIVE m.from']],
    [{ ...posts, from: -1, logarithm: true }, ['GOALPOST_NOT_POSITIVE m.from']],
    [
      { ...posts, from: -1, upTo: -2, logarithm: true },
      ['GOALPOST_NOT_POSITIVE m.from', 'GOALPOSTS_NOT_ASCENDING m'],
    ],
    [{ ...posts, logarithm: 'yes' }, ['LOGARITHM_INVALID m.logarithm']],
    [{ ...posts, from: -1e308, upTo: 1e308 }, ['GOALPOSTS_WITHOUT_RANGE m']],
    // Their logarithms are the same double.
    [
      { ...posts, from: 1e300, upTo: 1e300 * (1 + Number.EPSILON), logarithm: true },
      ['GOALPOSTS_WITHOUT_RANGE m'],
    ],
    [{ ...posts, to: [1, 0], clamp: null }, ['SCALE_NOT_ASCENDING m.to', 'CLAMP_POLICY_UNKNOWN m.clamp']],
    [{ method: 'ratio_to_target', target: 0, clamp: 'keep' }, ['TARGET_NOT_POSITIVE m.target']],
    [{ method: 'ratio_to_target', target: -1, clamp: 'keep' }, ['TARGET_NOT_POSITIVE m.target']],
    [
      { method: 'ratio_to_target', target: NaN, to: [], clamp: 'keep' },
      ['TARGET_NOT_FINITE m.target', 'SCALE_INVALID m.to'],
    ],
    [{ method: 'ratio_to_target', target: 1 }, ['CLAMP_POLICY_UNKNOWN m.clamp']],
    [
      { method: 'distance_to_target' },
      ['TARGET_NOT_FINITE m.target', 'CLAMP_POLICY_UNKNOWN m.clamp', 'CONSTANT_POLICY_UNKNOWN m.constant'],
    ],
    [{ ...toTarget, to: {} }, ['SCALE_INVALID m.to']],
    [{ method: 'z_score' }, ['CONSTANT_POLICY_UNKNOWN m.constant']],
    [{ method: 'z_score', limits: [3, -3], constant }, ['SCALE_NOT_ASCENDING m.limits']],
    [{ ...zScore, mean: null }, ['MEAN_NOT_FINITE m.mean']],
    [{ ...zScore, deviation: 0 }, ['DEVIATION_NOT_POSITIVE m.deviation']],
    [{ ...zScore, deviation: Infinity }, ['DEVIATION_NOT_POSITIVE m.deviation']],
    [{ ...zScore, limits: 1, constant: 0 }, ['SCALE_INVALID m.limits', 'CONSTANT_POLICY_UNKNOWN m.constant']],
    [{ method: 'rank', ties: 'max' }, ['RANK_TIES_UNKNOWN m.ties']],
    [{ method: 'borda', ties: 1 }, ['RANK_TIES_UNKNOWN m.ties']],
    [
      { method: 'percentile_rank', ties: null },
      ['RANK_TIES_UNKNOWN m.ties', 'CONSTANT_POLICY_UNKNOWN m.constant'],
    ],
    [
      { method: 'distance_to_maximum', to: null },
      ['SCALE_INVALID m.to', 'CONSTANT_POLICY_UNKNOWN m.constant'],
    ],
    [
      { method: 'distance_to_reference', unit: 'z', to: 0 },
      [
        'REFERENCE_UNIT_UNKNOWN m.unit',
        'SCALE_INVALID m.to',
        'CLAMP_POLICY_UNKNOWN m.clamp',
        'CONSTANT_POLICY_UNKNOWN m.constant',
      ],
    ],
    [
      { method: 'fraction_of_maximum', to: '', clamp: true },
      ['SCALE_INVALID m.to', 'CLAMP_POLICY_UNKNOWN m.clamp', 'CONSTANT_POLICY_UNKNOWN m.constant'],
    ],
    [{ method: 'boolean' }, ['THRESHOLD_NOT_FINITE m.threshold']],
    [steps(), ['STEPS_EMPTY m.steps']],
    [{ method: 'steps', steps: { from: 1 } }, ['STEP_NOT_FINITE m.below', 'STEPS_EMPTY m.steps']],
    [steps(5, { from: 1 }), ['STEP_INVALID m.steps[0]', 'STEP_NOT_FINITE m.steps[1].value']],
    [steps({ from: '1', value: 1 }), ['STEP_NOT_FINITE m.steps[0].from']],
    [steps({ from: 1, value: 1 }, { from: 1, value: 2 }), ['STEPS_NOT_ASCENDING m.steps[1].from']],
    [steps({ from: 2, value: 1 }, { from: 1, value: 2 }), ['STEPS_NOT_ASCENDING m.steps[1].from']],
    [
      steps({ from: 1, value: 1 }, { from: 2, value: 3 }, { from: 3, value: 2 }),
      ['STEP_VALUES_UP_AND_DOWN m.steps'],
    ],
    [
      { ...steps({ from: 1, value: 1 }, { from: 2, value: 2 }), below: 1.5 },
      ['STEP_VALUES_UP_AND_DOWN m.steps'],
    ],
    [
      { ...steps({ from: 1, value: 2 }, { from: 2, value: 1 }), below: 1.5 },
      ['STEP_VALUES_UP_AND_DOWN m.steps'],
    ],
  ])('of %j: %j', (rule, expected) => {
    expect(codes(rule)).toEqual(expected);
  });

  it('tells what it found', () => {
    const found = (rule: unknown) => normalisationProblems(rule as Normalisation, UNITS, 'm')[0]?.params;
    expect(found({ method: 'magic' })).toMatchObject({ found: 'magic' });
    expect(found({ method: 'magic' })?.['known']).toMatch(/^ratio_to_maximum min_max .* boolean$/);
    expect(found(7)).toMatchObject({ found: 7 });
    expect(found({ method: 'ratio_to_maximum', clamp: 'cap' })).toEqual({
      found: 'cap',
      known: 'clamp keep',
    });
    expect(found({ method: 'rank', ties: 'max' })).toEqual({ found: 'max', known: 'lowest average' });
    expect(found({ ...posts, from: 2 })).toEqual({ from: 2, upTo: 1 });
    expect(found({ ...posts, logarithm: true })).toEqual({ from: 0 });
    expect(found({ ...posts, from: -1e308, upTo: 1e308 })).toEqual({ from: -1e308, upTo: 1e308 });
    expect(found({ ...posts, logarithm: 0 })).toEqual({ found: 0 });
    expect(found({ method: 'min_max', to: [1, NaN], constant })).toEqual({ low: 1, high: 'NaN' });
    expect(found({ method: 'min_max', to: [1, 0], constant })).toEqual({ low: 1, high: 0 });
    expect(found({ method: 'min_max', to: 'x', constant })).toEqual({ found: 'x' });
    expect(found({ method: 'min_max', constant: 'x' })).toEqual({ found: 'x' });
    expect(found({ method: 'ratio_to_target', target: -1, clamp: 'keep' })).toEqual({ target: -1 });
    expect(found({ ...zScore, deviation: -1 })).toEqual({ deviation: -1 });
    expect(found({ ...zScore, mean: 'x' })).toEqual({ found: 'x' });
    expect(found({ method: 'distance_to_reference', unit: 'z', clamp: 'keep', constant })).toEqual({
      unit: 'z',
    });
    expect(found(steps(5))).toEqual({ found: 5 });
    expect(found(steps({ from: NaN, value: 1 }))).toEqual({ found: 'NaN' });
    expect(found(steps({ from: 2, value: 1 }, { from: 1, value: 2 }))).toEqual({ from: 1, before: 2 });
    expect(found({ ...steps({ from: 1, value: 1 }, { from: 2, value: 0 }), below: 0.5 })).toEqual({
      below: 0.5,
    });
  });

  it('does not look the reference up where there are no units, and takes no unit that is not a code', () => {
    const rule = { method: 'distance_to_reference', clamp: 'keep', constant };
    expect(codes({ ...rule, unit: 'z' }, [])).toEqual([]);
    expect(codes({ ...rule, unit: 7 }, [])).toEqual(['REFERENCE_UNIT_UNKNOWN m.unit']);
    expect(codes(rule)).toEqual(['REFERENCE_UNIT_UNKNOWN m.unit']);
  });
});

describe('directionProblems', () => {
  const rising = steps({ from: 1, value: 1 }, { from: 2, value: 2 }) as unknown as Normalisation;
  const falling = steps({ from: 1, value: 2 }, { from: 2, value: 1 }) as unknown as Normalisation;
  const single = steps({ from: 1, value: 2 }) as unknown as Normalisation;

  it.each<readonly [string, Normalisation, Direction, boolean]>([
    ['rising', rising, 'higher_is_better', true],
    ['rising', rising, 'lower_is_better', false],
    ['falling', falling, 'higher_is_better', false],
    ['falling', falling, 'lower_is_better', true],
    ['a single one', single, 'higher_is_better', true],
    ['a single one', single, 'lower_is_better', true],
    ['no steps', { method: 'rank' }, 'lower_is_better', true],
  ])('%s: %j where %s suits: %p', (_, rule, direction, suits) => {
    const problem = { code: 'STEPS_AGAINST_DIRECTION', path: 'framework.x', params: { direction } };
    expect(directionProblems(rule, direction, 'framework.x')).toEqual(suits ? [] : [problem]);
  });
});
