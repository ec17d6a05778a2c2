import { elementsOf, frameworkOf, type Framework, type FrameworkNode } from '@dti-monitor/scoring';
import { LineCounter, isMap, isScalar, parseDocument, type Document, type Node } from 'yaml';
import { place, type Finding, type Place, type Reading } from '../finding.js';
import { schemaProblems } from './schema-problems.js';

/** What a framework file says. */
export interface FrameworkFile {
  readonly framework: Framework;
  /** Name of a node for readers: its name in English or in the first language given, else its code. */
  readonly nameOf: (node: string) => string;
  /** Data elements that the leaves ask for, each once, in the order of the tree. */
  readonly elements: readonly string[];
  /** Those among them that the score depends on: what is listed and not scored can do without data. */
  readonly needed: ReadonlySet<string>;
  /** Data elements that hold days. */
  readonly days: ReadonlySet<string>;
  /** Where what a path of the engine is about stands: `framework.<node>.points`, `framework.method.rank`. */
  readonly placeOf: (path: string) => Place;
}

interface NodeDocument {
  readonly code: string;
  readonly name?: string | Readonly<Record<string, string>>;
  readonly children?: readonly NodeDocument[];
}

/**
 * Reads a framework file, YAML or JSON, by its schema.
 *
 * @param file its name in messages
 * @returns the framework, or everything that is wrong with the file, each with its line
 */
export function readFrameworkFile(text: string, file: string): Reading<FrameworkFile> {
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  if (yaml.errors.length > 0) {
    const findings = yaml.errors.map(({ message, pos: [offset] }): Finding => ({
      code: 'YAML_INVALID',
      path: '',
      params: { message },
      place: place(file, lines.linePos(offset).line),
    }));
    return { ok: false, findings };
  }
  const lineOf = (path: string): number | null => lineOfPath(yaml, lines, path);
  const read = documentOf(yaml);
  if (read instanceof NoDocument) {
    return {
      ok: false,
      findings: [{ code: read.code, path: '', params: { message: read.message }, place: place(file) }],
    };
  }
  const problems = schemaProblems(read);
  const outcome = problems.length > 0 ? ({ ok: false, problems } as const) : frameworkOf(read);
  if (!outcome.ok) {
    const findings = outcome.problems.map((problem) => ({
      ...problem,
      place: place(file, lineOf(problem.path)),
    }));
    return { ok: false, findings };
  }
  const tree = (read as { readonly tree: NodeDocument }).tree;
  const told = new Map(nodesOf(tree, 'tree').map(({ node, path }) => [node.code, { node, path }]));
  const leaves = leavesOf(outcome.value.root);
  return {
    ok: true,
    value: {
      framework: outcome.value,
      nameOf: (code) => englishOf(told.get(code)?.node.name) ?? code,
      elements: [...new Set(leaves.flatMap(elementsOf))],
      needed: new Set(leavesOf(outcome.value.root, ({ scored }) => scored !== false).flatMap(elementsOf)),
      days: new Set(leaves.flatMap(({ formula }) => (formula?.kind === 'age' ? [formula.element] : []))),
      placeOf: (path) => place(file, lineOf(documentPath(path, told))),
    },
  };
}

class NoDocument extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

function documentOf(yaml: Document): unknown {
  try {
    const value: unknown = yaml.toJS({ maxAliasCount: 1_000 });
    return contains(value, [])
      ? new NoDocument('DOCUMENT_CIRCULAR', 'an alias stands for what it is in')
      : value;
  } catch (error) {
    return new NoDocument('YAML_INVALID', error instanceof Error ? error.message : String(error));
  }
}

function contains(value: unknown, around: readonly unknown[]): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return around.includes(value) || Object.values(value).some((own) => contains(own, [...around, value]));
}

function nodesOf(
  node: NodeDocument,
  path: string,
): readonly { readonly node: NodeDocument; readonly path: string }[] {
  const below = (node.children ?? []).flatMap((child, index) => nodesOf(child, `${path}.children[${index}]`));
  return [{ node, path }, ...below];
}

function leavesOf(
  node: FrameworkNode,
  counts: (node: FrameworkNode) => boolean = () => true,
): readonly FrameworkNode[] {
  if (!counts(node)) return [];
  return node.children === undefined ? [node] : node.children.flatMap((child) => leavesOf(child, counts));
}

function englishOf(name: NodeDocument['name']): string | undefined {
  return typeof name === 'object' ? (name['en'] ?? Object.values(name)[0]) : name;
}

/** A path of the engine as a path of the document: nodes go by their codes there and by their places here. */
function documentPath(path: string, told: ReadonlyMap<string, { readonly path: string }>): string {
  const rest = path.replace(/^framework\.?/, '');
  const snake = (text: string): string => text.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const code = [...told.keys()]
    .filter((each) => rest === each || rest.startsWith(`${each}.`))
    .sort((a, b) => b.length - a.length)[0];
  if (code === undefined) return snake(rest).replace(/^root\b/, 'tree');
  return `${told.get(code)?.path ?? ''}${snake(rest.slice(code.length))}`;
}

/** Line of what a path leads to, or of the nearest thing around it. */
function lineOfPath(yaml: Document, lines: LineCounter, path: string): number | null {
  const keys = [...path.matchAll(/([^.[\]]+)/g)].map(([key]) => (/^\d+$/.test(key) ? Number(key) : key));
  for (let length = keys.length; length > 0; length--) {
    const around =
      length === 1 ? yaml.contents : (yaml.getIn(keys.slice(0, length - 1), true) as Node | undefined);
    const key = keys[length - 1];
    const own = isMap(around)
      ? around.items.find((item) => isScalar(item.key) && item.key.value === key)?.key
      : yaml.getIn(keys.slice(0, length), true);
    const offset = (own as Node | undefined)?.range?.[0];
    if (offset !== undefined) return lines.linePos(offset).line;
  }
  return null;
}
