/**
 * Runs the scripts of package.json as a person would, in processes of their own, and looks
 * at what they leave behind. Linux only: it reads /proc.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const CHECKOUT = join(import.meta.dirname, '..', '..');
const READY = /ready at (http:\/\/\S+)/;
const POLL_MS = 50;

/** No wait in these specs lasts longer; a start that has to build takes half a minute on two cores. */
export const PATIENCE_MS = 90_000;

/** jest's limit for a spec that starts the product several times. */
export const SPEC_LIMIT_MS = 240_000;

/** The product ends with 0; the shell between npm and it dies of the signal, and some npm pass that on. */
export const AFTER_CTRL_C: readonly (number | string)[] = [0, 130, 'SIGINT'];

/** A script that runs. It leads a process group, as in a terminal. */
export interface RunningScript {
  /** npm itself. */
  readonly pid: number;
  /** What it has printed so far. */
  readonly printed: { stdout: string; stderr: string };
  /** The address, once it serves. */
  ready(): Promise<string>;
  /** The exit status, or the signal's name. */
  ended(): Promise<number | string>;
  /** Ctrl-C: the terminal signals the whole group. */
  pressCtrlC(): void;
}

/** Runs `npm run <script>` with settings on top of a clean environment. */
export function runScript(
  script: string,
  settings: Readonly<Record<string, string>>,
  ...words: readonly string[]
): RunningScript {
  const child = spawn('npm', ['run', script, ...(words.length > 0 ? ['--', ...words] : [])], {
    cwd: CHECKOUT,
    env: { ...cleanEnvironment(), ...settings },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.stderr += withoutNpm(text)));
  const pid = child.pid ?? 0;
  started.push(pid);
  return {
    pid,
    printed,
    ready: () => until(`${script} to be ready`, () => addressOf(child, printed), printed),
    ended: () => until(`${script} to end`, () => endOf(child), printed),
    pressCtrlC: () => signalGroup(pid, 'SIGINT'),
  };
}

const started: number[] = [];
const folders: string[] = [];

/** A new, empty folder for the embedded database. */
export function newStateFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dti-monitor-fault-'));
  folders.push(folder);
  return folder;
}

/** A state folder as a start and a stop leave it: its database is made and loaded. */
export function madeStateFolder(): string {
  const made = process.env['TEST_MADE_STATE'];
  if (made === undefined) throw new Error('TEST_MADE_STATE is not set: run jest project "faults"');
  const folder = newStateFolder();
  // With owners and permissions, which Node's own copy leaves behind. The programs are never written to.
  for (const name of readdirSync(made)) {
    execFileSync('cp', [name === 'native' ? '-al' : '-a', join(made, name), folder]);
  }
  return folder;
}

/** Ends whatever a failed spec left, so that it costs the others nothing. Call it after each. */
export async function cleanUp({ keepFolders = false } = {}): Promise<void> {
  for (const pid of started.splice(0)) signalGroup(pid, 'SIGKILL');
  if (keepFolders) return;
  for (const folder of folders.splice(0)) {
    for (const pid of serversOf(folder)) signal(pid, 'SIGKILL');
    await until(`servers of ${folder} to end`, () => (serversOf(folder).length === 0 ? true : undefined));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** PostgreSQL's processes on the folder: each works inside its data folder. */
export function serversOf(stateFolder: string): readonly number[] {
  return processes().filter((pid) => workingFolder(pid).startsWith(join(stateFolder, 'postgres')));
}

/** npm, shell and Node processes of a script. */
export function groupOf(script: RunningScript): readonly number[] {
  return processes().filter((pid) => statusFields(pid)[2] === String(script.pid));
}

/** The Node process below npm that is the product itself. */
export function productProcess(script: RunningScript): number {
  const found = groupOf(script).find((pid) => /launcher\/src\/\w+\.ts/.test(commandLine(pid)) && isNode(pid));
  if (found === undefined) throw new Error('the product does not run');
  return found;
}

/** What started the product: the shell that npm runs, or npm itself where the shell steps aside. */
export function productParent(script: RunningScript): number {
  return Number(statusFields(productProcess(script))[1]);
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Waits until the look gives something. */
export async function until<T>(what: string, look: () => T | undefined, printed?: object): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`waited too long for ${what}: ${JSON.stringify(printed)}`);
    await delay(POLL_MS);
  }
}

/** The lines that were printed, empty ones left out. */
export function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended.
  }
}

function signalGroup(pid: number, name: NodeJS.Signals): void {
  if (pid > 0) signal(-pid, name);
}

function addressOf(child: ChildProcess, printed: { stdout: string }): string | undefined {
  const address = READY.exec(printed.stdout)?.[1];
  if (address !== undefined) return address;
  const end = endOf(child);
  if (end !== undefined) throw new Error(`it ended with ${end}: ${JSON.stringify(printed)}`);
  return undefined;
}

function endOf(child: ChildProcess): number | string | undefined {
  return child.exitCode ?? child.signalCode ?? undefined;
}

/** npm warns of settings of the person who runs the specs; that is not the product's doing. */
function withoutNpm(text: string): string {
  return text.replaceAll(/^npm (warn|notice).*\n?/gm, '');
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  const {
    DATABASE_URL: _url,
    STATE_DIR: _folder,
    PORT: _port,
    HOST: _host,
    OWNER_DATABASE_URL: _owner,
    NODE_OPTIONS: _options,
    ...rest
  } = process.env;
  // The sample costs a start seconds; what fails and how does not hang on it.
  return { ...rest, SAMPLE_DATA: 'off', SECRET_KEY: 'ab'.repeat(32) };
}

function processes(): readonly number[] {
  const numbers = readdirSync('/proc').map(Number).filter(Number.isInteger);
  return numbers.filter((pid) => !['Z', 'X', undefined].includes(statusFields(pid)[0]));
}

/** State, parent, group, … of proc_pid_stat(5). */
function statusFields(pid: number): readonly string[] {
  const text = readFile(`/proc/${pid}/stat`);
  return text === '' ? [] : text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function commandLine(pid: number): string {
  return readFile(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
}

function isNode(pid: number): boolean {
  return /^\S*node\S* /.test(commandLine(pid));
}

function workingFolder(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}

function readFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
