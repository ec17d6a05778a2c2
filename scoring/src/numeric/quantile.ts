import { sortedValues } from './order.js';

export { mean } from './moments.js';

/**
 * Quantile by linear interpolation of the order statistics (type 7 of Hyndman and Fan 1996, R's default).
 *
 * @param values finite numbers in any order; NaN, the gap of a column, is left out
 * @param p 0 (minimum) to 1 (maximum)
 * @returns `null` for nothing; never -0
 * @throws RangeError when `p` is outside 0 to 1
 */
export function quantile(values: ArrayLike<number>, p: number): number | null {
  return quantileOfSorted(sortedValues(values), p);
}

/**
 * The same quantile (type 7) of values that are in ascending order, without gaps.
 *
 * @throws RangeError when `p` is outside 0 to 1
 */
export function quantileOfSorted(sorted: Float64Array, p: number): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError('quantile: p must be from 0 to 1');
  const position = (sorted.length - 1) * p;
  const below = sorted[Math.floor(position)];
  if (below === undefined) return null;
  const above = sorted[Math.ceil(position)] as number;
  const share = position - Math.floor(position);
  const between = below + (above - below) * share;
  // The distance of two finite values can be beyond the range of doubles; what lies between them is not.
  return Number.isFinite(between) ? between + 0 : below * (1 - share) + above * share;
}
