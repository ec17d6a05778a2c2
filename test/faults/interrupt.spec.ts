import { afterEach, expect, test } from '@jest/globals';
import {
  AFTER_CTRL_C,
  cleanUp,
  freePort,
  groupOf,
  madeStateFolder,
  newStateFolder,
  runScript,
  serversOf,
  signal,
  SPEC_LIMIT_MS,
  until,
} from './launched-product.ts';

afterEach(() => cleanUp());

async function settings(state: string): Promise<{ PORT: string; STATE_DIR: string }> {
  return { PORT: String(await freePort()), STATE_DIR: state };
}

test(
  'Ctrl-C leaves no process, and the status says that all is well',
  async () => {
    const used = await settings(madeStateFolder());
    const start = runScript('start', used);
    await start.ready();
    expect(serversOf(used.STATE_DIR).length).toBeGreaterThan(1);
    start.pressCtrlC();
    expect(AFTER_CTRL_C).toContain(await start.ended());
    expect(serversOf(used.STATE_DIR)).toEqual([]);
    expect(groupOf(start)).toEqual([]);
    expect(start.printed.stderr).toBe('');
  },
  SPEC_LIMIT_MS,
);

test(
  'Ctrl-C while it starts leaves no process, and the next start works',
  async () => {
    const used = await settings(newStateFolder());
    const start = runScript('start', used);
    await until('PostgreSQL', () => (serversOf(used.STATE_DIR).length > 0 ? true : undefined));
    start.pressCtrlC();
    await start.ended();
    expect(serversOf(used.STATE_DIR)).toEqual([]);
    expect(groupOf(start)).toEqual([]);

    const next = runScript('start', used);
    expect((await fetch(await next.ready())).status).toBe(200);
  },
  SPEC_LIMIT_MS,
);

test(
  'a polite kill of npm leaves no process',
  async () => {
    const used = await settings(madeStateFolder());
    const start = runScript('start', used);
    await start.ready();
    signal(start.pid, 'SIGTERM');
    await start.ended();
    await until('all to end', () =>
      groupOf(start).length + serversOf(used.STATE_DIR).length === 0 ? true : undefined,
    );
  },
  SPEC_LIMIT_MS,
);
