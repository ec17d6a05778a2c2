import type { AuditFinding, AuditRefusal, RemovalEffect } from '../model/audit.js';
import type { TieBreak } from '../model/ranking.js';
import { combine, type NodeColumns } from '../stages/evaluate.js';
import { codeOrder, rankScores } from '../stages/rank.js';
import { codeAt, columnsAt, countingChildren, nodeAt, type CountedTree } from './counted-tree.js';

/** Columns that stand in for others by node index; `null`: nothing is left of the node. */
type Replaced = ReadonlyMap<number, NodeColumns | null>;

/**
 * What becomes of the ranks without each node in turn, its siblings sharing its weight (COINr's
 * `remove_elements`). Only what lies above the node is worked out again. A parent of which nothing is
 * left goes as well.
 *
 * Cost: for each node, its ancestors and one ranking.
 */
export function removalEffects(tree: CountedTree): {
  readonly effects: readonly RemovalEffect[];
  readonly refusals: readonly AuditRefusal[];
} {
  const effects: RemovalEffect[] = [];
  const refusals: AuditRefusal[] = [];
  const byCode = codeOrder(tree.evaluation.roster.units.map(({ code }) => code));
  const before = ranksOf(tree, new Map(), byCode);
  const ranked = before.filter((rank) => !Number.isNaN(rank)).length;
  if (ranked < 2) {
    const nodes = [codeAt(tree, 0)];
    return {
      effects,
      refusals: [{ step: 'removal', code: 'TOO_FEW_RANKED', nodes, params: { ranked, needed: 2 } }],
    };
  }
  for (const { index } of tree.plan.nodes) {
    if (index === 0 || tree.counts[index] !== 1) continue;
    const replaced = without(tree, index);
    const node = codeAt(tree, index);
    if (replaced.get(0) === null) {
      refusals.push({ step: 'removal', code: 'NOTHING_LEFT', nodes: [node], params: {} });
    } else effects.push(effectOf(node, before, ranksOf(tree, replaced, byCode)));
  }
  return { effects, refusals };
}

/** Indicators without which every rank is what it was. */
export function removalFindings(
  tree: CountedTree,
  effects: readonly RemovalEffect[],
): readonly AuditFinding[] {
  const indicators = new Set(tree.plan.leaves.map((leaf) => codeAt(tree, leaf)));
  return effects
    .filter(({ node, changed }) => changed === 0 && indicators.has(node))
    .map(({ node, changed }) => ({ code: 'REMOVAL_CHANGES_NO_RANK', nodes: [node], params: { changed } }));
}

/** The node and everything above it, worked out again. */
function without(tree: CountedTree, removed: number): Replaced {
  const replaced = new Map<number, NodeColumns | null>([[removed, null]]);
  const { roster, exclusions } = tree.evaluation;
  for (let above = nodeAt(tree, removed).parent; above >= 0; above = nodeAt(tree, above).parent) {
    const children = countingChildren(tree, above).flatMap((child) => {
      const columns = replaced.has(child) ? replaced.get(child) : columnsAt(tree, child);
      return columns === null || columns === undefined
        ? []
        : [{ ...columns, weight: nodeAt(tree, child).weight }];
    });
    const at = nodeAt(tree, above);
    replaced.set(above, children.length === 0 ? null : combine(at, children, roster, exclusions.units));
  }
  return replaced;
}

/** Ranks of the whole by the method's rule, tie-breaks on what their nodes are now. */
function ranksOf(tree: CountedTree, replaced: Replaced, byCode: Float64Array): Float64Array {
  const { plan, evaluation } = tree;
  const rule = plan.framework.method.rank;
  const valuesNow = (index: number): Float64Array => {
    const columns = replaced.has(index) ? replaced.get(index) : columnsAt(tree, index);
    return columns?.column.values ?? new Float64Array(byCode.length).fill(Number.NaN);
  };
  const breaker = (tieBreak: TieBreak): Float64Array =>
    tieBreak.by === 'code'
      ? byCode
      : valuesNow(plan.nodes.findIndex(({ node }) => node.code === tieBreak.node));
  return rankScores(valuesNow(0), evaluation.roster.groups, rule, (rule.tieBreaks ?? []).map(breaker));
}

function effectOf(node: string, before: Float64Array, after: Float64Array): RemovalEffect {
  let changed = 0;
  let lost = 0;
  let gained = 0;
  let both = 0;
  let shifts = 0;
  let largest = 0;
  for (let u = 0; u < before.length; u += 1) {
    const own = before[u] as number;
    const now = after[u] as number;
    if (Number.isNaN(own) || Number.isNaN(now)) {
      if (!Number.isNaN(own)) lost += 1;
      if (!Number.isNaN(now)) gained += 1;
      continue;
    }
    const shift = Math.abs(now - own);
    both += 1;
    shifts += shift;
    if (shift > 0) changed += 1;
    if (shift > largest) largest = shift;
  }
  return {
    node,
    changed: changed + lost + gained,
    lost,
    gained,
    meanShift: both === 0 ? null : shifts / both,
    largestShift: both === 0 ? null : largest,
  };
}
