import { readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { Ajv2020, type AnySchemaObject, type ErrorObject } from 'ajv/dist/2020.js';
import { isMap, isScalar, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import { Problem, type ProblemDetail } from '../platform/http/problem.js';
import { filesBelow, SEEDS } from './seed-folder.js';

/** Keys and indices from the root of a document to a place in it. */
export type SeedPath = readonly (string | number)[];

/** A YAML file as plain data, and where in the file things stand. */
export interface SeedDocument<T> {
  /** The path that messages name: from the checkout for `seeds/`, as it was given for any other file. */
  readonly file: string;
  readonly value: T;
  /** Line of what a path leads to, or of the nearest thing around it; from 1. */
  lineOf(path: SeedPath): number;
}

const CHECKOUT = join(SEEDS, '..');
const SCHEMAS = join(SEEDS, 'schemas');
/** What framework files share with dti-score, by the path that seeds/schemas refer to it by. */
const METHOD_SCHEMA = '../../scoring/cli/schemas/method.schema.json';

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
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: 'core' });
  const broken = yaml.errors.map(({ message, pos: [offset] }) => ({
    code: 'YAML_INVALID',
    path: `${file}:${lines.linePos(offset).line}`,
    message,
  }));
  if (broken.length > 0) throw seedProblem(broken);
  const document = {
    file,
    value: yaml.toJS() as T,
    lineOf: (path: SeedPath) => lineOf(yaml, lines, path),
  };
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
  const faults = schemaFaults(named, document);
  if (faults.length > 0) throw seedProblem(faults);
  return document;
}

function schemaFaults(schema: string, document: SeedDocument<unknown>): readonly ProblemDetail[] {
  const validate = validators().getSchema(schema);
  if (validate === undefined) {
    return [seedFault(document, 'SEED_SCHEMA_UNKNOWN', [], `seeds/schemas has no ${basename(schema)}`)];
  }
  void validate(document.value);
  return (validate.errors ?? []).filter(tellsSomething).map((error) => {
    const path = pathOf(error, document.value);
    return seedFault(document, 'SEED_VALUE_INVALID', path, messageOf(error));
  });
}

/** "must match then schema" stands beside what really is wrong. */
function tellsSomething({ keyword }: ErrorObject): boolean {
  return keyword !== 'if';
}

function messageOf({ message = '', keyword, params }: ErrorObject): string {
  if (keyword === 'additionalProperties') return `${message}: ${String(params['additionalProperty'])}`;
  if (keyword === 'enum') return `${message}: ${(params['allowedValues'] as unknown[]).join(', ')}`;
  return message;
}

/** A JSON pointer as keys and indices; what is too much is pointed at itself. */
function pathOf({ instancePath, keyword, params }: ErrorObject, root: unknown): SeedPath {
  const own = instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (keyword === 'additionalProperties') own.push(String(params['additionalProperty']));
  let at: unknown = root;
  return own.map((part) => {
    const key = Array.isArray(at) ? Number(part) : part;
    at = (at as Record<string | number, unknown> | undefined)?.[key];
    return key;
  });
}

let compiled: Ajv2020 | undefined;

/** The schemas of `seeds/schemas`, compiled once for a process. */
function validators(): Ajv2020 {
  if (compiled !== undefined) return compiled;
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictRequired: false,
    strictTypes: false,
    discriminator: true,
  });
  const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as AnySchemaObject;
  for (const path of filesBelow(SCHEMAS, ['.schema.json'])) ajv.addSchema(read(path), basename(path));
  ajv.addSchema(read(join(SCHEMAS, METHOD_SCHEMA)), METHOD_SCHEMA);
  compiled = ajv;
  return ajv;
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
