import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import type { RowCounts } from '../../seeding/sample/sample.repository.js';
import { SAMPLE } from '../../seeding/sample/sample-world.js';
import { SampleService } from '../../seeding/sample/sample.service.js';
import { CallError } from '../call-error.js';
import { write, type CliContext } from '../context.js';
import { table } from '../print.js';
import { withService } from '../session.js';

interface LoadOptions {
  readonly seed: string;
  readonly json?: boolean;
}

interface PurgeOptions {
  readonly yes?: boolean;
  readonly json?: boolean;
}

export function sampleCommand(program: Command, context: CliContext): void {
  const sample = program
    .command('sample')
    .description('Sample data: invented figures in a data set of their own, to see the product at work.');
  sample
    .command('load')
    .description('Load the sample of a seed; does nothing when it is loaded, replaces another one.')
    .option('--seed <number>', 'whole number that decides every figure', String(SAMPLE.seed))
    .option('--json', 'print JSON')
    .action(async ({ seed, json }: LoadOptions) => {
      const number = seedOf(seed);
      const loaded = await withService(context, SampleService, (service) =>
        service.load(number, (line) => process.stderr.write(`${line}\n`)),
      );
      write(json, { loaded, seed: number }, () =>
        loaded
          ? `Loaded the sample of seed ${number}. No official row was touched.`
          : `The sample of seed ${number} is loaded already; nothing changed.`,
      );
    });
  sample
    .command('purge')
    .description('Remove the sample and all that belongs to it; official rows are not touched.')
    .option('--yes', 'do not ask')
    .option('--json', 'print JSON')
    .action(async ({ yes, json }: PurgeOptions) => {
      await withService(context, SampleService, async (service) => {
        const held = await service.held();
        const purged = held.length > 0 && (yes === true || (json !== true && (await confirmed(held))));
        const removed = purged ? await service.purge() : [];
        write(
          json,
          { purged, rows: Object.fromEntries((purged ? removed : held).map((row) => [row.table, row.rows])) },
          () => purgeText(held, removed, purged),
        );
      });
    });
}

function seedOf(text: string): number {
  const seed = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(seed)) throw new CallError('REQUEST_INVALID', '--seed is a whole number from 0');
  return seed;
}

/** Asks on a terminal; without one the answer is no. */
async function confirmed(held: RowCounts): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await asking.question(`${countText(held)}\nRemove these rows? [y/N] `);
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    asking.close();
  }
}

function purgeText(held: RowCounts, removed: RowCounts, purged: boolean): string {
  if (held.length === 0) return 'No sample is loaded; nothing to remove.';
  if (!purged) return `${countText(held)}\nNot removed: add --yes to remove the sample.`;
  return `${countText(removed)}\nRemoved. No official row was touched.`;
}

function countText(counts: RowCounts): string {
  return table(
    ['table', 'rows'],
    counts.map((row) => [row.table, String(row.rows)]),
    [1],
  );
}
