import type { UncertainInput } from '../model/simulation.js';
import type { Plan, PlanNode } from '../stages/plan.js';

/** Inputs that are about nodes of the tree; the others stand in for the method or for the whole framework. */
export type NodeInput = Exclude<UncertainInput, { kind: 'method' | 'framework' }>;

/** What an input asks for that the tree does not have. */
export interface TargetFault {
  readonly code: 'SIMULATION_NODE_UNKNOWN' | 'SIMULATION_NODE_UNFIT' | 'SIMULATION_LEVEL_UNKNOWN';
  /** Place in the input, e.g. `nodes[2]`. */
  readonly at: string;
  readonly asked: string | number;
}

export interface Targets {
  /** Indices of nodes, ascending. Of weights: the parents whose children's weights are drawn. */
  readonly nodes: readonly number[];
  readonly faults: readonly TargetFault[];
}

/** The nodes of a tree that an uncertain input is about. */
export function targetsOf(input: NodeInput, plan: Plan): Targets {
  if (input.kind === 'weights' && input.levels !== undefined) return ofLevels(input.levels, plan);
  const fits = fitting(input, plan);
  if (input.nodes === undefined) return { nodes: byDefault(input, plan), faults: [] };
  const found = new Set<number>();
  const faults: TargetFault[] = [];
  input.nodes.forEach((code, position) => {
    const at = `nodes[${position}]`;
    const named = plan.nodes.find(({ node }) => node.code === code);
    if (named === undefined) {
      faults.push({ code: 'SIMULATION_NODE_UNKNOWN', at, asked: code });
      return;
    }
    const meant = isOfLeaves(input) ? leavesBelow(plan, named.index) : [named.index];
    if (meant.length === 0 || !meant.every(fits)) {
      faults.push({ code: 'SIMULATION_NODE_UNFIT', at, asked: code });
    } else for (const index of meant) found.add(index);
  });
  return { nodes: [...found].sort((a, b) => a - b), faults };
}

/** Distance of every node from the root. */
export function depthsOf({ nodes }: Plan): Int32Array {
  const depths = new Int32Array(nodes.length);
  for (const { index, parent } of nodes) if (parent >= 0) depths[index] = (depths[parent] as number) + 1;
  return depths;
}

/** Index after the last node below each node: what is below node i has the indices i + 1 to end − 1. */
export function subtreeEnds({ nodes }: Plan): Int32Array {
  const ends = Int32Array.from(nodes, ({ index }) => index + 1);
  for (let index = nodes.length - 1; index > 0; index -= 1) {
    const { parent } = nodes[index] as PlanNode;
    ends[parent] = Math.max(ends[parent] as number, ends[index] as number);
  }
  return ends;
}

/** Whether the method gives a node and all that it is part of any weight. */
export function isCounted({ nodes }: Plan, index: number): boolean {
  for (let at = index; at > 0; at = (nodes[at] as PlanNode).parent) {
    const { scored, asked } = nodes[at] as PlanNode;
    if (!scored || !(asked > 0)) return false;
  }
  return true;
}

function isOfLeaves({ kind }: NodeInput): boolean {
  return kind === 'normalisation' || kind === 'imputation' || kind === 'treatment' || kind === 'data';
}

function fitting(input: NodeInput, plan: Plan): (index: number) => boolean {
  const isLeaf = (index: number): boolean => (plan.nodes[index] as PlanNode).leaf !== null;
  if (isOfLeaves(input)) return isLeaf;
  // A node without weight is out already, and without the root nothing is left.
  if (input.kind === 'leave_out') return (index) => index > 0 && isCounted(plan, index);
  return (index) => !isLeaf(index);
}

function byDefault(input: NodeInput, plan: Plan): readonly number[] {
  if (input.kind === 'leave_out') return plan.leaves.filter((leaf) => leaf > 0 && isCounted(plan, leaf));
  if (isOfLeaves(input)) return plan.leaves;
  return plan.nodes.filter(({ leaf }) => leaf === null).map(({ index }) => index);
}

function leavesBelow(plan: Plan, index: number): readonly number[] {
  const end = subtreeEnds(plan)[index] as number;
  return plan.leaves.filter((leaf) => leaf >= index && leaf < end);
}

function ofLevels(levels: readonly number[], plan: Plan): Targets {
  const depths = depthsOf(plan);
  const parents = plan.nodes.filter(({ leaf }) => leaf === null);
  const faults: TargetFault[] = [];
  levels.forEach((level, position) => {
    if (parents.some(({ index }) => depths[index] === level - 1)) return;
    faults.push({ code: 'SIMULATION_LEVEL_UNKNOWN', at: `levels[${position}]`, asked: level });
  });
  const drawn = parents.filter(({ index }) => levels.includes((depths[index] as number) + 1));
  return { nodes: drawn.map(({ index }) => index), faults };
}
