import { rootBetween } from './root.js';

/** Exponents of greatest likelihood are looked for from −5 to 5; beyond, a column is not one for this family. */
export const LOWEST_LAMBDA = -5;
export const HIGHEST_LAMBDA = 5;

/** Beyond this exponent, powers are taken in proportion to the highest one. */
const LARGEST_PLAIN_EXPONENT = 30;
/** Terms of a series whose argument is below 1/2: what is left out is below the last digit. */
const SERIES_TERMS = 16;

/**
 * Box-Cox transformation (G. E. P. Box and D. R. Cox 1964): (x^λ − 1) / λ, and ln x for λ = 0; near
 * 0 it goes over into the logarithm without loss of digits.
 *
 * @param value above 0
 * @returns a number that rises with `value`; not finite where the power leaves the range of doubles
 */
export function boxCox(value: number, lambda: number): number {
  const logarithm = Math.log(value);
  return lambda === 0 ? logarithm : Math.expm1(lambda * logarithm) / lambda;
}

/**
 * The exponent under which the transformed values are likeliest to be a normal sample, from −5 to 5;
 * an end of that range where the likelihood still rises towards it.
 *
 * It is where the slope of the profile likelihood −n/2 ln V(λ) + (λ − 1) Σ ln x is zero, V being the
 * variance of the transformed values. The function is concave (E. Kouider and H. Chen 1995), so there
 * is one such place. NaN, the gap of a column, is left out.
 *
 * @returns `null` where a value is not above 0 and finite, or where there is no spread
 */
export function boxCoxLambda(values: ArrayLike<number>): number | null {
  const logarithms = centredLogarithms(values);
  if (logarithms === null) return null;
  const slope = (lambda: number): number => likelihoodSlope(logarithms, lambda);
  if (slope(LOWEST_LAMBDA) <= 0) return LOWEST_LAMBDA;
  if (slope(HIGHEST_LAMBDA) >= 0) return HIGHEST_LAMBDA;
  return rootBetween(slope, LOWEST_LAMBDA, HIGHEST_LAMBDA);
}

/** ln x less its mean, which leaves the second term of the likelihood constant. */
function centredLogarithms(values: ArrayLike<number>): Float64Array | null {
  const logarithms = new Float64Array(values.length);
  let count = 0;
  let total = 0;
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number;
    if (Number.isNaN(value)) continue;
    if (!(value > 0) || value === Number.POSITIVE_INFINITY) return null;
    const logarithm = Math.log(value);
    logarithms[count] = logarithm;
    count += 1;
    total += logarithm;
    if (logarithm < lowest) lowest = logarithm;
    if (logarithm > highest) highest = logarithm;
  }
  if (!(highest > lowest)) return null;
  const centre = total / count;
  return logarithms.subarray(0, count).map((logarithm) => logarithm - centre);
}

/**
 * Slope of the profile likelihood for each value, −½ V′(λ) / V(λ).
 *
 * @param logarithms of the values, less their mean
 */
export function likelihoodSlope(logarithms: Float64Array, lambda: number): number {
  let highest = 0;
  for (const z of logarithms) highest = Math.max(highest, lambda * z);
  return highest > LARGEST_PLAIN_EXPONENT
    ? slopeByProportion(logarithms, lambda, highest)
    : slopeByTransform(logarithms, lambda);
}

/** With y = (e^λz − 1) / λ: −Cov(y, dy/dλ) / Var(y). */
function slopeByTransform(logarithms: Float64Array, lambda: number): number {
  const count = logarithms.length;
  let total = 0;
  for (const z of logarithms) total += transformed(z, lambda);
  let squares = 0;
  let products = 0;
  for (const z of logarithms) {
    const distance = transformed(z, lambda) - total / count;
    squares += distance * distance;
    products += distance * changeOf(z, lambda);
  }
  return -products / squares;
}

/** The same from a = e^(λz − highest), which is at most 1: 1/λ − Cov(a, az) / Var(a). */
function slopeByProportion(logarithms: Float64Array, lambda: number, highest: number): number {
  const count = logarithms.length;
  let total = 0;
  for (const z of logarithms) total += Math.exp(lambda * z - highest);
  let squares = 0;
  let products = 0;
  for (const z of logarithms) {
    const share = Math.exp(lambda * z - highest);
    const distance = share - total / count;
    squares += distance * distance;
    products += distance * share * z;
  }
  return 1 / lambda - products / squares;
}

function transformed(z: number, lambda: number): number {
  return lambda === 0 ? z : Math.expm1(lambda * z) / lambda;
}

/** d/dλ (e^λz − 1) / λ = z² · (t eᵗ − eᵗ + 1) / t² with t = λz; by its series Σ tᵏ / (k! (k + 2)) near 0. */
function changeOf(z: number, lambda: number): number {
  const t = lambda * z;
  if (Math.abs(t) > 0.5) return (z * z * (t * Math.exp(t) - Math.expm1(t))) / (t * t);
  let power = 1;
  let total = 0;
  for (let k = 0; k < SERIES_TERMS; k += 1) {
    total += power / (k + 2);
    power *= t / (k + 1);
  }
  return z * z * total;
}
