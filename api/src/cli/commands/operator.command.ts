import type { Command } from 'commander';
import { OperatorLinksService } from '../../features/sign-in/operator-links.service.js';
import { CallError } from '../call-error.js';
import { write, type CliContext } from '../context.js';
import { withService } from '../session.js';

interface LinkOptions {
  readonly for?: string;
  readonly resetSecondFactor?: boolean;
  readonly json?: boolean;
}

export function operatorCommands(program: Command, context: CliContext): void {
  const operator = program.command('operator').description('Ways in for whoever has the machine itself.');
  operator
    .command('link')
    .description('Print a one-time link: for the first operator, or for somebody who cannot sign in.')
    .option('--for <email>', 'a link by which this person sets another password')
    .option('--reset-second-factor', 'takes the second factor away as well, when phone and codes are lost')
    .option('--json', 'print JSON')
    .action(async ({ for: email, resetSecondFactor, json }: LinkOptions) => {
      if (email === undefined && resetSecondFactor === true) {
        throw new CallError('REQUEST_INVALID', '--reset-second-factor needs --for <email>');
      }
      const made = await withService(context, OperatorLinksService, (links) =>
        email === undefined ? links.first() : links.wayBack(email, resetSecondFactor === true),
      );
      const answer = { url: made.url, expiresAt: made.expiresAt.toISOString() };
      write(json, answer, () => `${answer.url}\nIt holds once, until ${answer.expiresAt}.`);
    });
}
