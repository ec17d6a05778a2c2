import { parseArgs } from 'node:util';
import { Interrupted } from '../interrupted.ts';
import { hasErrorCode, oneLine, Refusal } from '../refusal.ts';

/** What a script of package.json is and takes. */
export interface Script {
  /** Printed by --help, as it is. */
  readonly help: string;
  /** Names of its switches, without the dashes. */
  readonly switches: readonly string[];
  /** Returns the exit status. */
  run(switches: ReadonlySet<string>): Promise<number>;
}

/** What the shell expects of a process that Ctrl-C ended. */
const INTERRUPTED = 130;
/** The grace for what others left open, before the process is ended all the same. */
const LINGER_MS = 2_000;

/** Runs a script: reads its switches, answers --help, and turns failures into one line. */
export async function runScript(script: Script): Promise<void> {
  outliveReaders();
  endWith(await statusOf(script));
}

/** Whoever reads our output may go before we do, as in `npm start | head`; that is no fault. */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (!hasErrorCode(error, 'EPIPE')) throw error;
    });
  }
}

/** Sets the exit status and sees to it that nothing left open holds the process back. */
export function endWith(status: number): void {
  process.exitCode = status;
  setTimeout(() => process.exit(), LINGER_MS).unref();
}

async function statusOf(script: Script): Promise<number> {
  try {
    const switches = readSwitches(script.switches);
    if (switches.has('help')) {
      process.stdout.write(`${script.help.trim()}\n`);
      return 0;
    }
    return await script.run(switches);
  } catch (error) {
    return reportFailure(error);
  }
}

function readSwitches(names: readonly string[]): ReadonlySet<string> {
  const options = Object.fromEntries([...names, 'help'].map((name) => [name, { type: 'boolean' } as const]));
  try {
    return new Set(Object.keys(parseArgs({ args: process.argv.slice(2), options }).values));
  } catch (error) {
    throw new Refusal(`${oneLine(error).replace(/\.$/, '')}. --help lists what there is.`);
  }
}

/** Prints why a script ends, as one line, and returns the exit status for it. */
export function reportFailure(error: unknown): number {
  if (error instanceof Interrupted) {
    process.stderr.write('Interrupted.\n');
    return INTERRUPTED;
  }
  const debugging = (process.env['DEBUG'] ?? '') !== '';
  const hint = isExplained(error) || debugging ? '' : ' (not foreseen; DEBUG=1 shows where)';
  process.stderr.write(`${oneLine(error)}${hint}\n`);
  if (debugging && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  return 1;
}

/** Errors that say what to do, and those of the operating system, which name the file. */
function isExplained(error: unknown): boolean {
  return error instanceof Error && (['Refusal', 'LaunchError'].includes(error.name) || 'syscall' in error);
}
