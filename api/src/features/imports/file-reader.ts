import { sha256 } from '../../platform/digest.js';
import { decodeText } from './csv-text.js';
import { parseTable } from './csv-table.js';
import { FaultList } from './fault-list.js';
import { readFigures, type ReadFigure } from './figures-reader.js';
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
  const nothing = { ...about, encoding: '', delimiter: '', rows: 0, figures: [] };
  const decoded = decodeText(content);
  if (!decoded.ok) {
    faults.add(0, null, decoded.code, null, 'CSV, UTF-8');
    return nothing;
  }
  const table = parseTable(decoded.text, (name) => columnOf(name, spec) !== null);
  if (!table.ok) {
    faults.add(table.line, null, 'CSV_MALFORMED', table.detail, null);
    return { ...nothing, encoding: decoded.encoding };
  }
  const figures = readFigures(table.header, table.rows, spec, units, faults);
  return {
    ...about,
    encoding: decoded.encoding,
    delimiter: table.delimiter,
    rows: table.rows.length,
    figures,
  };
}
