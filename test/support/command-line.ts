import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const CHECKOUT = join(import.meta.dirname, '..', '..');

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs `npm run -s cli -- …` as a person or a program does, in a process of its own, on the database
 * of the spec. It is typed in `folder`, which need not be the checkout.
 */
export function runCommand(
  words: readonly string[],
  databaseUrl: string,
  folder: string = CHECKOUT,
): Promise<Ran> {
  const child = spawn('npm', ['--prefix', CHECKOUT, 'run', '-s', 'cli', '--', ...words], {
    cwd: folder,
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: databaseUrl, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.stderr += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...printed }));
  });
}
