import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';

export type Format = 'table' | 'json' | 'csv';

/** What is asked for. */
export interface Request {
  readonly framework: string;
  /** `null` where the framework alone is looked at. */
  readonly data: string | null;
  readonly format: Format;
  readonly explain: string | null;
  readonly gains: string | null;
  readonly audit: boolean;
  readonly validate: boolean;
  readonly simulate: { readonly draws: number; readonly seed: number } | null;
  readonly whatIf: readonly string[];
  readonly group: 'all' | 'column' | null;
  readonly period: string | null;
  readonly ignoreUnknown: boolean;
}

/** A request, or what was printed instead of one, with the exit status. */
export type CommandLine = { readonly request: Request } | { readonly status: number };

interface Options {
  framework: string;
  data?: string;
  format: Format;
  explain?: string;
  gains?: string;
  audit?: true;
  validate?: true;
  simulate?: number;
  seed?: number;
  whatIf?: string[];
  group?: 'all' | 'column';
  period?: string;
  ignoreUnknown?: true;
}

export const USAGE = 2;

const EXAMPLES = `
Examples:
  dti-score --framework index.yaml --data figures.csv
  dti-score -f index.yaml -d - --format csv < figures.csv > ranking.csv
  dti-score -f index.yaml -d figures.csv --explain "Hà Nội"
  dti-score -f index.yaml -d figures.csv --simulate 1000 --seed 7
  dti-score -f index.yaml -d figures.csv --what-if "Hà Nội.portals=12" --what-if "Huế.portals="

Exit status: 0 done; 1 the framework or the data is wrong; 2 the call is wrong.
The framework file is described in docs/guides/framework-file.md.`;

/**
 * Reads the arguments.
 *
 * @param print given help and versions, and what is wrong with the call
 */
export function readCommandLine(
  argv: readonly string[],
  version: string,
  print: { readonly out: (text: string) => void; readonly err: (text: string) => void },
): CommandLine {
  const program = programOf(version, print);
  try {
    program.parse(argv, { from: 'user' });
    return { request: requestOf(program) };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { status: error.exitCode === 0 ? 0 : USAGE };
  }
}

function programOf(
  version: string,
  print: { readonly out: (text: string) => void; readonly err: (text: string) => void },
): Command {
  return new Command('dti-score')
    .description('Scores and ranks units by a composite index, and explains the result.')
    .configureOutput({ writeOut: print.out, writeErr: print.err, getOutHasColors: () => false })
    .exitOverride()
    .showHelpAfterError('(--help lists the options)')
    .requiredOption('-f, --framework <file>', 'framework file, YAML or JSON; - for standard input')
    .option('-d, --data <file>', 'data as CSV, wide or long; - for standard input')
    .addOption(
      new Option('--format <format>', 'form of the answer')
        .choices(['table', 'json', 'csv'])
        .default('table'),
    )
    .option('--explain <unit>', 'why a unit has its score, and where it loses')
    .option('--gains <unit>', 'what would raise the score of a unit, the most first')
    .option('--simulate <draws>', 'how sure the ranks are, by so many draws', wholeNumber)
    .option('--seed <number>', 'seed of the draws (default: 1)', wholeNumber)
    .option('--audit', 'statistics and correlations of the indicators')
    .option(
      '--what-if <unit.element=value>',
      'changes a value first; may be repeated',
      (own: string, all: string[]) => [...all, own],
      [],
    )
    .option('--validate', 'checks the framework, and the data if given, and computes nothing')
    .addOption(
      new Option('--group <by>', 'rank within the groups of the column `group`, or all together').choices([
        'all',
        'column',
      ]),
    )
    .option('--period <period>', 'period to score (default: the newest)')
    .option('--ignore-unknown', 'pass over rows of a long table that the framework does not ask for')
    .version(version, '-V, --version')
    .addHelpText('after', EXAMPLES)
    .allowExcessArguments(false);
}

function requestOf(program: Command): Request {
  const given = program.opts<Options>();
  const refusal = refusalOf(given);
  if (refusal !== null) program.error(`error: ${refusal}`, { exitCode: USAGE });
  const { framework, data = null, format, explain = null, gains = null, simulate, seed = 1 } = given;
  const { whatIf = [], group = null, period = null } = given;
  return {
    framework,
    data,
    format,
    explain,
    gains,
    audit: given.audit === true,
    validate: given.validate === true,
    simulate: simulate === undefined ? null : { draws: simulate, seed },
    whatIf,
    group,
    period,
    ignoreUnknown: given.ignoreUnknown === true,
  };
}

/** Why options that are right by themselves do not go together, or `null`. */
function refusalOf(given: Options): string | null {
  const { framework, data, format, explain, gains, simulate, seed, audit, validate, whatIf = [] } = given;
  const asked = [explain, gains, simulate, audit, whatIf[0]].filter((each) => each !== undefined).length;
  if (data === undefined && validate !== true) return "required option '-d, --data <file>' not specified";
  if (framework === '-' && data === '-') return 'the framework and the data cannot both be standard input';
  if (seed !== undefined && simulate === undefined) return '--seed goes with --simulate';
  if (validate === true && asked > 0) return '--validate computes nothing: ask for the rest without it';
  if (format === 'csv' && asked > 1) {
    return '--format csv prints one table: ask for one of --explain, --gains, --simulate, --audit and --what-if';
  }
  return null;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value)) return value;
  throw new InvalidArgumentError('It is a whole number from 0 on.');
}
