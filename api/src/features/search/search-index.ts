import { nameKey, searchKey } from '../units/name-key.js';

/** What can be found, and where it stands. */
export type SearchKind =
  'clause' | 'document' | 'target' | 'task' | 'duty' | 'activity' | 'database' | 'indicator' | 'unit';

/** One thing that can be found. `ref` finds it again: a code, an id, or `document#clause`. */
export interface SearchEntry {
  readonly kind: SearchKind;
  readonly ref: string;
  readonly code: string | null;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly bodyVi: string | null;
  readonly bodyEn: string | null;
  readonly dataSet: string | null;
}

/** An entry with the keys that it is found by, made once. */
export interface IndexedEntry {
  readonly entry: SearchEntry;
  readonly code: Keys;
  readonly title: Keys;
  readonly all: Keys;
}

/** The words of a text between single spaces, with a space at either end; as written, and without diacritics. */
interface Keys {
  readonly exact: string;
  readonly plain: string;
}

interface Word {
  readonly text: string;
  /** It has diacritics, and so asks for itself. */
  readonly marked: boolean;
}

/** What was asked, as words. */
export interface SearchQuestion {
  readonly words: readonly Word[];
  /** All the words one after another. */
  readonly exact: string;
  readonly plain: string;
}

/** Words between single spaces: letters and figures, everything else parts them. */
function spaced(key: string): string {
  return ` ${key.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()} `;
}

function keysOf(...texts: readonly (string | null)[]): Keys {
  const written = texts.filter((text) => text !== null).join(' | ');
  return { exact: spaced(nameKey(written)), plain: spaced(searchKey(written)) };
}

/** @returns the entry ready to be searched */
export function indexed(entry: SearchEntry): IndexedEntry {
  const { code, titleVi, titleEn, bodyVi, bodyEn } = entry;
  return {
    entry,
    code: keysOf(code),
    title: keysOf(titleVi, titleEn),
    all: keysOf(code, titleVi, titleEn, bodyVi, bodyEn),
  };
}

/**
 * A question in words. A word with diacritics asks for itself ("dấu" is not "đầu"); one without asks for
 * any that reads so ("dau" finds both). The placement of a tone mark never matters (hoá, hóa).
 */
export function questionOf(text: string): SearchQuestion {
  const exact = spaced(nameKey(text));
  const words = exact.split(' ').filter((word) => word !== '');
  return {
    words: words.map((word) => ({ text: word, marked: searchKey(word) !== word })),
    exact,
    plain: spaced(searchKey(text)),
  };
}

/** The same question with its diacritics left out: what is tried when nothing is found. */
export function withoutMarks(question: SearchQuestion): SearchQuestion {
  return {
    words: question.words.map(({ text }) => ({ text: searchKey(text), marked: false })),
    exact: question.plain,
    plain: question.plain,
  };
}

/**
 * How well an entry answers, higher is better; 0 = not at all. Every word must be a word of the entry; of
 * the last, which may be being typed, the beginning is enough.
 * Its code as a whole stands first, then the phrase in the title, then words in the title, then the phrase
 * in the text, then words in it; with the diacritics as asked before without.
 */
export function relevance({ code, title, all }: IndexedEntry, question: SearchQuestion): number {
  if (question.words.length === 0) return 0;
  const last = question.words.length - 1;
  const holds = (keys: Keys, { text, marked }: Word, at: number): boolean =>
    (marked ? keys.exact : keys.plain).includes(at === last ? ` ${text}` : ` ${text} `);
  if (!question.words.every((word, at) => holds(all, word, at))) return 0;
  const exact = question.exact.trimEnd();
  const plain = question.plain.trimEnd();
  if (code.exact === question.exact) return 10;
  if (code.plain === question.plain) return 9;
  if (title.exact.includes(exact)) return title.exact.startsWith(exact) ? 8 : 7;
  if (title.plain.includes(plain)) return 6;
  if (question.words.every((word, at) => holds(title, word, at))) return 5;
  if (code.plain.startsWith(plain)) return 4;
  if (all.exact.includes(exact)) return 3;
  if (all.plain.includes(plain)) return 2;
  return 1;
}

/** Letters around what was found. */
const BEFORE = 60;
const LONGEST = 220;

/**
 * The part of a text that a question is about: from a little before the first place where it stands.
 * Whole words, "…" where something is left out.
 */
export function excerpt(text: string, question: SearchQuestion): string {
  const written = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  if (written.length <= LONGEST) return written;
  const at = placeOf(written, question);
  const start = at <= BEFORE ? 0 : written.indexOf(' ', at - BEFORE) + 1;
  const rest = written.slice(start, start + LONGEST);
  const end = start + LONGEST >= written.length ? rest : rest.slice(0, rest.lastIndexOf(' '));
  return `${start > 0 ? '… ' : ''}${end}${start + end.length < written.length ? ' …' : ''}`;
}

/** Composed Vietnamese letters fold one to one, so a place in the folded text is the place in the written. */
function placeOf(written: string, { plain, words }: SearchQuestion): number {
  const folded = [...written].map((letter) => searchKey(letter) || ' ').join('');
  const phrase = folded.indexOf(plain.trim());
  if (phrase >= 0) return phrase;
  const places = words.map(({ text }) => folded.indexOf(searchKey(text))).filter((place) => place >= 0);
  return places.length === 0 ? 0 : Math.min(...places);
}
