/** The ends of a column; without a value, Infinity and −Infinity. */
export interface Extremes {
  readonly lowest: number;
  readonly highest: number;
}

/** Lowest and highest value; NaN, the gap of a column, is left out. */
export function extremesOf(values: Float64Array): Extremes {
  let lowest = Infinity;
  let highest = -Infinity;
  for (let u = 0; u < values.length; u++) {
    const value = values[u] as number;
    // Comparisons with NaN are false.
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  return { lowest, highest };
}
