import { describe, expect, it } from '@jest/globals';
import type { Treatment } from '../../model/treatment.js';
import { treatmentProblems } from './treat.js';

const test = { skewness: 2, kurtosis: 3.5 };
const tested = {
  method: 'test_and_treat',
  test,
  points: 5,
  transformation: { kind: 'log_shifted' },
  combine: false,
};
const transform = (transformation: unknown) => ({ method: 'transform', transformation });

function codes(rule: unknown): readonly string[] {
  return treatmentProblems(rule as Treatment, 't').map(({ code, path }) => `${code} ${path}`);
}

describe('treatmentProblems', () => {
  it.each([
    { method: 'none' },
    { method: 'limits', lower: 0 },
    { method: 'limits', upper: -1 },
    { method: 'limits', lower: 0, upper: 1e-9 },
    transform({ kind: 'log' }),
    transform({ kind: 'log_shifted_by_one' }),
    transform({ kind: 'log_against_skew' }),
    transform({ kind: 'log_gii' }),
    transform({ kind: 'box_cox', lambda: 0 }),
    transform({ kind: 'box_cox', lambda: -2.5, shifted: true }),
    transform({ kind: 'box_cox', lambda: 'maximum_likelihood', shifted: false }),
    tested,
    { ...tested, points: 0, transformation: null, combine: true, force: true },
    { ...tested, points: null, test: { skewness: 0.001, kurtosis: -3 } },
  ])('has nothing against %j', (rule) => {
    expect(codes(rule)).toEqual([]);
  });

  it.each([
    [undefined, ['TREATMENT_UNKNOWN t']],
    ['none', ['TREATMENT_UNKNOWN t']],
    [{ method: 'magic' }, ['TREATMENT_UNKNOWN t']],
    [{ method: 'limits' }, ['TREATMENT_LIMITS_ABSENT t']],
    [{ method: 'limits', lower: NaN }, ['TREATMENT_LIMIT_NOT_FINITE t.lower']],
    [
      { method: 'limits', lower: '1', upper: null },
      ['TREATMENT_LIMIT_NOT_FINITE t.lower', 'TREATMENT_LIMIT_NOT_FINITE t.upper'],
    ],
    [{ method: 'limits', lower: 1, upper: 1 }, ['TREATMENT_LIMITS_NOT_ASCENDING t']],
    [{ method: 'limits', lower: 2, upper: 1 }, ['TREATMENT_LIMITS_NOT_ASCENDING t']],
    [transform(undefined), ['TRANSFORMATION_UNKNOWN t.transformation']],
    [transform('log'), ['TRANSFORMATION_UNKNOWN t.transformation']],
    [transform({ kind: 'sqrt' }), ['TRANSFORMATION_UNKNOWN t.transformation']],
    [transform(null), ['TRANSFORMATION_UNKNOWN t.transformation']],
    [transform({ kind: 'box_cox' }), ['BOX_COX_LAMBDA_INVALID t.transformation.lambda']],
    [transform({ kind: 'box_cox', lambda: Infinity }), ['BOX_COX_LAMBDA_INVALID t.transformation.lambda']],
    [transform({ kind: 'box_cox', lambda: 'best' }), ['BOX_COX_LAMBDA_INVALID t.transformation.lambda']],
    [
      transform({ kind: 'box_cox', lambda: '1', shifted: 'no' }),
      ['TREATMENT_SWITCH_INVALID t.transformation.shifted', 'BOX_COX_LAMBDA_INVALID t.transformation.lambda'],
    ],
    [{ ...tested, test: undefined }, ['OUTLIER_TEST_INVALID t.test']],
    [
      { ...tested, test: { skewness: 0, kurtosis: NaN } },
      ['SKEWNESS_THRESHOLD_INVALID t.test.skewness', 'KURTOSIS_THRESHOLD_INVALID t.test.kurtosis'],
    ],
    [{ ...tested, test: { skewness: -2, kurtosis: 1 } }, ['SKEWNESS_THRESHOLD_INVALID t.test.skewness']],
    [{ ...tested, test: { skewness: '2', kurtosis: 1 } }, ['SKEWNESS_THRESHOLD_INVALID t.test.skewness']],
    [{ ...tested, points: -1 }, ['WINSORISED_POINTS_INVALID t.points']],
    [{ ...tested, points: 1.5 }, ['WINSORISED_POINTS_INVALID t.points']],
    [{ ...tested, points: Infinity }, ['WINSORISED_POINTS_INVALID t.points']],
    [{ ...tested, points: '5' }, ['WINSORISED_POINTS_INVALID t.points']],
    [{ ...tested, points: undefined }, ['WINSORISED_POINTS_INVALID t.points']],
    [{ ...tested, force: 1 }, ['TREATMENT_SWITCH_INVALID t.force']],
    [{ ...tested, combine: undefined }, ['TREATMENT_SWITCH_INVALID t.combine']],
    [{ ...tested, combine: 'yes' }, ['TREATMENT_SWITCH_INVALID t.combine']],
    [{ ...tested, transformation: undefined }, ['TRANSFORMATION_UNKNOWN t.transformation']],
    [
      { method: 'test_and_treat' },
      [
        'OUTLIER_TEST_INVALID t.test',
        'WINSORISED_POINTS_INVALID t.points',
        'TRANSFORMATION_UNKNOWN t.transformation',
        'TREATMENT_SWITCH_INVALID t.combine',
      ],
    ],
  ])('of %j: %j', (rule, expected) => {
    expect(codes(rule)).toEqual(expected);
  });

  it('tells what it found', () => {
    const found = (rule: unknown) => treatmentProblems(rule as Treatment, 't')[0]?.params;
    expect(found({ method: 'magic' })).toEqual({
      found: 'magic',
      known: 'none limits transform test_and_treat',
    });
    expect(found(7)).toMatchObject({ found: 7 });
    expect(found({ method: 'limits', lower: NaN })).toEqual({ found: 'NaN' });
    expect(found({ method: 'limits', lower: 2, upper: 1 })).toEqual({ lower: 2, upper: 1 });
    expect(found(transform({ kind: 'sqrt' }))).toEqual({
      found: 'sqrt',
      known: 'log_shifted log_shifted_by_one log_against_skew log_gii log box_cox',
    });
    expect(found(transform('log'))).toMatchObject({ found: 'log' });
    expect(found(transform({ kind: 'box_cox', lambda: 'best' }))).toEqual({ lambda: 'best' });
    expect(found({ ...tested, test: 5 })).toEqual({ found: 5 });
    expect(found({ ...tested, test: { skewness: -2, kurtosis: 1 } })).toEqual({ skewness: -2 });
    expect(found({ ...tested, test: { skewness: 2, kurtosis: 'x' } })).toEqual({ kurtosis: 'x' });
    expect(found({ ...tested, points: -1 })).toEqual({ points: -1 });
    expect(found({ ...tested, force: 1 })).toEqual({ found: 1 });
    expect(found({ ...tested, combine: undefined })).toEqual({ found: null });
  });
});
