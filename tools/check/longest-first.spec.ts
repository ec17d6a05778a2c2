import { describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import LongestFirst, { LONG } from './longest-first.ts';

const root = join(import.meta.dirname, '../..');
const ordered = (...paths: readonly string[]): readonly string[] =>
  new LongestFirst().sort(paths.map((path) => ({ path }))).map(({ path }) => path);

describe('the order of spec files', () => {
  it('begins with those that take longest; the rest comes by name', () => {
    expect(ordered('/b.spec.ts', `/w/${LONG[1]}`, '/a.spec.ts', `/w/${LONG[0]}`)).toEqual([
      `/w/${LONG[0]}`,
      `/w/${LONG[1]}`,
      '/a.spec.ts',
      '/b.spec.ts',
    ]);
  });

  it('names no spec file that is gone', () => {
    expect(LONG.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
