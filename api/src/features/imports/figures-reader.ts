import type { ObservationStatus } from '@dti-monitor/scoring';
import type { DataElement } from '../observations/observation.entity.js';
import { cellNumber } from './cell-number.js';
import type { CsvRow } from './csv-table.js';
import type { FaultList } from './fault-list.js';
import { columnOf, type FigureColumn, type ImportSpec, type PlainColumn } from './import-spec.js';
import type { UnitResolver } from './unit-resolver.js';

/** One cell of a file, read and checked. */
export interface ReadFigure {
  readonly line: number;
  readonly unitId: string;
  readonly element: string;
  readonly value: number | null;
  readonly text: string | null;
  readonly status: ObservationStatus;
  /** An empty cell: recorded only where nothing is known yet, so that it never takes a figure away. */
  readonly fromEmptyCell: boolean;
  readonly source: string;
  readonly confidence: string | null;
  readonly note: string | null;
}

const CONFIDENCES = ['high', 'medium-high', 'medium', 'low'];
const GAP_CODES: readonly ObservationStatus[] = ['L', 'O', 'M'];

interface Header {
  readonly plain: ReadonlyMap<PlainColumn, number>;
  readonly figures: readonly { readonly column: FigureColumn; readonly index: number }[];
  readonly width: number;
}

/**
 * Reads rows against a specification; every fault goes to `faults`. Rows without a single figure are
 * passed over: a template may be filled in part.
 */
export function readFigures(
  headerRow: CsvRow,
  rows: readonly CsvRow[],
  spec: ImportSpec,
  units: UnitResolver,
  faults: FaultList,
): readonly ReadFigure[] {
  const header = readHeader(headerRow, spec, faults);
  if (header === null) return [];
  const figures: ReadFigure[] = [];
  const seen = new Map<string, number>();
  for (const row of rows) {
    if (row.cells.length > header.width && row.cells.slice(header.width).some((cell) => cell !== '')) {
      faults.add(row.line, null, 'ROW_TOO_LONG', String(row.cells.length), String(header.width));
      continue;
    }
    figures.push(...readRow(row, header, spec, units, faults, seen));
  }
  if (rows.length === 0) faults.add(0, null, 'FILE_WITHOUT_ROWS', null, null);
  return figures;
}

function readHeader(row: CsvRow, spec: ImportSpec, faults: FaultList): Header | null {
  const plain = new Map<PlainColumn, number>();
  const figures: { column: FigureColumn; index: number }[] = [];
  const before = faults.count;
  const known = [...Object.values(spec.figures.map((column) => column.element.code))];
  row.cells.forEach((name, index) => {
    if (name === '') return;
    const column = columnOf(name, spec);
    if (column === null) {
      faults.add(
        row.line,
        name,
        'HEADER_UNKNOWN_COLUMN',
        name,
        `unit, group, ${known.join(', ')}, source, confidence, note`,
      );
    } else if (typeof column === 'string') {
      if (plain.has(column)) faults.add(row.line, name, 'HEADER_DOUBLED_COLUMN', name, null);
      plain.set(column, index);
    } else {
      if (figures.some((other) => other.column === column))
        faults.add(row.line, name, 'HEADER_DOUBLED_COLUMN', name, null);
      figures.push({ column, index });
    }
  });
  const required: readonly PlainColumn[] = [
    'unit',
    ...(spec.groupCodes.length > 1 ? (['group'] as const) : []),
    ...(spec.defaultSource === null ? (['source'] as const) : []),
  ];
  for (const column of required) {
    if (!plain.has(column)) faults.add(row.line, column, 'HEADER_MISSING_COLUMN', null, column);
  }
  if (figures.length === 0) faults.add(row.line, null, 'HEADER_WITHOUT_FIGURES', null, known.join(', '));
  return faults.count > before ? null : { plain, figures, width: row.cells.length };
}

