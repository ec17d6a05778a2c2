import type { CsvRow } from './csv-table.js';
import type { FaultList } from './fault-list.js';
import {
  columnOf,
  PLAIN_COLUMNS,
  type FigureColumn,
  type ImportSpec,
  type PlainColumn,
} from './import-spec.js';

/** Where each column stands in a file. */
export interface Header {
  readonly plain: ReadonlyMap<PlainColumn, number>;
  readonly figures: readonly { readonly column: FigureColumn; readonly index: number }[];
  readonly width: number;
}

/** Reads the header row; every fault goes to `faults`. @returns `null` when there is one */
export function readHeader(row: CsvRow, spec: ImportSpec, faults: FaultList): Header | null {
  const allowed = [...Object.keys(PLAIN_COLUMNS), ...spec.figures.map(({ element }) => element.code)];
  // What has many times as many names as there are columns is no header; one fault says so.
  const named = row.cells.filter((name) => name !== '').length;
  if (named > allowed.length * 10) {
    faults.add(row.line, null, 'ROW_TOO_LONG', String(named), `≤ ${allowed.length}`);
    return null;
  }
  const before = faults.count;
  const plain = new Map<PlainColumn, number>();
  const figures: { column: FigureColumn; index: number }[] = [];
  row.cells.forEach((name, index) => {
    if (name === '') return;
    const column = columnOf(name, spec);
    if (column === null) {
      faults.add(row.line, name, 'HEADER_UNKNOWN_COLUMN', name, allowed.join(', '));
    } else if (typeof column === 'string') {
      if (plain.has(column)) faults.add(row.line, name, 'HEADER_DOUBLED_COLUMN', name, '1');
      plain.set(column, index);
    } else {
      const doubled = figures.some((other) => other.column === column);
      if (doubled) faults.add(row.line, name, 'HEADER_DOUBLED_COLUMN', name, '1');
      figures.push({ column, index });
    }
  });
  for (const column of requiredColumns(spec)) {
    if (!plain.has(column)) faults.add(row.line, column, 'HEADER_MISSING_COLUMN', null, column);
  }
  if (figures.length === 0) {
    const codes = spec.figures.map(({ element }) => element.code);
    faults.add(row.line, null, 'HEADER_WITHOUT_FIGURES', null, codes.join(', '));
  }
  return faults.count > before ? null : { plain, figures, width: row.cells.length };
}

function requiredColumns(spec: ImportSpec): readonly PlainColumn[] {
  return [
    'unit',
    ...(spec.groupCodes.length > 1 ? (['group'] as const) : []),
    ...(spec.defaultSource === null ? (['source'] as const) : []),
  ];
}
