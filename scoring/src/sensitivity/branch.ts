import { STATE, type Column } from '../model/column.js';
import type { NodeColumns } from '../stages/evaluate.js';

/** A node's columns in a run. */
export interface Branch extends NodeColumns {
  /** Whether every unit has a value, so that its parent may add it up without looking at states. */
  readonly complete: boolean;
}

export function branchOf({ column, coverage }: NodeColumns): Branch {
  return { column, coverage, complete: isComplete(column) };
}

export function isComplete({ states }: Column): boolean {
  for (let unit = 0; unit < states.length; unit += 1) if (states[unit] !== STATE.scored) return false;
  return true;
}

export function presenceOf({ states }: Column): Float64Array {
  const present = new Float64Array(states.length);
  for (let unit = 0; unit < states.length; unit += 1) present[unit] = states[unit] === STATE.scored ? 1 : 0;
  return present;
}

/** Bytes of values, states, marks and coverage of one unit. */
const BYTES_PER_UNIT = 19;

/**
 * Branches that runs have in common, by node and by the choices that they depend on. It never holds more
 * than it may: when it is full everything is let go and worked out again when asked for, which costs time
 * and changes nothing.
 */
export class BranchStore {
  private readonly shelves: Map<number, Branch>[] = [];
  private held = 0;

  constructor(private readonly most: number) {}

  /** A place for the branches of one node. */
  shelf(): Map<number, Branch> {
    const shelf = new Map<number, Branch>();
    this.shelves.push(shelf);
    return shelf;
  }

  put(shelf: Map<number, Branch>, key: number, branch: Branch): void {
    const bytes = branch.column.values.length * BYTES_PER_UNIT;
    if (this.held + bytes > this.most) {
      for (const each of this.shelves) each.clear();
      this.held = 0;
    }
    shelf.set(key, branch);
    this.held += bytes;
  }
}
