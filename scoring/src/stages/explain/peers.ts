import { STATE } from '../../model/column.js';
import type { PeerDistance } from '../../model/explanation.js';
import { median } from '../../numeric/order.js';
import type { NodeColumns, Roster } from '../evaluate.js';

/** Positions of the units of a unit's group, itself among them; of all units for one without a group. */
export function peersOf({ groups }: Roster, unit: number): Int32Array {
  const own = groups[unit] as number;
  return Int32Array.from([...groups.keys()].filter((u) => own < 0 || groups[u] === own));
}

/**
 * Median and best of the peers at a node, and how far the unit is from them. Higher is better at every
 * node: normalisation has turned what is not.
 *
 * @returns `null` where no peer has a value
 */
export function peerDistance(
  { column }: NodeColumns,
  peers: Int32Array,
  roster: Roster,
  unit: number,
): PeerDistance | null {
  const scored = peers.filter((u) => column.states[u] === STATE.scored);
  const values = Float64Array.from(scored, (u) => column.values[u] as number);
  const middle = median(values);
  if (middle === null) return null;
  const best = values.reduce((most, value) => Math.max(most, value), -Infinity);
  const first = scored[values.indexOf(best)] as number;
  const own = column.states[unit] === STATE.scored ? (column.values[unit] as number) : null;
  return {
    count: scored.length,
    median: middle,
    best,
    bestUnit: (roster.units[first] as { readonly code: string }).code,
    unitsAtBest: values.filter((value) => value === best).length,
    toMedian: distance(own, middle),
    toBest: distance(own, best),
  };
}

/** `null` also where the distance of two numbers is none. */
function distance(own: number | null, other: number): number | null {
  if (own === null) return null;
  const by = own - other;
  return Number.isFinite(by) ? by : null;
}
