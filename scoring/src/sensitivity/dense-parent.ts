import type { AggregationRule } from '../model/aggregation.js';
import type { Child } from '../stages/aggregate/aggregate.js';
import { emptyBranch, type Branch } from './branch.js';
import { gapPatternOf, holds, settleGaps, type GapPattern } from './gap-pattern.js';
import { weightedSum } from './weighted-sum.js';

/**
 * A parent under an arithmetic mean whose children's weights or values are drawn anew in each run: adds its
 * children up in dense loops where it can, and within the last digits of what the stages make of them.
 * Its columns are written over by the next run.
 */
export class DenseParent {
  private readonly full: Branch;
  private readonly columns: Float64Array[] = [];
  private readonly states: Uint8Array[] = [];
  private pattern: GapPattern | null = null;
  private gapped: Branch | null = null;

  constructor(private readonly size: number) {
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
    if (complete) return weightedSum(this.columns, weights, this.full.column.values) ? this.full : null;
    const { pattern, gapped } = this;
    if (pattern === null || gapped === null || !holds(pattern, this.states, weights, missing)) return null;
    if (!weightedSum(this.columns, weights, gapped.filled)) return null;
    return settleGaps(pattern, weights, gapped.filled, gapped.column.values) ? gapped : null;
  }

  /** Takes from a run that went through the stages which children are in use for which unit. */
  learn(children: readonly Child[], rule: AggregationRule, { column }: Branch): void {
    this.pattern = gapPatternOf(children, rule, column);
    if (this.pattern === null) return;
    const { states, marks, none } = this.pattern;
    const values = new Float64Array(this.size);
    const filled = new Float64Array(this.size);
    this.gapped = { column: { values, states, marks }, coverage: null, complete: none.length === 0, filled };
  }
}
