/** Why a text is no CSV. */
export type CsvDefect =
  'CSV_QUOTE_NOT_CLOSED' | 'CSV_INVALID_CLOSING_QUOTE' | 'CSV_INVALID_OPENING_QUOTE' | 'CSV_ROW_TOO_LARGE';

/** Thrown at the row, beginning on `line`, from which on a text is no CSV. */
export class CsvError extends Error {
  constructor(
    readonly code: CsvDefect,
    readonly line: number,
  ) {
    super(`${code} at line ${line}`);
    this.name = 'CsvError';
  }
}

const QUOTE = '"';
const QUOTE_CODE = 34;
const LINE_END = 10;

/**
 * Splits a text as RFC 4180 says: cells may be quoted, and hold delimiters, line breaks and doubled
 * quotes then. A quote inside a bare cell is refused: the row could be meant in two ways.
 *
 * It reads forward and keeps one row, so that cost and memory do not depend on what a file holds.
 *
 * @param text with line feeds alone as line endings
 * @param longest characters that a row may have
 * @param onRecord given the cells as written and the line on which the row begins, from 1
 * @throws CsvError
 */
export function splitRecords(
  text: string,
  delimiter: string,
  longest: number,
  onRecord: (cells: readonly string[], line: number) => void,
): void {
  const stop = delimiter.charCodeAt(0);
  let at = 0;
  for (let line = 1; at < text.length; line += 1) {
    const begins = { at, line };
    const cells: string[] = [];
    for (let more = true; more;) {
      if (at - begins.at > longest) throw new CsvError('CSV_ROW_TOO_LARGE', begins.line);
      const limit = Math.min(text.length, begins.at + longest);
      const cell =
        text[at] === QUOTE ? quotedCell(text, at, limit, begins.line) : bareCell(text, at, stop, limit);
      const next = text.charCodeAt(cell.end);
      more = next === stop;
      if (!more && cell.end < text.length && next !== LINE_END)
        throw new CsvError(defect(cell, limit), begins.line);
      cells.push(cell.content);
      line += cell.lineBreaks;
      at = cell.end + 1;
    }
    onRecord(cells, begins.line);
  }
}

interface Cell {
  readonly content: string;
  /** Where the character after the cell stands. */
  readonly end: number;
  readonly lineBreaks: number;
  readonly quoted: boolean;
}

/** A bare cell ends at the delimiter, at the end of the line, or before its time: at a quote or the limit. */
function bareCell(text: string, from: number, stop: number, limit: number): Cell {
  let end = from;
  for (; end < limit; end += 1) {
    const code = text.charCodeAt(end);
    if (code === stop || code === LINE_END || code === QUOTE_CODE) break;
  }
  return { content: text.slice(from, end), end, lineBreaks: 0, quoted: false };
}

function quotedCell(text: string, from: number, limit: number, line: number): Cell {
  let content = '';
  for (let at = from + 1; ;) {
    const quote = text.indexOf(QUOTE, at);
    if (quote === -1) throw new CsvError('CSV_QUOTE_NOT_CLOSED', line);
    if (quote > limit) throw new CsvError('CSV_ROW_TOO_LARGE', line);
    content += text.slice(at, quote);
    if (text[quote + 1] !== QUOTE) {
      return { content, end: quote + 1, lineBreaks: content.split('\n').length - 1, quoted: true };
    }
    content += QUOTE;
    at = quote + 2;
  }
}

function defect({ end, quoted }: Cell, limit: number): CsvDefect {
  if (quoted) return 'CSV_INVALID_CLOSING_QUOTE';
  return end >= limit ? 'CSV_ROW_TOO_LARGE' : 'CSV_INVALID_OPENING_QUOTE';
}
