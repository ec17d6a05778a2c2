/**
 * What the rounding of `total + value = next` lost: Knuth's branch-free form of the error that
 * Neumaier's sum compensates. Both are exact, so that a sum in columns has the bytes of `numeric/sum`.
 */
export function lostIn(total: number, value: number, next: number): number {
  const taken = next - total;
  return total - (next - taken) + (value - taken);
}
