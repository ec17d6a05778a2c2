import { elementsOf, type Framework, type FrameworkNode as ScoringNode } from '@dti-monitor/scoring';
import type { FrameworkNode, FrameworkVersion } from './framework.entity.js';

type Version = Pick<FrameworkVersion, 'code' | 'method' | 'totalElement'>;
type Node = Pick<
  FrameworkNode,
  'code' | 'parentCode' | 'points' | 'weight' | 'scored' | 'dataElement' | 'rules'
>;

/** A tree that is the total alone has no parts to weigh, so any points give the same ratio. */
const POINTS_OF_TOTAL_ALONE = 1;

/** A stored framework version as the engine takes it. */
export function scoringFramework(version: Version, nodes: readonly Node[]): Framework {
  const root = nodes.find((node) => node.parentCode === null);
  if (root === undefined) throw new Error(`${version.code} has no root`);
  return { code: version.code, method: version.method, root: branch(root, nodes, version.totalElement) };
}

function branch(node: Node, nodes: readonly Node[], totalElement: string | null): ScoringNode {
  const { code, parentCode, weight, scored, dataElement, rules } = node;
  const children = nodes
    .filter((other) => other.parentCode === code)
    .map((child) => branch(child, nodes, totalElement));
  const isAlone = parentCode === null && children.length === 0;
  const points = node.points ?? (isAlone ? POINTS_OF_TOTAL_ALONE : null);
  return {
    code,
    ...(points === null ? {} : { points }),
    ...(weight === null ? {} : { weight }),
    scored,
    ...rules,
    // Its own data element is what a leaf takes anyway. Where the tree is the total alone, the published
    // total is not a part to compute it from.
    ...(dataElement === null || dataElement === code || dataElement === totalElement
      ? {}
      : { formula: { kind: 'value', element: dataElement } }),
    ...(children.length === 0 ? {} : { children }),
  };
}

/** Data elements that the leaves of a version ask for, each once, in the order of the tree. */
export function askedElements(
  { totalElement }: Pick<FrameworkVersion, 'totalElement'>,
  nodes: readonly Node[],
): readonly string[] {
  const parents = new Set(nodes.map((node) => node.parentCode));
  const leaves = nodes.filter((node) => !parents.has(node.code));
  const asked = leaves.flatMap((leaf) => elementsOfLeaf(leaf).filter((code) => code !== totalElement));
  return [...new Set(asked)];
}

/** Data elements that a leaf takes its value from; none of a node with children. */
export function elementsOfLeaf({
  dataElement,
  rules,
}: Pick<Node, 'dataElement' | 'rules'>): readonly string[] {
  if (dataElement !== null) return [dataElement];
  return rules.formula === undefined ? [] : elementsOf({ code: '', formula: rules.formula });
}
