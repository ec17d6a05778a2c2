import type { NodeWeight } from '@dti-monitor/scoring';
import type { FrameworkDocument, NodeDocument } from '../document/framework-document.js';
import { frameworkChanges, type FrameworkChange } from './framework-changes.js';

/** One side of a comparison. */
export interface ComparedVersion {
  readonly document: FrameworkDocument;
  readonly weights: ReadonlyMap<string, NodeWeight>;
}

/** A node on one side. */
export interface ComparedNode {
  readonly parentCode: string | null;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly scored: boolean;
  readonly weightAsked: number;
  readonly weightEffective: number;
}

export interface NodeDifference {
  readonly code: string;
  readonly state: 'same' | 'changed' | 'added' | 'removed';
  readonly moved: boolean;
  /** Its share of the whole differs, whether by its own weight or by that of others. */
  readonly reweighted: boolean;
  readonly before: ComparedNode | null;
  readonly after: ComparedNode | null;
  /** Keys that differ; none of a node that is only on one side. */
  readonly changes: readonly FrameworkChange[];
}

export interface FrameworkComparison {
  /** What differs in the versions themselves: names, periods, rules of the method. */
  readonly version: readonly FrameworkChange[];
  /** Nodes of `after` in its order, then those that are gone. */
  readonly nodes: readonly NodeDifference[];
}

/** Shares are products of quotients: what differs by less is the same. */
const SAME_SHARE = 1e-12;

/** Two versions node by node, matched by code, with the weights asked and effective on both sides. */
export function compareFrameworks(before: ComparedVersion, after: ComparedVersion): FrameworkComparison {
  const changes = frameworkChanges(before.document, after.document);
  const [old, now] = [sideOf(before), sideOf(after)];
  const codes = [...now.keys(), ...[...old.keys()].filter((code) => !now.has(code))];
  return {
    version: changes.filter(({ node }) => node === null),
    nodes: codes.map((code) => {
      const own = changes.filter(({ node }) => node === code);
      return difference(code, old.get(code) ?? null, now.get(code) ?? null, own);
    }),
  };
}

function difference(
  code: string,
  before: ComparedNode | null,
  after: ComparedNode | null,
  own: readonly FrameworkChange[],
): NodeDifference {
  const changes = own.filter(({ kind }) => kind === 'changed');
  const moved = own.some(({ kind }) => kind === 'moved');
  const shares = [before?.weightEffective ?? 0, after?.weightEffective ?? 0] as const;
  const state =
    before === null ? 'added' : after === null ? 'removed' : changes.length > 0 || moved ? 'changed' : 'same';
  const reweighted = Math.abs(shares[0] - shares[1]) > SAME_SHARE;
  return { code, state, moved, reweighted, before, after, changes };
}

function sideOf({ document, weights }: ComparedVersion): ReadonlyMap<string, ComparedNode> {
  const side = new Map<string, ComparedNode>();
  const add = (node: NodeDocument, parentCode: string | null): void => {
    const weight = weights.get(node.code);
    side.set(node.code, {
      parentCode,
      nameVi: node.name.vi,
      nameEn: node.name.en,
      scored: node.scored ?? true,
      weightAsked: weight?.ofParent ?? 0,
      weightEffective: weight?.ofWhole ?? 0,
    });
    for (const child of node.children ?? []) add(child, node.code);
  };
  add(document.tree, null);
  return side;
}

/** How many nodes are in each state. */
export function countNodes(nodes: readonly NodeDifference[]) {
  const of = (state: NodeDifference['state']): number => nodes.filter((node) => node.state === state).length;
  return {
    same: of('same'),
    changed: of('changed'),
    added: of('added'),
    removed: of('removed'),
    moved: nodes.filter((node) => node.moved).length,
    reweighted: nodes.filter((node) => node.reweighted).length,
  };
}
