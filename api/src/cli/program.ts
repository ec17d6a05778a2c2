import { Command, CommanderError } from 'commander';
import { PRODUCT_VERSION } from '../config/version.js';
import { LaunchError } from '../platform/database/launch-check.js';
import { Problem, problemBody } from '../platform/http/problem.js';
import { editionCommands } from './commands/edition.command.js';
import { importCommand } from './commands/import.command.js';
import { listCommands } from './commands/list.command.js';
import { rankCommand } from './commands/rank.command.js';
import { reportCommand } from './commands/report.command.js';
import { scoreCommands } from './commands/score.command.js';
import { seedCommand } from './commands/seed.command.js';
import { CallError } from './call-error.js';
import type { CliOptions } from './session.js';

const DONE = 0;
const DATA_IS_WRONG = 1;
const CALL_IS_WRONG = 2;

/** A problem of the call names something that is not there or is badly formed; any other is of the data. */
const CALL_STATUSES = new Set([400, 404]);

/** Runs one command. Results go to standard output, everything else to standard error. */
export async function runProgram(argv: readonly string[], options: CliOptions): Promise<number> {
  let status = DONE;
  const program = new Command('npm run cli --')
    .description(
      'DTI Data Monitor from the command line: import, score, rank and report, on the same services as the API.',
    )
    .version(PRODUCT_VERSION)
    .showHelpAfterError('(add --help for what it takes)')
    .exitOverride()
    .addHelpText('after', EXIT_STATUSES);
  const context = { ...options, finish: (code: 0 | 1) => void (status = code) };
  importCommand(program, context);
  scoreCommands(program, context);
  rankCommand(program, context);
  reportCommand(program, context);
  editionCommands(program, context);
  listCommands(program, context);
  seedCommand(program, context);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return status;
  } catch (error) {
    return failed(error, argv.includes('--json'));
  }
}

const EXIT_STATUSES = `
Exit status: 0 done, 1 the data is wrong, 2 the call is wrong.
With --json, use "npm run -s cli -- …" so that standard output holds JSON alone.`;

function failed(error: unknown, json: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : CALL_IS_WRONG;
  if (error instanceof Problem) {
    if (json) process.stdout.write(`${JSON.stringify(problemBody(error, 'cli'))}\n`);
    const faults = error.errors.map(({ path, code, message }) => `  ${path}  ${code}  ${message}`);
    process.stderr.write(
      `${[`${error.code}: ${error.title}${error.detail === undefined ? '' : ` (${error.detail})`}`, ...faults].join('\n')}\n`,
    );
    return CALL_STATUSES.has(error.status) ? CALL_IS_WRONG : DATA_IS_WRONG;
  }
  if (error instanceof CallError || error instanceof LaunchError) {
    process.stderr.write(`${error.code}: ${error.message}\n`);
    return CALL_IS_WRONG;
  }
  throw error;
}
