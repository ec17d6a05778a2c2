import { sha256 } from '../../platform/digest.js';
import { decodeText } from './csv-text.js';
import { readTable } from './csv-table.js';
import { FaultList } from './fault-list.js';
import { FiguresReader, type ReadFigure } from './figures-reader.js';
import { columnOf, type ImportSpec } from './import-spec.js';
import type { UnitResolver } from './unit-resolver.js';

/** A file as read: its figures, or its faults. */
export interface ReadFile {
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly rows: number;
  readonly figures: readonly ReadFigure[];
  readonly faults: FaultList;
}

/** Reads a whole file against a specification. Pure but for the hash: nothing is stored. */
export function readFile(content: Buffer, spec: ImportSpec, units: UnitResolver): ReadFile {
  const faults = new FaultList();
  const about = { bytes: content.length, sha256: sha256(content), faults };
  const decoded = decodeText(content);
  if (!decoded.ok) {
    faults.add(0, null, decoded.code, decoded.found, 'CSV, UTF-8');
    return { ...about, encoding: '', delimiter: '', rows: 0, figures: [] };
  }
  const reader = new FiguresReader(spec, units, faults);
  const isColumn = (name: string): boolean => columnOf(name, spec) !== null;
  const table = readTable(decoded.text, isColumn, (row) => reader.readRow(row));
  if (!table.ok) faults.add(table.line, null, 'CSV_MALFORMED', table.found, table.expected);
  else if (table.rows === 0) faults.add(0, null, 'FILE_WITHOUT_ROWS', '0', '≥ 1');
  const { delimiter, rows } = table;
  return { ...about, encoding: decoded.encoding, delimiter, rows, figures: reader.figures };
}
