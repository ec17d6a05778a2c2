import { emptyColumn, type Column } from '../../model/column.js';
import type { Problem } from '../../model/outcome.js';
import { combine, type Evaluation, type NodeColumns, type Roster } from '../evaluate.js';
import type { Plan, PlanNode } from '../plan.js';
import type { Origin } from './lineage.js';
import { meanOf, type MeanWeights } from './merged-values.js';

/** The nodes at which predecessors are averaged: indices of the plan. What is above them is computed. */
export interface Cut {
  readonly problems: readonly Problem[];
  readonly indices: readonly number[];
}

/**
 * Finds the nodes of a cut: by default the children of the root, DTI 2024's "main indices". Every scored
 * leaf has exactly one of them on its way to the root (itself included).
 *
 * @param nodes as a rule names them
 */
export function cutOf(plan: Plan, nodes: readonly string[] | undefined): Cut {
  const root = plan.nodes[0] as PlanNode;
  if (nodes === undefined) {
    const indices = root.children.length === 0 ? [0] : root.children;
    return { problems: tieBreakProblems(plan, new Set(indices)), indices };
  }
  const byCode = new Map(plan.nodes.map(({ node, index }) => [node.code, index] as const));
  const unknown = nodes.filter((code) => !byCode.has(code));
  if (unknown.length > 0) {
    return { problems: unknown.map((node) => problemOf('CUT_NODE_UNKNOWN', { node })), indices: [] };
  }
  const cut = new Set(nodes.map((code) => byCode.get(code) as number));
  const problems: Problem[] = [];
  for (const index of cut) {
    const within = wayUp(plan, index)
      .slice(1)
      .find(({ index: above }) => cut.has(above));
    if (within === undefined) continue;
    const params = { node: (plan.nodes[index] as PlanNode).node.code, within: within.node.code };
    problems.push(problemOf('CUT_NODE_NESTED', params));
  }
  for (const leaf of plan.leaves) {
    const way = wayUp(plan, leaf);
    if (way.some(({ index, scored }) => cut.has(index) || !scored)) continue;
    problems.push(problemOf('CUT_INCOMPLETE', { leaf: (plan.nodes[leaf] as PlanNode).node.code }));
  }
  return { problems: [...problems, ...tieBreakProblems(plan, cut)], indices: [...cut] };
}

function problemOf(code: string, params: Problem['params']): Problem {
  return { code, path: 'rule.nodes', params };
}

/** The node and all above it, upwards. */
function wayUp(plan: Plan, index: number): readonly PlanNode[] {
  const way: PlanNode[] = [];
  for (let at = index; at >= 0; at = (plan.nodes[at] as PlanNode).parent)
    way.push(plan.nodes[at] as PlanNode);
  return way;
}

/** What breaks ties must have a value for merged units too. */
function tieBreakProblems(plan: Plan, cut: ReadonlySet<number>): readonly Problem[] {
  const { tieBreaks = [] } = plan.framework.method.rank;
  return tieBreaks.flatMap((tieBreak) => {
    if (tieBreak.by !== 'node') return [];
    const at = plan.nodes.find(({ node }) => node.code === tieBreak.node);
    if (at === undefined) return [];
    const [own, ...above] = wayUp(plan, at.index);
    const known = own?.scored === true && above.every(({ index, scored }) => scored && !cut.has(index));
    return !known ? [problemOf('TIE_BREAK_NOT_AVERAGED', { node: tieBreak.node })] : [];
  });
}

/**
 * An evaluation of the units of the data brought to another roster: at the nodes of the cut each unit's
 * value by its origin, above them computed. What screening left out has no value at any of them.
 *
 * @param origins of the units of `roster`, in its order; rows are those of `evaluation`
 * @returns columns of the cut and of everything above it, by node index
 */
export function broughtTo(
  roster: Roster,
  origins: readonly Origin[],
  { plan, evaluation, cut, rule }: Averaged,
): ReadonlyMap<number, NodeColumns> {
  const { nodes: leftOut } = evaluation.exclusions;
  const ends = new Set(cut.indices);
  const columns = new Map<number, NodeColumns>();
  const visit = (index: number): NodeColumns => {
    const at = plan.nodes[index] as PlanNode;
    const own = ends.has(index)
      ? averaged(origins, evaluation.nodes.get(index) as NodeColumns, rule)
      : combine(at, childrenOf(at), roster, null);
    columns.set(index, own);
    return own;
  };
  const childrenOf = (at: PlanNode) =>
    at.children
      .filter((child) => (plan.nodes[child] as PlanNode).scored && leftOut?.[child] !== 1)
      .map((child) => ({ ...visit(child), weight: (plan.nodes[child] as PlanNode).weight }));
  visit(0);
  return columns;
}

/** What is brought to another roster, and how. */
export interface Averaged {
  readonly plan: Plan;
  /** With all nodes kept. */
  readonly evaluation: Evaluation;
  readonly cut: Cut;
  readonly rule: MeanWeights;
}

function averaged(origins: readonly Origin[], { column }: NodeColumns, rule: MeanWeights): NodeColumns {
  const own: Column = emptyColumn(origins.length);
  origins.forEach((origin, u) => {
    const { value, state } = meanOf(origin, column, rule);
    own.values[u] = value;
    own.states[u] = state;
    if (origin.kind === 'unit') own.marks[u] = column.marks[origin.row] as number;
  });
  return { column: own, coverage: null };
}
