/**
 * Sum with Neumaier's compensation, so that the order of the addends hardly matters.
 * Cost: linear. An empty list gives 0.
 * Source: A. Neumaier, ZAMM 54 (1974), 39–51.
 */
export function sum(values: readonly number[]): number {
  let total = 0;
  let compensation = 0;
  for (const value of values) {
    const next = total + value;
    compensation += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + compensation;
}

/**
 * The same sum over a column: NaN, the gap of a column, adds nothing.
 *
 * The error of each addition comes from Knuth's branch-free form, which is the same number as
 * Neumaier's: both are exact.
 *
 * @returns 0 for nothing; NaN, never a wrong number, where the sum leaves the range of doubles on the way
 */
export function sumOfColumn(values: ArrayLike<number>): number {
  let total = 0;
  let compensation = 0;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number;
    if (Number.isNaN(value)) continue;
    const next = total + value;
    const taken = next - total;
    compensation += total - (next - taken) + (value - taken);
    total = next;
  }
  return total + compensation;
}
