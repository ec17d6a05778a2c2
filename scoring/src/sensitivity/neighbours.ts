import type { Unit } from '../model/dataset.js';
import type { Indistinguishable, Neighbours } from '../model/simulation.js';
import { ranksOfUnit, type DrawRecord } from './draw-record.js';

/**
 * How surely each unit is ahead of the next one of its group: the share of the draws in which its rank is
 * the better. Pairs are those of the nominal order, from the first rank to the last; units that share a
 * nominal rank are in the order of the data.
 *
 * @param nominal nominal ranks by unit, NaN = none
 */
export function neighboursOf(
  units: readonly Unit[],
  nominal: Float64Array,
  record: DrawRecord,
): readonly Neighbours[] {
  const pairs: Neighbours[] = [];
  for (const [group, members] of inOrder(units, nominal)) {
    for (let at = 1; at < members.length; at += 1) {
      const [ahead, behind] = [members[at - 1] as number, members[at] as number];
      pairs.push({
        group,
        ahead: (units[ahead] as Unit).code,
        behind: (units[behind] as Unit).code,
        ...compared(ranksOfUnit(record, ahead), ranksOfUnit(record, behind)),
      });
    }
  }
  return pairs;
}

/**
 * Runs of units of which no neighbour is ahead of the next with at least the probability `confidence`: they
 * are statistically tied. Neighbours that no draw could compare are not told apart either.
 */
export function indistinguishable(
  pairs: readonly Neighbours[],
  confidence: number,
): readonly Indistinguishable[] {
  const runs: { group: string; units: string[] }[] = [];
  let open: { group: string; units: string[] } | null = null;
  for (const { group, ahead, behind, probabilityAhead } of pairs) {
    if (probabilityAhead !== null && probabilityAhead >= confidence) {
      open = null;
      continue;
    }
    if (open === null || open.group !== group) {
      open = { group, units: [ahead] };
      runs.push(open);
    }
    open.units.push(behind);
  }
  return runs;
}

/** Ranked units by group, the first rank first; groups in the order in which they come in the data. */
function inOrder(units: readonly Unit[], nominal: Float64Array): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  units.forEach(({ group }, unit) => {
    if (group === null) return;
    const members = groups.get(group) ?? [];
    groups.set(group, members);
    if (!Number.isNaN(nominal[unit])) members.push(unit);
  });
  for (const members of groups.values()) {
    members.sort((a, b) => (nominal[a] as number) - (nominal[b] as number));
  }
  return groups;
}

function compared(
  ahead: Float32Array,
  behind: Float32Array,
): Pick<Neighbours, 'draws' | 'probabilityAhead' | 'probabilityEqual'> {
  let draws = 0;
  let better = 0;
  let equal = 0;
  for (let draw = 0; draw < ahead.length; draw += 1) {
    const distance = (behind[draw] as number) - (ahead[draw] as number);
    // A rank that is not there makes the distance NaN.
    if (Number.isNaN(distance)) continue;
    draws += 1;
    if (distance > 0) better += 1;
    else if (distance === 0) equal += 1;
  }
  if (draws === 0) return { draws, probabilityAhead: null, probabilityEqual: null };
  return { draws, probabilityAhead: better / draws, probabilityEqual: equal / draws };
}
