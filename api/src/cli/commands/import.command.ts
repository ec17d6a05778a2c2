import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { ImportReport } from '../../features/imports/import.dto.js';
import { ImportsService } from '../../features/imports/imports.service.js';
import { Problem } from '../../platform/http/problem.js';
import { CallError } from '../call-error.js';
import { callerPath } from '../caller-path.js';
import { write, type CliContext } from '../context.js';
import { table } from '../print.js';
import { withService } from '../session.js';

interface Options {
  framework: string;
  period: string;
  source?: string;
  dryRun?: boolean;
  json?: boolean;
}

export function importCommand(program: Command, context: CliContext): void {
  program
    .command('import')
    .description(
      'Import a table of figures (CSV). With a single fault nothing is imported, and every fault is listed.',
    )
    .argument(
      '<file>',
      'CSV: the columns unit, source and one for each data element; see docs/guides/importing.md',
    )
    .requiredOption('-f, --framework <code>', 'framework version, e.g. dti-922-province')
    .requiredOption('-p, --period <year>', 'period, e.g. 2022')
    .option('-s, --source <id>', 'source of the rows that name none')
    .option('-n, --dry-run', 'say what would change, and store nothing')
    .option('--json', 'print JSON')
    .action(async (path: string, options: Options) => {
      const content = await readInput(path);
      if (!/^(19|20|21)\d{2}$/.test(options.period))
        throw new CallError('PERIOD_INVALID', `"${options.period}" is no year.`);
      const query = {
        framework: options.framework,
        period: options.period,
        fileName: basename(path),
        source: options.source,
      };
      const report = await withService(context, ImportsService, async (imports) =>
        options.dryRun === true
          ? imports.preview(content, query)
          : refusedOrDone(imports.importFile(content, query, 'cli')),
      );
      write(options.json, report, () => importText(report));
      context.finish(report.state === 'refused' ? 1 : 0);
    });
}

async function readInput(path: string): Promise<Buffer> {
  try {
    return await readFile(callerPath(path));
  } catch (error) {
    throw new CallError('FILE_UNREADABLE', error instanceof Error ? error.message : String(error));
  }
}

/** A refusal carries its report; both commands print the same list. */
async function refusedOrDone(work: Promise<ImportReport>): Promise<ImportReport> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Problem && error.code === 'IMPORT_REFUSED')
      return error.extensions['report'] as ImportReport;
    throw error;
  }
}

function importText(report: ImportReport): string {
  const { file } = report;
  const head = `${file.name}: ${file.rows} rows, ${report.state}`;
  if (report.state === 'refused') {
    const totals = report.faultTotals.map(({ code, count }) => `${code} ${count}`).join(', ');
    const rows = report.faults.map((f) => [
      String(f.line),
      f.column ?? '',
      f.code,
      f.found ?? '',
      f.expected ?? '',
    ]);
    const more = report.faultCount > rows.length ? `\n… and ${report.faultCount - rows.length} more` : '';
    return `${head}: ${report.faultCount} faults (${totals})\n${table(['line', 'column', 'code', 'found', 'expected'], rows, [0])}${more}`;
  }
  const counts = `${report.newCount} new, ${report.changedCount} changed, ${report.unchangedCount} unchanged, ${report.unitCount} units`;
  const changed = report.changes.filter((change) => change.change === 'changed');
  if (changed.length === 0) return `${head}: ${counts}`;
  const rows = changed.map((c) => [c.unitNameVi, c.dataElement, c.before ?? '', c.after ?? '']);
  return `${head}: ${counts}\n${table(['unit', 'data element', 'before', 'after'], rows, [2, 3])}`;
}
