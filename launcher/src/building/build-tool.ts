import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { CHECKOUT } from '../checkout.ts';
import { Refusal } from '../refusal.ts';
import { endToolGroup, rememberTool } from './running-tools.ts';
import type { Part } from './parts.ts';

/** What a tool that fails may print before our own line; compilers repeat themselves. */
const SHOWN_LINES = 40;

/** Builds one part from scratch; what its tool prints is shown only when it fails. */
export async function runBuildTool(part: Part, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  // A leftover of a removed source would still be loaded, a migration for instance.
  rmSync(join(CHECKOUT, part.name, 'dist'), { recursive: true, force: true, maxRetries: 5 });
  const [program, ...options] = part.name === 'web' ? npm('run', 'build', '-w', 'web') : compiler(part.name);
  const output = await run(program, options, signal);
  signal.throwIfAborted();
  if (output === undefined) return;
  process.stderr.write(`${output.trimEnd().split('\n').slice(-SHOWN_LINES).join('\n')}\n`);
  throw new Refusal(`Building ${part.name} failed: what its compiler said is above.`);
}

type CommandLine = readonly [program: string, ...options: string[]];

/** tsc itself: npm would add half a second. */
function compiler(name: string): CommandLine {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  return [process.execPath, tsc, '-p', join(CHECKOUT, name, 'tsconfig.json')];
}

/** The npm that runs us, if one does. */
function npm(...options: string[]): CommandLine {
  const script = process.env['npm_execpath'];
  return script?.endsWith('.js') === true ? [process.execPath, script, ...options] : ['npm', ...options];
}

/** Undefined when the tool succeeds, otherwise what it printed. */
function run(program: string, options: readonly string[], signal: AbortSignal): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, options, {
      cwd: CHECKOUT,
      env: { ...process.env, NG_CLI_ANALYTICS: 'false' },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that the tool's own children end with it.
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    const forget = rememberTool(child.pid);
    const end = (): void => endGroup(child);
    signal.addEventListener('abort', end, { once: true });
    process.once('exit', end);
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', (error) => reject(new Refusal(`${program} cannot be run (${error.message}).`)));
    child.on('close', (status) => {
      signal.removeEventListener('abort', end);
      process.removeListener('exit', end);
      forget();
      resolve(status === 0 ? undefined : output);
    });
  });
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') child.kill();
  else endToolGroup(child.pid);
}
