/*
 * Every function here leaves out NaN, the gap of a column, and answers `null` where there is no
 * number: too few values, no spread, or a step beyond the range of doubles.
 */

/** Outside of this, the fourth power of a deviation would leave the range of doubles, or its exact part. */
const LARGEST_PLAIN_RANGE = 1e70;
const SMALLEST_PLAIN_RANGE = 1e-70;

/** Sums of the powers of the deviations from the mean, the deviations measured in `unit`. */
interface Deviations {
  readonly count: number;
  readonly unit: number;
  readonly second: number;
  readonly third: number;
  readonly fourth: number;
}

/** Skewness and kurtosis of a column. */
export interface ColumnShape {
  readonly skewness: number | null;
  readonly kurtosis: number | null;
}

/** Arithmetic mean, compensated; `null` for nothing. */
export function mean(values: ArrayLike<number>): number | null {
  let count = 0;
  let total = 0;
  let compensation = 0;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number;
    if (Number.isNaN(value)) continue;
    const next = total + value;
    const taken = next - total;
    compensation += total - (next - taken) + (value - taken);
    total = next;
    count += 1;
  }
  return finite((total + compensation) / count);
}

/** Σ(x − mean)² / (n − 1), the sample variance; 0 for a constant, `null` for fewer than 2 values. */
export function variance(values: ArrayLike<number>): number | null {
  const deviations = deviationsOf(values);
  if (deviations === null) return null;
  const { count, unit, second } = deviations;
  return finite((second / (count - 1)) * unit * unit);
}

/** Square root of the sample variance; 0 for a constant, `null` for fewer than 2 values. */
export function standardDeviation(values: ArrayLike<number>): number | null {
  const deviations = deviationsOf(values);
  if (deviations === null) return null;
  const { count, unit, second } = deviations;
  return finite(Math.sqrt(second / (count - 1)) * unit);
}

/**
 * Skewness of a sample, G₁ = √(n(n − 1)) / (n − 2) · m₃ / m₂^1.5: type 2 of Joanes and Gill (1998), as
 * Excel, e1071 (`type = 2`) and COINr's `skew` have it.
 *
 * @returns `null` for fewer than 3 values or no spread
 */
export function skewness(values: ArrayLike<number>): number | null {
  return columnShape(values).skewness;
}

/**
 * Excess kurtosis of a sample, G₂ = (n − 1) / ((n − 2)(n − 3)) · ((n + 1)(m₄ / m₂² − 3) + 6): type 2 of
 * Joanes and Gill (1998), as Excel, e1071 (`type = 2`) and COINr's `kurt` have it.
 *
 * @returns `null` for fewer than 4 values or no spread
 */
export function kurtosis(values: ArrayLike<number>): number | null {
  return columnShape(values).kurtosis;
}

/** Skewness and kurtosis together, in one pair of passes. */
export function columnShape(values: ArrayLike<number>): ColumnShape {
  const deviations = deviationsOf(values);
  if (deviations === null) return { skewness: null, kurtosis: null };
  const { count: n, second, third, fourth } = deviations;
  const asymmetry = (Math.sqrt(n) * third) / (second * Math.sqrt(second));
  const peakedness = (n * fourth) / (second * second);
  return {
    skewness: finite((asymmetry * Math.sqrt(n * (n - 1))) / (n - 2)),
    kurtosis: finite((((n + 1) * (peakedness - 3) + 6) * (n - 1)) / ((n - 2) * (n - 3))),
  };
}

/** `null` for nothing, or where the mean or the range of the values is beyond the range of doubles. */
function deviationsOf(values: ArrayLike<number>): Deviations | null {
  let count = 0;
  let total = 0;
  let compensation = 0;
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number;
    if (Number.isNaN(value)) continue;
    const next = total + value;
    const taken = next - total;
    compensation += total - (next - taken) + (value - taken);
    total = next;
    count += 1;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  const centre = (total + compensation) / count;
  const range = highest - lowest;
  if (!Number.isFinite(centre) || !Number.isFinite(range)) return null;
  // Decided by the values, for the mean of n equal numbers need not be that number.
  if (range === 0) return { count, unit: 1, second: 0, third: 0, fourth: 0 };
  const plain = range < LARGEST_PLAIN_RANGE && range > SMALLEST_PLAIN_RANGE;
  return aboutTheMean(values, count, centre, plain ? 1 : range);
}

function aboutTheMean(values: ArrayLike<number>, count: number, centre: number, unit: number): Deviations {
  const perUnit = 1 / unit;
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number;
    if (Number.isNaN(value)) continue;
    const deviation = (value - centre) * perUnit;
    const square = deviation * deviation;
    first += deviation;
    second += square;
    third += square * deviation;
    fourth += square * square;
  }
  // The mean is rounded: what the deviations do not add up to zero by moves the centre.
  const shift = first / count;
  const square = shift * shift;
  return {
    count,
    unit,
    second: second - count * square,
    third: third - 3 * shift * second + 2 * count * square * shift,
    fourth: fourth - 4 * shift * third + 6 * square * second - 3 * count * square * square,
  };
}

/** What too few values, or no spread, divide by is 0: what is not a finite number is not defined. Never -0. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value + 0 : null;
}
