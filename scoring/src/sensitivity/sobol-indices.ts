import { variance } from '../numeric/moments.js';
import { quantile } from '../numeric/quantile.js';
import type { RandomGenerator } from '../numeric/random.js';

/**
 * What a model gave for the rows of a Monte Carlo design: matrices A and B of independent rows, and for
 * each input A with that input's column from B. All of the same length, all finite.
 */
export interface DesignOutputs {
  readonly a: ArrayLike<number>;
  readonly b: ArrayLike<number>;
  /** By input. */
  readonly mixed: readonly ArrayLike<number>[];
}

export interface SobolIndices {
  /** Sample variance of the outputs of A and B together. */
  readonly variance: number;
  /** By input: share of the variance that it explains by itself. An estimate may fall below 0 or above 1. */
  readonly first: Float64Array;
  /** By input: share that it has any part in. */
  readonly total: Float64Array;
}

/** By input, the quantiles of the resampled indices. */
export interface IndexIntervals {
  readonly first: readonly (readonly [number, number])[];
  readonly total: readonly (readonly [number, number])[];
}

/** What varies by less than this share of its size is constant: the last digits of its arithmetic. */
const ROUNDING = 1e-12;

/**
 * First-order and total-order Sobol indices:
 * `Sᵢ = mean(y_B (y_ABᵢ − y_A)) / V` and `Tᵢ = mean((y_A − y_ABᵢ)²) / 2V`, V the sample variance of all y_A
 * and y_B. An input may be a group of numbers (a whole set of weights) that is exchanged together.
 *
 * Source: Saltelli et al. (2010), Comput. Phys. Commun. 181, 259–270, table 2, (b) and (f), the latter by
 * Jansen (1999); as COINr's `SA_estimate`.
 *
 * @returns `null` where the outputs do not vary, there are fewer than two rows, or a square is beyond
 *   the range of doubles
 */
export function sobolIndices({ a, b, mixed }: DesignOutputs): SobolIndices | null {
  const rows = a.length;
  const both = new Float64Array(2 * rows);
  let largest = 0;
  for (let row = 0; row < rows; row += 1) {
    both[row] = a[row] as number;
    both[rows + row] = b[row] as number;
    largest = Math.max(largest, Math.abs(a[row] as number), Math.abs(b[row] as number));
  }
  const ofAll = rows < 2 ? null : variance(both);
  if (ofAll === null || !(Math.sqrt(ofAll) > ROUNDING * largest)) return null;
  const first = new Float64Array(mixed.length);
  const total = new Float64Array(mixed.length);
  for (let input = 0; input < mixed.length; input += 1) {
    const { products, squares } = termsOf(a, b, mixed[input] as ArrayLike<number>);
    let ofProducts = 0;
    let ofSquares = 0;
    for (let row = 0; row < rows; row += 1) {
      ofProducts += products[row] as number;
      ofSquares += squares[row] as number;
    }
    if (!Number.isFinite(ofProducts) || !Number.isFinite(ofSquares)) return null;
    first[input] = ofProducts / rows / ofAll;
    total[input] = ofSquares / (2 * rows) / ofAll;
  }
  return { variance: ofAll, first, total };
}

/**
 * Intervals of the indices by resampling rows with replacement, the variance worked out anew each time
 * (Archer, Saltelli and Sobol' 1997). A resample that happens not to vary has no indices and is drawn
 * again. COINr resamples each input by itself and keeps the variance: its intervals are a little narrower.
 *
 * @param outputs those of which `sobolIndices` has found the variance
 * @param between quantiles, e.g. [0.05, 0.95]
 * @param random drawn from: rows × resamples numbers
 */
export function indexIntervals(
  outputs: DesignOutputs,
  { variance: ofAll }: SobolIndices,
  resamples: number,
  between: readonly [number, number],
  random: RandomGenerator,
): IndexIntervals {
  const { a, b, mixed } = outputs;
  const rows = a.length;
  const terms = mixed.map((own) => termsOf(a, b, own));
  const deviations = deviationsOf(a, b, Math.sqrt(ofAll));
  const first = mixed.map(() => new Float64Array(resamples));
  const total = mixed.map(() => new Float64Array(resamples));
  const taken = new Int32Array(rows);
  for (let resample = 0; resample < resamples; resample += 1) {
    let share = 0;
    while (share <= ROUNDING) {
      for (let row = 0; row < rows; row += 1) taken[row] = random.below(rows);
      share = resampledVariance(deviations, taken);
    }
    terms.forEach(({ products, squares }, input) => {
      (first[input] as Float64Array)[resample] = sumOfTaken(products, taken) / rows / ofAll / share;
      (total[input] as Float64Array)[resample] = sumOfTaken(squares, taken) / (2 * rows) / ofAll / share;
    });
  }
  const interval = (values: Float64Array): readonly [number, number] => [
    quantile(values, between[0]) as number,
    quantile(values, between[1]) as number,
  ];
  return { first: first.map(interval), total: total.map(interval) };
}

interface Terms {
  /** y_B (y_AB − y_A) by row. */
  readonly products: Float64Array;
  /** (y_A − y_AB)² by row. */
  readonly squares: Float64Array;
}

function termsOf(a: ArrayLike<number>, b: ArrayLike<number>, mixed: ArrayLike<number>): Terms {
  const products = new Float64Array(a.length);
  const squares = new Float64Array(a.length);
  for (let row = 0; row < a.length; row += 1) {
    const difference = (mixed[row] as number) - (a[row] as number);
    products[row] = (b[row] as number) * difference;
    squares[row] = difference * difference;
  }
  return { products, squares };
}

interface Deviations {
  /** By row: the sum of both outputs' deviations from the mean of all, and of their squares. */
  readonly sums: Float64Array;
  readonly squares: Float64Array;
}

/** In standard deviations, so that a resample's variance comes out as a share of the whole one. */
function deviationsOf(a: ArrayLike<number>, b: ArrayLike<number>, unit: number): Deviations {
  const rows = a.length;
  let centre = 0;
  for (let row = 0; row < rows; row += 1) {
    centre += (a[row] as number) / (2 * rows) + (b[row] as number) / (2 * rows);
  }
  const sums = new Float64Array(rows);
  const squares = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const ofA = ((a[row] as number) - centre) / unit;
    const ofB = ((b[row] as number) - centre) / unit;
    sums[row] = ofA + ofB;
    squares[row] = ofA * ofA + ofB * ofB;
  }
  return { sums, squares };
}

function resampledVariance({ sums, squares }: Deviations, taken: Int32Array): number {
  const count = 2 * taken.length;
  const shift = sumOfTaken(sums, taken);
  return (sumOfTaken(squares, taken) - (shift * shift) / count) / (count - 1);
}

function sumOfTaken(values: Float64Array, taken: Int32Array): number {
  let sum = 0;
  for (let at = 0; at < taken.length; at += 1) sum += values[taken[at] as number] as number;
  return sum;
}
