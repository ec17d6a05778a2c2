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
