import type {
  AuditFinding,
  AuditRefusal,
  AuditThresholds,
  CorrelationMethod,
  NodeCorrelation,
} from '../model/audit.js';
import { correlation } from '../numeric/correlation.js';
import {
  codeAt,
  countingChildren,
  countingParents,
  nodeAt,
  valuesAt,
  type CountedTree,
} from './counted-tree.js';

type Pair = NodeCorrelation & { readonly parent: string };

/** Each pair of children under one parent that take part, on the values that are combined. */
export function correlationsWithinGroups(tree: CountedTree, method: CorrelationMethod): readonly Pair[] {
  return countingParents(tree).flatMap((parent) => {
    const children = countingChildren(tree, parent);
    return children.flatMap((child, at) =>
      children
        .slice(at + 1)
        .map((other) => ({ parent: codeAt(tree, parent), ...correlate(tree, child, other, method) })),
    );
  });
}

/** Each node that takes part with each node above it (COINr's `get_corr` with `withparent = "family"`). */
export function correlationsAcrossLevels(
  tree: CountedTree,
  method: CorrelationMethod,
): readonly NodeCorrelation[] {
  return tree.plan.nodes.flatMap(({ index }) => {
    if (tree.counts[index] !== 1) return [];
    const found: NodeCorrelation[] = [];
    for (let above = nodeAt(tree, index).parent; above >= 0; above = nodeAt(tree, above).parent) {
      found.push(correlate(tree, index, above, method));
    }
    return found;
  });
}

/** Pairs under one parent that say the same, or contradict each other (COINr's `get_corr_flags`). */
export function pairFindings(pairs: readonly Pair[], thresholds: AuditThresholds): readonly AuditFinding[] {
  return pairs.flatMap(({ node, other, correlation: value }) => {
    if (value === null) return [];
    const nodes = [node, other];
    const findings: AuditFinding[] = [];
    if (Math.abs(value) >= thresholds.redundant) {
      const params = { correlation: value, threshold: thresholds.redundant };
      findings.push({ code: 'REDUNDANT_PAIR', nodes, params });
    }
    if (value < thresholds.negative) {
      const params = { correlation: value, threshold: thresholds.negative };
      findings.push({ code: 'NEGATIVE_PAIR', nodes, params });
    }
    return findings;
  });
}

/** Indicators that the whole hardly shows, or that go against it. */
export function indexFindings(
  tree: CountedTree,
  acrossLevels: readonly NodeCorrelation[],
  thresholds: AuditThresholds,
): readonly AuditFinding[] {
  const root = codeAt(tree, 0);
  const indicators = new Set(tree.plan.leaves.map((leaf) => codeAt(tree, leaf)));
  const threshold = thresholds.silent;
  return acrossLevels.flatMap(({ node, other, correlation: value }): readonly AuditFinding[] => {
    if (value === null || other !== root || !indicators.has(node)) return [];
    const about = { nodes: [node, root], params: { correlation: value, threshold } };
    if (Math.abs(value) < threshold) return [{ code: 'WEAK_WITH_INDEX', ...about }];
    return value < 0 ? [{ code: 'AGAINST_INDEX', ...about }] : [];
  });
}

export function correlationRefusals(
  tree: CountedTree,
  correlations: readonly NodeCorrelation[],
): readonly AuditRefusal[] {
  const values = new Map(tree.plan.nodes.map(({ index, node }) => [node.code, valuesAt(tree, index)]));
  return correlations
    .filter((found) => found.correlation === null)
    .map(({ node, other, units }) => {
      const [x, y] = [values.get(node) as Float64Array, values.get(other) as Float64Array];
      const flat = isFlatBeside(x, y) || isFlatBeside(y, x);
      const code = units < 2 ? 'TOO_FEW_VALUES' : flat ? 'NO_SPREAD' : 'OUT_OF_RANGE';
      return { step: 'correlation', code, nodes: [node, other], params: { units, needed: 2 } };
    });
}

function correlate(
  tree: CountedTree,
  node: number,
  other: number,
  method: CorrelationMethod,
): NodeCorrelation {
  const [x, y] = [valuesAt(tree, node), valuesAt(tree, other)];
  return {
    node: codeAt(tree, node),
    other: codeAt(tree, other),
    units: unitsWithBoth(x, y),
    correlation: correlation(x, y, method),
  };
}

function unitsWithBoth(x: Float64Array, y: Float64Array): number {
  let count = 0;
  for (let u = 0; u < x.length; u += 1) if (!isGap(x[u]) && !isGap(y[u])) count += 1;
  return count;
}

/** Whether the first column is constant among the units that have both values. */
function isFlatBeside(x: Float64Array, y: Float64Array): boolean {
  const beside = x.filter((value, u) => !isGap(value) && !isGap(y[u]));
  return beside.every((value) => value === beside[0]);
}

function isGap(value: number | undefined): boolean {
  return Number.isNaN(value);
}
