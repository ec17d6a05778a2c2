import { LineCounter, isMap, isScalar, parseDocument, type Document, type Node } from 'yaml';
import { place, type Finding, type Reading } from '../finding.js';

/** A document as plain data, and where in its file things stand. */
export interface YamlDocument {
  readonly value: unknown;
  /** Line of what a path like `tree.children[2].points` leads to, or of the nearest thing around it. */
  readonly lineOf: (path: string) => number | null;
}

/** An alias may stand for a subtree, but a file that grows a thousandfold is no framework. */
const MOST_ALIASES = 1_000;

/**
 * Reads YAML 1.2, of which JSON is a part.
 *
 * @param file its name in messages
 */
export function readYaml(text: string, file: string): Reading<YamlDocument> {
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const findings = yaml.errors.map(({ message, pos: [offset] }): Finding => ({
    code: 'YAML_INVALID',
    path: '',
    params: { message },
    place: place(file, lines.linePos(offset).line),
  }));
  if (findings.length > 0) return { ok: false, findings };
  try {
    const value: unknown = yaml.toJS({ maxAliasCount: MOST_ALIASES });
    if (!isCircular(value, []))
      return { ok: true, value: { value, lineOf: (path) => lineOfPath(yaml, lines, path) } };
    return { ok: false, findings: [{ code: 'DOCUMENT_CIRCULAR', path: '', params: {}, place: place(file) }] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      findings: [{ code: 'YAML_INVALID', path: '', params: { message }, place: place(file) }],
    };
  }
}

function isCircular(value: unknown, around: readonly unknown[]): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return around.includes(value) || Object.values(value).some((own) => isCircular(own, [...around, value]));
}

function lineOfPath(yaml: Document, lines: LineCounter, path: string): number | null {
  const keys = [...path.matchAll(/[^.[\]]+/g)].map(([key]) => (/^\d+$/.test(key) ? Number(key) : key));
  for (let length = keys.length; length > 0; length--) {
    const offset = nodeAt(yaml, keys.slice(0, length))?.range?.[0];
    if (offset !== undefined) return lines.linePos(offset).line;
  }
  return null;
}

/** The key of an entry of a map, or the item of a list. */
function nodeAt(yaml: Document, keys: readonly (string | number)[]): Node | undefined {
  const around = keys.length === 1 ? yaml.contents : yaml.getIn(keys.slice(0, -1), true);
  if (!isMap(around)) return yaml.getIn(keys, true) as Node | undefined;
  const entry = around.items.find(({ key }) => isScalar(key) && String(key.value) === String(keys.at(-1)));
  return entry?.key as Node | undefined;
}
