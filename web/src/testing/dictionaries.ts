import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguageCode, TextKey } from '../app/shared/language/text-key.js';

const folder = join(import.meta.dirname, '..', 'app', 'shared', 'language', 'texts');

/** The files of a dictionary, each with its texts; read as data, as a translator's tool would. */
export function dictionaryFiles(language: LanguageCode): ReadonlyMap<string, Record<string, string>> {
  return new Map(
    readdirSync(join(folder, language)).map((name) => [
      name,
      JSON.parse(readFileSync(join(folder, language, name), 'utf8')) as Record<string, string>,
    ]),
  );
}

/** All texts of a language. */
export function dictionaryOf(language: LanguageCode): Record<TextKey, string> {
  return Object.assign({}, ...dictionaryFiles(language).values()) as Record<TextKey, string>;
}
