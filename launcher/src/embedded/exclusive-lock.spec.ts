import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { withExclusiveLock } from './exclusive-lock.ts';
import { identifyProcess, ownIdentity } from './process-identity.ts';

describe('exclusive lock', () => {
  let folder = '';
  let file = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dti-lock-'));
    file = join(folder, 'lock');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('lets one in at a time and leaves no file', async () => {
    let inside = 0;
    let most = 0;
    const work = (): Promise<void> =>
      withExclusiveLock(file, { patience: 10_000 }, async () => {
        inside += 1;
        most = Math.max(most, inside);
        await delay(5);
        inside -= 1;
      });
    await Promise.all(Array.from({ length: 8 }, work));
    expect(most).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is given back when the action fails', async () => {
    await expect(
      withExclusiveLock(file, { patience: 0 }, () => Promise.reject(new Error('no'))),
    ).rejects.toThrow('no');
    expect(existsSync(file)).toBe(false);
  });

  test.each([
    ['of a process that is gone', JSON.stringify({ pid: 2 ** 22 - 3, birth: 'never:1' })],
    ['whose number another process has now', JSON.stringify({ ...ownIdentity(), birth: 'before:1' })],
    ['that says nothing', ''],
  ])('is taken over from a lock %s', async (_whose, content) => {
    writeFileSync(file, content);
    expect(await withExclusiveLock(file, { patience: 0 }, () => Promise.resolve('in'))).toBe('in');
  });

  test('names the living process that holds it for too long, once', async () => {
    writeFileSync(file, JSON.stringify(identifyProcess(process.ppid)));
    const seen: number[] = [];
    const wait = { patience: 120, onWait: ({ pid }: { pid: number }) => void seen.push(pid) };
    await expect(withExclusiveLock(file, wait, () => Promise.resolve())).rejects.toThrow(
      `Process ${process.ppid} has held`,
    );
    expect(seen).toEqual([process.ppid]);
  });
});
