import { Command } from 'commander';
import { PRODUCT_VERSION } from '../config/version.js';
import { auditCommands } from './commands/audit.command.js';
import { editionCommands } from './commands/edition.command.js';
import { frameworkCommands } from './commands/framework.command.js';
import { importCommand } from './commands/import.command.js';
import { keyCommands } from './commands/key.command.js';
import { listCommands } from './commands/list.command.js';
import { operatorCommands } from './commands/operator.command.js';
import { personCommands } from './commands/person.command.js';
import { rankCommand } from './commands/rank.command.js';
import { reportCommand } from './commands/report.command.js';
import { sampleCommand } from './commands/sample.command.js';
import { scoreCommands } from './commands/score.command.js';
import { seedCommand } from './commands/seed.command.js';
import { settingsCommands } from './commands/settings.command.js';
import { unitCommands } from './commands/unit.command.js';
import { DONE, failureOf } from './failure.js';
import type { CliOptions } from './session.js';

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
  frameworkCommands(program, context);
  scoreCommands(program, context);
  personCommands(program, context);
  rankCommand(program, context);
  reportCommand(program, context);
  editionCommands(program, context);
  listCommands(program, context);
  seedCommand(program, context);
  sampleCommand(program, context);
  settingsCommands(program, context);
  keyCommands(program, context);
  operatorCommands(program, context);
  unitCommands(program, context);
  auditCommands(program, context);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return status;
  } catch (error) {
    return report(error, argv.includes('--json'));
  }
}

const EXIT_STATUSES = `
Exit status: 0 done, 1 the data is wrong, 2 the call is wrong.
With --json, use "npm run -s cli -- …" so that standard output holds JSON alone.`;

/** @throws the error itself when nobody foresaw it */
function report(error: unknown, json: boolean): number {
  const failure = failureOf(error);
  if (failure === null) throw error;
  if (json && failure.body !== null) process.stdout.write(`${JSON.stringify(failure.body)}\n`);
  if (failure.text !== null) process.stderr.write(`${failure.text}\n`);
  return failure.status;
}
