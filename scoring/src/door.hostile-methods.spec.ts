import { describe, expect, it } from '@jest/globals';
import { compute, validate, type Dataset, type Framework, type Method } from './index.js';

/**
 * Methods that nobody knows and parameters that none can take, at every stage, as the method's rule and as
 * a node's own: each has its code, at the place where it stands.
 */
type Loose = Record<string, unknown>;

const rank: Method['rank'] = {
  method: 'competition',
  decimals: null,
  rounding: 'half_up_decimal',
  direction: 'descending',
};
const data: Dataset = {
  units: [
    { code: 'u', group: 'g' },
    { code: 'v', group: 'g' },
  ],
  columns: [{ element: 'a', values: [2, 4] }],
};

function framework(method: Loose, leaf: Loose = {}, root: Loose = {}): Framework {
  return {
    code: 'f',
    root: { code: 'root', children: [{ code: 'a', weight: 1, ...leaf }], ...root },
    method: {
      ...{ aggregation: { method: 'arithmetic' }, missing: 'no_value', notApplicable: 'reweight' },
      normalise: { method: 'goalposts', from: 0, upTo: 10, clamp: 'keep' },
      weights: { method: 'given' },
      rank,
      ...method,
    },
  } as unknown as Framework;
}

function problems(own: Framework): readonly (readonly [string, string])[] {
  const outcome = compute(own, data);
  expect(outcome.ok ? [] : outcome.problems).toEqual(validate(own, data));
  return outcome.ok ? [] : outcome.problems.map(({ code, path }) => [code, path]);
}

const nonsense = 'nonsense';
const constant = 'undetermined';
const clamp = 'clamp';

const testAndTreat = {
  method: 'test_and_treat',
  test: { skewness: 2, kurtosis: 3.5 },
  points: 5,
  transformation: null,
  combine: false,
};

/** A rule, the code it is refused by, and where within the rule. */
type Row = readonly [string, unknown, string, string];

const ofLeaves: Readonly<Record<'impute' | 'treat' | 'normalise', readonly Row[]>> = {
  impute: [
    ['unknown', { method: nonsense }, 'IMPUTATION_METHOD_UNKNOWN', '.method'],
    ['not a rule', nonsense, 'IMPUTATION_INVALID', ''],
    ['a constant that is text', { method: 'constant', value: '5' }, 'IMPUTATION_VALUE_INVALID', '.value'],
    [
      'a constant that is NaN',
      { method: 'constant', value: Number.NaN },
      'IMPUTATION_VALUE_INVALID',
      '.value',
    ],
    [
      'a fallback nobody knows',
      { method: 'group_mean', fallback: 'median' },
      'IMPUTATION_FALLBACK_UNKNOWN',
      '.fallback',
    ],
    ['no periods', { method: 'last_value', periods: 0 }, 'IMPUTATION_PERIODS_INVALID', '.periods'],
    ['half a period', { method: 'last_value', periods: 1.5 }, 'IMPUTATION_PERIODS_INVALID', '.periods'],
    [
      'periods without end',
      { method: 'last_value', periods: Infinity },
      'IMPUTATION_PERIODS_INVALID',
      '.periods',
    ],
  ],
  treat: [
    ['unknown', { method: nonsense }, 'TREATMENT_UNKNOWN', ''],
    ['not a rule', 7, 'TREATMENT_UNKNOWN', ''],
    [
      'limits the wrong way round',
      { method: 'limits', lower: 2, upper: 1 },
      'TREATMENT_LIMITS_NOT_ASCENDING',
      '',
    ],
    ['no limits', { method: 'limits' }, 'TREATMENT_LIMITS_ABSENT', ''],
    ['a limit of NaN', { method: 'limits', upper: Number.NaN }, 'TREATMENT_LIMIT_NOT_FINITE', '.upper'],
    [
      'a transformation nobody knows',
      { method: 'transform', transformation: { kind: nonsense } },
      'TRANSFORMATION_UNKNOWN',
      '.transformation',
    ],
    [
      'an exponent that is text',
      { method: 'transform', transformation: { kind: 'box_cox', lambda: '1' } },
      'BOX_COX_LAMBDA_INVALID',
      '.transformation.lambda',
    ],
    ['half a point', { ...testAndTreat, points: 0.5 }, 'WINSORISED_POINTS_INVALID', '.points'],
    ['no test', { ...testAndTreat, test: undefined }, 'OUTLIER_TEST_INVALID', '.test'],
    [
      'a threshold below zero',
      { ...testAndTreat, test: { skewness: -1, kurtosis: 3.5 } },
      'SKEWNESS_THRESHOLD_INVALID',
      '.test.skewness',
    ],
    ['a switch that is text', { ...testAndTreat, combine: 'no' }, 'TREATMENT_SWITCH_INVALID', '.combine'],
  ],
  normalise: [
    ['unknown', { method: nonsense }, 'NORMALISATION_UNKNOWN', ''],
    ['not a rule', null, 'NORMALISATION_UNKNOWN', ''],
    ['a target of zero', { method: 'ratio_to_target', target: 0, clamp }, 'TARGET_NOT_POSITIVE', '.target'],
    ['a target of −0', { method: 'ratio_to_target', target: -0, clamp }, 'TARGET_NOT_POSITIVE', '.target'],
    ['a negative target', { method: 'ratio_to_target', target: -1, clamp }, 'TARGET_NOT_POSITIVE', '.target'],
    [
      'a target that is text',
      { method: 'ratio_to_target', target: '9', clamp },
      'TARGET_NOT_FINITE',
      '.target',
    ],
    [
      'a target of NaN',
      { method: 'distance_to_target', target: Number.NaN, clamp, constant },
      'TARGET_NOT_FINITE',
      '.target',
    ],
    [
      'goalposts at one place',
      { method: 'goalposts', from: 1, upTo: 1, clamp },
      'GOALPOSTS_NOT_ASCENDING',
      '',
    ],
    [
      'a goalpost at infinity',
      { method: 'goalposts', from: 1, upTo: Infinity, clamp },
      'GOALPOST_NOT_FINITE',
      '.upTo',
    ],
    [
      'a logarithm from zero',
      { method: 'goalposts', from: 0, upTo: 5, logarithm: true, clamp },
      'GOALPOST_NOT_POSITIVE',
      '.from',
    ],
    [
      'goalposts further apart than numbers',
      { method: 'goalposts', from: -1.7e308, upTo: 1.7e308, clamp },
      'GOALPOSTS_WITHOUT_RANGE',
      '',
    ],
    ['a scale of one number', { method: 'min_max', to: [1], constant }, 'SCALE_INVALID', '.to'],
    ['a scale that falls', { method: 'min_max', to: [1, 0], constant }, 'SCALE_NOT_ASCENDING', '.to'],
    ['a scale with NaN', { method: 'min_max', to: [0, Number.NaN], constant }, 'SCALE_NOT_FINITE', '.to'],
    ['no word on constants', { method: 'min_max' }, 'CONSTANT_POLICY_UNKNOWN', '.constant'],
    [
      'no spread to scale to',
      { method: 'scaled_z_score', mean: 0, deviation: 0, constant },
      'DEVIATION_NOT_POSITIVE',
      '.deviation',
    ],
    [
      'a unit that is not there',
      { method: 'distance_to_reference', unit: 'w', clamp, constant },
      'REFERENCE_UNIT_UNKNOWN',
      '.unit',
    ],
    ['no steps', { method: 'steps', steps: [], below: 0 }, 'STEPS_EMPTY', '.steps'],
    ['a threshold that is text', { method: 'boolean', threshold: '5' }, 'THRESHOLD_NOT_FINITE', '.threshold'],
  ],
};

