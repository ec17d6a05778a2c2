import { CsvError, splitRecords, type CsvDefect } from './csv-records.js';

export interface CsvRow {
  /** Line of the file on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export type ReadTable =
  | { readonly ok: true; readonly delimiter: string; readonly rows: number }
  | {
      readonly ok: false;
      readonly delimiter: string;
      readonly rows: number;
      /** Line of the row at which the text stops being a table. */
      readonly line: number;
      readonly found: string;
      readonly expected: string;
    };

const DELIMITERS = [',', ';', '\t'] as const;

/** What spreadsheets write, and Excel reads, above the header to say how cells are divided. */
const DIVIDED_BY = /^\uFEFF?"?sep=([,;\t])"?[,;\t]*(?=\n|$)/i;

/** Characters of a row; far above any, and bounds what a file can take of memory. */
const LONGEST_ROW = 100_000;
/** Of the first line, what is looked at to tell the delimiter. */
const LOOKED_AT = 4_000;

/**
 * Splits text into rows of cells and gives each to `onRow` as it comes, the header first; no row is
 * kept, so that a file of any length needs no more than its own bytes. Lines without content are
 * passed over. The delimiter is the one that gives the first line the most cells that `isColumn`
 * knows, so that a header with one wrong name is still read right; or the one that a first line
 * `sep=;` states, which is then no row.
 *
 * @param text with line feeds alone as line endings
 * @returns how many rows follow the header, or the line at which the text stops being a table
 */
export function readTable(
  text: string,
  isColumn: (name: string) => boolean,
  onRow: (row: CsvRow) => void,
): ReadTable {
  const stated = DIVIDED_BY.exec(text)?.[1];
  const delimiter = stated ?? bestDelimiter(text, isColumn);
  let records = 0;
  try {
    splitRecords(text, delimiter, LONGEST_ROW, (written, line) => {
      if (written.every((cell) => cell === '' || cell.trim() === '')) return;
      if (stated !== undefined && line === 1) return;
      records += 1;
      onRow({ line, cells: written.map((cell) => cell.trim()) });
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { code, line } = error;
    return { ok: false, delimiter, rows: rowsOf(records), line, found: code, expected: EXPECTED[code] };
  }
  return { ok: true, delimiter, rows: rowsOf(records) };
}

const EXPECTED: Readonly<Record<CsvDefect, string>> = {
  CSV_QUOTE_NOT_CLOSED: '"…"',
  CSV_INVALID_CLOSING_QUOTE: '"… "" …"',
  CSV_INVALID_OPENING_QUOTE: '"… "" …"',
  CSV_ROW_TOO_LARGE: `≤ ${LONGEST_ROW}`,
};

/** The header is no row of data. */
function rowsOf(records: number): number {
  return Math.max(0, records - 1);
}

function bestDelimiter(text: string, isColumn: (name: string) => boolean): string {
  const [firstLine = ''] = text.slice(0, LOOKED_AT).trimStart().split('\n', 1);
  const scores = DELIMITERS.map((delimiter) => {
    const names = firstLine.split(delimiter).map((name) => name.trim().replaceAll('"', ''));
    return { delimiter, known: names.filter(isColumn).length, cells: names.length };
  });
  scores.sort((a, b) => b.known - a.known || b.cells - a.cells);
  return scores[0]?.delimiter ?? ',';
}
