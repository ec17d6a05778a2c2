import { afterEach, expect, test } from '@jest/globals';
import {
  AFTER_CTRL_C,
  cleanUp,
  freePort,
  linesOf,
  madeStateFolder,
  productProcess,
  runScript,
  SPEC_LIMIT_MS,
} from './launched-product.ts';

afterEach(() => cleanUp());

test(
  'a second start says where the first one is, and leaves it alone',
  async () => {
    const settings = { PORT: String(await freePort()), STATE_DIR: madeStateFolder() };
    const first = runScript('start', settings);
    const address = await first.ready();

    const second = runScript('start', settings);
    expect(await second.ended()).toBe(1);
    const [line, ...more] = linesOf(second.printed.stderr);
    expect(line).toContain(`already running at ${address} (process ${productProcess(first)})`);
    expect(more).toEqual([]);

    expect((await fetch(address)).status).toBe(200);
    first.pressCtrlC();
    expect(AFTER_CTRL_C).toContain(await first.ended());
  },
  SPEC_LIMIT_MS,
);

test(
  'so does one on another port: the database is in use',
  async () => {
    const state = madeStateFolder();
    const first = runScript('start', { PORT: String(await freePort()), STATE_DIR: state });
    await first.ready();
    const second = runScript('start', { PORT: String(await freePort()), STATE_DIR: state });
    expect(await second.ended()).toBe(1);
    expect(linesOf(second.printed.stderr)).toEqual([expect.stringMatching(/already running at http/)]);
  },
  SPEC_LIMIT_MS,
);
