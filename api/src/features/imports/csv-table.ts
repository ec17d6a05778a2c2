import { CsvError, parse } from 'csv-parse/sync';

export interface CsvRow {
  /** Line of the file on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export type CsvTable =
  | {
      readonly ok: true;
      readonly delimiter: string;
      readonly header: CsvRow;
      readonly rows: readonly CsvRow[];
    }
  | { readonly ok: false; readonly line: number; readonly detail: string };

const DELIMITERS = [',', ';', '\t'] as const;

/**
 * Splits text into rows of cells. The delimiter is the one that gives the first line the most cells
 * that `isColumn` knows, so that a header of one wrong name is still read right.
 *
 * @returns the table, or the line at which the text stops being CSV
 */
export function parseTable(text: string, isColumn: (name: string) => boolean): CsvTable {
  const delimiter = bestDelimiter(text, isColumn);
  try {
    const [header, ...rows] = records(text, delimiter);
    if (header === undefined) return { ok: false, line: 1, detail: 'no header' };
    return { ok: true, delimiter, header, rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as CsvError & { lines?: number };
    return { ok: false, line: lines ?? 1, detail: error.code };
  }
}

function bestDelimiter(text: string, isColumn: (name: string) => boolean): string {
  const [firstLine = ''] = text.trimStart().split(/\r\n|\n|\r/, 1);
  const scores = DELIMITERS.map((delimiter) => {
    const names = firstLine.split(delimiter).map((name) => name.trim().replaceAll('"', ''));
    return { delimiter, known: names.filter(isColumn).length, cells: names.length };
  });
  scores.sort((a, b) => b.known - a.known || b.cells - a.cells);
  return scores[0]?.delimiter ?? ',';
}

interface RawRecord {
  readonly record: readonly string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
}

function records(text: string, delimiter: string): CsvRow[] {
  const parsed = parse(text, {
    delimiter,
    info: true,
    raw: true,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
  }) as unknown as readonly RawRecord[];
  return parsed
    .map(({ record, raw, info }) => ({
      line: info.lines - lineBreaks(raw),
      cells: record.map((cell) => cell.trim()),
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

function lineBreaks(raw: string): number {
  return raw.trim().match(/\r\n|\n|\r/g)?.length ?? 0;
}
