import type { Table, TableValue } from './text-table.js';

/** A table as CSV (RFC 4180, line feeds): unrounded numbers, nothing where there is nothing. */
export function csvOf({ columns, rows }: Table): string {
  const lines = [columns.map(({ key }) => key), ...rows].map((row) => row.map(cellOf).join(','));
  return `${lines.join('\n')}\n`;
}

function cellOf(value: TableValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  return /[",\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
