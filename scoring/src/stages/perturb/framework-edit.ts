import type { Framework, FrameworkNode } from '../../model/framework.js';
import type { Patch } from '../../model/perturbation.js';
import { sum } from '../../numeric/sum.js';
import { isLeaf, isScored } from '../tree.js';

/** Every key that a patch of the method may set. */
export const METHOD_KEYS: readonly string[] = [
  'screen',
  'impute',
  'treat',
  'normalise',
  'weights',
  'aggregation',
  'missing',
  'notApplicable',
  'availability',
  'availabilityBy',
  'rank',
  'bands',
];

/** Every key that a patch of a node may set: its code and its children are what it is. */
export const NODE_KEYS: readonly string[] = [
  'points',
  'weight',
  'scored',
  'formula',
  'unit',
  'bounds',
  'input',
  'direction',
  'impute',
  'treat',
  'normalise',
  'weights',
  'aggregation',
  'missing',
  'notApplicable',
  'availability',
  'availabilityBy',
];

/** The node of a code, with the nodes above it from the root down; empty where there is none. */
export function wayTo(framework: Framework, code: string): readonly FrameworkNode[] {
  const search = (node: FrameworkNode): readonly FrameworkNode[] => {
    if (node.code === code) return [node];
    for (const child of node.children ?? []) {
      const way = search(child);
      if (way.length > 0) return [node, ...way];
    }
    return [];
  };
  return search(framework.root);
}

/** Sets keys of an object and takes away those that are `null`. */
export function patched<T extends object>(target: T, set: Patch<T>): T {
  const all: Record<string, unknown> = { ...target, ...set };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null)) as T;
}

/** The framework with one node replaced; nodes beside the way to it are the same objects. */
export function withNode(
  framework: Framework,
  code: string,
  replace: (node: FrameworkNode) => FrameworkNode,
): Framework {
  return rebuilt(framework, code, replace, (node) => node);
}

/**
 * The framework with other points at one node: the points of the nodes above are the new sums of those
 * of their scored children; those below are scaled in proportion.
 */
export function withPoints(framework: Framework, code: string, points: number): Framework {
  return rebuilt(
    framework,
    code,
    (node) => scaled(node, points),
    (node) => (node.points === undefined ? node : { ...node, points: ofScored(node) }),
  );
}

function rebuilt(
  framework: Framework,
  code: string,
  replace: (node: FrameworkNode) => FrameworkNode,
  above: (node: FrameworkNode) => FrameworkNode,
): Framework {
  const way = wayTo(framework, code);
  const root = way.reduceRight<FrameworkNode | null>((made, node, level) => {
    if (made === null) return replace(node);
    const children = node.children?.map((child) => (child === way[level + 1] ? made : child));
    return above({ ...node, ...(children && { children }) });
  }, null);
  return { ...framework, root: root ?? framework.root };
}

/** Leaves whose values are points and not shares of them: scaling their maximum would change what they say. */
export function leavesInPoints(node: FrameworkNode): readonly string[] {
  if (isLeaf(node)) return node.input === 'points' ? [node.code] : [];
  return node.children?.flatMap(leavesInPoints) ?? [];
}

function scaled(node: FrameworkNode, points: number): FrameworkNode {
  if (isLeaf(node)) return { ...node, points };
  const before = node.points ?? ofScored(node);
  const children = node.children?.map((child) =>
    child.points === undefined ? child : scaled(child, (child.points / before) * points),
  );
  const own = { ...node, ...(children && { children }) };
  return { ...own, points: ofScored(own) };
}

function ofScored({ children = [] }: FrameworkNode): number {
  return sum(children.filter(isScored).map((child) => child.points ?? 0));
}