const ofParents: Readonly<Record<'aggregation' | 'weights' | 'missing' | 'availability', readonly Row[]>> = {
  aggregation: [
    ['unknown', { method: nonsense }, 'AGGREGATION_UNKNOWN', ''],
    ['not a rule', 'arithmetic', 'AGGREGATION_UNKNOWN', ''],
    ['no word on zeros', { method: 'geometric' }, 'NON_POSITIVE_POLICY_UNKNOWN', '.nonPositive'],
    [
      'a floor of zero',
      { method: 'geometric', nonPositive: { floor: 0 } },
      'NON_POSITIVE_FLOOR_INVALID',
      '.nonPositive.floor',
    ],
    [
      'a power without end',
      { method: 'generalised_mean', power: Infinity, nonPositive: 'zero' },
      'AGGREGATION_POWER_INVALID',
      '.power',
    ],
    [
      'a word of Copeland nobody knows',
      { method: 'copeland', among: nonsense },
      'COPELAND_OPTION_UNKNOWN',
      '.among',
    ],
  ],
  weights: [
    ['unknown', { method: nonsense }, 'WEIGHTING_UNKNOWN', ''],
    ['not a rule', 'equal', 'WEIGHTING_UNKNOWN', ''],
  ],
  missing: [['unknown', nonsense, 'MISSING_RULE_UNKNOWN', '']],
  availability: [
    ['above one', 1.1, 'AVAILABILITY_INVALID', ''],
    ['below zero', -0.1, 'AVAILABILITY_INVALID', ''],
    ['NaN', Number.NaN, 'AVAILABILITY_INVALID', ''],
    ['text', '0.5', 'AVAILABILITY_INVALID', ''],
  ],
};

describe.each(Object.entries(ofLeaves))('%s', (stage, rows) => {
  it.each(rows)("%s, as the method's rule", (_name, rule, code, path) => {
    expect(problems(framework({ [stage]: rule }))).toContainEqual([code, `framework.method.${stage}${path}`]);
  });

  it.each(rows)("%s, as a leaf's own", (_name, rule, code, path) => {
    expect(problems(framework({}, { [stage]: rule }))).toEqual([[code, `framework.a.${stage}${path}`]]);
  });
});

