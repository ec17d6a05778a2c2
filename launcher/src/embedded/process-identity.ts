import { readFileSync } from 'node:fs';
import { hasErrorCode } from '../refusal.ts';

/**
 * A process that can be told apart from a later one with the same number. `birth` is the
 * kernel's start time of the process within one boot, or null where the system does not
 * show it (then only the number counts).
 */
export interface ProcessIdentity {
  readonly pid: number;
  readonly birth: string | null;
}

interface LinuxProcessStatus {
  readonly state: string;
  readonly parent: number;
  readonly startTicks: string;
}

/** Who this number is now; undefined when no living process has it. */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  if (!Number.isInteger(pid) || pid <= 0 || !answersSignals(pid)) return undefined;
  const status = readLinuxStatus(pid);
  if (status === undefined) return process.platform === 'linux' ? undefined : { pid, birth: null };
  // A zombie has ended; only its parent has not noticed yet.
  if (status.state === 'Z' || status.state === 'X') return undefined;
  return { pid, birth: `${bootId()}:${status.startTicks}` };
}

/** True while that very process lives: neither ended nor replaced by another of its number. */
export function isAlive(identity: ProcessIdentity): boolean {
  const now = identifyProcess(identity.pid);
  return now !== undefined && (identity.birth === null || now.birth === identity.birth);
}

/** The identity of the running process. */
export function ownIdentity(): ProcessIdentity {
  return identifyProcess(process.pid) ?? { pid: process.pid, birth: null };
}

/** The parent's number; undefined where the system does not show it. */
export function parentOf(pid: number): number | undefined {
  return pid === process.pid ? process.ppid : readLinuxStatus(pid)?.parent;
}

/** The command line, its words joined by spaces; empty where the system does not show it. */
export function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, but belongs to someone else.
    return hasErrorCode(error, 'EPERM');
  }
}

/** See proc_pid_stat(5); the command name may hold spaces and brackets, hence the last bracket. */
function readLinuxStatus(pid: number): LinuxProcessStatus | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [state, parent] = fields;
    const startTicks = fields[19];
    if (state === undefined || parent === undefined || startTicks === undefined) return undefined;
    return { state, parent: Number(parent), startTicks };
  } catch {
    return undefined;
  }
}

let knownBootId: string | undefined;

function bootId(): string {
  knownBootId ??= readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return knownBootId;
}
