import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The product's own words by their key: a journey says what must be on screen, and the texts say how it is
 * put. They are read as data, and an unknown key is an error.
 */
const folder = join(import.meta.dirname, '../../../web/src/app/shared/language/texts');

function load(language: 'vi' | 'en'): ReadonlyMap<string, string> {
  const files = readdirSync(join(folder, language)).filter((name) => name.endsWith('.json'));
  const texts = files.map((name) => JSON.parse(readFileSync(join(folder, language, name), 'utf8')) as object);
  return new Map(texts.flatMap((text) => Object.entries(text) as [string, string][]));
}

const texts = { vi: load('vi'), en: load('en') };
type Given = Readonly<Record<string, string | number>>;

function textOf(key: string, language: 'vi' | 'en'): string {
  const text = texts[language].get(key);
  if (text === undefined) throw new Error(`the ${language} texts have no "${key}"`);
  return text;
}

/** A text in full; each of its places must be given. */
export function say(key: string, given: Given = {}, language: 'vi' | 'en' = 'vi'): string {
  return textOf(key, language).replaceAll(/\{\{(\w+)\}\}/g, (_, place: string) => {
    const value = given[place];
    if (value === undefined) throw new Error(`"${key}" needs {{${place}}}`);
    return String(value);
  });
}

/** A text as a pattern, wherever it stands; a place that is not given may hold anything. */
export function saying(key: string, given: Given = {}, language: 'vi' | 'en' = 'vi'): RegExp {
  const parts = textOf(key, language).split(/\{\{(\w+)\}\}/);
  const places = parts.map((part, index) => {
    if (index % 2 === 0) return literal(part);
    const value = given[part];
    return value === undefined ? '.+' : literal(String(value));
  });
  return new RegExp(places.join(''));
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
