import type { AggregationRule } from '../model/aggregation.js';
import type { Child } from '../stages/aggregate/aggregate.js';
import { emptyBranch, type Branch } from './branch.js';
import { gapPatternOf, holds, weightsInUse, type GapPattern } from './gap-pattern.js';
import { totalOf, weightedSums } from './weighted-sum.js';

/**
 * A parent under an arithmetic mean whose children's weights or values are drawn anew in each run: adds its
 * children up in dense loops where it can, and within the last digits of what the stages make of them.
 * Its columns are written over by the next run.
 */
export class DenseParent {
  private readonly columns: Float64Array[] = [];
  private readonly states: Uint8Array[] = [];
  private readonly inUse: Float64Array;
  private readonly full: Branch;
  private gapped: {
    readonly pattern: GapPattern;
    readonly branch: Branch;
    readonly part: Float64Array;
  } | null = null;

  constructor(private readonly size: number) {
    this.inUse = new Float64Array(size);
    this.full = emptyBranch(size);
  }

  /** @returns `null` where it takes the stages to say what there is: see `learn` */
  add(
    branches: readonly Branch[],
    weights: Float64Array,
    missing: AggregationRule['missing'],
  ): Branch | null {
    let complete = true;
    for (let child = 0; child < branches.length; child += 1) {
      const branch = branches[child] as Branch;
      this.columns[child] = branch.filled;
      this.states[child] = branch.column.states;
      if (!branch.complete) complete = false;
    }
    if (complete) {
      this.inUse.fill(totalOf(weights));
      return this.means(weights, this.full.filled) ? this.full : null;
    }
    if (this.gapped === null) return null;
    const { pattern, branch, part } = this.gapped;
    if (!holds(pattern, this.states, weights, missing)) return null;
    weightsInUse(pattern, weights, part, this.inUse);
    if (!this.means(weights, branch.filled)) return null;
    const { none } = pattern;
    const { values } = branch.column;
    // Who has no value may have a child with one.
    for (let at = 0; at < none.length; at += 1) branch.filled[none[at] as number] = 0;
    values.set(branch.filled);
    for (let at = 0; at < none.length; at += 1) values[none[at] as number] = Number.NaN;
    return branch;
  }

  /** Takes from a run that went through the stages which children are in use for which unit. */
  learn(children: readonly Child[], rule: AggregationRule, { column }: Branch): void {
    const pattern = gapPatternOf(children, rule, column);
    if (pattern === null) {
      this.gapped = null;
      return;
    }
    const { states, marks, none } = pattern;
    const values = new Float64Array(this.size);
    const filled = new Float64Array(this.size);
    const branch = { column: { values, states, marks }, coverage: null, complete: none.length === 0, filled };
    this.gapped = { pattern, branch, part: new Float64Array(children.length) };
  }

  /** @returns `false` where a mean is no finite number: nothing has weight, or it is beyond the range */
  private means(weights: Float64Array, into: Float64Array): boolean {
    weightedSums(this.columns, weights, into);
    // A number that is not finite makes its difference from itself NaN, and so every sum after it.
    let off = 0;
    for (let unit = 0; unit < into.length; unit += 1) {
      const mean = (into[unit] as number) / (this.inUse[unit] as number);
      into[unit] = mean;
      off += mean - mean;
    }
    return off === 0;
  }
}
