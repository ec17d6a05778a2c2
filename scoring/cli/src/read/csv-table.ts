import Papa from 'papaparse';
import { place, type Finding } from '../finding.js';

/** Receives the rows of a table, one by one, each with the line it begins on. */
export type Row = (cells: readonly string[], line: number) => void;

/** A table whose headings are known, before its rows are read. */
export interface CsvTable {
  readonly headings: readonly string[];
  /** Reads every row; returns what is wrong with the table as such. */
  readonly readRows: (row: Row) => readonly Finding[];
}

const DELIMITERS = [',', ';', '\t'];

/**
 * Splits CSV (RFC 4180) with a line of headings. The delimiter is the comma, the semicolon or the tab of
 * which that line has most; empty lines are passed over.
 *
 * @param file its name in messages
 * @returns the table, or what is wrong with its headings
 */
export function csvTable(text: string, file: string): CsvTable | readonly Finding[] {
  const lines = text.replace(/\r\n?/g, '\n');
  const delimiter = delimiterOf(lines);
  let found: { readonly cells: readonly string[]; readonly line: number } | undefined;
  const broken = split(lines, delimiter, file, (cells, line) => {
    found = { cells, line };
    return 'stop';
  });
  if (broken.length > 0) return broken;
  if (found === undefined) return [{ code: 'TABLE_EMPTY', path: '', params: {}, place: place(file) }];
  const { line: headingLine, cells } = found;
  const headings = cells.map((cell) => cell.trim().normalize('NFC'));
  const faults = headingFaults(headings, place(file, headingLine));
  if (faults.length > 0) return faults;
  const readRows = (row: Row): readonly Finding[] => {
    const findings: Finding[] = [];
    const whole = split(lines, delimiter, file, (own, line) => {
      if (line === headingLine) return;
      if (own.length === headings.length) row(own, line);
      else findings.push(rowLengthWrong(own.length, headings.length, place(file, line)));
    });
    return [...findings, ...whole];
  };
  return { headings, readRows };
}

function delimiterOf(text: string): string {
  const line = /[^\n]+/.exec(text)?.[0] ?? '';
  const count = (delimiter: string): number => line.split(delimiter).length;
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best));
}

/** Gives each row that is not empty to the receiver, until it says stop. A quote out of place ends the reading. */
function split(
  text: string,
  delimiter: string,
  file: string,
  receive: (cells: readonly string[], line: number) => 'stop' | void,
): readonly Finding[] {
  const findings: Finding[] = [];
  let line = 1;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step: ({ data: cells, errors: [error] }, parser) => {
      if (error !== undefined) {
        findings.push({
          code: 'CSV_INVALID',
          path: '',
          params: { message: error.message },
          place: place(file, line),
        });
        parser.abort();
        return;
      }
      const begins = line;
      line += 1 + cells.reduce((breaks, cell) => breaks + lineBreaksIn(cell), 0);
      const isEmpty = cells.length === 1 && cells[0] === '';
      if (!isEmpty && receive(cells, begins) === 'stop') parser.abort();
    },
  });
  return findings;
}

function lineBreaksIn(cell: string): number {
  return cell.includes('\n') ? cell.split('\n').length - 1 : 0;
}

function headingFaults(headings: readonly string[], at: Finding['place']): readonly Finding[] {
  const seen = new Set<string>();
  return headings.flatMap((heading, index): readonly Finding[] => {
    if (heading === '')
      return [{ code: 'HEADING_EMPTY', path: '', params: { position: index + 1 }, place: at }];
    if (seen.has(heading)) return [{ code: 'HEADING_DOUBLED', path: '', params: { heading }, place: at }];
    seen.add(heading);
    return [];
  });
}

function rowLengthWrong(found: number, asked: number, at: Finding['place']): Finding {
  return { code: 'ROW_LENGTH_WRONG', path: '', params: { found, asked }, place: at };
}
