import type { DocumentPath } from '../../../platform/documents/schema-faults.js';
import { ELEMENT_FIELDS, METHOD_FIELDS, NODE_FIELDS, SHEETS, type Field } from './columns.js';
import { readTree, type NodeRow } from './read-tree.js';
import { cellName, readCell, textOf } from './workbook-cells.js';

/** A fault of a workbook: where is a sheet and a cell. */
export interface WorkbookFault {
  readonly code: string;
  /** `Cây chỉ số (nodes)!F7`. */
  readonly place: string;
  readonly message: string;
}

export interface ReadWorkbook {
  readonly document: Readonly<Record<string, unknown>>;
  /** Sheet and cell of what a path of the document leads to, or of the nearest thing around it. */
  readonly placeOf: (path: DocumentPath) => string;
  readonly faults: readonly WorkbookFault[];
}

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly unknown[])[];
}

type SheetKey = keyof typeof SHEETS;

/** Reads the sheets of a workbook as a framework document. What is wrong with its content is for others to say. */
export function readSheets(sheets: readonly Sheet[]): ReadWorkbook {
  const faults: WorkbookFault[] = [];
  const places = new Map<string, string>();
  const sheet = (key: SheetKey): Sheet => {
    const found = sheets.find(({ name }) => name.trim().endsWith(`(${key})`));
    if (found === undefined && key !== 'elements') {
      faults.push({
        code: 'WORKBOOK_SHEET_MISSING',
        place: SHEETS[key],
        message: `there is no sheet "… (${key})"`,
      });
    }
    return found ?? { name: SHEETS[key], rows: [] };
  };
  const head = readMethod(sheet('method'), faults, places);
  const elements = readTable(sheet('elements'), ELEMENT_FIELDS, faults);
  elements.forEach((row, index) => row.mark(places, ['data_elements', index]));
  const tree = readTree(readTable(sheet('nodes'), NODE_FIELDS, faults), faults, places);
  const document = {
    ...head,
    ...(elements.length === 0 ? {} : { data_elements: elements.map(({ value }) => value) }),
    ...(tree === null ? {} : { tree }),
  };
  return { document, faults, placeOf: (path) => nearest(places, path) };
}

function readMethod(
  sheet: Sheet,
  faults: WorkbookFault[],
  places: Map<string, string>,
): Record<string, unknown> {
  const document: Record<string, unknown> = {};
  sheet.rows.slice(1).forEach((row, index) => {
    const key = textOf(row[1]).trim();
    const place = `${sheet.name}!${cellName(index + 1, 2)}`;
    if (key === '') return;
    const own = METHOD_FIELDS.find((candidate) => candidate.key === key);
    if (own === undefined) {
      const at = `${sheet.name}!${cellName(index + 1, 1)}`;
      faults.push({ code: 'WORKBOOK_KEY_UNKNOWN', place: at, message: `"${key}" is no key of the method` });
      return;
    }
    const read = readCell(row[2], own.kind);
    if (!read.ok) {
      faults.push({ code: 'WORKBOOK_CELL_INVALID', place, message: `expected ${read.expected}` });
      return;
    }
    places.set(key.replaceAll('.', '/'), place);
    if (read.value !== undefined) put(document, key, read.value);
  });
  const { legal_basis: basis, legal_basis_text: words, ...rest } = withChecks(document);
  // Words alone are the legal basis; beside references they say it in words.
  if (basis === undefined) return { ...rest, ...(words === undefined ? {} : { legal_basis: words }) };
  return { ...rest, legal_basis: basis, ...(words === undefined ? {} : { legal_basis_text: words }) };
}

/** No published figure to check by is an empty list, which a cell cannot tell from nothing. */
function withChecks({ published, ...document }: Record<string, unknown>): Record<string, unknown> {
  if (published === undefined) return document;
  return { ...document, published: { checks: [], ...(published as object) } };
}

/** Rows of a table by the keys of its heading; rows without anything are passed over. */
function readTable(sheet: Sheet, fields: readonly Field[], faults: WorkbookFault[]): readonly NodeRow[] {
  const [heading = [], ...rows] = sheet.rows;
  const columns = heading.map((cell, column) => {
    const key = /\[([^\]]+)\]\s*$/.exec(textOf(cell))?.[1];
    const own = fields.find((candidate) => candidate.key === key);
    if (own === undefined && cell !== null && cell !== undefined && cell !== '') {
      const place = `${sheet.name}!${cellName(0, column)}`;
      faults.push({
        code: 'WORKBOOK_COLUMN_UNKNOWN',
        place,
        message: `"${textOf(cell)}" is no column of this sheet`,
      });
    }
    return own;
  });
  return rows.flatMap((row, index) => readRow(sheet, row, index + 1, columns, faults) ?? []);
}

function readRow(
  sheet: Sheet,
  row: readonly unknown[],
  index: number,
  columns: readonly (Field | undefined)[],
  faults: WorkbookFault[],
): NodeRow | null {
  if (row.every((cell) => cell === null || cell === undefined || cell === '')) return null;
  const value: Record<string, unknown> = {};
  const cells = new Map<string, string>();
  columns.forEach((own, column) => {
    if (own === undefined) return;
    const place = `${sheet.name}!${cellName(index, column)}`;
    cells.set(own.key.replaceAll('.', '/'), place);
    const read = readCell(row[column], own.kind);
    if (!read.ok) faults.push({ code: 'WORKBOOK_CELL_INVALID', place, message: `expected ${read.expected}` });
    else if (read.value !== undefined) put(value, own.key, read.value);
  });
  const whole = `${sheet.name}!${cellName(index, 0)}`;
  return {
    value,
    placeOf: (key) => cells.get(key) ?? whole,
    mark: (places, path) => {
      places.set(path.join('/'), whole);
      for (const [key, place] of cells) places.set([...path, key].join('/'), place);
    },
  };
}

function put(into: Record<string, unknown>, key: string, value: unknown): void {
  const [first = '', second] = key.split('.');
  if (second === undefined) {
    into[first] = value;
    return;
  }
  const own = (into[first] ?? {}) as Record<string, unknown>;
  into[first] = { ...own, [second]: value };
}

function nearest(places: ReadonlyMap<string, string>, path: DocumentPath): string {
  for (let length = path.length; length > 0; length--) {
    const place = places.get(path.slice(0, length).join('/'));
    if (place !== undefined) return place;
  }
  return SHEETS.method;
}

/** Reads an Excel file; null where it is none. */
export async function readWorkbook(content: Buffer): Promise<ReadWorkbook | null> {
  // Loaded when somebody has a workbook, not at every start.
  const { default: readExcelFile } = await import('read-excel-file/node');
  try {
    const sheets = await readExcelFile(content, { trim: false });
    return readSheets(sheets.map(({ sheet, data }) => ({ name: sheet, rows: data })));
  } catch {
    return null;
  }
}
