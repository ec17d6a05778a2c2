import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/**
 * The account that PostgreSQL runs as. Undefined: the caller's own. PostgreSQL refuses to
 * run as root, so root lends it another account; no user need be made for that.
 */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

/** `nobody` and its group, by number, as Linux systems have them. */
const NOBODY: ServerAccount = { uid: 65534, gid: 65534 };

/**
 * Root runs PostgreSQL as the owner of an existing data folder (an ordinary user may have
 * made it), otherwise as `nobody`. Everyone else runs it as themselves.
 */
export function serverAccountFor(dataFolder: string): ServerAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(dataFolder, { throwIfNoEntry: false });
  return owner !== undefined && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : NOBODY;
}

/** True when the account may walk into the folder: every folder above it counts too. */
export function canReach(account: ServerAccount | undefined, folder: string): boolean {
  if (account === undefined) return true;
  const probe = spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', folder], {
    ...account,
    cwd: '/',
    stdio: 'ignore',
  });
  return probe.status === 0;
}
