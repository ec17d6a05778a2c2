import type { UnitSummary } from '../units/unit.dto.js';
import { OFFICIAL } from '../../platform/http/data-set.js';
import type { DataImport } from './data-import.entity.js';
import type { ReadFile } from './file-reader.js';
import type { ImportChange, ImportQuery, ImportReport, ImportSummary } from './import.dto.js';
import type { PlannedChange } from './import-plan.js';
import type { ListedImport } from './imports.repository.js';

/** Changes that a report lists word for word. */
const CHANGES_KEPT = 1_000;

/** The report on a file that has not been imported: refused with faults, or previewed with changes. */
export function uncommittedReport(
  file: ReadFile,
  query: ImportQuery,
  plan: readonly PlannedChange[],
  units: ReadonlyMap<string, UnitSummary>,
): ImportReport {
  const count = (change: PlannedChange['change']): number =>
    plan.filter((planned) => planned.change === change).length;
  const refused = file.faults.count > 0;
  return {
    id: null,
    state: refused ? 'refused' : 'previewed',
    framework: query.framework,
    period: query.period,
    file: {
      name: query.fileName,
      bytes: file.bytes,
      sha256: file.sha256,
      encoding: file.encoding,
      delimiter: file.delimiter,
      rows: file.rows,
    },
    faultCount: file.faults.count,
    faultTotals: file.faults.totals,
    faults: file.faults.kept,
    newCount: count('new'),
    changedCount: count('changed'),
    unchangedCount: count('unchanged'),
    changes: plan
      .filter((planned) => planned.change !== 'unchanged')
      .slice(0, CHANGES_KEPT)
      .map((planned) => importChange(planned, units)),
    unitCount: new Set(plan.map((planned) => planned.figure.unitId)).size,
    importedAt: null,
    importedBy: null,
  };
}

function importChange(
  { change, before, figure, source }: PlannedChange,
  units: ReadonlyMap<string, UnitSummary>,
): ImportChange {
  const unit = units.get(figure.unitId);
  const was = before === null ? null : written(before.value, before.textValue, before.status);
  const is = written(figure.value, figure.text, figure.status);
  // The figure is the same and where it comes from is not: both are shown with their origin.
  const sameFigure = before !== null && was === is;
  return {
    line: figure.line,
    unitId: figure.unitId,
    unitNameVi: unit?.shortNameVi ?? figure.unitId,
    unitNameEn: unit?.nameEn ?? figure.unitId,
    dataElement: figure.element,
    change,
    before: sameFigure ? `${was} ${origin(before.sourceIds, before.confidence, before.note)}` : was,
    after: sameFigure ? `${is} ${origin(source.ids, figure.confidence, figure.note)}` : is,
    status: figure.status,
  };
}

/** A stored figure as text: the number, the code, or the status that says why there is neither. */
function written(value: number | null, text: string | null, status: string): string {
  return value === null ? (text ?? status) : String(value);
}

/** `(hanoimoi-449294; high; to be checked)` */
function origin(sourceIds: readonly string[], confidence: string | null, note: string | null): string {
  return `(${[sourceIds.join(' '), confidence, note].filter((part) => part !== null && part !== '').join('; ')})`;
}

/** The row that is kept of an import. */
export function importRecord(report: ImportReport, actor: string): Omit<DataImport, 'id' | 'importedAt'> {
  const { file } = report;
  return {
    frameworkVersion: report.framework,
    period: report.period,
    fileName: file.name,
    bytes: file.bytes,
    sha256: file.sha256,
    encoding: file.encoding,
    delimiter: file.delimiter,
    rows: file.rows,
    unitCount: report.unitCount,
    newCount: report.newCount,
    changedCount: report.changedCount,
    unchangedCount: report.unchangedCount,
    changes: report.changes,
    importedBy: actor,
    dataSet: OFFICIAL,
  };
}

/** The report on an import that is stored. */
export function storedReport(record: DataImport): ImportReport {
  return {
    id: record.id,
    state: 'imported',
    framework: record.frameworkVersion,
    period: record.period,
    file: {
      name: record.fileName,
      bytes: record.bytes,
      sha256: record.sha256,
      encoding: record.encoding,
      delimiter: record.delimiter,
      rows: record.rows,
    },
    faultCount: 0,
    faultTotals: [],
    faults: [],
    newCount: record.newCount,
    changedCount: record.changedCount,
    unchangedCount: record.unchangedCount,
    changes: record.changes,
    unitCount: record.unitCount,
    importedAt: record.importedAt.toISOString(),
    importedBy: record.importedBy,
  };
}

/** One line of the list of imports. */
export function importSummary(record: ListedImport): ImportSummary {
  const { id, period, fileName, sha256, rows, newCount, changedCount, unchangedCount, importedBy } = record;
  return {
    id,
    framework: record.frameworkVersion,
    period,
    fileName,
    sha256,
    rows,
    newCount,
    changedCount,
    unchangedCount,
    importedAt: record.importedAt.toISOString(),
    importedBy,
  };
}
