import {
  elementsOf,
  frameworkOf,
  uncertaintyOf,
  type Framework,
  type FrameworkNode,
  type Problem,
  type Uncertainty,
} from '@dti-monitor/scoring';
import { place, type Place, type Reading } from '../finding.js';
import { schemaProblems } from './schema-problems.js';
import { readYaml } from './yaml-document.js';

/** What a framework file says. */
export interface FrameworkFile {
  readonly framework: Framework;
  /** What a simulation varies; `null` where the file does not say. */
  readonly uncertainty: Uncertainty | null;
  /** Name of a node for readers: in English or in the first language given, else its code. */
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

interface ToldNode {
  readonly node: NodeDocument;
  /** In the document. */
  readonly path: string;
}

/**
 * Reads a framework file, YAML or JSON, by its schema.
 *
 * @param file its name in messages
 * @returns the framework, or everything that is wrong with the file, each with its line
 */
export function readFrameworkFile(text: string, file: string): Reading<FrameworkFile> {
  const yaml = readYaml(text, file);
  if (!yaml.ok) return yaml;
  const { value: document, lineOf } = yaml.value;
  const read = contentOf(document);
  if ('problems' in read) {
    const findings = read.problems.map((problem) => ({
      ...problem,
      place: place(file, lineOf(problem.path)),
    }));
    return { ok: false, findings };
  }
  const told = nodesOf((document as { readonly tree: NodeDocument }).tree, 'tree');
  const byCode = new Map(told.map((each) => [each.node.code, each]));
  const leaves = leavesOf(read.framework.root, () => true);
  const scored = leavesOf(read.framework.root, (node) => node.scored !== false);
  return {
    ok: true,
    value: {
      ...read,
      nameOf: (code) => englishOf(byCode.get(code)?.node.name) ?? code,
      elements: [...new Set(leaves.flatMap(elementsOf))],
      needed: new Set(scored.flatMap(elementsOf)),
      days: new Set(leaves.flatMap(({ formula }) => (formula?.kind === 'age' ? [formula.element] : []))),
      placeOf: (path) => place(file, lineOf(documentPath(path, byCode))),
    },
  };
}

type Content = { readonly framework: Framework; readonly uncertainty: Uncertainty | null };

function contentOf(document: unknown): Content | { readonly problems: readonly Problem[] } {
  const problems = schemaProblems(document);
  if (problems.length > 0) return { problems };
  const framework = frameworkOf(document);
  if (!framework.ok) return framework;
  const uncertainty = uncertaintyOf(document);
  if (!uncertainty.ok) return uncertainty;
  return { framework: framework.value, uncertainty: uncertainty.value };
}

function nodesOf(node: NodeDocument, path: string): readonly ToldNode[] {
  const below = (node.children ?? []).flatMap((child, index) => nodesOf(child, `${path}.children[${index}]`));
  return [{ node, path }, ...below];
}

function leavesOf(node: FrameworkNode, counts: (node: FrameworkNode) => boolean): readonly FrameworkNode[] {
  if (!counts(node)) return [];
  return node.children === undefined ? [node] : node.children.flatMap((child) => leavesOf(child, counts));
}

function englishOf(name: NodeDocument['name']): string | undefined {
  return typeof name === 'object' ? (name['en'] ?? Object.values(name)[0]) : name;
}

/** A path of the engine as a path of the document: nodes go by their codes there and by their places here. */
function documentPath(path: string, told: ReadonlyMap<string, ToldNode>): string {
  const rest = path.replace(/^framework\.?/, '');
  const snake = (text: string): string => text.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const code = [...told.keys()]
    .filter((each) => rest === each || rest.startsWith(`${each}.`))
    .sort((a, b) => b.length - a.length)[0];
  if (code === undefined) return snake(rest).replace(/^root\b/, 'tree');
  return `${told.get(code)?.path ?? ''}${snake(rest.slice(code.length))}`;
}
