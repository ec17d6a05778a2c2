import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../refusal.ts';
import { isAlive, ownIdentity, type ProcessIdentity } from './process-identity.ts';

/** Why a process uses the embedded database. Only one `start` may run at a time. */
export type Purpose = 'start' | 'cli' | 'test';

/** A process that uses the embedded database; the last one to leave stops it. */
export interface DatabaseUser extends ProcessIdentity {
  readonly purpose: Purpose;
  /** Address of the web application, of a `start` only. */
  readonly url?: string;
  /** Parents whose end makes the process end too. */
  readonly parents?: readonly ProcessIdentity[];
  /** True from the moment it began to shut down. */
  readonly leaving?: boolean;
}

/** What a process tells of itself beyond its identity. */
export type UserDetails = Omit<DatabaseUser, keyof ProcessIdentity>;

/** Lists the living users; what killed processes left behind is removed. */
export function listUsers(stateFolder: string): readonly DatabaseUser[] {
  const folder = usersFolder(stateFolder);
  const living: DatabaseUser[] = [];
  for (const name of namesIn(folder)) {
    const user = readUser(join(folder, name));
    if (user !== undefined && isAlive(user)) living.push(user);
    else if (name.endsWith('.json')) rmSync(join(folder, name), { force: true });
  }
  return living;
}

/** Enters the running process, or replaces what it said before. */
export function enterUser(stateFolder: string, details: UserDetails): void {
  const folder = usersFolder(stateFolder);
  mkdirSync(folder, { recursive: true });
  const draft = join(folder, `${process.pid}.draft`);
  writeFileSync(draft, JSON.stringify({ ...ownIdentity(), ...details }));
  renameSync(draft, ownFile(stateFolder));
}

/** Removes the running process from the list. */
export function leaveUser(stateFolder: string): void {
  rmSync(ownFile(stateFolder), { force: true });
}

/**
 * Only one process may serve the product from a state folder.
 * @throws {Refusal} that names the one that does.
 */
export function refuseSecondStart(stateFolder: string): void {
  const other = findStart(stateFolder);
  if (other === undefined || other.pid === process.pid) return;
  const where = other.url === undefined ? '' : ` at ${other.url}`;
  throw new Refusal(
    `DTI Data Monitor is already running${where} (process ${other.pid}): use that one, or stop it with \`kill ${other.pid}\` and start again.`,
  );
}

/** The process that serves the product from the state folder, if one does. */
export function findStart(stateFolder: string): DatabaseUser | undefined {
  return listUsers(stateFolder).find((user) => user.purpose === 'start');
}

/** A `start` that was left by its parent, or said so itself, is about to end. */
export function isLeaving(user: DatabaseUser): boolean {
  return user.leaving === true || (user.parents ?? []).some((parent) => !isAlive(parent));
}

function usersFolder(stateFolder: string): string {
  return join(stateFolder, 'users');
}

function ownFile(stateFolder: string): string {
  return join(usersFolder(stateFolder), `${process.pid}.json`);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readUser(file: string): DatabaseUser | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as DatabaseUser;
  } catch {
    return undefined;
  }
}
