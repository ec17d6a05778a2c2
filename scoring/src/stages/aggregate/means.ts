import { lostIn } from './addition.js';

/**
 * Combines the values of one unit's children. It reads the first `count` places of `values` and
 * `shares`, may put them in another order, and allocates nothing; the shares sum to 1.
 */
export type Combination = (values: Float64Array, shares: Float64Array, count: number) => number;

/** Powers nearer to zero than this lose too many digits in a plain power sum, which is next to 1. */
const PLAIN_POWER = 0.1;

/**
 * Powers nearer to zero than this are taken as zero: the means differ by less than any digit of a
 * double, and a power this small would lose its own digits when logarithms are multiplied by it.
 */
const SMALLEST_POWER = 1e-100;

/** exp Σ w ln x, by logarithms, so that no product of many values leaves the range. 0 with a value of 0. */
export function geometricMean(values: Float64Array, shares: Float64Array, count: number): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < count; i++) {
    const value = values[i] as number;
    if (value === 0) return 0;
    const part = (shares[i] as number) * Math.log(value);
    lost += lostIn(total, part, total + part);
    total += part;
  }
  return Math.exp(total + lost);
}

/** 1 / Σ (w / x), each x taken over the smallest, so that no quotient leaves the range. 0 with a value of 0. */
export function harmonicMean(values: Float64Array, shares: Float64Array, count: number): number {
  const smallest = minimum(values, shares, count);
  if (smallest === 0) return 0;
  let total = 0;
  for (let i = 0; i < count; i++) total += (shares[i] as number) * (smallest / (values[i] as number));
  return smallest / total;
}

/** Σ w x, compensated. */
export function arithmeticMean(values: Float64Array, shares: Float64Array, count: number): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < count; i++) {
    const part = (shares[i] as number) * (values[i] as number);
    lost += lostIn(total, part, total + part);
    total += part;
  }
  return total + lost;
}

/** The mean of a power: that of 1 is the arithmetic to the last bit, that of 0 the geometric. */
export function meanOfPower(power: number): Combination {
  if (power === 1) return arithmeticMean;
  if (Math.abs(power) < SMALLEST_POWER) return geometricMean;
  return (values, shares, count) => powerMean(values, shares, count, power);
}

/**
 * (Σ w xᵖ)^(1/p) = r · (Σ w e^(p·(ln x − ln r)))^(1/p) for any r > 0. With the largest value as r for
 * a positive power, and the smallest for a negative one, no term is above 1 and that of r is 1.
 */
function powerMean(values: Float64Array, shares: Float64Array, count: number, power: number): number {
  const reference = power > 0 ? maximum(values, count) : minimum(values, shares, count);
  if (reference === 0) return 0;
  const logReference = Math.log(reference);
  const logSum = logOfPowerSum(values, shares, count, power, logReference);
  const mean = reference * Math.exp(logSum / power);
  // From the smallest double to the largest the factor alone can leave the range, and the mean not.
  return Number.isFinite(mean) ? mean : Math.exp(logReference + logSum / power);
}

function logOfPowerSum(
  values: Float64Array,
  shares: Float64Array,
  count: number,
  power: number,
  logReference: number,
): number {
  let total = 0;
  if (Math.abs(power) < PLAIN_POWER) {
    for (let i = 0; i < count; i++) {
      const distance = Math.log(values[i] as number) - logReference;
      total += (shares[i] as number) * Math.expm1(power * distance);
    }
    // The sum less 1. Where it is next to −1, little weight lies on r, and the plain sum keeps the digits.
    if (total > -0.5) return Math.log1p(total);
    total = 0;
  }
  for (let i = 0; i < count; i++) {
    const distance = Math.log(values[i] as number) - logReference;
    total += (shares[i] as number) * Math.exp(power * distance);
  }
  return Math.log(total);
}

/**
 * Weighted median: the value at which the shares, added up from the lowest value, pass one half; where
 * they meet one half exactly, the mean of that value and the next. With equal shares it is the median.
 */
export function weightedMedian(values: Float64Array, shares: Float64Array, count: number): number {
  sortByValue(values, shares, count);
  let below = 0;
  for (let i = 0; i < count - 1; i++) {
    below += shares[i] as number;
    if (below > 0.5 + HALF_TOLERANCE) return values[i] as number;
    if (below >= 0.5 - HALF_TOLERANCE) return midway(values[i] as number, values[i + 1] as number);
  }
  return values[count - 1] as number;
}

/** Shares that make up a half in decimal may miss it in the last binary digits. */
const HALF_TOLERANCE = 1e-12;

/** The lowest value; shares play no part. */
export function minimum(values: Float64Array, _shares: Float64Array, count: number): number {
  let lowest = values[0] as number;
  for (let i = 1; i < count; i++) lowest = Math.min(lowest, values[i] as number);
  return lowest;
}

function maximum(values: Float64Array, count: number): number {
  let highest = values[0] as number;
  for (let i = 1; i < count; i++) highest = Math.max(highest, values[i] as number);
  return highest;
}

/** Halved before they are added, two large values cannot leave the range. */
function midway(a: number, b: number): number {
  const middle = (a + b) / 2;
  return Number.isFinite(middle) ? middle : a / 2 + b / 2;
}

/** By insertion: siblings are few, and both arrays move together. */
function sortByValue(values: Float64Array, shares: Float64Array, count: number): void {
  for (let next = 1; next < count; next++) {
    const value = values[next] as number;
    const share = shares[next] as number;
    let at = next;
    while (at > 0 && (values[at - 1] as number) > value) {
      values[at] = values[at - 1] as number;
      shares[at] = shares[at - 1] as number;
      at -= 1;
    }
    values[at] = value;
    shares[at] = share;
  }
}
