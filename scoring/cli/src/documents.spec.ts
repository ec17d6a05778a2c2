import { beforeAll, describe, expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { frameworkOf, uncertaintyOf } from '@dti-monitor/scoring';
import { parse } from 'yaml';
import { schemaProblems } from './read/schema-problems.js';
import { schema } from './read/schemas.js';
import { readDataFile } from './read/data-file.js';
import { ROOT, run } from './terminal.fixture.js';
import { SENTENCES } from './write/sentences.js';

/*
 * What the documents of the engine show is what it does: examples run, files are read, tables are whole.
 */

const README = 'scoring/README.md';
const GUIDE = 'docs/guides/framework-file.md';
const DOCUMENTS = [README, GUIDE, ...globSync('scoring/examples/*/README.md', { cwd: ROOT }).sort()];
const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const unix = (path: string): string => path.replaceAll('\\', '/');

/** The blocks of a document that are fenced with ``` and a language, or with none. */
function blocks(path: string, language: string): readonly string[] {
  return [...text(path).matchAll(/^```(\w*)\n(.*?)^```$/gms)]
    .filter(([, own]) => own === language)
    .map(([, , content = '']) => content);
}

/** Words as a shell takes them: by spaces, but for what stands in double quotes. */
const words = (line: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare = '']) => quoted ?? bare);

describe('the five minutes of the README', () => {
  let printed: string;
  beforeAll(async () => {
    ({ printed } = (await import(join(ROOT, 'scoring/examples/five-minutes.ts'))) as { printed: string });
  });

  it('are the example that is compiled and run, with what it prints', () => {
    expect(blocks(README, 'ts')[0]?.trim()).toBe(text('scoring/examples/five-minutes.ts').trim());
    expect(blocks(README, 'text')[0]?.trim()).toBe(printed);
  });

  it('come to these scores by hand', () => {
    // Ash is last at everything: both components are at the floor of 1. Elm: supply (180/220 + 4/5) / 2 of
    // 340 - 120 and 9 - 4, with Doum's 410 as the most datasets; delay 14 of 18 days.
    const supply = (((300 - 120) / (410 - 120) + (8 - 4) / (9 - 4)) / 2) * 100;
    const delay = ((30 - 16) / (30 - 12)) * 100;
    const elm = Math.exp((2 * Math.log(supply) + Math.log(delay)) / 3);
    expect(printed).toContain('Ash: 1.0, rank 4');
    expect(printed).toContain(`Elm: ${elm.toFixed(1)}, rank 1`);
  });
});

describe('the commands that the documents show', () => {
  const shown = DOCUMENTS.flatMap((path) =>
    blocks(path, '')
      .flatMap((block) => block.split('\n'))
      .filter((line) => line.startsWith('npx dti-score ') && line.includes('-'))
      .map((line) => [unix(path), line] as const),
  );

  it('are there', () => {
    expect(new Set(shown.map(([path]) => path)).size).toBeGreaterThanOrEqual(4);
  });

  it.each(shown)('%s: %s', async (_, line) => {
    const { status, out } = await run(words(line).slice(2));
    expect([line, status]).toEqual([line, 0]);
    expect(out.length).toBeGreaterThan(50);
  });

  const transcripts = DOCUMENTS.flatMap((path) =>
    blocks(path, '')
      .filter((block) => block.startsWith('$ npx dti-score '))
      .map(
        (block) =>
          [unix(path), block.slice(0, block.indexOf('\n')), block.slice(block.indexOf('\n') + 1)] as const,
      ),
  );

  it.each(transcripts)('%s: %s prints what is shown', async (_path, line, output) => {
    expect((await run(words(line).slice(3))).out).toBe(output);
  });
});

describe('the data that the README shows', () => {
  const request = {
    elements: ['portals', 'people', 'delay'],
    needed: new Set<string>(['portals', 'people']),
    days: new Set<string>(),
    ignoreUnknown: false,
  };

  it.each(blocks(README, 'csv').map((block) => [block]))('are read: %s', (csv) => {
    expect(readDataFile(csv, 'f.csv', request)).toMatchObject({ ok: true });
  });
});

describe('the guide of the framework file', () => {
  const method = { aggregation: 'arithmetic', missing: 'zero', not_applicable: 'reweight' };

  /** A whole file as it is; a part of one in its place. */
  function fileOf(fragment: Readonly<Record<string, unknown>>): object {
    if ('tree' in fragment) return fragment;
    const whole = { code: 'x', method, tree: { code: 'whole', children: [{ code: 'a', points: 1 }] } };
    if ('code' in fragment) return { ...whole, tree: fragment };
    return 'uncertainty' in fragment
      ? { ...whole, ...fragment }
      : { ...whole, method: { ...method, ...fragment } };
  }

  it.each(blocks(GUIDE, 'yaml').map((block) => [block]))('shows what is read: %s', (yaml) => {
    const file = fileOf(parse(yaml) as Record<string, unknown>);
    expect(schemaProblems(file)).toEqual([]);
    expect(frameworkOf(file).ok && uncertaintyOf(file).ok).toBe(true);
  });

  it('names every key and every word of the schemas', () => {
    const guide = text(GUIDE);
    const named = new Set<string>();
    const collect = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      const { properties, enum: words, const: word } = node as Record<string, unknown>;
      for (const key of Object.keys(properties ?? {})) named.add(key);
      for (const each of [...((words ?? []) as unknown[]), word])
        if (typeof each === 'string') named.add(each);
      Object.values(node).forEach(collect);
    };
    [schema('method'), schema('framework-file')].forEach(collect);
    expect(named.size).toBeGreaterThan(150);
    const isNamed = (word: string): boolean =>
      new RegExp(`(^|\\W)${word.replace('$', '\\$')}(\\W|$)`, 'm').test(guide);
    expect([...named].filter((word) => !isNamed(word))).toEqual([]);
  });
});

describe('the codes of the README', () => {
  const named = new Set(
    [...text(README).matchAll(/`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)`/g)].map(([, code = '']) => code),
  );

  it('are all that have a sentence', () => {
    expect(Object.keys(SENTENCES).filter((code) => !named.has(code))).toEqual([]);
  });

  it('are explained where they are reasons and no problems', () => {
    const models = ['assessment', 'audit', 'comparison', 'explanation'].map((name) =>
      text(`scoring/src/model/${name}.ts`),
    );
    const reasons = models.join('\n').matchAll(/'([A-Z]+(?:_[A-Z]+)*)'/g);
    const known = [...new Set([...reasons].map(([, code = '']) => code))].filter((code) => code.length > 1);
    expect(known.length).toBeGreaterThan(40);
    expect(known.filter((code) => !named.has(code))).toEqual([]);
    const told = new Set([...Object.keys(SENTENCES), ...known, 'UNLICENSED', 'ENGINE_VERSION']);
    expect([...named].filter((code) => code.length > 1 && !told.has(code))).toEqual([]);
  });
});
