import { sum } from './sum.js';

/** Arithmetic mean, compensated; `null` for nothing. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

/**
 * Quantile by linear interpolation of the order statistics (type 7 of Hyndman and Fan 1996, R's default).
 *
 * @param values finite numbers in any order
 * @param p 0 (minimum) to 1 (maximum)
 * @returns `null` for nothing
 * @throws RangeError when `p` is outside 0 to 1
 */
export function quantile(values: readonly number[], p: number): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError('quantile: p must be from 0 to 1');
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * p;
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (position - Math.floor(position));
}