function readRow(
  row: CsvRow,
  header: Header,
  spec: ImportSpec,
  units: UnitResolver,
  faults: FaultList,
  seen: Map<string, number>,
): readonly ReadFigure[] {
  const plain = (column: PlainColumn): string => row.cells[header.plain.get(column) ?? -1] ?? '';
  const unitId = readUnit(row, plain('unit'), units, faults, seen);
  const group = readGroup(row, plain('group'), spec, faults);
  const source = plain('source') || spec.defaultSource || '';
  const confidence = plain('confidence') || null;
  const given = header.figures.some(({ index }) => (row.cells[index] ?? '') !== '');
  if (given && source === '') faults.add(row.line, 'source', 'SOURCE_MISSING', null, null);
  if (confidence !== null && !CONFIDENCES.includes(confidence)) {
    faults.add(row.line, 'confidence', 'CONFIDENCE_UNKNOWN', confidence, CONFIDENCES.join(', '));
  }
  const about = { line: row.line, unitId: unitId ?? '', source, confidence, note: plain('note') || null };
  const figures: ReadFigure[] = [];
  for (const { column, index } of header.figures) {
    const read = readCell(row, row.cells[index] ?? '', column, faults);
    if (read !== null) figures.push({ ...about, element: column.element.code, text: null, ...read });
  }
  if (!given || unitId === null) return [];
  if (spec.groupElement !== null && group !== null) {
    figures.push({
      ...about,
      element: spec.groupElement,
      value: null,
      text: group,
      status: 'A',
      fromEmptyCell: false,
    });
  }
  return figures;
}

function readUnit(
  row: CsvRow,
  written: string,
  units: UnitResolver,
  faults: FaultList,
  seen: Map<string, number>,
): string | null {
  if (written === '') {
    faults.add(row.line, 'unit', 'UNIT_MISSING', null, null);
    return null;
  }
  const found = units.resolve(written);
  if (!found.ok) {
    faults.add(row.line, 'unit', found.code, written, faults.keeps ? found.expected() : null);
    return null;
  }
  const first = seen.get(found.unitId);
  if (first !== undefined) {
    faults.add(row.line, 'unit', 'ROW_DOUBLED', written, String(first));
    return null;
  }
  seen.set(found.unitId, row.line);
  return found.unitId;
}

function readGroup(row: CsvRow, written: string, spec: ImportSpec, faults: FaultList): string | null {
  const [only] = spec.groupCodes;
  if (written === '' && spec.groupCodes.length <= 1) return only ?? null;
  if (spec.groupCodes.includes(written)) return written;
  const code = written === '' ? 'GROUP_MISSING' : 'GROUP_UNKNOWN';
  faults.add(row.line, 'group', code, written || null, spec.groupCodes.join(', '));
  return null;
}

function readCell(
  row: CsvRow,
  text: string,
  { element, gapIsRecorded }: FigureColumn,
  faults: FaultList,
): Pick<ReadFigure, 'value' | 'status' | 'fromEmptyCell'> | null {
  if (text === '') return gapIsRecorded ? { value: null, status: 'L', fromEmptyCell: true } : null;
  const gap = GAP_CODES.find((code) => code === text.toUpperCase());
  if (gap !== undefined) return { value: null, status: gap, fromEmptyCell: false };
  const value = cellNumber(text);
  if (value === null) {
    faults.add(row.line, element.code, 'VALUE_NOT_NUMBER', text, bounds(element));
    return null;
  }
  if (element.valueType === 'rank' && !Number.isInteger(value)) {
    faults.add(row.line, element.code, 'VALUE_NOT_WHOLE', text, bounds(element));
    return null;
  }
  if (
    (element.minimum !== null && value < element.minimum) ||
    (element.maximum !== null && value > element.maximum)
  ) {
    faults.add(row.line, element.code, 'VALUE_OUT_OF_BOUNDS', text, bounds(element));
    return null;
  }
  return { value, status: 'A', fromEmptyCell: false };
}

function bounds({ minimum, maximum }: DataElement): string {
  return `${minimum ?? '…'} – ${maximum ?? '…'}`;
}
