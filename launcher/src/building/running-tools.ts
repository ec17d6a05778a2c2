import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../checkout.ts';
import { identifyProcess, isAlive, type ProcessIdentity } from '../embedded/process-identity.ts';

const FOLDER = join(CHECKOUT, '.data', 'build-tools');

/**
 * Notes a running build tool, so that one whose launcher was killed can be ended before the
 * next build writes to the same folder. Returns what forgets it again.
 */
export function rememberTool(pid: number | undefined): () => void {
  const tool = pid === undefined ? undefined : identifyProcess(pid);
  if (tool === undefined) return () => undefined;
  const file = join(FOLDER, `${tool.pid}.json`);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(file, JSON.stringify(tool));
  return () => rmSync(file, { force: true });
}

/** Ends the tools of launchers that were killed. Call it where no build of ours runs. */
export function endAbandonedTools(): void {
  mkdirSync(FOLDER, { recursive: true });
  for (const name of readdirSync(FOLDER)) {
    const tool = JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as ProcessIdentity;
    if (isAlive(tool)) endToolGroup(tool.pid);
    rmSync(join(FOLDER, name));
  }
}

/** Ends a tool and all that it started: each leads a group of its own. */
export function endToolGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended in the meantime.
  }
}
