import { describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { identifyProcess, isAlive, ownIdentity, parentOf } from './process-identity.ts';

describe('identity of a process', () => {
  test('is the same each time, and alive while the process lives', () => {
    expect(ownIdentity()).toEqual(identifyProcess(process.pid));
    expect(isAlive(ownIdentity())).toBe(true);
    expect(parentOf(process.pid)).toBe(process.ppid);
  });

  test('ends with the process', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    const identity = identifyProcess(child.pid ?? 0);
    if (identity === undefined) throw new Error('it does not run');
    expect(isAlive(identity)).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isAlive(identity)).toBe(false);
  });

  test('is not that of a later process with the same number', () => {
    expect(isAlive({ pid: process.pid, birth: 'another boot:1' })).toBe(false);
  });

  test.each([0, -1, 1.5, Number.NaN])('%p is nobody', (pid) => {
    expect(identifyProcess(pid)).toBeUndefined();
  });
});
