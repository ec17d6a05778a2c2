import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { PERMISSIONS, type Action } from '../../platform/access/permission-table.js';
import { actionWords } from './action-words.js';

const ROOT = join(import.meta.dirname, '..', '..');
const files = globSync('**/*.ts', { cwd: ROOT })
  .filter((path) => !/\.(spec|fixture)\.ts$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));

/** What writes records, as one text. */
const recording = files
  .filter(({ text }) => text.includes('audit.record('))
  .map(({ text }) => text)
  .join('\n');
const permitted = new Set(
  files.flatMap(({ text }) =>
    [...text.matchAll(/@Permit\('([a-z.-]+)'\)/g)].map(([, action = '']) => action),
  ),
);

/** Recorded under a name of its own, which says what was done. */
const RECORDED_AS: Partial<Readonly<Record<Action, string>>> = {
  'session.manage': 'session.end',
  'key.manage': 'key.revoke',
};

describe('the trail', () => {
  const writes = (Object.keys(PERMISSIONS) as Action[]).filter(
    (action) => PERMISSIONS[action].audited === 'write' && permitted.has(action),
  );

  it('has every action by which a route writes', () => {
    expect(writes.length).toBeGreaterThan(15);
    expect(writes.filter((action) => !recording.includes(`'${RECORDED_AS[action] ?? action}'`))).toEqual([]);
  });

  it('has words in both languages for every action that is recorded', () => {
    const recorded = [...recording.matchAll(/action: '([a-z-]+\.[a-z-]+)'/g)].map(
      ([, action = '']) => action,
    );
    expect(recorded.length).toBeGreaterThan(20);
    expect([...new Set(recorded)].filter((action) => actionWords(action).vi === action)).toEqual([]);
  });
});
