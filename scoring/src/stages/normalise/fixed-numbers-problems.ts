import type { Normalisation } from '../../model/normalisation.js';
import type { Problem } from '../../model/outcome.js';
import type { Treatment } from '../../model/treatment.js';
import { measuresSpread } from '../treat/transformation.js';

const BY_FIXED_NUMBERS: readonly Normalisation['method'][] = [
  'ratio_to_maximum',
  'goalposts',
  'ratio_to_target',
  'distance_to_target',
  'steps',
  'boolean',
];

/**
 * Goalposts, targets, steps and maxima are numbers of the raw unit. After a transformation that depends on
 * the data (whether it takes place, or by its formula) nobody can state them: a score of transformed values
 * against raw goalposts would be a wrong number. A plain logarithm or power of every value is a unit of
 * measure of its own, in which they can be stated.
 *
 * @param treat the leaf's own rule or the method's, in which `treatmentProblems` finds nothing
 * @param normalise the leaf's own rule or the method's, in which `normalisationProblems` finds nothing
 */
export function fixedNumbersProblems(
  treat: Treatment,
  normalise: Normalisation,
  path: string,
): readonly Problem[] {
  if (!BY_FIXED_NUMBERS.includes(normalise.method) || !mayTransformByData(treat)) return [];
  const params = { treatment: treat.method, normalisation: normalise.method };
  return [{ code: 'FIXED_NUMBERS_AFTER_TRANSFORMATION', path, params }];
}

function mayTransformByData(treat: Treatment): boolean {
  if (treat.method === 'test_and_treat') return treat.transformation !== null;
  if (treat.method !== 'transform') return false;
  const { transformation } = treat;
  const isShifted = transformation.kind === 'box_cox' && transformation.shifted === true;
  return isShifted || transformation.kind === 'log_shifted_by_one' || measuresSpread(transformation);
}
