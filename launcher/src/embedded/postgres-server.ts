import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Refusal } from '../refusal.ts';
import { dataFolderIn, lastComplaint } from './data-folder.ts';
import { chooseLoopbackPort, LOOPBACK } from './loopback-port.ts';
import type { NativeBinaries } from './native-binaries.ts';
import { readPostmaster, type Postmaster } from './postmaster-file.ts';
import type { ServerAccount } from './server-account.ts';
import { serverEnvironment } from './server-environment.ts';

const POLL_MS = 15;
/** Recovery after a crash can take long; an ordinary start takes a tenth of a second. */
const START_PATIENCE_MS = 60_000;
const ATTEMPTS = 4;
const LOG_LIMIT_BYTES = 5_000_000;

export interface ServerStart {
  readonly stateFolder: string;
  readonly binaries: NativeBinaries;
  readonly account: ServerAccount | undefined;
  /** False only for a throwaway cluster. */
  readonly durable: boolean;
}

/**
 * Starts PostgreSQL on loopback and waits until it takes connections. It gets a session of
 * its own, so that Ctrl-C in the terminal reaches only us, and we stop it in order.
 * @throws {Refusal} with PostgreSQL's own complaint when it does not come up.
 */
export async function startServer(start: ServerStart): Promise<Postmaster> {
  const log = join(start.stateFolder, 'postgres.log');
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) rmSync(log);
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await tryStart(start, log);
    if (typeof outcome !== 'string') return outcome;
    // Someone took the port between our look and the start, or the children of a server
    // that was killed have not ended yet: both pass.
    const passing = /could not bind|could not create any TCP\/IP|shared memory block/.test(outcome);
    if (!passing || attempt === ATTEMPTS) {
      throw new Refusal(`The embedded PostgreSQL did not start: ${lastComplaint(outcome)} (see ${log})`);
    }
    await delay(attempt * 500);
  }
}

/** The running server, or what it wrote before it ended. */
async function tryStart(start: ServerStart, log: string): Promise<Postmaster | string> {
  const port = await chooseLoopbackPort(start.stateFolder);
  const logged = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  const child = launch(start, port, log);
  const deadline = Date.now() + START_PATIENCE_MS;
  while (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const postmaster = readPostmaster(dataFolderIn(start.stateFolder));
    if (postmaster?.pid === child.pid && postmaster.ready) return postmaster;
    if (Date.now() > deadline) {
      child.kill('SIGQUIT');
      return `FATAL: not ready after ${START_PATIENCE_MS / 1000} s`;
    }
    await delay(POLL_MS);
  }
  return readFileSync(log).subarray(logged).toString('utf8');
}

function launch(start: ServerStart, port: number, log: string): ChildProcess {
  const settings: Readonly<Record<string, string | number>> = {
    listen_addresses: LOOPBACK,
    port,
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(start.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const output = openSync(log, 'a', 0o600);
  try {
    const child = spawn(start.binaries.postgres, ['-D', dataFolderIn(start.stateFolder), ...options], {
      ...start.account,
      cwd: '/',
      env: serverEnvironment(),
      detached: true,
      windowsHide: true,
      stdio: ['ignore', output, output],
    });
    child.on('error', () => undefined);
    child.unref();
    return child;
  } finally {
    closeSync(output);
  }
}
