import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  AFTER_CTRL_C,
  cleanUp,
  freePort,
  groupOf,
  madeStateFolder,
  productParent,
  productProcess,
  runScript,
  serversOf,
  signal,
  SPEC_LIMIT_MS,
  until,
  type RunningScript,
} from './launched-product.ts';

/** Who is killed by force. */
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

/** One product on one state folder, killed and started again and again. */
let settings: { PORT: string; STATE_DIR: string };
let running: RunningScript;

beforeAll(async () => {
  settings = { PORT: String(await freePort()), STATE_DIR: madeStateFolder() };
  running = runScript('start', settings);
  await running.ready();
}, SPEC_LIMIT_MS);
afterAll(() => cleanUp(), SPEC_LIMIT_MS);

test.each(kills)(
  'after kill -9 of %s the next start works',
  async (_whom, kill) => {
    const killed = running;
    kill(killed, settings.STATE_DIR);
    running = runScript('start', settings);
    const address = await running.ready();
    expect((await fetch(address)).status).toBe(200);
    expect(groupOf(killed)).toEqual([]);
  },
  SPEC_LIMIT_MS,
);

test(
  'Ctrl-C leaves no process after all that',
  async () => {
    running.pressCtrlC();
    expect(AFTER_CTRL_C).toContain(await running.ended());
    expect(serversOf(settings.STATE_DIR)).toEqual([]);
  },
  SPEC_LIMIT_MS,
);

test(
  'after kill -9 of npm alone the rest ends by itself',
  async () => {
    running = runScript('start', settings);
    await running.ready();
    signal(running.pid, 'SIGKILL');
    await until('all to end', () =>
      groupOf(running).length + serversOf(settings.STATE_DIR).length === 0 ? true : undefined,
    );
  },
  SPEC_LIMIT_MS,
);
