import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { runCli } from '@dti-monitor/api/launch';
import type { Ran } from './command-line.ts';
import { freshDatabase, type FreshDatabase } from './fresh-database.ts';
import { printed } from './printed.ts';

/** Commands of a spec file: a database of its own, and a folder in which they are typed. */
export interface TypedCommands {
  readonly databaseUrl: () => string;
  readonly folder: () => string;
  /** Runs a command in the process of the spec; what it prints is given back. */
  run(...words: readonly string[]): Promise<Ran>;
  /** Puts a file into the folder and returns its name. */
  file(name: string, text: string): string;
}

/**
 * Commands without npm and the launcher, which command-line.spec.ts tells of: a process for each would
 * cost seconds.
 * @param folderName how the name of the folder begins
 */
export function useTypedCommands(folderName = 'dti-monitor-cli-'): TypedCommands {
  let database: FreshDatabase | undefined;
  let folder = '';
  const typedIn = process.env['INIT_CWD'];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), folderName));
    process.env['INIT_CWD'] = folder;
    database = await freshDatabase('loaded');
  }, 60_000);
  afterAll(async () => {
    if (typedIn === undefined) delete process.env['INIT_CWD'];
    else process.env['INIT_CWD'] = typedIn;
    rmSync(folder, { recursive: true, force: true });
    await database?.drop();
  });
  const databaseUrl = (): string => database?.url ?? '';
  return {
    databaseUrl,
    folder: () => folder,
    run: (...words) => runInProcess(words, databaseUrl()),
    file: (name, text) => {
      writeFileSync(join(folder, name), text);
      return name;
    },
  };
}

/** Runs a command in this process, on any database. */
export async function runInProcess(words: readonly string[], databaseUrl: string): Promise<Ran> {
  const { result, stdout, stderr } = await printed(() =>
    runCli(words, { databaseUrl: async () => databaseUrl, embeddedDatabase: false }),
  );
  return { status: result, stdout, stderr };
}
