import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { rowsOf } from '../document/document-rows.js';
import type { FrameworkDocument } from '../document/framework-document.js';
import { documentOf } from '../document/rows-document.js';
import { SHEETS } from './columns.js';
import { readSheets, readWorkbook, type Sheet } from './read-workbook.js';
import { frameworkWorkbook, workbookSheets } from './write-workbook.js';

const FOLDER = join(import.meta.dirname, '../../../../../seeds/frameworks');

/** The seeds as they are exported. */
const documents = readdirSync(FOLDER).map((name) => {
  const rows = rowsOf(
    parse(readFileSync(join(FOLDER, name), 'utf8'), { schema: 'core' }) as FrameworkDocument,
  );
  if (!rows.ok) throw new Error(`${name}: ${JSON.stringify(rows.problems)}`);
  return documentOf(rows.value.version, rows.value.nodes);
});
const [draft] = documents.filter(({ code }) => code === 'data-2026-draft-province') as [FrameworkDocument];

function stored(document: object): string {
  const rows = rowsOf(document as FrameworkDocument);
  if (!rows.ok) throw new Error(JSON.stringify(rows.problems));
  return JSON.stringify(documentOf(rows.value.version, rows.value.nodes));
}

type Cells = ReturnType<typeof workbookSheets>;

function sheets(change: (cells: Cells) => void = () => undefined): readonly Sheet[] {
  const cells = workbookSheets(draft);
  change(cells);
  return (Object.keys(SHEETS) as (keyof typeof SHEETS)[]).map((key) => ({
    name: SHEETS[key],
    rows: cells[key],
  }));
}

const column = (rows: readonly (readonly unknown[])[], key: string): number =>
  (rows[0] ?? []).findIndex((cell) => String(cell).endsWith(`[${key}]`));

function faultsOf(change: (cells: Cells) => void) {
  return readSheets(sheets(change)).faults.map(({ code, place }) => [code, place]);
}

describe('a framework as an Excel workbook and back', () => {
  it.each(documents.map((document) => [document.code, document] as const))(
    '%s is the same, byte for byte',
    async (_code, document) => {
      const read = await readWorkbook(await frameworkWorkbook(document));
      expect(read?.faults).toEqual([]);
      expect(stored(read?.document ?? {})).toBe(JSON.stringify(document));
    },
  );

  it('keeps what a spreadsheet would like to change: days, numbers as text, line breaks, blanks at the ends', async () => {
    const awkward: FrameworkDocument = {
      ...draft,
      version: '2026',
      issued: '2026-12-01',
      note: ' first line\nsecond = line ',
      data_elements: [
        {
          code: 'x.y',
          name: { vi: 'Đếm', en: 'Count' },
          value_type: 'count',
          minimum: 0,
          description: { vi: '=1+1', en: '0123' },
          levels: ['province', 'ministry'],
        },
      ],
    };
    const read = await readWorkbook(await frameworkWorkbook(awkward));
    expect(read?.document).toMatchObject({ version: '2026', issued: '2026-12-01', note: awkward.note });
    expect(read?.document['data_elements']).toEqual(awkward.data_elements);
  });

  it('is not read from what is no workbook', async () => {
    expect(await readWorkbook(Buffer.from('code: x\n'))).toBeNull();
  });

  it('has Vietnamese headings with the codes beside them', () => {
    expect(workbookSheets(draft).nodes[0]?.slice(0, 7)).toEqual([
      'Mã cha [parent]',
      'Mã [code]',
      'Loại [kind]',
      'Tên [name.vi]',
      'Tên (tiếng Anh) [name.en]',
      'Điểm tối đa [points]',
      'Trọng số [weight]',
    ]);
  });
});

