import type { ErrorObject } from 'ajv';
import type { Problem } from '@dti-monitor/scoring';
import { frameworkFileValidator } from './schemas.js';
import { suggestionFor } from './suggestion.js';

/** Keys whose bare word stands for an object with that word alone, and what the word is in it. */
const TAG_OF: Readonly<Record<string, string>> = {
  impute: 'method',
  treat: 'method',
  normalise: 'method',
  weights: 'method',
  aggregation: 'method',
  rank: 'method',
  transformation: 'kind',
};

let validate: ReturnType<typeof frameworkFileValidator> | undefined;

/** Everything about a document that the schema of framework files refuses, each once. */
export function schemaProblems(document: unknown): readonly Problem[] {
  validate ??= frameworkFileValidator();
  if (validate(withoutBareWords(document, new Set()))) return [];
  return (validate.errors ?? []).flatMap((error) => problemOf(error) ?? []);
}

/** The same with each bare word as the object it stands for, so that what the word lacks can be told. */
function withoutBareWords(value: unknown, around: ReadonlySet<unknown>): unknown {
  // A circle is the engine's to refuse.
  if (typeof value !== 'object' || value === null || around.has(value)) return value;
  const within = new Set(around).add(value);
  if (Array.isArray(value)) return value.map((item) => withoutBareWords(item, within));
  return Object.fromEntries(
    Object.entries(value).map(([key, own]: [string, unknown]) => {
      const tag = Object.hasOwn(TAG_OF, key) ? TAG_OF[key] : undefined;
      return [
        key,
        tag !== undefined && typeof own === 'string' ? { [tag]: own } : withoutBareWords(own, within),
      ];
    }),
  );
}

/** `null` for an error that only says that there are others. */
function problemOf(error: ErrorObject): Problem | null {
  const path = pathOf(error.instancePath);
  const params = error.params as Readonly<Record<string, unknown>>;
  switch (error.keyword) {
    case 'additionalProperties':
      return keyUnknown(error, path, String(params['additionalProperty']));
    case 'required':
      return keyMissing(path, String(params['missingProperty']));
    case 'discriminator': {
      const tag = String(params['tag']);
      if (params['error'] === 'tag') return tagMissing(error, path, tag);
      return wordUnknown(path, params['tagValue'], wordsOf(error.parentSchema, tag));
    }
    case 'enum':
      return wordUnknown(path, error.data, params['allowedValues'] as readonly unknown[]);
    case 'type':
      return {
        code: 'TYPE_UNEXPECTED',
        path,
        params: { expected: String(params['type']), found: kindOf(error.data) },
      };
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum': {
      const asked = `${String(params['comparison'])} ${String(params['limit'])}`;
      return { code: 'NUMBER_OUT_OF_RANGE', path, params: { asked, found: Number(error.data) } };
    }
    case 'minItems':
    case 'maxItems':
      return {
        code: 'LIST_LENGTH_WRONG',
        path,
        params: { asked: Number(params['limit']), found: (error.data as unknown[]).length },
      };
    case 'uniqueItems':
      return { code: 'ITEM_DOUBLED', path: `${path}[${Number(params['i'])}]`, params: {} };
    case 'pattern':
      return { code: 'TEXT_UNEXPECTED', path, params: { found: String(error.data) } };
    case 'false schema':
      return { code: 'KEY_NOT_HERE', path, params: { key: lastOf(error.instancePath) } };
    // They come with one of the above.
    case 'if':
    case 'minLength':
    case 'items':
    case 'anyOf':
    case 'oneOf':
      return null;
    default:
      return { code: 'DOCUMENT_INVALID', path, params: { rule: error.keyword } };
  }
}

function keyUnknown({ parentSchema }: ErrorObject, path: string, key: string): Problem {
  const known = Object.keys((parentSchema?.['properties'] ?? {}) as object).filter(
    (each) => each !== '$schema',
  );
  const suggestion = suggestionFor(key, known);
  return {
    code: 'KEY_UNKNOWN',
    path: under(path, key),
    params: { key, suggestion, known: known.join(', ') },
  };
}

function keyMissing(path: string, key: string): Problem {
  return { code: 'KEY_MISSING', path: under(path, key), params: { key } };
}

function tagMissing({ data }: ErrorObject, path: string, tag: string): Problem | null {
  const found = (data as Readonly<Record<string, unknown>>)[tag];
  if (found === undefined) return null;
  return {
    code: 'TYPE_UNEXPECTED',
    path: under(path, tag),
    params: { expected: 'string', found: kindOf(found) },
  };
}

function wordUnknown(path: string, found: unknown, words: readonly unknown[]): Problem {
  const known = words.map(String);
  const suggestion = typeof found === 'string' ? suggestionFor(found, known) : null;
  const shown = typeof found === 'object' || found === undefined ? kindOf(found) : JSON.stringify(found);
  return {
    code: 'WORD_UNKNOWN',
    path,
    params: { found: typeof found === 'string' ? found : shown, suggestion, known: known.join(', ') },
  };
}

function wordsOf(parent: ErrorObject['parentSchema'], tag: string): readonly unknown[] {
  const branches = (parent?.['oneOf'] ?? []) as readonly { properties: Record<string, { const: unknown }> }[];
  return branches.map(({ properties }) => properties[tag]?.const);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return typeof value;
}

/** `/tree/children/0/points` as `tree.children[0].points`. */
function pathOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : under(path, part)), '');
}

function lastOf(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf('/') + 1);
}

function under(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
