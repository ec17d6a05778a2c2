import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dictionaryFiles, dictionaryOf } from '../../../testing/dictionaries.js';

const app = join(import.meta.dirname, '..', '..');
const vietnamese: Record<string, string> = dictionaryOf('vi');
const english: Record<string, string> = dictionaryOf('en');
const keys = Object.keys(vietnamese);

/** Everything that can name a text: sources and templates, dictionaries and specs apart. */
const sources = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(ts|html)$/.test(path) && !/\.spec\.ts$/.test(path))
  .filter((path) => !path.includes('api-client') && !path.includes('texts'))
  .map((path) => readFileSync(join(app, path), 'utf8'))
  .join('\n');
const named = new Set(
  [...sources.matchAll(/['"`]([a-zA-Z]+(?:\.[\w-]+)+)['"`]/g)].map(([, key = '']) => key),
);
/** Keys made from a code: the part before `${`. */
const prefixes = [...sources.matchAll(/`([a-zA-Z]+(?:\.[\w-]+)*\.)\$\{/g)].map(([, prefix = '']) => prefix);

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort();

describe('the texts', () => {
  it('are the same keys in both languages', () => {
    expect(Object.keys(english).sort()).toEqual([...keys].sort());
  });

  it.each(['vi', 'en'] as const)(
    'of %s are in the dictionary, file for file, and no key twice',
    (language) => {
      const files = dictionaryFiles(language);
      const dictionary = readFileSync(join(import.meta.dirname, 'texts', `${language}.ts`), 'utf8');
      for (const name of files.keys()) expect(dictionary).toContain(`'./${language}/${name}'`);
      const all = [...files.values()].flatMap((file) => Object.keys(file));
      expect(all.length).toBe(new Set(all).size);
    },
  );

  it.each(keys)('%s takes the same values in both languages', (key) => {
    expect(placeholders(english[key] ?? '')).toEqual(placeholders(vietnamese[key] ?? ''));
  });

  it('are neither empty nor padded', () => {
    for (const text of [...Object.values(vietnamese), ...Object.values(english)]) {
      expect(text).toBe(text.trim());
      expect(text).not.toBe('');
    }
  });

  it('are composed characters (NFC), so that search and print find them', () => {
    for (const text of Object.values(vietnamese)) expect(text).toBe(text.normalize('NFC'));
  });

  it('are all used', () => {
    const unused = keys.filter(
      (key) => !named.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });

  it('are there for every key that a template names', () => {
    const templates = readdirSync(app, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.html'))
      .map((path) => readFileSync(join(app, path), 'utf8'))
      .join('\n');
    const asked = [...templates.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key = '']) => key);
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((key) => !(key in vietnamese))).toEqual([]);
  });
});
