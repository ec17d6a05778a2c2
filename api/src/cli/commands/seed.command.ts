import type { Command } from 'commander';
import { ReferenceDataService } from '../../seeding/reference-data.service.js';
import { write, type CliContext } from '../context.js';
import { withService } from '../session.js';

export function seedCommand(program: Command, context: CliContext): void {
  program
    .command('seed')
    .description(
      'Load the reference data and published figures of seeds/ into the database; does nothing when they are loaded.',
    )
    .option('--json', 'print JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const loaded = await withService(context, ReferenceDataService, (service) =>
        service.load((line) => process.stderr.write(`${line}\n`)),
      );
      write(json, { loaded }, () => (loaded ? 'Loaded.' : 'Loaded already; nothing changed.'));
    });
}
