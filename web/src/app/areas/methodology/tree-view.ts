import type { FrameworkTreeNode } from '../../api-client/models/framework-tree-node.js';
import type { LegalBasis } from '../../api-client/models/legal-basis.js';
import type { Wording } from '../../shared/language/wording.js';
import { formulaWords } from './words/formula-words.js';

/** One line of the tree as it is drawn. */
export interface TreeRow {
  readonly node: FrameworkTreeNode;
  readonly code: string;
  readonly name: string;
  readonly depth: number;
  readonly parent: boolean;
  /** What the node rests on is worked out by; empty of a node with children. */
  readonly formula: string;
  /** Share of the parent and of the whole, 0 to 1; null of what carries no weight. */
  readonly ofParent: number | null;
  readonly ofWhole: number | null;
}

/** The tree line by line, parents before children, in the order of the framework. */
export function treeRows(nodes: readonly FrameworkTreeNode[], wording: Wording): readonly TreeRow[] {
  const parents = new Set(nodes.flatMap(({ parentCode }) => parentCode ?? []));
  return nodes.map((node) => ({
    node,
    code: node.code,
    name: wording.name(node),
    depth: node.depth,
    parent: parents.has(node.code),
    formula: node.formula === null ? '' : formulaWords(node.formula, wording),
    ofParent: node.scored ? node.weightAsked : null,
    ofWhole: node.scored ? node.weightEffective : null,
  }));
}

/** What a reader counts first. */
export interface TreeCounts {
  readonly components: number;
  readonly indicators: number;
  /** Listed and shown, without weight. */
  readonly descriptive: number;
  readonly elements: number;
  /** Nodes of which something is stated by no document. */
  readonly proposed: number;
}

export function treeCounts(nodes: readonly FrameworkTreeNode[]): TreeCounts {
  const parents = new Set(nodes.flatMap(({ parentCode }) => parentCode ?? []));
  const leaves = nodes.filter(({ code }) => !parents.has(code));
  const asked = new Set(leaves.flatMap(({ formula }) => (formula?.elements ?? []).map(({ code }) => code)));
  return {
    components: nodes.filter(({ depth }) => depth === 1).length,
    indicators: leaves.length,
    descriptive: leaves.filter(({ scored }) => !scored).length,
    elements: asked.size,
    proposed: nodes.filter(({ proposed }) => proposed).length,
  };
}

/** What a version rests on that no longer holds, each basis once. */
export function lapsedBases(nodes: readonly FrameworkTreeNode[]): readonly LegalBasis[] {
  const lapsed = nodes.flatMap(({ legalBases }) => legalBases).filter((basis) => basis.lapsed);
  return [...new Map(lapsed.map((basis) => [basis.reference, basis])).values()];
}
