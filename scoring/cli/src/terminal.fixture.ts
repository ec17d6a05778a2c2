import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommandLine } from './main.js';

export const ROOT = join(import.meta.dirname, '../../..');

/** What a run printed, and how it ended. */
export interface Run {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Files by their names, beside those of the repository; `-` is what stands on standard input. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Runs the command line on files given here, or on those of the repository by their paths in it. */
export async function run(argv: readonly string[], files: Files = {}): Promise<Run> {
  const printed = { out: '', err: '' };
  const bytesOf = async (path: string): Promise<Uint8Array> => {
    const own = files[path];
    if (own === undefined) return readFile(join(ROOT, path));
    return typeof own === 'string' ? new TextEncoder().encode(own) : own;
  };
  const output = (name: 'out' | 'err') => ({
    isTTY: false,
    write: (text: string) => void (printed[name] += text),
  });
  const status = await runCommandLine(argv, {
    readFile: bytesOf,
    readInput: () => bytesOf('-'),
    out: output('out'),
    err: output('err'),
  });
  return { status, ...printed };
}

/** The same in JSON: what is in `value`, after a run that must not fail. */
export async function answered<T>(argv: readonly string[], files: Files = {}): Promise<T> {
  const { status, out, err } = await run([...argv, '--format', 'json'], files);
  if (status !== 0) throw new Error(`status ${status}: ${out}${err}`);
  return (JSON.parse(out) as { readonly value: T }).value;
}
