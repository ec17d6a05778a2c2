import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Rules of the house that no linter has: how long a file is, what it is called, that its tests run. */

const root = join(import.meta.dirname, '../..');
const notOurs = new Set([
  'node_modules',
  'dist',
  '.git',
  '.nx',
  '.data',
  '.angular',
  'coverage',
  'test-results',
]);
const parts = ['scoring', 'api', 'web', 'launcher', 'tools', 'test'];

function walk(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.has(entry.name)) return [];
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? [path, ...walk(path)] : [path];
  });
}

const paths = parts.flatMap(walk);
const isFile = (path: string): boolean => statSync(join(root, path)).isFile();

/** The rules, as functions, so that each can be seen to refuse. */
const longest = 400;
const tooLong = (text: string): boolean => text.trimEnd().split('\n').length > longest;
const generated = (path: string): boolean =>
  /^web\/src\/app\/api-client\/|^api\/src\/migrations\//.test(path);
const bannedWord = /^(utils?|helpers?|common|misc)$/i;
const hasBannedName = (path: string): boolean =>
  (path.split('/').at(-1) ?? '').split(/[.-]/).some((word) => bannedWord.test(word)) ||
  /^(base|abstract)-/.test(path.split('/').at(-1) ?? '');

describe('house rules', () => {
  it('finds the code it judges', () => {
    for (const part of parts)
      expect(paths.filter((path) => path.startsWith(`${part}/`)).length).toBeGreaterThan(1);
  });

  it(`no file is longer than ${longest} lines, but what is generated and the migrations`, () => {
    const code = paths.filter(
      (path) => /\.(ts|js|mjs|html|css|scss)$/.test(path) && isFile(path) && !generated(path),
    );
    expect(code.filter((path) => tooLong(readFileSync(join(root, path), 'utf8')))).toEqual([]);
  });

  it('no file or folder is called utils, helpers, common or base-something', () => {
    expect(paths.filter(hasBannedName)).toEqual([]);
  });

  it.each(['a/utils.ts', 'a/date-utils.ts', 'a/helpers', 'a/common/x.ts', 'a/base-store.ts', 'a/util'])(
    'would refuse the name %s',
    (path) => {
      const segments = path.split('/').map((_, index, all) => all.slice(0, index + 1).join('/'));
      expect(segments.some(hasBannedName)).toBe(true);
    },
  );

  it.each(['a/commons-licence.ts', 'a/utility-model.ts', 'a/database.ts', 'a/baseline.ts'])(
    'would accept the name %s',
    (path) => expect(hasBannedName(path)).toBe(false),
  );

  it(`would refuse a file of ${longest + 1} lines and accept one of ${longest}`, () => {
    expect([tooLong('x\n'.repeat(longest + 1)), tooLong('x\n'.repeat(longest))]).toEqual([true, false]);
  });

  it('every spec is run by one jest project, and by one only', () => {
    const listed = spawnSync(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), '--listTests'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '--experimental-vm-modules' },
    });
    const run = listed.stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => relative(root, line).replaceAll(sep, '/'));
    const specs = paths.filter((path) => path.endsWith('.spec.ts'));
    expect(specs.filter((path) => run.filter((other) => other === path).length !== 1)).toEqual([]);
    expect(run.length).toBe(specs.length);
  });
});
