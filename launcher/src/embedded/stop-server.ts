import { spawnSync } from 'node:child_process';
import { rmSync, statSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { hasErrorCode, Refusal } from '../refusal.ts';
import { postmasterFile, readPostmaster } from './postmaster-file.ts';
import { commandLineOf, identifyProcess, isAlive, type ProcessIdentity } from './process-identity.ts';

const POLL_MS = 15;
/** PostgreSQL's shutdown modes by signal, each with the time it gets before the next. */
const FAST = { signal: 'SIGINT', patience: 20_000 } as const;
const IMMEDIATE = { signal: 'SIGQUIT', patience: 5_000 } as const;
const KILL = { signal: 'SIGKILL', patience: 5_000 } as const;

/**
 * Stops whatever server runs on the data folder, be it ours or the orphan of a launcher that
 * was killed; does nothing when none runs.
 */
export async function stopServer(dataFolder: string): Promise<void> {
  const server = findServer(dataFolder);
  if (server === undefined) {
    // Left by a crash, and perhaps naming a process that is now something else entirely:
    // PostgreSQL would take that for itself and refuse.
    if (readPostmaster(dataFolder) !== undefined) rmSync(postmasterFile(dataFolder), { force: true });
    return;
  }
  for (const step of [FAST, IMMEDIATE, KILL]) {
    sendSignal(server, step.signal);
    const deadline = Date.now() + step.patience;
    while (Date.now() < deadline) {
      if (!isAlive(server)) return;
      await delay(POLL_MS);
    }
  }
  throw new Refusal(
    `The embedded PostgreSQL (process ${server.pid}) does not end: end it by hand and try again.`,
  );
}

/** Asks the server to end without waiting for it, for a process that is itself about to end. */
export function dismissServer(dataFolder: string, mode: 'fast' | 'immediate'): void {
  const server = findServer(dataFolder);
  if (server !== undefined) sendSignal(server, (mode === 'fast' ? FAST : IMMEDIATE).signal);
}

/** The server that runs on the data folder, if one does. */
export function findServer(dataFolder: string): ProcessIdentity | undefined {
  const postmaster = readPostmaster(dataFolder);
  const found = postmaster === undefined ? undefined : identifyProcess(postmaster.pid);
  return found !== undefined && runsIn(found.pid, dataFolder) ? found : undefined;
}

/**
 * After a crash the number may belong to something else. PostgreSQL works inside its data
 * folder, which tells it apart by whatever path it was started; where that may not be looked
 * at, its name has to do, and in doubt it is taken for ours rather than run over.
 */
function runsIn(pid: number, dataFolder: string): boolean {
  try {
    const [working, data] = [statSync(`/proc/${pid}/cwd`), statSync(dataFolder)];
    return working.ino === data.ino && working.dev === data.dev;
  } catch {
    const command = commandLineOf(pid);
    return command === '' || command.includes('postgres');
  }
}

function sendSignal(server: ProcessIdentity, signal: NodeJS.Signals): void {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(server.pid), '/t', '/f']);
    return;
  }
  try {
    process.kill(server.pid, signal);
  } catch (error) {
    if (hasErrorCode(error, 'ESRCH')) return;
    throw new Refusal(
      `The embedded PostgreSQL (process ${server.pid}) belongs to another user: stop it as that user.`,
    );
  }
}
