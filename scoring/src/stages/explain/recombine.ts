import { STATE, type Column } from '../../model/column.js';
import { combine, type Evaluation, type NodeColumns } from '../evaluate.js';
import type { Plan, PlanNode } from '../plan.js';
import type { Child } from '../aggregate/aggregate.js';

/**
 * An evaluation in which some nodes have other columns, with everything above them combined anew by the
 * same rules. What is below and beside them, and what screening left out, stays.
 *
 * @param evaluation with all nodes kept
 * @param changed columns by node index
 */
export function recombined(
  plan: Plan,
  evaluation: Evaluation,
  changed: ReadonlyMap<number, NodeColumns>,
): Evaluation {
  const nodes = new Map([...evaluation.nodes, ...changed]);
  const stale = new Set<number>();
  for (const index of changed.keys()) {
    for (let at = parentOf(plan, index); at >= 0; at = parentOf(plan, at)) stale.add(at);
  }
  // Children come after their parents in the plan: from the end, each is ready before its parent.
  for (const index of [...stale].sort((a, b) => b - a)) {
    if (changed.has(index)) continue;
    const at = plan.nodes[index] as PlanNode;
    const children = childrenOf(plan, { ...evaluation, nodes }, at);
    nodes.set(index, combine(at, children, evaluation.roster, evaluation.exclusions.units));
  }
  return { ...evaluation, nodes };
}

function parentOf(plan: Plan, index: number): number {
  return (plan.nodes[index] as PlanNode).parent;
}

/** The children of a node that its parent takes, with the columns that an evaluation gives them. */
export function childrenOf(plan: Plan, { nodes, exclusions }: Evaluation, at: PlanNode): readonly Child[] {
  return countedChildren(plan, exclusions.nodes, at).map((index) => ({
    ...(nodes.get(index) as NodeColumns),
    weight: (plan.nodes[index] as PlanNode).weight,
  }));
}

/** Indices of the children that carry weight and were not left out. */
export function countedChildren(plan: Plan, leftOut: Uint8Array | null, at: PlanNode): readonly number[] {
  return at.children.filter((index) => (plan.nodes[index] as PlanNode).scored && leftOut?.[index] !== 1);
}

/** A node's columns with another value for one unit, which then has one whatever it had before. */
export function withValue({ column, coverage }: NodeColumns, unit: number, value: number): NodeColumns {
  const own: Column = {
    values: column.values.slice(),
    states: column.states.slice(),
    marks: column.marks.slice(),
  };
  own.values[unit] = value;
  own.states[unit] = STATE.scored;
  own.marks[unit] = 0;
  return { column: own, coverage };
}
