import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  enterUser,
  isLeaving,
  leaveUser,
  listUsers,
  refuseSecondStart,
  type DatabaseUser,
} from './database-users.ts';
import { identifyProcess, ownIdentity } from './process-identity.ts';

const GONE = { pid: 2 ** 22 - 3, birth: 'never:1' };

describe('users of the embedded database', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dti-users-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function plant(user: DatabaseUser): void {
    mkdirSync(join(folder, 'users'), { recursive: true });
    writeFileSync(join(folder, 'users', `${user.pid}.json`), JSON.stringify(user));
  }

  test('are those who entered and did not leave', () => {
    expect(listUsers(folder)).toEqual([]);
    enterUser(folder, { purpose: 'cli' });
    enterUser(folder, { purpose: 'start', url: 'http://127.0.0.1:3000' });
    expect(listUsers(folder)).toEqual([{ ...ownIdentity(), purpose: 'start', url: 'http://127.0.0.1:3000' }]);
    leaveUser(folder);
    expect(listUsers(folder)).toEqual([]);
  });

  test('who were killed do not count and are forgotten', () => {
    plant({ ...GONE, purpose: 'start' });
    expect(listUsers(folder)).toEqual([]);
    expect(readdirSync(join(folder, 'users'))).toEqual([]);
  });

  test('a second start is refused by the address and process of the first; a command is not in the way', () => {
    const parent = identifyProcess(process.ppid);
    if (parent === undefined) throw new Error('no parent');
    plant({ ...parent, purpose: 'cli' });
    expect(() => refuseSecondStart(folder)).not.toThrow();
    plant({ ...parent, purpose: 'start', url: 'http://127.0.0.1:3000' });
    expect(() => refuseSecondStart(folder)).toThrow(
      `running at http://127.0.0.1:3000 (process ${parent.pid})`,
    );
  });

  test('one leaves when it says so or when a parent of it is gone', () => {
    const user = { ...ownIdentity(), purpose: 'start' } as const;
    expect(isLeaving(user)).toBe(false);
    expect(isLeaving({ ...user, parents: [ownIdentity()] })).toBe(false);
    expect(isLeaving({ ...user, parents: [ownIdentity(), GONE] })).toBe(true);
    expect(isLeaving({ ...user, leaving: true })).toBe(true);
  });
});
