import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprintSources } from './source-fingerprint.ts';

describe('fingerprint of sources', () => {
  let root = '';
  const take = (): string => fingerprintSources(root, ['src', 'settings.json']);

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'dti-fingerprint-'));
    mkdirSync(join(root, 'src', 'deep'), { recursive: true });
    writeFileSync(join(root, 'src', 'deep', 'one.ts'), 'one');
    writeFileSync(join(root, 'settings.json'), '{}');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  test('stays while nothing changes', () => {
    expect(take()).toBe(take());
  });

  test.each<readonly [string, () => void]>([
    ['an edit', () => writeFileSync(join(root, 'src', 'deep', 'one.ts'), 'more')],
    ['an edit of the same length', () => utimesSync(join(root, 'src', 'deep', 'one.ts'), 1, 1)],
    ['a new file', () => writeFileSync(join(root, 'src', 'two.ts'), '')],
    ['a removed file', () => rmSync(join(root, 'src', 'deep', 'one.ts'))],
    ['a renamed file', () => renameSync(join(root, 'src', 'deep', 'one.ts'), join(root, 'src', 'one.ts'))],
    ['a change of a single file', () => writeFileSync(join(root, 'settings.json'), '{"a":1}')],
    ['a single file that goes', () => rmSync(join(root, 'settings.json'))],
  ])('%s changes it', (_what, change) => {
    const before = take();
    change();
    expect(take()).not.toBe(before);
  });

  test.each(['dist/index.js', 'node_modules/x/index.js', '.angular/cache', 'one.spec.ts'])(
    'src/%s does not count',
    (path) => {
      const before = take();
      const file = join(root, 'src', path);
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, 'x');
      expect(take()).toBe(before);
    },
  );
});
