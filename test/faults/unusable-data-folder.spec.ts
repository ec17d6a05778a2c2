import { afterEach, expect, test } from '@jest/globals';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDataFolderMade } from '../../launcher/src/embedded/data-folder.ts';
import {
  cleanUp,
  freePort,
  linesOf,
  madeStateFolder,
  newStateFolder,
  runScript,
  SPEC_LIMIT_MS,
} from './launched-product.ts';

afterEach(() => cleanUp());

const makes: readonly (readonly [string, (folder: string) => void, RegExp])[] = [
  ['a file in its place', (folder) => writeFileSync(folder, 'x'), /is not a folder/],
  [
    'of another version',
    (folder) => fill(folder, 'PG_VERSION', '17\n'),
    /is of PostgreSQL 17; version 18 is needed/,
  ],
  [
    'with a damaged PG_VERSION',
    (folder) => fill(folder, 'PG_VERSION', '\0\0'),
    /names no PostgreSQL version/,
  ],
  ['with something else in it', (folder) => fill(folder, 'letter.txt', 'x'), /holds no PostgreSQL database/],
];

test.each(makes)(
  'a data folder that is %s ends the start with one line',
  async (_what, make, line) => {
    const state = newStateFolder();
    make(join(state, 'postgres'));
    const start = runScript('start', { PORT: String(await freePort()), STATE_DIR: state });
    expect(await start.ended()).toBe(1);
    expect(linesOf(start.printed.stderr)).toEqual([expect.stringMatching(line)]);
    expect(start.printed.stderr).toContain(join(state, 'postgres'));
  },
  SPEC_LIMIT_MS,
);

test(
  'a database that does not come up ends the start with its own complaint',
  async () => {
    const state = madeStateFolder();
    writeFileSync(join(state, 'postgres', 'postgresql.conf'), 'no such setting\n');

    const start = runScript('start', { PORT: String(await freePort()), STATE_DIR: state });
    expect(await start.ended()).toBe(1);
    expect(linesOf(start.printed.stderr)).toEqual([
      expect.stringMatching(
        /^The embedded PostgreSQL did not start: .*FATAL: .*postgresql\.conf.*\(see .*postgres\.log\)$/,
      ),
    ]);
  },
  SPEC_LIMIT_MS,
);

test('a data folder that may not be read is refused by name', () => {
  const folder = join(newStateFolder(), 'postgres');
  fill(folder, 'PG_VERSION', '18\n');
  chmodSync(folder, 0o000);
  asOrdinaryUser(() =>
    expect(() => isDataFolderMade(folder)).toThrow(/cannot be read \(EACCES.*Start as its owner/),
  );
  chmodSync(folder, 0o700);
});

function fill(folder: string, name: string, text: string): void {
  mkdirSync(folder);
  writeFileSync(join(folder, name), text);
}

/** Root may read everything, whatever the permissions say: it looks as `nobody`. */
function asOrdinaryUser(action: () => void): void {
  const root = process.getuid?.() === 0;
  if (root) process.seteuid?.(65534);
  try {
    action();
  } finally {
    if (root) process.seteuid?.(0);
  }
}