describe('a workbook that somebody filled in', () => {
  it('may have its columns in any order, and cells of other types than we write', () => {
    const turned = sheets(({ nodes, method }) => {
      for (const row of nodes) row.reverse();
      const period = method.find((row) => row[1] === 'periods.from');
      if (period !== undefined) period[2] = 2023;
    });
    const read = readSheets(turned);
    expect(read.faults).toEqual([]);
    expect(stored(read.document)).toBe(JSON.stringify(draft));
  });

  it('takes có and không for yes and no, and a comma in a number', () => {
    const read = readSheets(
      sheets(({ nodes }) => {
        nodes[3]![column(nodes, 'scored')] = 'không';
        nodes[4]![column(nodes, 'scored')] = 'Có';
        nodes[4]![column(nodes, 'weight')] = '1,5';
      }),
    );
    expect(read.faults).toEqual([]);
    const { tree } = read.document as unknown as FrameworkDocument;
    expect(tree.children?.[0]?.children?.slice(0, 2).map(({ scored, weight }) => [scored, weight])).toEqual([
      [false, 1],
      [undefined, 1.5],
    ]);
  });

  it('says where in it a path of the document stands', () => {
    const { placeOf } = readSheets(sheets());
    expect(placeOf(['tree', 'children', 0, 'children', 1, 'weight'])).toBe('Cây chỉ số (nodes)!G5');
    expect(placeOf(['tree', 'children', 0, 'name', 'vi'])).toBe('Cây chỉ số (nodes)!D3');
    expect(placeOf(['method', 'rank', 'decimals'])).toMatch(/^Phương pháp \(method\)!C\d+$/);
    expect(placeOf(['tree', 'children', 0, 'nothing'])).toBe('Cây chỉ số (nodes)!A3');
  });

  it.each<[string, (cells: Cells) => void, [string, string][]]>([
    [
      'a circle of parents',
      ({ nodes }) => void (nodes[2]![0] = 'data.open.plan'),
      [
        ['NODE_PARENT_CIRCULAR', 'Cây chỉ số (nodes)!A3'],
        ['NODE_PARENT_CIRCULAR', 'Cây chỉ số (nodes)!A5'],
      ],
    ],
    [
      'a parent that there is not',
      ({ nodes }) => void (nodes[3]![0] = 'nobody'),
      [['NODE_PARENT_UNKNOWN', 'Cây chỉ số (nodes)!A4']],
    ],
    [
      'a doubled code',
      ({ nodes }) => void (nodes[4]![1] = 'data.open.catalogue'),
      [['NODE_CODE_DOUBLED', 'Cây chỉ số (nodes)!B5']],
    ],
    [
      'two roots',
      ({ nodes }) => void (nodes[4]![0] = null),
      [['NODE_ROOT_DOUBLED', 'Cây chỉ số (nodes)!A5']],
    ],
    [
      'a weight that is no number',
      ({ nodes }) => void (nodes[4]![6] = 'nhiều'),
      [['WORKBOOK_CELL_INVALID', 'Cây chỉ số (nodes)!G5']],
    ],
    [
      'a formula that is none',
      ({ nodes }) => void (nodes[4]![column(nodes, 'formula')] = '{ kind: [ratio'),
      [['WORKBOOK_CELL_INVALID', 'Cây chỉ số (nodes)!J5']],
    ],
    [
      'a column that is none',
      ({ nodes }) => void (nodes[0]![6] = 'Trọng số [wieght]'),
      [['WORKBOOK_COLUMN_UNKNOWN', 'Cây chỉ số (nodes)!G1']],
    ],
    [
      'a key that is none',
      ({ method }) => void (method[1]![1] = 'cod'),
      [['WORKBOOK_KEY_UNKNOWN', 'Phương pháp (method)!B2']],
    ],
  ])('is refused for %s, with sheet and cell', (_what, change, expected) => {
    expect(faultsOf(change)).toEqual(expected);
  });

  it('is refused without its sheets', () => {
    expect(readSheets([{ name: 'Sheet1', rows: [] }]).faults.map(({ code }) => code)).toEqual([
      'WORKBOOK_SHEET_MISSING',
      'WORKBOOK_SHEET_MISSING',
    ]);
  });
});
