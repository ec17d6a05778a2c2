import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { ReportsService } from '../../features/reports/reports.service.js';
import { day } from '../../platform/http/page.js';
import { CallError } from '../call-error.js';
import { callerPath } from '../caller-path.js';
import { write, type CliContext } from '../context.js';
import { withService } from '../session.js';

export function reportCommand(program: Command, context: CliContext): void {
  program
    .command('report')
    .description(
      'Print the annual report of an edition as PDF, in the form of Decree 30/2020/NĐ-CP, as a draft.',
    )
    .argument('<edition>', 'edition, e.g. dti-2022')
    .option(
      '-d, --date <day>',
      'date of the report, e.g. 2026-12-01; it decides which ministry issues it; today when absent',
    )
    .option('-r, --revision <number>', 'revision of the edition; the latest published one when absent')
    .option('-o, --out <file>', 'where to write it; a name of its own in this folder when absent')
    .option('--json', 'print JSON')
    .action(
      async (
        edition: string,
        options: { date?: string; revision?: string; out?: string; json?: boolean },
      ) => {
        if (options.date !== undefined && !day.safeParse(options.date).success) {
          throw new CallError('DATE_INVALID', `"${options.date}" is no day; write it as 2026-12-01.`);
        }
        const report = await withService(context, ReportsService, (service) =>
          service.annualReport(edition, { date: options.date, revision: revisionOf(options.revision) }),
        );
        const path = callerPath(options.out ?? report.fileName);
        await writeFile(path, report.content).catch((error: Error) => {
          throw new CallError('FILE_NOT_WRITTEN', error.message);
        });
        const result = { path, bytes: report.content.length };
        write(options.json, result, () => `${path} (${Math.round(report.content.length / 1024)} kB)`);
      },
    );
}

function revisionOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,5}$/.test(text))
    throw new CallError('REVISION_INVALID', `"${text}" is no revision number.`);
  return Number(text);
}
