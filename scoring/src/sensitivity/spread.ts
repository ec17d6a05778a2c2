import type { Spread } from '../model/simulation.js';
import { mean, standardDeviation } from '../numeric/moments.js';
import { medianOfSorted } from '../numeric/order.js';
import { quantileOfSorted } from '../numeric/quantile.js';

/**
 * What draws made of one number: mean, median, standard deviation, interval, extremes. Quantiles are of
 * type 7, as R's, and so as COINr's `RankStats`.
 *
 * @param sorted what the draws that had the number gave, lowest first
 * @returns `null` for none
 */
export function spreadOf(sorted: Float64Array, interval: readonly [number, number]): Spread | null {
  if (sorted.length === 0) return null;
  const lowest = sorted[0] as number;
  const highest = sorted[sorted.length - 1] as number;
  // Beyond the range of doubles the mean of finite numbers still lies between them.
  const centre = mean(sorted) ?? lowest / 2 + highest / 2;
  return {
    mean: Math.min(Math.max(centre, lowest), highest),
    median: medianOfSorted(sorted) as number,
    deviation: standardDeviation(sorted),
    lower: quantileOfSorted(sorted, interval[0]) as number,
    upper: quantileOfSorted(sorted, interval[1]) as number,
    lowest,
    highest,
  };
}

/** How often each rank occurs, of ranks that are lowest first. */
export function frequenciesOf(
  sorted: Float64Array,
): readonly { readonly rank: number; readonly draws: number }[] {
  const frequencies: { rank: number; draws: number }[] = [];
  for (const rank of sorted) {
    const last = frequencies.at(-1);
    if (last?.rank === rank) last.draws += 1;
    else frequencies.push({ rank, draws: 1 });
  }
  return frequencies;
}
