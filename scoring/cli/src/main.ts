import { readFileSync } from 'node:fs';
import { ENGINE_VERSION } from '@dti-monitor/scoring';
import { readCommandLine, USAGE } from './command-line.js';
import { CallRefusal } from './finding.js';
import { answer } from './answer.js';
import type { Terminal } from './terminal.js';
import { printable } from './write/text-table.js';

export { terminal } from './terminal.js';

/**
 * Runs `dti-score`.
 *
 * @param argv without node and script
 * @returns the exit status: 0 done, 1 the framework or the data is wrong, 2 the call is wrong
 */
export async function runCommandLine(argv: readonly string[], terminal: Terminal): Promise<number> {
  const print = {
    out: (text: string) => terminal.out.write(text),
    err: (text: string) => terminal.err.write(text),
  };
  const line = readCommandLine(argv, `${ownVersion()} (engine ${ENGINE_VERSION})`, print);
  if ('status' in line) return line.status;
  try {
    return await answer(line.request, terminal);
  } catch (error) {
    if (!(error instanceof CallRefusal)) throw error;
    for (const line of error.message.split('\n')) terminal.err.write(`${printable(line)}\n`);
    return USAGE;
  }
}

function ownVersion(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { readonly version: string }).version;
}
