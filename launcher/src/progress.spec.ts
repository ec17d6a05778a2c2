import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { progressTo } from './progress.ts';

function collector(isTTY: boolean): { isTTY: boolean; text: string; write(text: string): void } {
  return {
    isTTY,
    text: '',
    write(text) {
      this.text += text;
    },
  };
}

describe('progress', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  /** A step that takes so many seconds of the faked clock. */
  async function step(
    stream: ReturnType<typeof collector>,
    seconds: number,
    onlySlow = false,
  ): Promise<void> {
    let finish: () => void = () => undefined;
    const work = new Promise<void>((resolve) => (finish = resolve));
    const shown = progressTo(stream, { onlySlow }).step('building web', () => work);
    await jest.advanceTimersByTimeAsync(seconds * 1000);
    finish();
    await shown;
  }

  test('says in a log when a step began and how long it took, in plain lines', async () => {
    const log = collector(false);
    await step(log, 12);
    expect(log.text).toBe('  … building web\n  … building web 11 s\n  building web: done in 12.0 s\n');
  });

  test('says a short step once, or not at all where only slow ones count', async () => {
    const log = collector(false);
    await step(log, 0.4);
    expect(log.text).toBe('  building web: done in 0.4 s\n');
    const quiet = collector(false);
    await step(quiet, 0.4, true);
    expect(quiet.text).toBe('');
  });

  test('redraws one line on a terminal', async () => {
    const terminal = collector(true);
    await step(terminal, 2);
    expect(terminal.text).toContain('\r\u001b[2K  … building web 1 s');
    expect(terminal.text.split('\n')).toHaveLength(2);
  });

  test('a step that fails is said to have failed, and its error goes on', async () => {
    const log = collector(false);
    const failing = progressTo(log).step('migrating', () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(log.text).toBe('  migrating: failed after 0.0 s\n');
  });
});

test('the clock of a step is real', async () => {
  const log = collector(false);
  await progressTo(log).step('waiting', () => delay(120));
  expect(log.text).toMatch(/done in 0\.[12] s/);
});
