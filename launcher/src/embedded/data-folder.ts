import { spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { hasErrorCode, oneLine, Refusal } from '../refusal.ts';
import type { NativeBinaries } from './native-binaries.ts';
import type { ServerAccount } from './server-account.ts';
import { serverEnvironment } from './server-environment.ts';

/** The PostgreSQL major version that the data folder must be of. */
export const POSTGRES_MAJOR = '18';

/** The product's database and its owner, who is no superuser: as in production. */
export const DATABASE_NAME = 'dti_monitor';
export const DATABASE_OWNER = 'dti_monitor';
/** The role of the application, which row-level security binds: it owns nothing. */
export const APPLICATION_ROLE = 'dti_monitor_app';
export const SUPERUSER = 'postgres';

/** Vietnamese sort order, from ICU. */
const VIETNAMESE_COLLATION = 'vi-VN-x-icu';

/** Where the tables lie inside the state folder. */
export function dataFolderIn(stateFolder: string): string {
  return join(stateFolder, 'postgres');
}

/**
 * True when the data folder holds a database of our version, false when there is none yet.
 * @throws {Refusal} when it is there but unreadable, of another version, or not a data folder.
 */
export function isDataFolderMade(dataFolder: string): boolean {
  const advice = `Move it away, or empty it with \`npm run reset\`.`;
  try {
    const found = statSync(dataFolder, { throwIfNoEntry: false });
    if (found === undefined) return false;
    if (!found.isDirectory()) throw new Refusal(`The data folder ${dataFolder} is not a folder. ${advice}`);
    if (readdirSync(dataFolder).length === 0) return false;
    const version = readFileSync(join(dataFolder, 'PG_VERSION'), 'utf8').trim();
    if (version === POSTGRES_MAJOR) return true;
    const said = /^\d+(\.\d+)?$/.test(version)
      ? `is of PostgreSQL ${version}`
      : 'names no PostgreSQL version';
    throw new Refusal(
      `The data folder ${dataFolder} ${said}; version ${POSTGRES_MAJOR} is needed. ${advice}`,
    );
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (hasErrorCode(error, 'ENOENT')) {
      throw new Refusal(
        `The data folder ${dataFolder} holds no PostgreSQL database (PG_VERSION is missing). ${advice}`,
      );
    }
    throw new Refusal(
      `The data folder ${dataFolder} cannot be read (${oneLine(error)}). Start as its owner, or mend its permissions.`,
    );
  }
}

export interface NewDataFolder {
  readonly dataFolder: string;
  readonly binaries: NativeBinaries;
  readonly account: ServerAccount | undefined;
  readonly password: string;
  /** False only for a throwaway cluster: do not wait for the disk. */
  readonly durable: boolean;
}

/**
 * Makes the data folder with an empty product database in it. It is made beside its place
 * and renamed at the end: a data folder that is there is whole, whenever we were killed.
 */
export async function makeDataFolder(wanted: NewDataFolder): Promise<void> {
  removeUnfinished(wanted.dataFolder);
  // A name of its own: the initdb of a launcher that was killed may still be writing to the last one.
  const unfinished = `${wanted.dataFolder}.unfinished-${process.pid}`;
  const passwordFile = `${wanted.dataFolder}.password`;
  mkdirSync(unfinished, { mode: 0o700 });
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, wanted.password, { mode: 0o600 });
  if (wanted.account !== undefined) {
    chownSync(unfinished, wanted.account.uid, wanted.account.gid);
    chownSync(passwordFile, wanted.account.uid, wanted.account.gid);
  }
  try {
    await runInitdb(wanted, unfinished, passwordFile);
    await makeDatabase(wanted, unfinished);
    markApplicationRole(unfinished);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  if (existsSync(wanted.dataFolder)) rmSync(wanted.dataFolder, { recursive: true });
  renameSync(unfinished, wanted.dataFolder);
}

/** What earlier attempts left that were killed. */
function removeUnfinished(dataFolder: string): void {
  const parent = dirname(dataFolder);
  for (const name of readdirSync(parent)) {
    if (name.startsWith(`${basename(dataFolder)}.unfinished`)) {
      rmSync(join(parent, name), { recursive: true, force: true });
    }
  }
}

async function runInitdb(wanted: NewDataFolder, folder: string, passwordFile: string): Promise<void> {
  const options = [
    `--pgdata=${folder}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(wanted.durable ? [] : ['--no-sync']),
  ];
  await runTool(wanted.binaries.initdb, options, wanted.account);
}

/** Uses PostgreSQL's single-user mode, where no server, port or client is needed. */
async function makeDatabase(wanted: NewDataFolder, folder: string): Promise<void> {
  const output = await runStatements(wanted, folder, [
    `SELECT collname FROM pg_collation WHERE collname = '${VIETNAMESE_COLLATION}';`,
    `CREATE ROLE ${DATABASE_OWNER} LOGIN PASSWORD '${wanted.password}';`,
    `CREATE ROLE ${APPLICATION_ROLE} LOGIN PASSWORD '${wanted.password}';`,
    `CREATE DATABASE ${DATABASE_NAME} OWNER ${DATABASE_OWNER};`,
  ]);
  if (!output.includes(`"${VIETNAMESE_COLLATION}"`)) {
    throw new Refusal(
      `The embedded PostgreSQL lacks the collation ${VIETNAMESE_COLLATION}: run \`npm ci\` again.`,
    );
  }
}

/** A data folder made before the application had a role of its own gets it; its server must not run. */
export async function provideApplicationRole(existing: NewDataFolder): Promise<void> {
  if (existsSync(join(existing.dataFolder, ROLE_MARK))) return;
  await runStatements(existing, existing.dataFolder, [
    `CREATE ROLE ${APPLICATION_ROLE} LOGIN PASSWORD '${existing.password}';`,
  ]);
  markApplicationRole(existing.dataFolder);
}

/** Beside the tables, so that it comes and goes with them. */
const ROLE_MARK = 'dti_application_role';

function markApplicationRole(folder: string): void {
  writeFileSync(join(folder, ROLE_MARK), '');
}

async function runStatements(
  { account, binaries, durable }: NewDataFolder,
  folder: string,
  statements: readonly string[],
): Promise<string> {
  // With -j a statement ends at an empty line.
  const input = `${statements.join('\n\n')}\n\n`;
  const options = ['--single', '-j', '-D', folder, ...(durable ? [] : ['-F']), 'postgres'];
  const output = await runTool(binaries.postgres, options, account, input);
  if (/\b(ERROR|FATAL|PANIC):/.test(output))
    throw new Refusal(`The database could not be made: ${oneLine(output)}`);
  return output;
}

function runTool(
  program: string,
  options: readonly string[],
  account: ServerAccount | undefined,
  input = '',
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, options, { ...account, cwd: '/', env: serverEnvironment(), stdio: 'pipe' });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stdin.on('error', () => undefined).end(input);
    child.on('error', (error) => reject(new Refusal(`${program} cannot be run (${oneLine(error)}).`)));
    child.on('close', (status) => {
      if (status === 0) resolve(output);
      else reject(new Refusal(`${program} failed: ${lastComplaint(output)}`));
    });
  });
}

/** The line of a tool's output that names the fault, or its last line. */
export function lastComplaint(output: string): string {
  const lines = output.split(/\r?\n/).map((line) => line.trim());
  const complaint = lines.findLast((line) => /\b(FATAL|PANIC|error):/.test(line));
  return complaint ?? lines.findLast((line) => line !== '') ?? 'it gave no reason';
}
