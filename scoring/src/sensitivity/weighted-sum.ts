/**
 * Σ wᵢxᵢ / Σ wᵢ for all units at once, for columns that have a value for every unit: the arithmetic mean of
 * `stages/aggregate` without its care for gaps, and equal to it within the last digits. What a run with
 * drawn weights spends its time on: one multiplication and one addition per column and unit.
 *
 * @param weights by column, ≥ 0
 * @param into one value per unit; written over
 * @returns `false` where no column has weight or a value is beyond the range of doubles: `into` is then of
 *   no use
 */
export function weightedSum(
  columns: readonly Float64Array[],
  weights: Float64Array,
  into: Float64Array,
): boolean {
  let total = 0;
  for (let at = 0; at < weights.length; at += 1) total += weights[at] as number;
  if (!(total > 0)) return false;
  into.fill(0);
  let at = 0;
  // Four at a time: the sums are read and written once for all four.
  for (; at + 4 <= columns.length; at += 4) addFour(columns, weights, at, total, into);
  for (; at < columns.length; at += 1) {
    addOne(columns[at] as Float64Array, (weights[at] as number) / total, into);
  }
  return isFinite(into);
}

function addFour(
  columns: readonly Float64Array[],
  weights: Float64Array,
  at: number,
  total: number,
  into: Float64Array,
): void {
  const [a, b, c, d] = [columns[at], columns[at + 1], columns[at + 2], columns[at + 3]] as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const ofA = (weights[at] as number) / total;
  const ofB = (weights[at + 1] as number) / total;
  const ofC = (weights[at + 2] as number) / total;
  const ofD = (weights[at + 3] as number) / total;
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

function isFinite(values: Float64Array): boolean {
  // A value that is not finite makes its difference from itself NaN, and that every sum after it.
  let off = 0;
  for (let unit = 0; unit < values.length; unit += 1)
    off += (values[unit] as number) - (values[unit] as number);
  return off === 0;
}
