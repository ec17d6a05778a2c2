import type { Framework, FrameworkNode } from '../model/framework.js';
import type { Problem } from '../model/outcome.js';
import { isLeaf, isScored, walk } from '../stages/tree.js';
import { isFiniteNumber, isRecord, shown, type Unknowns } from '../stages/validate/shape.js';
import { unknownFields } from './audit-options.js';

const FIELDS: ReadonlyMap<unknown, readonly string[]> = new Map([
  ['principal_component', ['method', 'loadings', 'nodes']],
  ['target_correlation', ['method', 'target', 'nodes']],
]);
const LOADINGS: readonly unknown[] = [undefined, 'plain', 'squared'];

/** Everything that is wrong with an aid to weights, which may be anything, beside its framework. */
export function aidProblems(aid: unknown, framework: Framework, path: string): readonly Problem[] {
  const method = isRecord(aid) ? aid['method'] : aid;
  const fields = FIELDS.get(method);
  if (!isRecord(aid) || fields === undefined) {
    const params = { found: shown(method), known: [...FIELDS.keys()].join(' ') };
    return [{ code: 'AUDIT_AID_UNKNOWN', path: `${path}.method`, params }];
  }
  const parents = parentsOf(framework);
  const ofNodes = nodesProblems(aid['nodes'], framework, parents, `${path}.nodes`);
  return [
    ...unknownFields(aid, fields, path),
    ...loadingsProblems(aid['loadings'], `${path}.loadings`),
    ...ofNodes,
    ...(ofNodes.length > 0 || method !== 'target_correlation'
      ? []
      : targetProblems(aid, parents, `${path}.target`)),
  ];
}

function parentsOf({ root }: Framework): ReadonlyMap<string, FrameworkNode> {
  const parents = new Map<string, FrameworkNode>();
  walk(root, (node) => {
    if (!isLeaf(node)) parents.set(node.code, node);
  });
  return parents;
}

function loadingsProblems(loadings: unknown, path: string): readonly Problem[] {
  if (LOADINGS.includes(loadings)) return [];
  return [
    { code: 'AUDIT_LOADINGS_UNKNOWN', path, params: { found: shown(loadings), known: 'plain squared' } },
  ];
}

function nodesProblems(
  nodes: unknown,
  framework: Framework,
  parents: ReadonlyMap<string, FrameworkNode>,
  path: string,
): readonly Problem[] {
  if (nodes === undefined) return [];
  if (!Array.isArray(nodes) || nodes.length === 0 || new Set(nodes).size < nodes.length) {
    return [{ code: 'AUDIT_NODES_INVALID', path, params: { found: shown(nodes) } }];
  }
  const codes = new Set<unknown>();
  walk(framework.root, ({ code }) => codes.add(code));
  return nodes.flatMap((node: unknown, position): readonly Problem[] => {
    if (parents.has(node as string)) return [];
    const code = codes.has(node) ? 'AUDIT_NODE_IS_INDICATOR' : 'AUDIT_NODE_UNKNOWN';
    return [{ code, path: `${path}[${position}]`, params: { node: shown(node) } }];
  });
}

function targetProblems(
  { target, nodes }: Unknowns,
  parents: ReadonlyMap<string, FrameworkNode>,
  path: string,
): readonly Problem[] {
  if (target === undefined) return [];
  if (!isRecord(target)) return [{ code: 'AUDIT_TARGET_INVALID', path, params: { found: shown(target) } }];
  const problems: Problem[] = [];
  const aimedAt = new Set<string>();
  for (const [code, parent] of parents) {
    if (Array.isArray(nodes) && !nodes.includes(code)) continue;
    const children = (parent.children ?? []).filter(isScored).map((child) => child.code);
    for (const child of children) aimedAt.add(child);
    const absent = children.filter((child) => !Object.hasOwn(target, child));
    if (absent.length === 0 || absent.length === children.length) continue;
    const params = { parent: code, absent: absent.join(' ') };
    problems.push({ code: 'AUDIT_TARGET_INCOMPLETE', path, params });
  }
  for (const [node, share] of Object.entries(target)) {
    const own = `${path}.${node}`;
    if (!aimedAt.has(node)) problems.push({ code: 'AUDIT_TARGET_NODE_UNKNOWN', path: own, params: { node } });
    else if (!isFiniteNumber(share) || share <= 0) {
      problems.push({ code: 'AUDIT_TARGET_INVALID', path: own, params: { node, found: shown(share) } });
    }
  }
  return problems;
}
