import { STATE, type Column } from '../model/column.js';
import type { NodeColumns } from '../stages/evaluate.js';

/** A node's columns in a run. */
export interface Branch extends NodeColumns {
  /** Whether every unit has a value. */
  readonly complete: boolean;
  /** The values with 0 in place of a gap, for sums; the values themselves where there is none. */
  readonly filled: Float64Array;
}

export function branchOf({ column, coverage }: NodeColumns): Branch {
  const complete = isComplete(column);
  return { column, coverage, complete, filled: complete ? column.values : withZeros(column) };
}

/** Room for a node that is added up anew in each run. */
export function emptyBranch(size: number): Branch {
  const values = new Float64Array(size);
  const column = { values, states: new Uint8Array(size), marks: new Uint16Array(size) };
  return { column, coverage: null, complete: true, filled: values };
}

function isComplete({ states }: Column): boolean {
  for (let unit = 0; unit < states.length; unit += 1) if (states[unit] !== STATE.scored) return false;
  return true;
}

function withZeros({ values, states }: Column): Float64Array {
  const filled = values.slice();
  for (let unit = 0; unit < filled.length; unit += 1) if (states[unit] !== STATE.scored) filled[unit] = 0;
  return filled;
}

/** Bytes of values, states, marks, coverage and filled values of one unit: the most that a branch has. */
const BYTES_PER_UNIT = 27;

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
    const bytes = branch.filled.length * BYTES_PER_UNIT;
    if (this.held + bytes > this.most) {
      for (const each of this.shelves) each.clear();
      this.held = 0;
    }
    shelf.set(key, branch);
    this.held += bytes;
  }
}
