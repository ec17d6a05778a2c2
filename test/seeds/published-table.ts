import { seedText } from './seed-files.ts';

/** One row of a published table, by column. */
export type PublishedRow = Readonly<Record<string, string>>;

const CELL = /"((?:[^"]|"")*)"|([^,]*)/y;

/** The cells of one line; a quoted cell may hold commas and doubled quotes, no line break. */
function cellsOf(line: string): string[] {
  const cells: string[] = [];
  CELL.lastIndex = 0;
  for (;;) {
    const [, quoted, bare] = CELL.exec(line) ?? [];
    cells.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'));
    if (line[CELL.lastIndex] !== ',') break;
    CELL.lastIndex += 1;
  }
  return cells;
}

/** @throws Error when a row has not as many cells as the header */
export function readPublishedTable(path: string): { columns: string[]; rows: PublishedRow[] } {
  const [header = '', ...lines] = seedText(path).trimEnd().split('\n');
  const columns = cellsOf(header);
  const rows = lines.map((line) => {
    const cells = cellsOf(line);
    if (cells.length !== columns.length) throw new Error(`${path}: ${cells.length} cells in: ${line}`);
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']));
  });
  return { columns, rows };
}