describe.each(Object.entries(ofParents))('%s', (stage, rows) => {
  it.each(rows)("%s, as the method's rule", (_name, rule, code, path) => {
    expect(problems(framework({ [stage]: rule }))).toContainEqual([code, `framework.method.${stage}${path}`]);
  });

  it.each(rows)("%s, as a parent's own", (_name, rule, code, path) => {
    const [first] = problems(framework({}, {}, { [stage]: rule }));
    expect(first).toEqual([code, `framework.root.${stage}${path}`]);
  });
});

describe('rules of the whole', () => {
  it.each<[string, Loose, string, string]>([
    [
      'a screening nobody knows',
      { screen: { [nonsense]: 1 } },
      'SCREENING_THRESHOLD_UNKNOWN',
      `screen.${nonsense}`,
    ],
    [
      'a share above one',
      { screen: { unitAvailability: 2 } },
      'SCREENING_SHARE_INVALID',
      'screen.unitAvailability',
    ],
    ['a screening that is no rule', { screen: 0.5 }, 'SCREENING_INVALID', 'screen'],
    ['a rank nobody knows', { rank: { ...rank, method: nonsense } }, 'RANK_METHOD_UNKNOWN', 'rank.method'],
    ['no rank', { rank: undefined }, 'RANK_INVALID', 'rank'],
    [
      'a direction nobody knows',
      { rank: { ...rank, direction: 'up' } },
      'RANK_DIRECTION_UNKNOWN',
      'rank.direction',
    ],
    ['decimals below zero', { rank: { ...rank, decimals: -1 } }, 'RANK_DECIMALS_INVALID', 'rank.decimals'],
    [
      'decimals that are no word',
      { rank: { ...rank, decimals: undefined } },
      'RANK_DECIMALS_INVALID',
      'rank.decimals',
    ],
    ['16 decimals', { rank: { ...rank, decimals: 16 } }, 'RANK_DECIMALS_INVALID', 'rank.decimals'],
    [
      'tie-breaks that are no list',
      { rank: { ...rank, tieBreaks: 'code' } },
      'TIE_BREAKS_INVALID',
      'rank.tieBreaks',
    ],
    [
      'a tie-break by a node that is not there',
      { rank: { ...rank, tieBreaks: [{ by: 'node', node: 'x', direction: 'descending' }] } },
      'TIE_BREAK_NODE_UNKNOWN',
      'rank.tieBreaks[0].node',
    ],
    ['bands that are no list', { bands: {} }, 'BANDS_INVALID', 'bands'],
    ['no bands', { bands: [] }, 'BANDS_INVALID', 'bands'],
    ['a band from NaN', { bands: [{ code: 'b', from: Number.NaN }] }, 'BAND_FROM_INVALID', 'bands[0].from'],
    [
      'two bands of one code',
      {
        bands: [
          { code: 'b', from: 1 },
          { code: 'b', from: 2 },
        ],
      },
      'BAND_CODE_DOUBLED',
      'bands[1].code',
    ],
    [
      'a rule for what is not applicable',
      { notApplicable: nonsense },
      'NOT_APPLICABLE_RULE_UNKNOWN',
      'notApplicable',
    ],
    ['no aggregation', { aggregation: undefined }, 'AGGREGATION_UNKNOWN', 'aggregation'],
  ])('%s', (_name, method, code, path) => {
    expect(problems(framework(method))).toEqual([[code, `framework.method.${path}`]]);
  });

  it.each<[string, Loose, string, string]>([
    ['a direction nobody knows', { direction: 'up' }, 'DIRECTION_UNKNOWN', 'direction'],
    ['bounds the wrong way round', { bounds: { minimum: 2, maximum: 1 } }, 'BOUNDS_INVALID', 'bounds'],
    ['an input nobody knows', { input: nonsense }, 'INPUT_UNKNOWN', 'input'],
    ['a rule of parents', { aggregation: { method: 'arithmetic' } }, 'RULE_MISPLACED', 'aggregation'],
    ['a formula nobody knows', { formula: { kind: nonsense } }, 'FORMULA_KIND_UNKNOWN', 'formula.kind'],
    ['whether it is scored, in words', { scored: 'no' }, 'SCORED_INVALID', 'scored'],
    ['points below zero', { points: -1 }, 'POINTS_INVALID', 'points'],
  ])('of a leaf: %s', (_name, leaf, code, path) => {
    expect(problems(framework({}, leaf))).toContainEqual([code, `framework.a.${path}`]);
  });

  it('raw goalposts for values that are transformed by the data', () => {
    const transformation = { kind: 'log_shifted' };
    expect(problems(framework({}, { treat: { method: 'transform', transformation } }))).toEqual([
      ['FIXED_NUMBERS_AFTER_TRANSFORMATION', 'framework.a'],
    ]);
  });

  it('tells of every stage at once', () => {
    const wrong = {
      impute: nonsense,
      treat: nonsense,
      normalise: nonsense,
      aggregation: nonsense,
      weights: nonsense,
    };
    expect(new Set(problems(framework(wrong)).map(([code]) => code))).toEqual(
      new Set([
        'IMPUTATION_INVALID',
        'TREATMENT_UNKNOWN',
        'NORMALISATION_UNKNOWN',
        'WEIGHTING_UNKNOWN',
        'AGGREGATION_UNKNOWN',
      ]),
    );
  });
});
