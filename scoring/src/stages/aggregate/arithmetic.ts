import { STATE } from '../../model/column.js';
import { lostIn } from './addition.js';
import type { Child } from './gaps.js';

/**
 * Weighted arithmetic means of all units, child by child, each sum compensated: effective × value in the
 * order of the children. A child without a value adds nothing, which is also what a gap that counts
 * as zero adds; what is there for a unit without children in use is for the caller to leave out.
 *
 * @param ofUsed weight of the children in use, by unit
 */
export function arithmeticMeans(children: readonly Child[], ofUsed: Float64Array): Float64Array {
  const totals = new Float64Array(ofUsed.length);
  const lost = new Float64Array(ofUsed.length);
  for (const { column, weight } of children) {
    if (weight > 0) addShares(column.values, column.states, weight, ofUsed, totals, lost);
  }
  for (let u = 0; u < totals.length; u++) totals[u] = (totals[u] as number) + (lost[u] as number);
  return totals;
}

function addShares(
  values: Float64Array,
  states: Uint8Array,
  weight: number,
  ofUsed: Float64Array,
  totals: Float64Array,
  lost: Float64Array,
): void {
  for (let u = 0; u < totals.length; u++) {
    if (states[u] !== STATE.scored) continue;
    const part = (weight / (ofUsed[u] as number)) * (values[u] as number);
    const total = totals[u] as number;
    const next = total + part;
    lost[u] = (lost[u] as number) + lostIn(total, part, next);
    totals[u] = next;
  }
}
