import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasErrorCode } from '../refusal.ts';

/** What a running server says of itself in the first lines of its postmaster.pid. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** Path of the file that PostgreSQL keeps while it runs on the data folder. */
export function postmasterFile(dataFolder: string): string {
  return join(dataFolder, 'postmaster.pid');
}

/**
 * Reads postmaster.pid (its lines are listed in PostgreSQL's pidfile.h: pid, data folder,
 * start, port, socket folder, address, shared memory, status). Undefined when there is none
 * or when it is only half written.
 */
export function readPostmaster(dataFolder: string): Postmaster | undefined {
  let text: string;
  try {
    text = readFileSync(postmasterFile(dataFolder), 'utf8');
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready' };
}
