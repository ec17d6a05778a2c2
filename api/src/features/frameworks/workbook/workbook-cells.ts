import { parse, stringify } from 'yaml';
import type { CellKind } from './columns.js';

export type Cell = string | number | boolean | null;

/** A value of a document as a cell. */
export function cellOf(value: unknown, kind: CellKind): Cell {
  if (value === undefined || value === null) return null;
  if (kind === 'list')
    return (Array.isArray(value) ? (value as readonly string[]) : [textOf(value)]).join('\n');
  if (kind === 'rule') return stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trimEnd();
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : JSON.stringify(value);
}

/** What a cell says, or that it cannot be read as what it should be. */
export type ReadCell =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly expected: string };

const YES = ['có', 'true', 'yes', '1', 'x'];
const NO = ['không', 'false', 'no', '0'];

/** Reads a cell; an empty one says nothing. */
export function readCell(cell: unknown, kind: CellKind): ReadCell {
  if (cell === null || cell === undefined || cell === '') return { ok: true, value: undefined };
  switch (kind) {
    case 'number':
      return readNumber(cell);
    case 'boolean':
      return readBoolean(cell);
    case 'rule':
      return readRule(cell);
    case 'list':
      return {
        ok: true,
        value: textOf(cell)
          .split(/[\n;]+/)
          .map((item) => item.trim())
          .filter((item) => item !== ''),
      };
    case 'text':
      return { ok: true, value: textOf(cell) };
  }
}

/** Excel turns what looks like one into a number or a day, whatever column it stands in. */
export function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  return typeof cell === 'string' ? cell.replaceAll('\r\n', '\n').normalize('NFC') : '';
}

function readNumber(cell: unknown): ReadCell {
  if (typeof cell === 'number') return { ok: true, value: cell };
  const text = textOf(cell).trim().replace(',', '.');
  const value = Number(text);
  return /\d/.test(text) && Number.isFinite(value)
    ? { ok: true, value }
    : { ok: false, expected: 'a number' };
}

function readBoolean(cell: unknown): ReadCell {
  if (typeof cell === 'boolean') return { ok: true, value: cell };
  const text = textOf(cell).trim().toLowerCase();
  if (YES.includes(text)) return { ok: true, value: true };
  return NO.includes(text) ? { ok: true, value: false } : { ok: false, expected: 'có or không' };
}

function readRule(cell: unknown): ReadCell {
  try {
    return { ok: true, value: parse(textOf(cell), { schema: 'core' }) as unknown };
  } catch {
    return { ok: false, expected: 'a rule as a framework file writes it' };
  }
}

/** `B7` of the column and the row, both from 0. */
export function cellName(row: number, column: number): string {
  const letters = column < 26 ? '' : String.fromCharCode(64 + Math.floor(column / 26));
  return `${letters}${String.fromCharCode(65 + (column % 26))}${row + 1}`;
}
