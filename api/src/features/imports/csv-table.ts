import { CsvError, parse } from 'csv-parse/sync';

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

/** Characters of a row; far above any, and bounds what a file can take of memory. */
const LONGEST_ROW = 100_000;
/** Of the first line, what is looked at to tell the delimiter. */
const LOOKED_AT = 4_000;

/**
 * Splits text into rows of cells and gives each to `onRow` as it comes, the header first; no row is
 * kept, so that a file of any length needs no more than its own bytes. Lines without content are
 * passed over. The delimiter is the one that gives the first line the most cells that `isColumn`
 * knows, so that a header with one wrong name is still read right.
 *
 * @param text with line feeds alone as line endings
 * @returns how many rows follow the header, or the line at which the text stops being a table
 */
export function readTable(
  text: string,
  isColumn: (name: string) => boolean,
  onRow: (row: CsvRow) => void,
): ReadTable {
  const delimiter = bestDelimiter(text, isColumn);
  const tooLong = lineLongerThan(LONGEST_ROW, text);
  if (tooLong !== null) {
    return { ok: false, delimiter, rows: 0, line: tooLong, ...REASONS['CSV_MAX_RECORD_SIZE']! };
  }
  let records = 0;
  let lastLine = 0;
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: '\n',
      max_record_size: LONGEST_ROW,
      on_record: (cells: string[], { lines }) => {
        lastLine = lines;
        if (cells.every((cell) => cell.trim() === '')) return null;
        records += 1;
        onRow({ line: lines - lineBreaks(cells), cells: cells.map((cell) => cell.trim()) });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const reason = REASONS[error.code] ?? { found: error.code, expected: 'CSV (RFC 4180)' };
    return {
      ok: false,
      delimiter,
      rows: rowsOf(records),
      line: firstLineAfter(lastLine, text),
      ...reason,
    };
  }
  return { ok: true, delimiter, rows: rowsOf(records) };
}

const REASONS: Readonly<Record<string, { readonly found: string; readonly expected: string }>> = {
  CSV_QUOTE_NOT_CLOSED: { found: 'CSV_QUOTE_NOT_CLOSED', expected: '"…"' },
  CSV_INVALID_CLOSING_QUOTE: { found: 'CSV_INVALID_CLOSING_QUOTE', expected: '"… "" …"' },
  INVALID_OPENING_QUOTE: { found: 'CSV_INVALID_OPENING_QUOTE', expected: '"… "" …"' },
  CSV_MAX_RECORD_SIZE: { found: 'CSV_ROW_TOO_LARGE', expected: `≤ ${LONGEST_ROW}` },
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

/** A quoted cell may run over several lines; the row begins on the first of them. */
function lineBreaks(cells: readonly string[]): number {
  return cells.reduce((count, cell) => count + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);
}

function lineLongerThan(length: number, text: string): number | null {
  let start = 0;
  for (let line = 1; start <= text.length; line += 1) {
    const end = text.indexOf('\n', start);
    if ((end === -1 ? text.length : end) - start > length) return line;
    if (end === -1) return null;
    start = end + 1;
  }
  return null;
}

function firstLineAfter(line: number, text: string): number {
  const lines = text.split('\n');
  const next = lines.findIndex((content, index) => index >= line && content.trim() !== '');
  return next === -1 ? lines.length : next + 1;
}
