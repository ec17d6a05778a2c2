import type { Outcome, Problem } from './outcome.js';
import { failure, success } from './outcome.js';

/*
 * Reading plain JSON whose keys are words with underscores into values whose keys are camel case. What a
 * key may hold is typed by the model, so that a key added there and not here does not compile.
 */

/** Turns one value of a document into one of the model. What it cannot judge it passes on as it is. */
export type Read = (value: unknown, at: Place) => unknown;

/** Where in the document a value stands, and where problems go. */
export interface Place {
  /** Such as `method.rank.decimals` or `tree.children[2].formula`. */
  readonly path: string;
  readonly problems: Problem[];
  /** Objects around the value: one that is among them again is a circle. */
  readonly around: readonly object[];
}

type Snake<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${Snake<Rest>}`
  : Name;

/** A reader for each key of `T`, by its name in the document. */
export type KeysOf<T> = { readonly [Key in keyof T & string as Snake<Key>]-?: Read };

type Tagged<Tag extends string> = { readonly [Key in Tag]: string };

/** For each word that `T` may be tagged with, a reader for each of its other keys. */
export type WordsOf<Tag extends string, T extends Tagged<Tag>> = {
  readonly [Word in T[Tag]]: KeysOf<Omit<Extract<T, { readonly [Key in Tag]: Word }>, Tag>>;
};

/** Objects within objects; a tree has one to a level, and no index has a hundred levels. */
const DEEPEST = 100;

type Keys = Readonly<Record<string, Read>>;

export const asItIs: Read = (value) => value;
/** For keys that are there for the reader of the document alone. */
export const leftOut: Read = () => undefined;

/** Reads an object with the given keys and no other. */
export function objectOf<T>(keys: KeysOf<T>): Read {
  return (value, at) => (isObject(value) ? readKeys(value, keys, at) : value);
}

/** Reads a list, item by item. */
export function listOf(item: Read): Read {
  return (value, at) =>
    Array.isArray(value)
      ? value.map((each: unknown, index) => item(each, { ...at, path: `${at.path}[${index}]` }))
      : value;
}

/** Reads an object whose keys depend on the word under `tag`; the bare word stands for the object with it alone. */
export function wordOf<Tag extends string, T extends Tagged<Tag>>(tag: Tag, words: WordsOf<Tag, T>): Read {
  const byWord: Readonly<Record<string, Keys>> = words;
  return (value, at) => {
    if (typeof value === 'string') return { [tag]: value };
    if (!isObject(value)) return value;
    const { [tag]: word, ...rest } = value;
    // Without a word that is known nobody can say which keys belong there: the validation refuses the word.
    if (typeof word !== 'string' || !Object.hasOwn(byWord, word)) return value;
    return { [tag]: word, ...readKeys(rest, byWord[word] as Keys, at) };
  };
}

/** Reads the whole of a document; every problem at once. */
export function readDocument<T>(read: Read, document: unknown): Outcome<T> {
  const problems: Problem[] = [];
  const value = read(document, { path: '', problems, around: [] });
  return problems.length > 0 ? failure(problems) : success(value as T);
}

/** Keys of the model for keys of the document; what is `undefined` is left out. */
export function readKeys(
  value: Readonly<Record<string, unknown>>,
  keys: Keys,
  at: Place,
): Record<string, unknown> {
  if (at.around.length === DEEPEST || at.around.includes(value)) {
    const code = at.around.includes(value) ? 'DOCUMENT_CIRCULAR' : 'DOCUMENT_TOO_DEEP';
    at.problems.push({ code, path: at.path, params: {} });
    return {};
  }
  const found: Record<string, unknown> = {};
  const around = [...at.around, value];
  for (const [key, item] of Object.entries(value)) {
    const path = at.path === '' ? key : `${at.path}.${key}`;
    const read = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (read === undefined) {
      at.problems.push({ code: 'KEY_UNKNOWN', path, params: { key, known: Object.keys(keys).join(' ') } });
      continue;
    }
    const own = read(item, { ...at, path, around });
    if (own !== undefined) found[camelCase(key)] = own;
  }
  return found;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function camelCase(key: string): string {
  return key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
