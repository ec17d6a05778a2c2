import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import type { Command } from 'commander';
import { AuditChainService, type ChainReport } from '../../features/audit/audit-chain.service.js';
import { AuditEventsService } from '../../features/audit/audit-events.service.js';
import { auditFilterSchema } from '../../features/audit/audit.dto.js';
import type { Seal } from '../../features/audit/chain.js';
import type { ChainFault } from '../../features/audit/chain-check.js';
import { readSealLines, sealLine } from '../../features/audit/seal-lines.js';
import { CallError } from '../call-error.js';
import { callerPath } from '../caller-path.js';
import { write, type CliContext } from '../context.js';
import { withService } from '../session.js';

interface VerifyOptions {
  readonly from?: string;
  readonly to?: string;
  readonly seals?: string;
  readonly json?: boolean;
}

export function auditCommands(program: Command, context: CliContext): void {
  const audit = program
    .command('audit')
    .description('The trail of what was done: check it, seal its days, write it to a file.');
  audit
    .command('verify')
    .description('Walk the whole chain and name every event that was removed, altered or put in.')
    .option('--from <day>', 'first day, in Viet Nam')
    .option('--to <day>', 'last day')
    .option('--seals <file>', 'seals that were kept elsewhere, as "audit seal --all" prints them')
    .option('--json', 'print JSON')
    .action(async ({ from, to, seals, json }: VerifyOptions) => {
      const kept = seals === undefined ? undefined : keptSeals(seals);
      const { from: first, to: last } = filtersOf({ from, to });
      const report = await withService(context, AuditChainService, (service) =>
        service.verify({ from: first, to: last, kept }, (checked) =>
          process.stderr.write(`${checked} events checked\n`),
        ),
      );
      write(json, report, () => reportText(report));
      if (report.faultCount > 0) context.finish(1);
    });
  audit
    .command('seal')
    .description('Seal every day that is over, and print its seal: one line a day, to be kept elsewhere.')
    .option('--all', 'print the seals of earlier days too')
    .option('--json', 'print JSON')
    .action(async ({ all, json }: { all?: boolean; json?: boolean }) => {
      const seals = await withService(context, AuditChainService, async (service) => {
        const made = await service.seal();
        return all === true ? service.seals() : made;
      });
      if (json === true) write(json, seals, () => '');
      else process.stdout.write(seals.length === 0 ? NOTHING_TO_SEAL : sealText(seals));
    });
  exportCommand(audit, context);
}

/** A remark as far as a file of seals goes. */
const NOTHING_TO_SEAL = '# no day is over that has no seal\n';

function sealText(seals: readonly Seal[]): string {
  return seals.map((seal) => `${sealLine(seal)}\n`).join('');
}

function exportCommand(audit: Command, context: CliContext): void {
  audit
    .command('export')
    .description('Write the trail to standard output; the export itself is recorded.')
    .requiredOption('--format <format>', 'csv or jsonl')
    .option('--from <day>', 'first day, in Viet Nam')
    .option('--to <day>', 'last day')
    .option('--action <action>', 'events of one action')
    .option('--object <object>', 'events of one object, or of a kind of objects')
    .option('--unit <id>', 'events about the data of a unit')
    .action(async ({ format, ...asked }: Record<string, string> & { format: string }) => {
      if (format !== 'csv' && format !== 'jsonl')
        throw new CallError('REQUEST_INVALID', '--format is csv or jsonl');
      const filters = filtersOf(asked);
      await withService(context, AuditEventsService, async (service) => {
        for await (const part of await service.file(filters, format)) {
          if (!process.stdout.write(part)) await once(process.stdout, 'drain');
        }
      });
    });
}

function filtersOf(asked: Readonly<Record<string, string | undefined>>) {
  const filters = auditFilterSchema.safeParse(asked);
  if (filters.success) return filters.data;
  const faults = filters.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new CallError('REQUEST_INVALID', faults.join('; '));
}

function keptSeals(path: string): readonly Seal[] {
  let text: string;
  try {
    text = readFileSync(callerPath(path), 'utf8');
  } catch (error) {
    throw new CallError('FILE_UNREADABLE', (error as Error).message);
  }
  const seals = readSealLines(text);
  if ('badLine' in seals) throw new CallError('SEALS_UNREADABLE', `${path}, line ${seals.badLine}: no seal`);
  return seals;
}

function reportText({ checked, first, last, seals, faults, faultCount }: ChainReport): string {
  const walked = `${checked} events checked${checked === 0 ? '' : ` (${first} to ${last})`}, ${seals} seals`;
  if (faultCount === 0) return `${walked}: the chain is whole.`;
  const untold = faultCount - faults.length;
  return [
    `${walked}: ${faultCount} ${faultCount === 1 ? 'fault' : 'faults'}`,
    ...faults.map((fault) => `  ${fault.code}  ${faultText(fault)}`),
    ...(untold > 0 ? [`  … and ${untold} more`] : []),
  ].join('\n');
}

/** A fault in words, with the numbers and times by which it is found. */
function faultText(fault: ChainFault): string {
  switch (fault.code) {
    case 'EVENTS_REMOVED':
      return fault.from === fault.to
        ? `event ${fault.from} is missing between ${fault.from - 1} and ${fault.to + 1}`
        : `events ${fault.from} to ${fault.to} are missing`;
    case 'EVENT_ALTERED':
      return `event ${fault.number} of ${fault.at} was altered`;
    case 'CHAIN_BROKEN':
      return `event ${fault.number} of ${fault.at} does not follow the event ${fault.number - 1} that is stored`;
    case 'EVENT_MISPLACED':
      return `event ${fault.number} of ${fault.at} was put in, or moved here from elsewhere`;
    case 'EVENT_INSERTED':
      return `event ${fault.number} of ${fault.at} stands behind the end of the chain`;
    case 'TAIL_REMOVED':
      return `events ${fault.from} to ${fault.to} are missing at the end, by ${
        fault.day === null ? 'the head' : `the seal of ${fault.day}`
      }`;
    case 'HEAD_DIFFERS':
      return `event ${fault.number} is not the one that the head knows`;
    case 'SEALED_EVENT_DIFFERS':
      return `event ${fault.number} is not the one that the seal of ${fault.day} was made of`;
    case 'SEAL_ALTERED':
      return `the seal of ${fault.day} was altered`;
    case 'SEAL_REMOVED':
      return `the seal of ${fault.day} is missing`;
    case 'SEAL_DIFFERS':
      return `the seal of ${fault.day} is another than the one that was kept`;
  }
}
