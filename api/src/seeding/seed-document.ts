import { readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { isMap, isScalar, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import { schemaFaults, type DocumentPath } from '../platform/documents/schema-faults.js';
import { Problem, type ProblemDetail } from '../platform/http/problem.js';
import { SEEDS } from './seed-folder.js';

/** Keys and indices from the root of a document to a place in it. */
export type SeedPath = DocumentPath;

/** A YAML file as plain data, and where in the file things stand. */
export interface SeedDocument<T> {
  /** The path that messages name: from the checkout for `seeds/`, as it was given for any other file. */
  readonly file: string;
  readonly value: T;
  /** Line of what a path leads to, or of the nearest thing around it; from 1. */
  lineOf(path: SeedPath): number;
}

const CHECKOUT = join(SEEDS, '..');

/** The first line of every seed file: the schema it keeps to, for editors and for the load. */
const SCHEMA_LINE = /^# yaml-language-server: \$schema=(?:\S*\/)?([a-z0-9-]+\.schema\.json)\s*\n/;

/** A fault of a file, as a problem lists it: `seeds/targets/x.yaml:12 /targets/3/value`. */
export function seedFault(
  document: Pick<SeedDocument<unknown>, 'file' | 'lineOf'>,
  code: string,
  path: SeedPath,
  message: string,
): ProblemDetail {
  const pointer = path.map((part) => `/${part}`).join('');
  return { code, path: `${document.file}:${document.lineOf(path)} ${pointer || '/'}`, message };
}

/** Faults found in the seeds refuse the whole load. */
export function seedProblem(faults: readonly ProblemDetail[]): Problem {
  return new Problem(422, 'SEED_FILE_INVALID', 'A reference file has faults', undefined, faults);
}

/**
 * Reads a YAML file and checks it by a JSON Schema of `seeds/schemas`.
 *
 * @param path of the file
 * @param schema its file name; absent: the one that the file's first line names
 * @throws Problem SEED_FILE_INVALID with file, line and path of every fault
 */
export function readSeed<T>(path: string, schema?: string): SeedDocument<T> {
  return parseSeed<T>(readFileSync(path, 'utf8'), nameOf(path), schema);
}

/** The same of a text; `file` is what messages call it. @throws Problem SEED_FILE_INVALID */
export function parseSeed<T>(text: string, file: string, schema?: string): SeedDocument<T> {
  const document = parseYaml<T>(text, file);
  const named = schema ?? SCHEMA_LINE.exec(text)?.[1];
  if (named === undefined) {
    throw seedProblem([
      seedFault(
        document,
        'SEED_SCHEMA_UNNAMED',
        [],
        'its first line does not name a schema of seeds/schemas',
      ),
    ]);
  }
  const faults = faultsBySchema(named, document);
  if (faults.length > 0) throw seedProblem(faults);
  return document;
}

/** YAML as plain data, checked by nothing but YAML itself. @throws Problem SEED_FILE_INVALID */
export function parseYaml<T>(text: string, file: string): SeedDocument<T> {
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: 'core' });
  const broken = yaml.errors.map(({ message, pos: [offset] }) => ({
    code: 'YAML_INVALID',
    path: `${file}:${lines.linePos(offset).line}`,
    message,
  }));
  if (broken.length > 0) throw seedProblem(broken);
  return { file, value: yaml.toJS() as T, lineOf: (path: SeedPath) => lineOf(yaml, lines, path) };
}

function faultsBySchema(schema: string, document: SeedDocument<unknown>): readonly ProblemDetail[] {
  const faults = schemaFaults(schema, document.value);
  if (faults === null) {
    return [seedFault(document, 'SEED_SCHEMA_UNKNOWN', [], `seeds/schemas has no ${basename(schema)}`)];
  }
  return faults.map(({ path, message }) => seedFault(document, 'SEED_VALUE_INVALID', path, message));
}

function nameOf(path: string): string {
  const within = relative(CHECKOUT, path);
  return within.startsWith('..') ? path : within.split(sep).join('/');
}

function lineOf(yaml: Document, lines: LineCounter, path: SeedPath): number {
  for (let length = path.length; length > 0; length--) {
    const offset = nodeAt(yaml, path.slice(0, length))?.range?.[0];
    if (offset !== undefined) return lines.linePos(offset).line;
  }
  const start = yaml.contents?.range?.[0] ?? 0;
  return lines.linePos(start).line;
}

/** The key of an entry of a map, or the item of a list. */
function nodeAt(yaml: Document, path: SeedPath): Node | undefined {
  const around = path.length === 1 ? yaml.contents : yaml.getIn(path.slice(0, -1), true);
  if (!isMap(around)) return yaml.getIn(path, true) as Node | undefined;
  const entry = around.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)));
  return entry?.key as Node | undefined;
}
