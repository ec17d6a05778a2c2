import type { SearchHit } from '../../api-client/models/search-hit.js';
import type { SearchKind } from '../../api-client/models/search-kind.js';

export const KINDS: readonly SearchKind[] = [
  'target',
  'task',
  'duty',
  'indicator',
  'database',
  'activity',
  'clause',
  'document',
  'unit',
];

export function kindOf(word: string | undefined): SearchKind | undefined {
  return KINDS.find((kind) => kind === word);
}

/** Where a hit is read, as the router takes it. */
export interface Place {
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
}

/** The screen that shows what was found. */
export function placeOf({ kind, ref }: Pick<SearchHit, 'kind' | 'ref'>): Place {
  const [first = '', second = ''] = ref.split('#');
  switch (kind) {
    case 'clause':
      return { path: ['/law', first], query: { clause: second } };
    case 'document':
      return { path: ['/law', first], query: {} };
    case 'target':
      return { path: ['/targets', ref], query: {} };
    case 'task':
      return { path: ['/tasks', ref], query: {} };
    case 'duty':
      return { path: ['/duties'], query: { duty: ref } };
    case 'activity':
      return { path: ['/duties', 'framework-2024'], query: { activity: ref } };
    case 'database':
      return { path: ['/databases', ...ref.split('/')], query: {} };
    case 'indicator':
      return { path: ['/methodology', first], query: { node: second } };
    case 'unit':
      return { path: ['/units', ref], query: {} };
  }
}

/** A part of a text, marked where it answers the question. */
export interface Part {
  readonly text: string;
  readonly found: boolean;
}

/** Letter by letter without diacritics; composed Vietnamese letters fold one to one. */
function folded(text: string): string {
  return [...text]
    .map(
      (letter) =>
        letter.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd') || letter,
    )
    .map((letter) => letter.charAt(0))
    .join('');
}

/**
 * A text in parts, marked where it answers the question: where the words stand one after another, there
 * alone; else each of them by itself. The last word may be the beginning of one. With diacritics or
 * without, as the search itself reads them.
 */
export function marked(text: string, question: string): readonly Part[] {
  const written = [...text.normalize('NFC')];
  const plain = folded(written.join(''));
  const words = folded(question.normalize('NFC'))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const phrase = placesOf(plain, words.join('[^\\p{L}\\p{N}]+'));
  const places =
    phrase.length > 0
      ? phrase
      : words.flatMap((word, at) => wordPlaces(plain, word, at === words.length - 1));
  const flags = written.map(() => false);
  for (const [from, to] of places) flags.fill(true, from, to);
  const parts: { text: string; found: boolean }[] = [];
  for (const [at, letter] of written.entries()) {
    const found = flags[at] ?? false;
    const last = parts.at(-1);
    if (last?.found === found) last.text += letter;
    else parts.push({ text: letter, found });
  }
  return parts;
}

const wordPlaces = (plain: string, word: string, mayGoOn: boolean) =>
  placesOf(plain, mayGoOn ? word : `${word}(?![\\p{L}\\p{N}])`);

/** From and to of every place where a word begins that the pattern fits; words hold letters and figures alone. */
function placesOf(plain: string, pattern: string): readonly (readonly [number, number])[] {
  if (pattern === '') return [];
  const places = [...plain.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})`, 'gu'))];
  return places.map(({ index, 0: found }) => [index, index + found.length] as const);
}
