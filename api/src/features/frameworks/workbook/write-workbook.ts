import type { FrameworkDocument, NodeDocument } from '../document/framework-document.js';
import { ELEMENT_FIELDS, METHOD_FIELDS, NODE_FIELDS, SHEETS, type Field } from './columns.js';
import { NOTES } from './notes.js';
import { cellOf, type Cell } from './workbook-cells.js';

/** The sheets of a framework as rows of cells; an empty template where there is nothing to say. */
export function workbookSheets(document: FrameworkDocument): Readonly<Record<keyof typeof SHEETS, Cell[][]>> {
  return {
    method: [
      ['Mục', 'Mã [key]', 'Giá trị [value]'],
      ...METHOD_FIELDS.map((own) => [own.heading, own.key, methodCell(document, own)]),
    ],
    nodes: table(NODE_FIELDS, nodeRows(document.tree, null)),
    elements: table(ELEMENT_FIELDS, document.data_elements ?? []),
    notes: NOTES.map((line) => [line]),
  };
}

function methodCell(document: FrameworkDocument, { key, kind }: Field): Cell {
  const { legal_basis: basis } = document;
  // Words and references are told apart by where they stand.
  if (key === 'legal_basis') return typeof basis === 'string' ? null : cellOf(basis, kind);
  if (key === 'legal_basis_text' && typeof basis === 'string') return basis;
  return cellOf(at(document, key), kind);
}

function nodeRows(node: NodeDocument, parent: string | null): readonly object[] {
  return [{ ...node, parent }, ...(node.children ?? []).flatMap((child) => nodeRows(child, node.code))];
}

function table(fields: readonly Field[], rows: readonly object[]): Cell[][] {
  return [
    fields.map(({ heading, key }) => `${heading} [${key}]`),
    ...rows.map((row) => fields.map(({ key, kind }) => cellOf(at(row, key), kind))),
  ];
}

function at(value: object, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>((own, part) => (own as Record<string, unknown> | undefined)?.[part], value);
}

/** A framework as an Excel workbook that can be filled in, and loaded again. */
export async function frameworkWorkbook(document: FrameworkDocument): Promise<Buffer> {
  // Loaded when somebody asks for a workbook, not at every start.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const sheets = workbookSheets(document);
  const cells = (rows: Cell[][]) =>
    rows.map((row, index) =>
      row.map((value) =>
        value === null
          ? null
          : { value, ...(index === 0 ? { fontWeight: 'bold' as const } : {}), wrap: true },
      ),
    );
  const wide = [{ width: 34 }, { width: 26 }, { width: 80 }];
  return writeExcelFile([
    { sheet: SHEETS.method, data: cells(sheets.method), columns: wide, stickyRowsCount: 1 },
    {
      sheet: SHEETS.nodes,
      data: cells(sheets.nodes),
      columns: NODE_FIELDS.map(({ kind, key }) => ({
        width: key.includes('.') || kind === 'rule' ? 40 : 18,
      })),
      stickyRowsCount: 1,
      stickyColumnsCount: 2,
    },
    {
      sheet: SHEETS.elements,
      data: cells(sheets.elements),
      columns: ELEMENT_FIELDS.map(({ key }) => ({ width: key.includes('.') ? 40 : 18 })),
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
    },
    { sheet: SHEETS.notes, data: cells(sheets.notes), columns: [{ width: 110 }] },
  ]).toBuffer();
}
