import { MARK, type Column } from '../../model/column.js';
import type { ClampPolicy, Direction, Scale } from '../../model/normalisation.js';
import { mean, standardDeviation } from '../../numeric/moments.js';
import type { Extremes } from './extremes.js';
import { allUndetermined, alongRange, heldBetween, ontoScale, shareOfWay, unbounded } from './scale.js';

/** (value − worst) / (best − worst): COINr's n_minmax and n_dist2max, with −x where lower is better. */
export function betweenExtremes(
  column: Column,
  { lowest, highest }: Extremes,
  to: Scale | undefined,
  direction: Direction,
): Column {
  const range = highest - lowest;
  if (!Number.isFinite(range)) return allUndetermined(column, 0);
  return direction === 'higher_is_better'
    ? alongRange(column, lowest, range, to)
    : alongRange(column, highest, -range, to);
}

interface Towards {
  readonly to?: Scale;
  readonly clamp: ClampPolicy;
}

/**
 * (value − worst) / (goal − worst): COINr's n_dist2targ and n_dist2ref. Where even the worst has reached the
 * goal there is no way to measure along: clamped, everybody is at its end; kept, nobody has a number (COINr's
 * formula would turn the order around).
 *
 * @param goal NaN: nobody has a number
 */
export function fromWorstTo(
  goal: number,
  column: Column,
  { lowest, highest }: Extremes,
  { to, clamp }: Towards,
  direction: Direction,
): Column {
  const worst = direction === 'higher_is_better' ? lowest : highest;
  const way = goal - worst;
  if (!Number.isFinite(way)) return allUndetermined(column, 0);
  const ahead = direction === 'higher_is_better' ? way : -way;
  if (ahead > 0) return ontoScale(column, shareOfWay(column.values, worst, way), to, clamp);
  if (clamp === 'keep') return allUndetermined(column, way === 0 ? MARK.zeroDenominator : MARK.beyondRange);
  const reached = column.values.map((value) => (value === goal ? 1 : Infinity));
  return ontoScale(column, reached, to, clamp);
}

interface Standard {
  readonly mean: number;
  readonly deviation: number;
  readonly limits?: Scale | undefined;
}

/** The z-score with the sample deviation (n − 1), brought to a mean and a deviation: COINr's n_zscore. */
export function standardised(column: Column, standard: Standard, direction: Direction): Column {
  const { values } = column;
  const centre = mean(values);
  const deviation = standardDeviation(values);
  if (centre === null || deviation === null) return allUndetermined(column, 0);
  const turn = direction === 'higher_is_better' ? 1 : -1;
  const scaled = new Float64Array(values.length);
  for (let u = 0; u < values.length; u++) {
    const score = (((values[u] as number) - centre) / deviation) * turn;
    scaled[u] = score * standard.deviation + standard.mean;
  }
  const result = unbounded(column, scaled);
  return standard.limits === undefined ? result : heldBetween(result, standard.limits);
}

interface Fraction {
  readonly to?: Scale;
  readonly clamp?: ClampPolicy;
}

/**
 * value / highest (COINr's n_fracmax); where lower is better, lowest / value. COINr turns the sign of the
 * values instead, which leaves value / lowest: the order unturned. Without a positive best value a ratio to
 * it would turn the order too, so there is none.
 */
export function fractionOfBest(
  column: Column,
  { lowest, highest }: Extremes,
  { to, clamp }: Fraction,
  direction: Direction,
): Column {
  const { values } = column;
  const best = direction === 'higher_is_better' ? highest : lowest;
  if (best <= 0) return allUndetermined(column, MARK.nonPositive);
  if (direction === 'higher_is_better') return ontoScale(column, shareOfWay(values, 0, best), to, clamp);
  const shares = new Float64Array(values.length);
  for (let u = 0; u < values.length; u++) shares[u] = best / (values[u] as number);
  return ontoScale(column, shares, to, clamp);
}
