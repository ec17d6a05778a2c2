import Papa from 'papaparse';
import type { Table } from './text-table.js';

/** A table as CSV (RFC 4180, line feeds): unrounded numbers, nothing where there is nothing. */
export function csvOf({ columns, rows }: Table): string {
  const text = Papa.unparse(
    { fields: columns.map(({ key }) => key), data: rows.map((row) => [...row]) },
    { newline: '\n' },
  );
  return `${text}\n`;
}
