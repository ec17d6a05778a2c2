import { afterEach, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import {
  cleanUp,
  freePort,
  madeStateFolder,
  newStateFolder,
  runScript,
  serversOf,
  signal,
  SPEC_LIMIT_MS,
  until,
} from './launched-product.ts';

afterEach(() => cleanUp());

/** npm's own banner comes first when it is not asked to be silent. */
function jsonOf(printed: string): unknown {
  return JSON.parse(printed.slice(printed.search(/^[[{]/m)));
}

test(
  'a command starts the database for itself, loads the published figures, and stops it again',
  async () => {
    const state = newStateFolder();
    const rank = runScript('cli', { STATE_DIR: state }, 'rank', '--json');
    expect(await rank.ended()).toBe(0);
    expect(jsonOf(rank.printed.stdout)).toMatchObject({ editionCode: expect.any(String) });
    expect(serversOf(state)).toEqual([]);
  },
  SPEC_LIMIT_MS,
);

test(
  '--help starts nothing',
  async () => {
    const state = newStateFolder();
    const help = runScript('cli', { STATE_DIR: state }, '--help');
    expect(await help.ended()).toBe(0);
    expect(help.printed.stdout).toContain('Usage: npm run cli --');
    expect(readdirSync(state)).toEqual([]);
  },
  SPEC_LIMIT_MS,
);

test(
  'a command beside a running product uses its database and leaves it running',
  async () => {
    const state = madeStateFolder();
    const start = runScript('start', { PORT: String(await freePort()), STATE_DIR: state });
    const address = await start.ready();
    const servers = serversOf(state);
    const rank = runScript('cli', { STATE_DIR: state }, 'rank', '--json');
    expect(await rank.ended()).toBe(0);
    expect(serversOf(state)).toEqual(expect.arrayContaining([servers[0]]));
    expect((await fetch(address)).status).toBe(200);
  },
  SPEC_LIMIT_MS,
);

test(
  'a command that is interrupted takes the database along',
  async () => {
    const state = newStateFolder();
    const rank = runScript('cli', { STATE_DIR: state }, 'rank');
    await until('PostgreSQL', () => (serversOf(state).length > 0 ? true : undefined));
    signal(rank.pid, 'SIGTERM');
    rank.pressCtrlC();
    await rank.ended();
    await until('PostgreSQL to end', () => (serversOf(state).length === 0 ? true : undefined));
  },
  SPEC_LIMIT_MS,
);
