import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasErrorCode } from '../refusal.ts';

/** The database's password: made at random with the data folder, readable by its owner alone. */
export function readPassword(stateFolder: string): string {
  return readFileSync(join(stateFolder, 'password'), 'utf8').trim();
}

/** Makes a new password, unless an earlier attempt to make the data folder left one. */
export function providePassword(stateFolder: string): string {
  try {
    writeFileSync(join(stateFolder, 'password'), `${randomBytes(24).toString('hex')}\n`, {
      mode: 0o600,
      flag: 'wx',
    });
  } catch (error) {
    if (!hasErrorCode(error, 'EEXIST')) throw error;
  }
  return readPassword(stateFolder);
}
