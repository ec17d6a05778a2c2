import type { Command } from 'commander';
import { z } from 'zod';
import { GrantsService } from '../../features/people/grants.service.js';
import { InvitationsService } from '../../features/people/invitations.service.js';
import { PeopleService } from '../../features/people/people.service.js';
import {
  grantRequestSchema,
  invitationRequestSchema,
  peopleQuerySchema,
  reasonRequestSchema,
} from '../../features/people/person.dto.js';
import { CallError } from '../call-error.js';
import { write, type CliContext } from '../context.js';
import { table } from '../print.js';
import { withService } from '../session.js';

interface Options {
  readonly json?: boolean;
  readonly reason?: string;
  readonly role?: string;
  readonly unit?: string;
  readonly state?: string;
  readonly from?: string;
  readonly to?: string;
  readonly locale?: string;
}

export function personCommands(program: Command, context: CliContext): void {
  const person = program.command('person').description('People and the roles they hold.');
  listCommand(person, context);
  inviteCommand(person, context);
  suspendCommand(person, context);
  roleCommands(person, context);
}

function listCommand(person: Command, context: CliContext): void {
  person
    .command('list [text]')
    .description('List accounts; text is looked for in name and address.')
    .option('--role <role>', 'who holds a role')
    .option('--unit <id>', 'for a unit')
    .option('--state <state>', 'invited, active or suspended')
    .option('--json', 'print JSON')
    .action(async (q: string | undefined, { json, role, unit, state }: Options) => {
      const query = parsed(peopleQuerySchema, { q, role, unit, state, size: 500 });
      const page = await withService(context, PeopleService, (service) => service.list(query));
      const rows = page.items.map(({ id, name, email, state: standing, grants }) => [
        id,
        standing,
        name,
        email,
        grants.map((grant) => [grant.role, grant.unitId].filter(Boolean).join('@')).join(' '),
      ]);
      write(json, page, () => table(['id', 'state', 'name', 'e-mail', 'roles'], rows));
    });
}

function inviteCommand(person: Command, context: CliContext): void {
  person
    .command('invite <name> <email>')
    .description('Make an account and print the link by which its owner sets a password.')
    .option('--role <role>', 'a role to hold from today')
    .option('--unit <id>', 'the unit it is held for')
    .option('--locale <language>', 'vi or en', 'vi')
    .option('--json', 'print JSON')
    .action(async (name: string, email: string, { json, role, unit, locale }: Options) => {
      const grants = role === undefined ? [] : [{ role, unitId: unit ?? null }];
      const request = parsed(invitationRequestSchema, { name, email, locale, grants });
      const invited = await withService(context, InvitationsService, (service) => service.invite(request));
      write(json, invited, () => `${invited.personId}\n${invited.link ?? 'sent by mail'}`);
    });
}

function suspendCommand(person: Command, context: CliContext): void {
  person
    .command('suspend <id>')
    .description('Suspend an account: its sessions, links and delegations end at once.')
    .requiredOption('--reason <text>', 'why')
    .option('--json', 'print JSON')
    .action(async (id: string, { json, reason }: Options) => {
      const request = parsed(reasonRequestSchema, { reason });
      const detail = await withService(context, PeopleService, (service) =>
        service.suspend(personId(id), request.reason),
      );
      write(json, detail, () => `${id}: ${detail.state}`);
    });
}

function roleCommands(person: Command, context: CliContext): void {
  person
    .command('grant <id> <role>')
    .description('Grant a role for a time.')
    .option('--unit <id>', 'the unit it is held for')
    .option('--from <day>', 'its first day; today when left out')
    .option('--to <day>', 'its last day; until it is revoked when left out')
    .option('--reason <text>', 'why')
    .option('--json', 'print JSON')
    .action(async (id: string, role: string, { json, unit, from, to, reason }: Options) => {
      const asked = { role, unitId: unit ?? null, validFrom: from, validTo: to ?? null, reason };
      const request = parsed(grantRequestSchema, asked);
      const grant = await withService(context, GrantsService, (s) => s.grant(personId(id), request));
      write(json, { grant }, () => `granted: ${grant}`);
    });
  person
    .command('revoke <id> <grant>')
    .description('Revoke a role, and what was delegated from it.')
    .requiredOption('--reason <text>', 'why')
    .option('--json', 'print JSON')
    .action(async (id: string, grant: string, { json, reason }: Options) => {
      const request = parsed(reasonRequestSchema, { reason });
      await withService(context, GrantsService, (s) => s.revoke(personId(id), grant, request.reason));
      write(json, { revoked: grant }, () => `revoked: ${grant}`);
    });
}

/** @throws CallError REQUEST_INVALID */
function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
  throw new CallError('REQUEST_INVALID', faults.join('; '));
}

function personId(id: string): string {
  return parsed(z.uuid(), id);
}
