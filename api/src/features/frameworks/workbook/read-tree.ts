import type { DocumentPath } from '../../../platform/documents/schema-faults.js';
import type { WorkbookFault } from './read-workbook.js';
import { textOf } from './workbook-cells.js';

/** A row of a sheet, with the cells that its keys stand in. */
export interface NodeRow {
  readonly value: Readonly<Record<string, unknown>>;
  readonly placeOf: (key: string) => string;
  /** Notes where everything of the row stands in the document. */
  readonly mark: (places: Map<string, string>, path: DocumentPath) => void;
}

/**
 * The tree that rows with parent codes make, in the order of the rows. A doubled code, a parent that there
 * is not, a circle of parents, no root or several: each is a fault, and there is no tree then.
 */
export function readTree(
  rows: readonly NodeRow[],
  faults: WorkbookFault[],
  places: Map<string, string>,
): object | null {
  const before = faults.length;
  const byCode = new Map<string, NodeRow>();
  for (const row of rows) {
    const code = textOf(row.value['code']);
    if (byCode.has(code))
      fault(faults, 'NODE_CODE_DOUBLED', row, 'code', `the code ${code} stands more than once`);
    byCode.set(code, row);
  }
  for (const row of rows) {
    const parent = parentOf(row);
    if (parent !== null && !byCode.has(parent))
      fault(faults, 'NODE_PARENT_UNKNOWN', row, 'parent', `no row has the code ${parent}`);
    else if (isInCircle(row, byCode))
      fault(faults, 'NODE_PARENT_CIRCULAR', row, 'parent', 'its parents lead back to itself');
  }
  const roots = rows.filter((row) => parentOf(row) === null);
  for (const row of roots.slice(1))
    fault(faults, 'NODE_ROOT_DOUBLED', row, 'parent', 'one node alone has no parent');
  const [root] = roots;
  if (root === undefined && rows.length > 0 && faults.length === before)
    fault(faults, 'NODE_PARENT_CIRCULAR', rows[0] as NodeRow, 'parent', 'no node is without a parent');
  return root === undefined || faults.length > before ? null : branch(root, ['tree'], rows, places);
}

function parentOf({ value }: NodeRow): string | null {
  const parent = value['parent'];
  return parent === undefined ? null : textOf(parent);
}

function isInCircle(row: NodeRow, byCode: ReadonlyMap<string, NodeRow>): boolean {
  const seen = new Set<NodeRow>();
  for (let at: NodeRow | undefined = row; at !== undefined;) {
    if (seen.has(at)) return at === row;
    seen.add(at);
    const parent = parentOf(at);
    at = parent === null ? undefined : byCode.get(parent);
  }
  return false;
}

function branch(
  row: NodeRow,
  path: DocumentPath,
  rows: readonly NodeRow[],
  places: Map<string, string>,
): object {
  row.mark(places, path);
  const { parent: _, scored, ...own } = row.value;
  const children = rows
    .filter((other) => parentOf(other) === row.value['code'])
    .map((child, at) => branch(child, [...path, 'children', at], rows, places));
  return {
    ...own,
    // A node is scored unless it says otherwise.
    ...(scored === undefined || scored === true ? {} : { scored }),
    ...(children.length === 0 ? {} : { children }),
  };
}

function fault(faults: WorkbookFault[], code: string, row: NodeRow, key: string, message: string): void {
  faults.push({ code, place: row.placeOf(key), message });
}
