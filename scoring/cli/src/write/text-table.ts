import { roundHalfUp } from '@dti-monitor/scoring';

/** A value of a table, before it is shown. */
export type TableValue = string | number | null;

export interface TableColumn {
  /** Heading in text; `key` is the heading in CSV. */
  readonly heading: string;
  readonly key: string;
  /** Of numbers in text: decimals, half up; absent: as they are. In CSV numbers are never rounded. */
  readonly decimals?: number;
  /** Text on the right, as numbers are. */
  readonly right?: boolean;
}

/** One table of an answer, as text and as CSV alike. */
export interface Table {
  readonly title: string | null;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableValue[])[];
  /** Sentences below the table; not in CSV. */
  readonly notes: readonly string[];
}

const NOTHING = '–';
const GAP = '  ';
const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A table as aligned text: numbers to the right, a dash where there is nothing. */
export function textOf({ title, columns, rows, notes }: Table): string {
  const texts = rows.map((row) => columns.map((column, index) => shown(row[index] ?? null, column)));
  const isRight = columns.map(
    ({ right, decimals }, index) =>
      right ?? (decimals !== undefined || rows.some((row) => typeof row[index] === 'number')),
  );
  const widths = columns.map(({ heading }, index) =>
    texts.reduce((widest, row) => Math.max(widest, widthOf(row[index] ?? '')), widthOf(heading)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => {
        const gap = ' '.repeat(Math.max(0, (widths[index] ?? 0) - widthOf(cell)));
        return isRight[index] === true ? gap + cell : cell + gap;
      })
      .join(GAP)
      .trimEnd();
  return [
    ...(title === null ? [] : [printable(title), '']),
    ...(columns.length === 0
      ? []
      : [
          line(columns.map(({ heading }) => heading)),
          line(widths.map((width) => '-'.repeat(width))),
          ...texts.map(line),
        ]),
    ...(notes.length === 0 ? [] : [...(columns.length === 0 ? [] : ['']), ...notes]),
  ].join('\n');
}

/** A number with decimals as text, rounded half up in decimal. */
export function fixed(value: number, decimals: number): string {
  return roundHalfUp(value, decimals).toFixed(decimals);
}

/** Text without what would move a terminal's cursor or break its line: each such character as one of its own. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '\uFFFD');
}

function shown(value: TableValue, { decimals }: TableColumn): string {
  if (value === null) return NOTHING;
  if (typeof value === 'string') return printable(value);
  // As it stands in a file: without the last digits of binary arithmetic.
  return decimals === undefined ? String(Number(value.toPrecision(12))) : fixed(value, decimals);
}

/** What is seen counts: an accent that stands by itself takes no place of its own. */
function widthOf(text: string): number {
  return /^[ -~]*$/.test(text) ? text.length : [...segments.segment(text)].length;
}
