import type { NodeWeight } from '../model/assessment.js';
import type { AggregationRule } from '../model/aggregation.js';
import type { Framework, FrameworkNode } from '../model/framework.js';
import type { Direction, Normalisation } from '../model/normalisation.js';
import type { Imputation } from '../model/screening.js';
import type { Treatment } from '../model/treatment.js';
import { siblingWeights, statedWeights } from './weights.js';

/** What a leaf goes through, with the method's rules where it states none of its own. */
export interface LeafRules {
  readonly impute: Imputation;
  readonly treat: Treatment;
  readonly normalise: Normalisation;
  readonly direction: Direction;
  /** What `ratio_to_maximum` divides by. */
  readonly maximum: number;
}

/** How a parent combines its children. */
export type ParentRules = AggregationRule;

export interface PlanNode {
  readonly node: FrameworkNode;
  readonly index: number;
  /** Index of the parent; −1 for the root. */
  readonly parent: number;
  /** Indices of the children, in the order of the framework. */
  readonly children: readonly number[];
  /** Whether the method gives it weight. */
  readonly scored: boolean;
  /** Weight on the scale of the framework (points, given weights, 1 each); siblings compare by it. */
  readonly weight: number;
  /** Share of the parent that the method asks for; 1 for the root, 0 where not scored. */
  readonly asked: number;
  readonly leaf: LeafRules | null;
  readonly parentRules: ParentRules | null;
}

/**
 * A framework laid out for repeated runs: nodes in one list, parents before children, with every
 * rule resolved. It depends on the framework alone and is made once for any number of data sets.
 */
export interface Plan {
  readonly framework: Framework;
  readonly nodes: readonly PlanNode[];
  /** Indices of the leaves, in the order of the framework. */
  readonly leaves: readonly number[];
}

/** Lays out a framework that `validate` has found without problems. Cost: its nodes. */
export function planOf(framework: Framework): Plan {
  const nodes: PlanNode[] = [];
  add(framework, framework.root, -1, { weight: 1, asked: 1 }, nodes);
  return { framework, nodes, leaves: nodes.filter(({ leaf }) => leaf !== null).map(({ index }) => index) };
}

interface Share {
  readonly weight: number;
  readonly asked: number;
}

function add(
  framework: Framework,
  node: FrameworkNode,
  parent: number,
  share: Share,
  nodes: PlanNode[],
): number {
  const index = nodes.length;
  const own = node.children ?? [];
  const children: number[] = [];
  nodes.push({
    node,
    index,
    parent,
    children,
    scored: node.scored !== false,
    ...share,
    leaf: own.length === 0 ? leafRules(framework, node) : null,
    parentRules: own.length === 0 ? null : parentRules(framework, node),
  });
  if (own.length === 0) return index;
  const weighting = node.weights ?? framework.method.weights ?? { method: 'points' };
  const weights = statedWeights(own, weighting);
  const asked = siblingWeights(own, weighting);
  own.forEach((child, i) => {
    const ofChild = { weight: weights[i] as number, asked: asked[i] as number };
    children.push(add(framework, child, index, ofChild, nodes));
  });
  return index;
}

function leafRules({ method }: Framework, node: FrameworkNode): LeafRules {
  return {
    impute: node.impute ?? method.impute ?? { method: 'none' },
    treat: node.treat ?? method.treat ?? { method: 'none' },
    normalise: node.normalise ?? method.normalise ?? { method: 'ratio_to_maximum' },
    direction: node.direction ?? 'higher_is_better',
    maximum: node.input === 'points' ? (node.points ?? 1) : 1,
  };
}

function parentRules({ method }: Framework, node: FrameworkNode): ParentRules {
  return {
    aggregation: node.aggregation ?? method.aggregation,
    missing: node.missing ?? method.missing,
    notApplicable: node.notApplicable ?? method.notApplicable,
    availability: node.availability ?? method.availability ?? 0,
    availabilityBy: node.availabilityBy ?? method.availabilityBy ?? 'weight',
  };
}

/**
 * Weight of every node within its parent and within the whole, parents before children. What lies
 * below a node without weight has none in the whole, and keeps its share of the parent.
 *
 * Source: effective weights as COINr's `get_eff_wts`: the product of the shares up to the root.
 */
export function nodeWeights({ nodes }: Plan): readonly NodeWeight[] {
  const weights: NodeWeight[] = [];
  for (const { node, parent, asked } of nodes) {
    const above = weights[parent]?.ofWhole ?? 1;
    weights.push({ node: node.code, ofParent: asked, ofWhole: above * asked });
  }
  return weights;
}
