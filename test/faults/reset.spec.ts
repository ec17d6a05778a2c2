import { afterEach, expect, test } from '@jest/globals';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  cleanUp,
  freePort,
  linesOf,
  madeStateFolder,
  newStateFolder,
  runScript,
  serversOf,
  signal,
  SPEC_LIMIT_MS,
  productProcess,
} from './launched-product.ts';

afterEach(() => cleanUp());

test(
  'reset refuses while the product runs, and without a yes',
  async () => {
    const state = madeStateFolder();
    const start = runScript('start', { PORT: String(await freePort()), STATE_DIR: state });
    await start.ready();

    const running = runScript('reset', { STATE_DIR: state }, '--yes');
    expect(await running.ended()).toBe(1);
    expect(linesOf(running.printed.stderr)).toEqual([
      expect.stringMatching(/is running at http.*stop it first/),
    ]);
    expect((await fetch(await start.ready())).status).toBe(200);

    start.pressCtrlC();
    await start.ended();
    const unasked = runScript('reset', { STATE_DIR: state });
    expect(await unasked.ended()).toBe(1);
    expect(linesOf(unasked.printed.stderr)).toEqual([expect.stringContaining('npm run reset -- --yes')]);
    expect(existsSync(join(state, 'postgres', 'PG_VERSION'))).toBe(true);
  },
  SPEC_LIMIT_MS,
);

test(
  'reset says the place, stops what a killed start left, and removes only what is ours',
  async () => {
    const state = madeStateFolder();
    writeFileSync(join(state, 'letter.txt'), 'mine');
    const start = runScript('start', { PORT: String(await freePort()), STATE_DIR: state });
    await start.ready();
    signal(productProcess(start), 'SIGKILL');
    await start.ended();
    expect(serversOf(state).length).toBeGreaterThan(0);

    const reset = runScript('reset', { STATE_DIR: state }, '--yes');
    expect(await reset.ended()).toBe(0);
    expect(reset.printed.stdout).toContain(`State lies in ${state}`);
    expect(serversOf(state)).toEqual([]);
    expect(existsSync(join(state, 'postgres'))).toBe(false);
    expect(existsSync(join(state, 'letter.txt'))).toBe(true);
  },
  SPEC_LIMIT_MS,
);

test(
  'reset leaves a folder alone that is none of ours, whatever its files are called',
  async () => {
    const folder = newStateFolder();
    writeFileSync(join(folder, 'password'), 'mine');
    const reset = runScript('reset', { STATE_DIR: folder }, '--yes');
    expect(await reset.ended()).toBe(0);
    expect(reset.printed.stdout).toContain('Nothing is there to empty.');
    expect(existsSync(join(folder, 'password'))).toBe(true);
  },
  SPEC_LIMIT_MS,
);
