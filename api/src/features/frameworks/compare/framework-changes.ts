import { canonicalJson } from '../../../platform/digest.js';
import { nodesOf, type FrameworkDocument, type NodeDocument } from '../document/framework-document.js';

/** One difference between two framework documents. */
export interface FrameworkChange {
  /** Null: of the version itself. */
  readonly node: string | null;
  readonly kind: 'added' | 'removed' | 'moved' | 'changed';
  /** The key that differs, in the words of the file (`weight`, `method.rank`); null of a whole node. */
  readonly field: string | null;
  /** Of a node that moved: its parents. Null where there is nothing. */
  readonly before: unknown;
  readonly after: unknown;
}

/** Keys that say which version it is, not what it is. */
const NOT_COMPARED = ['code', 'tree', 'children', 'data_elements', 'author', 'change_reason', 'copied_from'];

/**
 * What differs between two framework documents, nodes matched by their codes: the version's own keys and
 * rules first, then the nodes of `after` in its order, then those that are gone.
 */
export function frameworkChanges(
  before: FrameworkDocument,
  after: FrameworkDocument,
): readonly FrameworkChange[] {
  const [old, now] = [placed(before), placed(after)];
  return [
    ...keyChanges(null, flat(before), flat(after)),
    ...[...now.values()].flatMap((place) => nodeChanges(old.get(place.node.code), place)),
    ...[...old.values()]
      .filter(({ node }) => !now.has(node.code))
      .map(({ node }) => whole(node.code, 'removed', node.name, null)),
  ];
}

interface Place {
  readonly node: NodeDocument;
  readonly parent: string | null;
}

function placed({ tree }: FrameworkDocument): ReadonlyMap<string, Place> {
  const all = nodesOf(tree);
  const parents = new Map(all.flatMap((node) => (node.children ?? []).map(({ code }) => [code, node.code])));
  return new Map(all.map((node) => [node.code, { node, parent: parents.get(node.code) ?? null }]));
}

function nodeChanges(old: Place | undefined, now: Place): readonly FrameworkChange[] {
  const { code, name } = now.node;
  if (old === undefined) return [whole(code, 'added', null, name)];
  return [
    ...(old.parent === now.parent ? [] : [whole(code, 'moved', old.parent, now.parent)]),
    ...keyChanges(code, { ...old.node }, { ...now.node }),
    ...orderChanges(old.node, now.node),
  ];
}

/** The order of those children that both have: it decides the order of every table. */
function orderChanges(old: NodeDocument, now: NodeDocument): readonly FrameworkChange[] {
  const [before, after] = [codesOf(old), codesOf(now)];
  const both = (codes: readonly string[], others: readonly string[]) =>
    codes.filter((code) => others.includes(code));
  if (both(before, after).join(' ') === both(after, before).join(' ')) return [];
  return [{ node: now.code, kind: 'changed', field: 'children', before, after }];
}

function codesOf({ children = [] }: NodeDocument): readonly string[] {
  return children.map(({ code }) => code);
}

function whole(
  node: string,
  kind: 'added' | 'removed' | 'moved',
  before: unknown,
  after: unknown,
): FrameworkChange {
  return { node, kind, field: null, before, after };
}

type Keys = Readonly<Record<string, unknown>>;

function keyChanges(node: string | null, before: Keys, after: Keys): readonly FrameworkChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys
    .filter((key) => !NOT_COMPARED.includes(key) && !isSame(before[key], after[key]))
    .map((field) => ({
      node,
      kind: 'changed' as const,
      field,
      before: before[field] ?? null,
      after: after[field] ?? null,
    }));
}

/** The rules of the method as keys of their own. */
function flat(document: FrameworkDocument): Keys {
  const { method, ...own } = document;
  const rules = Object.entries(method).map(([rule, value]) => [`method.${rule}`, value] as const);
  return { ...own, ...Object.fromEntries(rules) };
}

function isSame(before: unknown, after: unknown): boolean {
  return canonicalJson(before ?? null) === canonicalJson(after ?? null);
}
