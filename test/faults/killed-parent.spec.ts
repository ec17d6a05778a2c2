import { afterEach, expect, test } from '@jest/globals';
import {
  AFTER_CTRL_C,
  cleanUp,
  freePort,
  groupOf,
  newStateFolder,
  productParent,
  productProcess,
  runScript,
  serversOf,
  signal,
  SPEC_LIMIT_MS,
  until,
  type RunningScript,
} from './launched-product.ts';

afterEach(() => cleanUp());

/** Who is killed by force, and what else must be gone before the next start. */
const kills: readonly (readonly [string, (start: RunningScript, state: string) => void])[] = [
  ['npm', (start) => signal(start.pid, 'SIGKILL')],
  ['the shell below npm', (start) => signal(productParent(start), 'SIGKILL')],
  ['the product', (start) => signal(productProcess(start), 'SIGKILL')],
  ['npm and the product', (start) => groupOf(start).forEach((pid) => signal(pid, 'SIGKILL'))],
  [
    'the product and PostgreSQL',
    (start, state) => [productProcess(start), ...serversOf(state)].forEach((pid) => signal(pid, 'SIGKILL')),
  ],
];

test.each(kills)(
  'after kill -9 of %s the next start works',
  async (_whom, kill) => {
    const settings = { PORT: String(await freePort()), STATE_DIR: newStateFolder() };
    const first = runScript('start', settings);
    await first.ready();
    kill(first, settings.STATE_DIR);

    const next = runScript('start', settings);
    const address = await next.ready();
    expect((await fetch(address)).status).toBe(200);
    expect(groupOf(first)).toEqual([]);

    next.pressCtrlC();
    expect(AFTER_CTRL_C).toContain(await next.ended());
    expect(serversOf(settings.STATE_DIR)).toEqual([]);
  },
  SPEC_LIMIT_MS,
);

test(
  'after kill -9 of npm alone the rest ends by itself',
  async () => {
    const settings = { PORT: String(await freePort()), STATE_DIR: newStateFolder() };
    const start = runScript('start', settings);
    await start.ready();
    signal(start.pid, 'SIGKILL');
    await until('all to end', () =>
      groupOf(start).length + serversOf(settings.STATE_DIR).length === 0 ? true : undefined,
    );
  },
  SPEC_LIMIT_MS,
);
