import { evaluate, sourceOf, type Evaluation, type NodeColumns } from '../stages/evaluate.js';
import { planOf, type Plan, type PlanNode } from '../stages/plan.js';
import type { Dataset } from '../model/dataset.js';
import type { Framework } from '../model/framework.js';

/** A framework evaluated over its data, with what takes part in the result told from what does not. */
export interface CountedTree {
  readonly plan: Plan;
  readonly evaluation: Evaluation;
  /** By node index: 1 where the node is part of the whole; 0 = not scored, or left out by screening. */
  readonly counts: Uint8Array;
}

/** Evaluates an input that `validate` has passed. */
export function countedTree(framework: Framework, dataset: Dataset): CountedTree {
  const plan = planOf(framework);
  const evaluation = evaluate(plan, sourceOf(dataset));
  const left = evaluation.exclusions.nodes;
  const counts = new Uint8Array(plan.nodes.length);
  for (const { index, parent, scored } of plan.nodes) {
    const above = parent < 0 || counts[parent] === 1;
    counts[index] = above && scored && left?.[index] !== 1 ? 1 : 0;
  }
  return { plan, evaluation, counts };
}

export function nodeAt({ plan }: CountedTree, index: number): PlanNode {
  return plan.nodes[index] as PlanNode;
}

export function codeAt(tree: CountedTree, index: number): string {
  return nodeAt(tree, index).node.code;
}

export function columnsAt({ evaluation }: CountedTree, index: number): NodeColumns {
  return evaluation.nodes.get(index) as NodeColumns;
}

export function valuesAt(tree: CountedTree, index: number): Float64Array {
  return columnsAt(tree, index).column.values;
}

/** Children that take part, in the order of the framework. */
export function countingChildren(tree: CountedTree, index: number): readonly number[] {
  return nodeAt(tree, index).children.filter((child) => tree.counts[child] === 1);
}

/** Parents that take part, those above before those below. */
export function countingParents(tree: CountedTree): readonly number[] {
  return tree.plan.nodes
    .filter(({ leaf, index }) => leaf === null && tree.counts[index] === 1)
    .map(({ index }) => index);
}

/** Indicators below a node that take part. */
export function countingLeaves(tree: CountedTree, index: number): readonly number[] {
  const { leaf } = nodeAt(tree, index);
  return leaf !== null
    ? [index]
    : countingChildren(tree, index).flatMap((child) => countingLeaves(tree, child));
}
