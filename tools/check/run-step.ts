import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countJest, type JestReport } from './jest-report.ts';
import type { Step, StepOutcome } from './step.ts';

/** What a step came to, what it printed, and how long it took in seconds. */
export interface StepRun {
  readonly outcome: StepOutcome;
  readonly output: string;
  readonly seconds: number;
}

/** Runs one step to its end or its limit. Never throws: what goes wrong is a failed outcome. */
export async function runStep(step: Step, root: string): Promise<StepRun> {
  if (step.counts === 'missing') {
    return { outcome: { passed: 0, failed: 1, skipped: 0, reason: step.does }, output: '', seconds: 0 };
  }
  const started = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'check-'));
  try {
    const reportFile = join(folder, 'report.json');
    const more = step.counts === 'jest' ? ['--json', `--outputFile=${reportFile}`] : [];
    const ended = await runCommand([...step.command, ...more], step, root);
    const outcome = ended.stopped
      ? { passed: 0, failed: 1, skipped: 0, reason: ended.stopped }
      : step.counts === 'jest'
        ? countJest(readReport(reportFile), ended.status)
        : exitOutcome(ended.status);
    return { outcome, output: ended.output, seconds: (performance.now() - started) / 1000 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Ended {
  readonly status: number | null;
  /** Why it was stopped from outside, when it did not end by itself. */
  readonly stopped: string | undefined;
  readonly output: string;
}

/** How long a step's descendants may outlive it, in seconds, before that is a fault. */
const grace = 10;

/** The child gets a process group of its own, so that a stopped step leaves nothing running behind it. */
function runCommand(command: readonly string[], step: Step, root: string): Promise<Ended> {
  const [program = '', ...args] = command;
  const chunks: Buffer[] = [];
  return new Promise((resolve) => {
    const child = spawn(program === 'node' ? process.execPath : program, args, {
      cwd: root,
      detached: true,
      // jest's report goes to its file; its copy on standard output is not wanted.
      stdio: ['ignore', step.counts === 'jest' ? 'ignore' : 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    });
    let stopped: string | undefined;
    const stop = (reason: string): void => {
      stopped ??= reason;
      endGroup(child.pid, 'SIGTERM');
      setTimeout(() => endGroup(child.pid, 'SIGKILL'), 5000).unref();
    };
    const interrupted = (signal: NodeJS.Signals): void => {
      endGroup(child.pid, 'SIGTERM');
      process.exit(signal === 'SIGINT' ? 130 : 143);
    };
    let timer = setTimeout(() => stop(`stopped after ${step.limit} s`), step.limit * 1000);
    process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
    }
    child.once('error', (error) => chunks.push(Buffer.from(`${program}: ${error.message}\n`)));
    child.once('exit', () => {
      clearTimeout(timer);
      timer = setTimeout(() => stop('left a process running behind it'), grace * 1000);
    });
    child.once('close', (status) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
      resolve({ status, stopped, output: Buffer.concat(chunks).toString('utf8') });
    });
  });
}

function endGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // The group has ended by itself.
  }
}

function exitOutcome(status: number | null): StepOutcome {
  if (status === 0) return { passed: 1, failed: 0, skipped: 0 };
  return { passed: 0, failed: 1, skipped: 0, reason: `exit status ${status}` };
}

function readReport(path: string): JestReport | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as JestReport;
  } catch {
    return undefined;
  }
}
