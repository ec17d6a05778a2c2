import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type AnySchemaObject, type ErrorObject } from 'ajv/dist/2020.js';

/** Keys and indices from the root of a document to a place in it. */
export type DocumentPath = readonly (string | number)[];

/** What a document has that its schema does not allow. */
export interface SchemaFault {
  readonly path: DocumentPath;
  readonly message: string;
}

/** `seeds/schemas` of the checkout; this file lies equally deep in `src` and in `dist`. */
const SCHEMAS = fileURLToPath(new URL('../../../../seeds/schemas', import.meta.url));
/** What framework files share with dti-score, by the path that seeds/schemas refer to it by. */
const METHOD_SCHEMA = '../../scoring/cli/schemas/method.schema.json';

/**
 * Holds plain data against a JSON Schema of `seeds/schemas`.
 *
 * @param schema its file name, such as `framework.schema.json`
 * @returns every fault; null where there is no such schema
 */
export function schemaFaults(schema: string, value: unknown): readonly SchemaFault[] | null {
  const validate = validators().getSchema(schema);
  if (validate === undefined) return null;
  void validate(value);
  return (validate.errors ?? [])
    .filter(tellsSomething)
    .map((error) => ({ path: pathOf(error, value), message: messageOf(error) }));
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
function pathOf({ instancePath, keyword, params }: ErrorObject, root: unknown): DocumentPath {
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
  const names = readdirSync(SCHEMAS).filter((name) => name.endsWith('.schema.json'));
  for (const name of names.sort()) ajv.addSchema(read(join(SCHEMAS, name)), name);
  ajv.addSchema(read(join(SCHEMAS, METHOD_SCHEMA)), METHOD_SCHEMA);
  compiled = ajv;
  return ajv;
}
