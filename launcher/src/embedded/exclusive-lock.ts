import { linkSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { hasErrorCode, Refusal } from '../refusal.ts';
import { isAlive, ownIdentity, type ProcessIdentity } from './process-identity.ts';

export interface LockWait {
  /** How long to wait for another holder, in milliseconds. */
  readonly patience: number;
  /** Called once when another process holds the lock. */
  readonly onWait?: (holder: ProcessIdentity) => void;
}

const POLL_MS = 50;

/**
 * Runs the action while no other process runs one under the same lock file. The file names
 * its holder; one left behind by a process that was killed does not count.
 */
export async function withExclusiveLock<T>(
  file: string,
  wait: LockWait,
  action: () => Promise<T>,
): Promise<T> {
  await takeLock(file, wait);
  try {
    return await action();
  } finally {
    rmSync(file, { force: true });
  }
}

async function takeLock(file: string, wait: LockWait): Promise<void> {
  const deadline = Date.now() + wait.patience;
  let told = false;
  while (!tryLock(file)) {
    const holder = readHolder(file);
    if (holder === undefined || !isAlive(holder)) {
      setAsideStale(file);
      continue;
    }
    if (!told) wait.onWait?.(holder);
    told = true;
    if (Date.now() > deadline) {
      throw new Refusal(`Process ${holder.pid} has held ${file} for too long: end it and try again.`);
    }
    await delay(POLL_MS);
  }
}

/** A hard link appears whole or not at all, so that nobody reads a half-written holder. */
function tryLock(file: string): boolean {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(ownIdentity()));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (hasErrorCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    unlinkSync(draft);
  }
}

function readHolder(file: string): ProcessIdentity | undefined {
  try {
    const holder: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof holder === 'object' && holder !== null && 'pid' in holder) return holder as ProcessIdentity;
  } catch {
    // Gone meanwhile, or not ours: treated as stale, and then created anew.
  }
  return undefined;
}

/**
 * Removes a stale lock. Another process may have replaced it since it was read: what was
 * moved away is read again, and a living holder gets its lock back.
 */
function setAsideStale(file: string): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return;
    throw error;
  }
  const holder = readHolder(aside);
  try {
    if (holder !== undefined && isAlive(holder)) linkSync(aside, file);
  } finally {
    rmSync(aside, { force: true });
  }
}
