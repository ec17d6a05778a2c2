import { STATE } from '../../model/column.js';
import { lostIn } from './addition.js';
import type { Child, Settlement } from './gaps.js';

/**
 * Weighted arithmetic means of all units, child by child: effective weight × value in the order of the
 * children, each sum compensated. A child without a value adds nothing, which is also what a gap that
 * counts as zero adds. What comes out for a unit that the rules for gaps give no value is not to be read.
 */
export function arithmeticMeans(
  children: readonly Child[],
  { ofUsed, complete }: Pick<Settlement, 'ofUsed' | 'complete'>,
): Float64Array {
  const sums: Sums = { totals: new Float64Array(ofUsed.length), lost: new Float64Array(ofUsed.length) };
  const counted = children.filter(({ weight }) => weight > 0);
  for (let start = 0; complete && start < ofUsed.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, ofUsed.length);
    for (const { column, weight } of counted) {
      addAll(column.values, weight / (ofUsed[0] as number), sums, start, end);
    }
  }
  for (const { column, weight } of complete ? [] : counted) {
    addPresent(column.values, column.states, weight, ofUsed, sums);
  }
  const { totals, lost } = sums;
  for (let u = 0; u < totals.length; u++) totals[u] = (totals[u] as number) + (lost[u] as number);
  return totals;
}

/** Units at a time: their sums stay in the fastest memory while the children pass by. */
const BLOCK = 1024;

interface Sums {
  readonly totals: Float64Array;
  readonly lost: Float64Array;
}

/** Where every unit has every child, one share holds for all. */
function addAll(
  values: Float64Array,
  share: number,
  { totals, lost }: Sums,
  start: number,
  end: number,
): void {
  for (let u = start; u < end; u++) {
    const part = share * (values[u] as number);
    const total = totals[u] as number;
    const next = total + part;
    lost[u] = (lost[u] as number) + lostIn(total, part, next);
    totals[u] = next;
  }
}

function addPresent(
  values: Float64Array,
  states: Uint8Array,
  weight: number,
  ofUsed: Float64Array,
  { totals, lost }: Sums,
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
