import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import {
  unitChangeApplySchema,
  unitChangeSchema,
  type UnitChangeRequest,
} from '../../features/unit-changes/unit-change-request.dto.js';
import type {
  UnitChangeEntryDto,
  UnitChangePreviewDto,
  UnitChangeRowDto,
} from '../../features/unit-changes/unit-change.dto.js';
import { UnitChangesService } from '../../features/unit-changes/unit-changes.service.js';
import { Problem } from '../../platform/http/problem.js';
import { parseYaml } from '../../seeding/seed-document.js';
import { CallError } from '../call-error.js';
import { callerPath } from '../caller-path.js';
import { write, type CliContext } from '../context.js';
import { table } from '../print.js';
import { withService } from '../session.js';

export function unitCommands(program: Command, context: CliContext): void {
  const unit = program.command('unit').description('Change organisation units, and see what was changed.');
  unit
    .command('change')
    .description('Preview a change (merger, rename, …), and enter it with its reason.')
    .requiredOption('--file <path>', 'the change as YAML or JSON, with `reason` (docs/guides/units.md)')
    .option('--preview', 'say what it would come to; nothing is changed')
    .option('--json', 'print JSON')
    .action(async ({ file, preview, json }: { file: string; preview?: boolean; json?: boolean }) => {
      const { change, reason } = await readChange(file);
      if (preview === true) {
        const told = await withService(context, UnitChangesService, (service) => service.preview(change));
        write(json, told, () => previewText(told));
        return;
      }
      const [told, entered] = await withService(context, UnitChangesService, async (service) => {
        const seen = await service.preview(change);
        const request = checked(unitChangeApplySchema.safeParse({ change, digest: seen.digest, reason }));
        return [seen, await service.apply({ ...request, change })] as const;
      });
      write(json, entered, () => `${previewText(told)}\n\nentered as change ${entered.id}`);
    });
  unit
    .command('changes')
    .description('List the changes that were entered, the newest first.')
    .option('--unit <id>', 'of one unit')
    .option('--json', 'print JSON')
    .action(async ({ unit: id, json }: { unit?: string; json?: boolean }) => {
      const query = { page: 1, size: 500, ...(id === undefined ? {} : { unit: id }) };
      const { items } = await withService(context, UnitChangesService, (service) => service.list(query));
      write(json, items, () => table(['id', 'kind', 'unit', 'from', 'by', 'reason'], items.map(line)));
    });
}

function line({ id, kind, unitId, effectiveDate, recordedBy, reason }: UnitChangeEntryDto): string[] {
  return [id, kind, unitId, effectiveDate ?? '', recordedBy, reason];
}

/** @throws CallError FILE_UNREADABLE; Problem REQUEST_INVALID, SEED_FILE_INVALID */
async function readChange(path: string): Promise<{ change: UnitChangeRequest; reason: unknown }> {
  const content = await readFile(callerPath(path)).catch((error: Error) => {
    throw new CallError('FILE_UNREADABLE', error.message);
  });
  const { value } = parseYaml<unknown>(content.toString('utf8').normalize('NFC'), basename(path));
  const { reason, ...change } = (typeof value === 'object' ? value : {}) as Record<string, unknown>;
  return { change: checked(unitChangeSchema.safeParse(change)), reason };
}

type Parsed<T> =
  | { success: true; data: T }
  | {
      success: false;
      error: { issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] };
    };

function checked<T>(parsed: Parsed<T>): T {
  if (parsed.success) return parsed.data;
  throw new Problem(
    400,
    'REQUEST_INVALID',
    'The file does not describe a change',
    undefined,
    parsed.error.issues.map(({ path, message }) => ({
      code: 'FIELD_INVALID',
      path: path.map(String).join('.'),
      message,
    })),
  );
}

function previewText({ kind, unitId, effectiveDate, rows, sight, warnings }: UnitChangePreviewDto): string {
  const seen = sight.map((one) => `${one.unitId} will see the past of ${one.past.join(', ')}`);
  const notes = warnings.map(({ code, path, message }) => `${code}  ${path}: ${message}`);
  return [
    `${kind} of ${unitId}${effectiveDate === null ? '' : ` from ${effectiveDate}`}`,
    table(['row', 'unit', 'before', 'after'], rows.map(rowLine)),
    ...(seen.length > 0 ? ['', ...seen] : []),
    ...(notes.length > 0 ? ['', ...notes] : []),
  ].join('\n');
}

function rowLine({ table: name, unitId, before, after }: UnitChangeRowDto): string[] {
  return [name, unitId, rowText(before), rowText(after)];
}

const NOT_SHOWN = new Set(['id', 'unitId', 'confidence', 'verified', 'legalBasis', 'note']);

function rowText(row: UnitChangeRowDto['after']): string {
  if (row === null) return '–';
  const { validFrom, validTo, ...facts } = row;
  const words = Object.entries(facts).flatMap(([key, value]) =>
    NOT_SHOWN.has(key) || value === null ? [] : [String(value)],
  );
  const days = 'validFrom' in row ? [`[${String(validFrom ?? '…')} – ${String(validTo ?? '…')}]`] : [];
  return [...words, ...days].join(' ');
}
