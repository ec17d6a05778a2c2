import { join } from 'node:path';
import {
  APPLICATION_ROLE,
  DATABASE_NAME,
  DATABASE_OWNER,
  dataFolderIn,
  isDataFolderMade,
  makeDataFolder,
  provideApplicationRole,
  SUPERUSER,
} from './data-folder.ts';
import {
  enterUser,
  leaveUser,
  listUsers,
  refuseSecondStart,
  type Purpose,
  type UserDetails,
} from './database-users.ts';
import { withExclusiveLock } from './exclusive-lock.ts';
import { LOOPBACK } from './loopback-port.ts';
import { provideNativeBinaries } from './native-binaries.ts';
import { providePassword, readPassword } from './password.ts';
import { startServer } from './postgres-server.ts';
import { readPostmaster, type Postmaster } from './postmaster-file.ts';
import type { ServerAccount } from './server-account.ts';
import { prepareStateFolder } from './state-folder.ts';
import { dismissServer, findServer, stopServer } from './stop-server.ts';

/** Long enough for another process to make the data folder on a slow disk. */
const LOCK_PATIENCE_MS = 120_000;
const WATCH_MS = 1_000;

export interface EmbeddedDatabaseOptions {
  /** Folder that holds the database and everything about it; made when missing. */
  readonly stateFolder: string;
  /** `test`: a throwaway cluster, fast and not durable. */
  readonly purpose: Purpose;
  /** What other processes may know of this one. */
  readonly details?: Omit<UserDetails, 'purpose'>;
  /** Says what takes time, one line each. */
  readonly onProgress?: (line: string) => void;
  /** Called when the server ends while this process still uses it. */
  readonly onLost?: () => void;
}

/** A running embedded PostgreSQL, in use by this process. */
export interface EmbeddedDatabase {
  /** Connects as the application's role, which row-level security binds. */
  readonly url: string;
  /** Connects as the owner of the product's database, who is no superuser: for migrations. */
  readonly ownerUrl: string;
  /** Connects as superuser to the maintenance database. */
  readonly adminUrl: string;
  /** Replaces what other processes may know of this one. */
  describe(details: Omit<UserDetails, 'purpose'>): void;
  /** Leaves the database; the last process to leave stops it. */
  stop(): Promise<void>;
}

/**
 * Opens the embedded PostgreSQL in the state folder: makes it when there is none, joins it
 * when another process of ours uses it, and restarts it when a killed process left it.
 * A process that ends without calling `stop` takes the server along, unless it is killed.
 * @throws {Refusal} when the folder or the server cannot be used.
 */
export async function openEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const { stateFolder, purpose } = options;
  const account = prepareStateFolder(stateFolder);
  const postmaster = await locked(stateFolder, async () => {
    if (purpose === 'start') refuseSecondStart(stateFolder);
    const server = await joinOrStart(options, account);
    enterUser(stateFolder, { ...options.details, purpose });
    return server;
  });
  const use = watchUse(stateFolder, options.onLost);
  const password = readPassword(stateFolder);
  const address = `${LOOPBACK}:${postmaster.port}`;
  return {
    url: `postgresql://${APPLICATION_ROLE}:${password}@${address}/${DATABASE_NAME}`,
    ownerUrl: `postgresql://${DATABASE_OWNER}:${password}@${address}/${DATABASE_NAME}`,
    adminUrl: `postgresql://${SUPERUSER}:${password}@${address}/postgres`,
    describe: (details) => enterUser(stateFolder, { ...details, purpose }),
    stop: () => use.leave(),
  };
}

function locked<T>(stateFolder: string, action: () => Promise<T>): Promise<T> {
  return withExclusiveLock(join(stateFolder, 'lock'), { patience: LOCK_PATIENCE_MS }, action);
}

/** Looks after the server while this process uses it, and leaves it exactly once. */
function watchUse(stateFolder: string, onLost: (() => void) | undefined): { leave(): Promise<void> } {
  const dataFolder = dataFolderIn(stateFolder);
  let stopping = false;
  const timer = setInterval(() => {
    if (findServer(dataFolder) !== undefined) return;
    clearInterval(timer);
    onLost?.();
  }, WATCH_MS).unref();
  const onExit = (): void => {
    leaveUser(stateFolder);
    if (listUsers(stateFolder).length === 0) dismissServer(dataFolder, stopping ? 'immediate' : 'fast');
  };
  process.once('exit', onExit);
  return {
    leave: async () => {
      if (stopping) return;
      stopping = true;
      clearInterval(timer);
      await locked(stateFolder, async () => {
        leaveUser(stateFolder);
        if (listUsers(stateFolder).length === 0) await stopServer(dataFolder);
      });
      process.removeListener('exit', onExit);
    },
  };
}

/** Must run under the lock. */
async function joinOrStart(
  options: EmbeddedDatabaseOptions,
  account: ServerAccount | undefined,
): Promise<Postmaster> {
  const { stateFolder } = options;
  const dataFolder = dataFolderIn(stateFolder);
  const durable = options.purpose !== 'test';
  const made = isDataFolderMade(dataFolder);
  if (made && listUsers(stateFolder).length > 0 && findServer(dataFolder) !== undefined) {
    const running = readPostmaster(dataFolder);
    if (running?.ready === true) return running;
  }
  if (made) await stopServer(dataFolder);
  const binaries = provideNativeBinaries(stateFolder);
  const folder = { dataFolder, binaries, account, password: providePassword(stateFolder), durable };
  if (made) {
    await provideApplicationRole(folder);
  } else {
    options.onProgress?.('making the database');
    await makeDataFolder(folder);
  }
  return startServer({ stateFolder, binaries, account, durable });
}
