/*
 * Weighted sums of whole columns: what a run with drawn weights spends its time on. Not compensated: within
 * the last digits of the arithmetic mean of `stages/aggregate`.
 */

/**
 * Σ wᵢxᵢ for all units at once, for columns that have a number for every unit.
 *
 * @param weights by column, ≥ 0
 * @param into one number per unit; written over
 */
export function weightedSums(
  columns: readonly Float64Array[],
  weights: Float64Array,
  into: Float64Array,
): void {
  into.fill(0);
  let at = 0;
  // Four at a time: the sums are read and written once for all four.
  for (; at + 4 <= weights.length; at += 4) addFour(columns, weights, at, into);
  for (; at < weights.length; at += 1) addOne(columns[at] as Float64Array, weights[at] as number, into);
}

/** Σ wᵢ, added in the order of `weightedSums`: over it the mean of ones is 1 exactly, whatever the weights. */
export function totalOf(weights: Float64Array): number {
  let total = 0;
  let at = 0;
  for (; at + 4 <= weights.length; at += 4) {
    const firstTwo = (weights[at] as number) + (weights[at + 1] as number);
    const lastTwo = (weights[at + 2] as number) + (weights[at + 3] as number);
    total += firstTwo + lastTwo;
  }
  for (; at < weights.length; at += 1) total += weights[at] as number;
  return total;
}

function addFour(
  columns: readonly Float64Array[],
  weights: Float64Array,
  at: number,
  into: Float64Array,
): void {
  const a = columns[at] as Float64Array;
  const b = columns[at + 1] as Float64Array;
  const c = columns[at + 2] as Float64Array;
  const d = columns[at + 3] as Float64Array;
  const ofA = weights[at] as number;
  const ofB = weights[at + 1] as number;
  const ofC = weights[at + 2] as number;
  const ofD = weights[at + 3] as number;
  for (let unit = 0; unit < into.length; unit += 1) {
    into[unit] =
      (into[unit] as number) +
      (ofA * (a[unit] as number) +
        ofB * (b[unit] as number) +
        (ofC * (c[unit] as number) + ofD * (d[unit] as number)));
  }
}

function addOne(values: Float64Array, weight: number, into: Float64Array): void {
  for (let unit = 0; unit < into.length; unit += 1) {
    into[unit] = (into[unit] as number) + weight * (values[unit] as number);
  }
}
