import { describe, expect, it } from '@jest/globals';
import type { Normalisation } from '../../model/normalisation.js';
import type { Transformation, Treatment } from '../../model/treatment.js';
import { fixedNumbersProblems } from './fixed-numbers-problems.js';

const constant = 'undetermined';
const FIXED: readonly Normalisation[] = [
  { method: 'ratio_to_maximum' },
  { method: 'goalposts', from: 0, upTo: 1, clamp: 'keep' },
  { method: 'ratio_to_target', target: 1, clamp: 'keep' },
  { method: 'distance_to_target', target: 1, clamp: 'keep', constant },
  { method: 'steps', steps: [{ from: 1, value: 1 }], below: 0 },
  { method: 'boolean', threshold: 1 },
];
const BY_THE_DATA: readonly Normalisation[] = [
  { method: 'min_max', constant },
  { method: 'z_score', constant },
  { method: 'scaled_z_score', mean: 0, deviation: 1, constant },
  { method: 'rank' },
  { method: 'percentile_rank', constant },
  { method: 'borda' },
  { method: 'distance_to_maximum', constant },
  { method: 'distance_to_reference', unit: 'a', clamp: 'keep', constant },
  { method: 'fraction_of_maximum', constant },
];

const transform = (transformation: Transformation): Treatment => ({ method: 'transform', transformation });
const tested = (transformation: Transformation | null): Treatment => ({
  method: 'test_and_treat',
  test: { skewness: 2, kurtosis: 3.5 },
  points: 5,
  transformation,
  combine: false,
});

const BY_DATA: readonly Treatment[] = [
  tested({ kind: 'log' }),
  transform({ kind: 'log_shifted' }),
  transform({ kind: 'log_shifted_by_one' }),
  transform({ kind: 'log_against_skew' }),
  transform({ kind: 'log_gii' }),
  transform({ kind: 'box_cox', lambda: 1, shifted: true }),
  transform({ kind: 'box_cox', lambda: 'maximum_likelihood' }),
];
const IN_A_KNOWN_UNIT: readonly Treatment[] = [
  { method: 'none' },
  { method: 'limits', lower: 0 },
  tested(null),
  transform({ kind: 'log' }),
  transform({ kind: 'box_cox', lambda: 0.5 }),
];

describe('fixedNumbersProblems', () => {
  it.each(FIXED)('$method needs the unit that its numbers are stated in', (normalise) => {
    for (const treat of BY_DATA) {
      const params = { treatment: treat.method, normalisation: normalise.method };
      expect(fixedNumbersProblems(treat, normalise, 'framework.x')).toEqual([
        { code: 'FIXED_NUMBERS_AFTER_TRANSFORMATION', path: 'framework.x', params },
      ]);
    }
    for (const treat of IN_A_KNOWN_UNIT) expect(fixedNumbersProblems(treat, normalise, 'x')).toEqual([]);
  });

  it.each(BY_THE_DATA)('$method takes any unit', (normalise) => {
    for (const treat of [...BY_DATA, ...IN_A_KNOWN_UNIT]) {
      expect(fixedNumbersProblems(treat, normalise, 'x')).toEqual([]);
    }
  });
});
