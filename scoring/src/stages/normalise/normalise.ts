import { MARK, type Column } from '../../model/column.js';
import type { ConstantPolicy, Direction, Normalisation } from '../../model/normalisation.js';
import {
  betweenGoalposts,
  ratioToMaximum,
  ratioToTarget,
  stepReached,
  thresholdReached,
} from './by-fixed-numbers.js';
import { betweenExtremes, fractionOfBest, fromWorstTo, standardised } from './by-the-data.js';
import { extremesOf } from './extremes.js';
import { borda, percentileRank, rankFromWorst } from './by-rank.js';
import { allAt, allUndetermined } from './scale.js';

export { directionProblems, normalisationProblems } from './normalisation-problems.js';

/** What a column does not know of itself. */
export interface Normalised {
  readonly direction: Direction;
  /** What `ratio_to_maximum` divides by. */
  readonly maximum: number;
  /** Position of a unit in the column; −1 for one that is not there. */
  readonly unitIndex: (code: string) => number;
}

/**
 * Brings the values of an indicator onto a common scale.
 *
 * - A cell without a value stays as it is, and takes no part in any statistic of the column.
 * - A column without spread gives what the method's `constant` states, marked as constant.
 * - Where the data have no number for a method (a range or a sum beyond the range of doubles, a logarithm
 *   of what is not positive, no distance from the worst to the target), the cell is undetermined.
 *
 * With equal definitions the values are those of COINr's `Normalise` (n_minmax, n_zscore, n_dist2max,
 * n_dist2ref, n_dist2targ, n_fracmax, n_rank, n_prank, n_borda, n_goalposts, n_scaled); where they differ on
 * purpose, the methodology guide says so. Cost: a few passes over the column, n log n for the ranks.
 *
 * @param rule one in which `normalisationProblems` finds nothing
 * @returns fresh values; states and marks may be those of the column, where they stay as they are
 * @throws TypeError for a method that does not exist
 */
export function normalise(column: Column, rule: Normalisation, about: Normalised): Column {
  const { direction } = about;
  switch (rule.method) {
    case 'ratio_to_maximum':
      return ratioToMaximum(column, about.maximum, rule, direction);
    case 'goalposts':
      return betweenGoalposts(column, rule, direction);
    case 'ratio_to_target':
      return ratioToTarget(column, rule, direction);
    case 'steps':
      return stepReached(column, rule, direction);
    case 'boolean':
      return thresholdReached(column, rule.threshold, direction);
    case 'rank':
      return rankFromWorst(column, rule.ties, direction);
    case 'borda':
      return borda(column, rule.ties, direction);
    default:
      return byTheData(column, rule, about);
  }
}

type ByTheData = Extract<Normalisation, { readonly constant: ConstantPolicy }>;

/** The methods that measure by the spread of the data, and so have no answer where there is none. */
function byTheData(column: Column, rule: ByTheData, { direction, unitIndex }: Normalised): Column {
  const extremes = extremesOf(column.values);
  if (extremes.lowest === extremes.highest) return withoutSpread(column, rule.constant);
  switch (rule.method) {
    case 'min_max':
    case 'distance_to_maximum':
      return betweenExtremes(column, extremes, rule.to, direction);
    case 'distance_to_target':
      return fromWorstTo(rule.target, column, extremes, rule, direction);
    case 'distance_to_reference':
      // Without a value of the reference there is nothing to measure the others by.
      return fromWorstTo(column.values[unitIndex(rule.unit)] ?? NaN, column, extremes, rule, direction);
    case 'z_score':
      return standardised(column, { mean: 0, deviation: 1, limits: rule.limits }, direction);
    case 'scaled_z_score':
      return standardised(column, rule, direction);
    case 'percentile_rank':
      return percentileRank(column, rule, direction);
    case 'fraction_of_maximum':
      return fractionOfBest(column, extremes, rule, direction);
    default:
      throw new TypeError(`normalise: no such method: ${String((rule as { method: unknown }).method)}`);
  }
}

function withoutSpread(column: Column, policy: ConstantPolicy): Column {
  return policy === 'undetermined'
    ? allUndetermined(column, MARK.constant)
    : allAt(column, policy.value, MARK.constant);
}
