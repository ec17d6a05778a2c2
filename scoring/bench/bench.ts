/** `npm run bench -w scoring`: how fast the engine is, in JSON or as a table. `--help` says the rest. */
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cases, type Case } from './cases.ts';
import { engine } from './engine.ts';
import { measure, sane } from './measure.ts';
import { asTable, type Result } from './report.ts';

const help = `npm run bench -w scoring -- [--table] [--only NAME[,NAME…]] [--list]

Builds the engine and measures what was built. Each case is run until it is warm, then for 1.5 s and at
least 7 times; medians, in milliseconds, go to standard output as JSON. The floor of a case is one pass
that reads and sums the same arrays, taken in turns with it. Where "busy" is well below 1, something else
had the processor, and the fastest run says more than the median.

  --table   a table instead of JSON
  --only    these cases alone (a name, or how it begins)
  --list    the cases
  --help    this text

Exit status: 0 measured, whether or not a goal was met; 1 a case could not be run; 2 wrong arguments.
`;

/** What runs in a process of its own. */
const memoryCase = {
  name: 'memory-100000',
  does: '100,000 × 100, scores and ranks: peak memory by the input',
  units: 100_000,
  indicators: 100,
  goalOfInput: 3,
};

process.exitCode = main();

function main(): number {
  let values;
  try {
    ({ values } = parseArgs({
      options: {
        table: { type: 'boolean', default: false },
        only: { type: 'string', default: '' },
        list: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
    return 2;
  }
  const wanted = values.only.split(',').filter((name) => name !== '');
  const chosen = ({ name }: { name: string }): boolean =>
    wanted.length === 0 || wanted.some((start) => name.startsWith(start));
  const all = [...cases, memoryCase];
  if (values.help) process.stdout.write(help);
  else if (values.list)
    process.stdout.write(all.map(({ name, does }) => `${name.padEnd(24)}${does}\n`).join(''));
  else if (!all.some(chosen)) {
    process.stderr.write(`no case named ${values.only}; --list has them\n`);
    return 2;
  } else {
    const results = cases.filter(chosen).map(resultOf);
    if (chosen(memoryCase)) results.push(memoryResult());
    if (!sane()) throw new Error('a case computed what is not a number');
    const environment = {
      engine: engine.ENGINE_VERSION,
      node: process.version,
      v8: process.versions.v8,
      platform: `${process.platform} ${process.arch}`,
      processors: availableParallelism(),
    };
    process.stdout.write(
      values.table ? asTable(environment, results) : `${JSON.stringify({ environment, results }, null, 2)}\n`,
    );
  }
  return 0;
}

function resultOf({ name, does, goal, goalOfFloor, prepare }: Case): Result {
  const { arrays, run } = prepare();
  const { floor, ...timing } = measure(run, arrays);
  const timesFloor = timing.median / floor;
  const goals = [
    ...(goal === undefined
      ? []
      : [{ of: 'milliseconds' as const, atMost: goal, met: timing.median <= goal }]),
    ...(goalOfFloor === undefined
      ? []
      : [{ of: 'times the floor' as const, atMost: goalOfFloor, met: timesFloor <= goalOfFloor }]),
  ];
  return { name, does, ...timing, floor, timesFloor, goals };
}

function memoryResult(): Result {
  const { name, does, units, indicators, goalOfInput } = memoryCase;
  const script = join(import.meta.dirname, 'memory.ts');
  const child = spawnSync(process.execPath, ['--expose-gc', script, String(units), String(indicators)], {
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(`${name}: ${child.stderr}`);
  const memory = JSON.parse(child.stdout) as NonNullable<Result['memory']> & { milliseconds: number };
  const timesInput = memory.peakBytes / memory.inputBytes;
  return {
    name,
    does,
    median: memory.milliseconds,
    fastest: memory.milliseconds,
    ninth: memory.milliseconds,
    runs: 1,
    memory: { ...memory, timesInput },
    goals: [{ of: 'times the input', atMost: goalOfInput, met: timesInput <= goalOfInput }],
  };
}
