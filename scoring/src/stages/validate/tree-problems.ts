import type { FrameworkNode } from '../../model/framework.js';
import type { Problem } from '../../model/outcome.js';
import { isCode, isRecord, shown, type Unknowns } from './shape.js';

/** Deeper than any index; below it recursion is safe on every engine. */
export const DEEPEST_LEVEL = 64;

/**
 * Whether the tree can be walked at all: nodes with codes of their own, lists of children, no node below
 * itself, none in two places. The rest of the framework is only read where this finds nothing.
 */
export function treeProblems(root: unknown): readonly Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<unknown>();
  const codes = new Set<string>();
  const open: { readonly node: unknown; readonly level: number; readonly path: string }[] = [
    { node: root, level: 0, path: 'framework.root' },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, level, path } = next;
    if (!isRecord(node)) {
      problems.push({ code: 'NODE_INVALID', path, params: { found: shown(node) } });
      continue;
    }
    if (seen.has(node)) {
      problems.push({ code: 'NODE_IN_TWO_PLACES', path, params: { node: shown(node['code']) } });
      continue;
    }
    seen.add(node);
    problems.push(...codeProblems(node, codes, path));
    const { children } = node;
    if (children === undefined) continue;
    if (!Array.isArray(children)) {
      problems.push({
        code: 'CHILDREN_INVALID',
        path: `${path}.children`,
        params: { found: shown(children) },
      });
    } else if (level === DEEPEST_LEVEL && children.length > 0) {
      problems.push({ code: 'TREE_TOO_DEEP', path, params: { levels: DEEPEST_LEVEL } });
    } else {
      // From the last to the first, so that they are taken up in the order of the framework.
      for (let i = children.length - 1; i >= 0; i--) {
        open.push({ node: children[i], level: level + 1, path: `${path}.children[${i}]` });
      }
    }
  }
  return problems;
}

function codeProblems({ code }: Unknowns, codes: Set<string>, path: string): readonly Problem[] {
  if (!isCode(code)) return [{ code: 'NODE_CODE_EMPTY', path, params: {} }];
  if (codes.has(code))
    return [{ code: 'NODE_CODE_DOUBLED', path: `framework.${code}`, params: { node: code } }];
  codes.add(code);
  return [];
}

/** Nodes of a sound tree, parents before children. */
export function nodesOf(root: FrameworkNode): readonly FrameworkNode[] {
  return [root, ...(root.children ?? []).flatMap(nodesOf)];
}
