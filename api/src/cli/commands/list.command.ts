import type { Command } from 'commander';
import { AssessmentsService } from '../../features/assessments/assessments.service.js';
import { EditionsService } from '../../features/editions/editions.service.js';
import { FrameworksService } from '../../features/frameworks/frameworks.service.js';
import { unitQuerySchema } from '../../features/units/unit.dto.js';
import { UnitsService } from '../../features/units/units.service.js';
import { OFFICIAL } from '../../platform/http/data-set.js';
import { CallError } from '../call-error.js';
import { write, type CliContext } from '../context.js';
import { table } from '../print.js';
import { withService } from '../session.js';

interface DataSetOptions {
  readonly json?: boolean;
  readonly dataSet: string;
}

const ALL = { page: 1, size: 500 };

export function listCommands(program: Command, context: CliContext): void {
  unitsCommand(program, context);
  program
    .command('frameworks')
    .description('List the framework versions.')
    .option('--json', 'print JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const { items } = await withService(context, FrameworksService, (service) => service.list(ALL));
      const rows = items.map((f) => [
        f.code,
        f.level,
        `${f.periodFrom}–${f.periodTo ?? ''}`,
        f.status,
        f.nameVi,
      ]);
      write(json, items, () => table(['code', 'level', 'periods', 'status', 'name'], rows));
    });
  program
    .command('assessments')
    .description('List the assessments, newest first.')
    .option('--data-set <code>', 'the data set they are of', OFFICIAL)
    .option('--json', 'print JSON')
    .action(async ({ json, dataSet }: DataSetOptions) => {
      const { items } = await withService(context, AssessmentsService, (service) =>
        service.list({ ...ALL, dataSet }),
      );
      const rows = items.map((a) => [
        a.id,
        a.frameworkVersion,
        a.period,
        a.basis,
        `${a.scoredCount}/${a.unitCount}`,
        a.createdAt,
      ]);
      write(json, items, () =>
        table(['id', 'framework', 'period', 'basis', 'scored', 'created'], rows, [0, 4]),
      );
    });
  editionsCommand(program, context);
}

function editionsCommand(program: Command, context: CliContext): void {
  program
    .command('editions')
    .description('List the editions, newest period first.')
    .option('--data-set <code>', 'the data set they are of', OFFICIAL)
    .option('--json', 'print JSON')
    .action(async ({ json, dataSet }: DataSetOptions) => {
      const { items } = await withService(context, EditionsService, (service) =>
        service.list({ ...ALL, dataSet }),
      );
      const rows = items.map((e) => [e.code, String(e.revision), e.status, e.publishedOn ?? '', e.titleVi]);
      write(json, items, () => table(['code', 'revision', 'status', 'published', 'title'], rows, [1]));
    });
}

function unitsCommand(program: Command, context: CliContext): void {
  program
    .command('units')
    .description('List the organisation units of a date.')
    .option('--on <day>', 'date of the roster, e.g. 2024-12-31; today when absent')
    .option('--level <level>', 'nation, ministry or province')
    .option('-q, --query <text>', 'part of a name, with or without diacritics')
    .option('--json', 'print JSON')
    .action(
      async ({ json, query, ...own }: { json?: boolean; query?: string; on?: string; level?: string }) => {
        const parsed = unitQuerySchema.safeParse({ ...own, q: query, ...ALL });
        if (!parsed.success) {
          throw new CallError(
            'REQUEST_INVALID',
            parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; '),
          );
        }
        const { items } = await withService(context, UnitsService, (service) => service.list(parsed.data));
        const rows = items.map((u) => [u.id, u.kind, u.nameVi, u.validFrom ?? '', u.validTo ?? '']);
        write(
          json,
          items,
          () => `${table(['id', 'kind', 'name', 'from', 'to'], rows)}\n${items.length} units`,
        );
      },
    );
}
