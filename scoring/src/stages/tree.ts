import type { FrameworkNode } from '../model/framework.js';

/** Whether the method gives the node points at all. */
export function isScored(node: FrameworkNode): boolean {
  return node.scored !== false;
}

/** A node without children takes its value from the data set. */
export function isLeaf(node: FrameworkNode): boolean {
  return node.children === undefined || node.children.length === 0;
}

/** Calls `visit` for every node, parents before children, in the order of the framework. */
export function walk(
  root: FrameworkNode,
  visit: (node: FrameworkNode, parent: FrameworkNode | null) => void,
  parent: FrameworkNode | null = null,
): void {
  visit(root, parent);
  for (const child of root.children ?? []) walk(child, visit, root);
}
