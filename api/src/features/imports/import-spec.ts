import { nameKey } from '../units/name-key.js';
import type { LoadedFramework } from '../frameworks/frameworks.service.js';
import { elementsOfLeaf } from '../frameworks/scoring-framework.js';
import type { DataElement } from '../observations/observation.entity.js';

/** A column that holds figures of one data element. */
export interface FigureColumn {
  readonly element: DataElement;
  /** An empty cell of it is recorded as not collected; other columns may simply be empty. */
  readonly gapIsRecorded: boolean;
}

/** What a file for a framework version and period may hold. */
export interface ImportSpec {
  readonly level: 'nation' | 'ministry' | 'province';
  /** The day whose roster and names count: the last of the period. */
  readonly rosterDate: string;
  readonly figures: readonly FigureColumn[];
  /** What a header cell may say, by the key of its name: codes and Vietnamese names alike. */
  readonly columns: ReadonlyMap<string, PlainColumn | FigureColumn>;
  readonly groupElement: string | null;
  readonly groupCodes: readonly string[];
  /** Known source ids. */
  readonly sourceIds: ReadonlySet<string>;
  /** Source of rows that name none; `null` = the column is required. */
  readonly defaultSource: string | null;
}

/** Columns beside the figures; the Vietnamese name is understood as well. */
export const PLAIN_COLUMNS = {
  unit: 'Đơn vị',
  group: 'Nhóm',
  source: 'Nguồn',
  confidence: 'Độ tin cậy',
  note: 'Ghi chú',
} as const;
export type PlainColumn = keyof typeof PLAIN_COLUMNS;

/** The figures that a framework version takes: total, rank, leaves of the tree, then the checks. */
export function figureColumns(
  framework: LoadedFramework,
  elements: ReadonlyMap<string, DataElement>,
): readonly FigureColumn[] {
  const { version, nodes } = framework;
  const leaves = nodes.map((node) => ({ scored: node.scored, elements: elementsOfLeaf(node) }));
  const recorded = [
    version.totalElement,
    ...leaves.filter((leaf) => leaf.scored).flatMap((leaf) => leaf.elements),
  ];
  const plain = [version.rankElement, ...leaves.flatMap((leaf) => leaf.elements), ...version.checkElements];
  const columns = new Map<string, FigureColumn>();
  for (const code of [...recorded, ...plain]) {
    const element = code === null ? undefined : elements.get(code);
    if (element === undefined || columns.has(element.code)) continue;
    columns.set(element.code, { element, gapIsRecorded: recorded.includes(element.code) });
  }
  return [...columns.values()];
}

/** The names by which a file may call its columns. */
export function columnNames(figures: readonly FigureColumn[]): ImportSpec['columns'] {
  const names = new Map<string, PlainColumn | FigureColumn>();
  for (const column of figures) {
    names.set(nameKey(column.element.nameVi), column);
    names.set(nameKey(column.element.code), column);
  }
  for (const [code, name] of Object.entries(PLAIN_COLUMNS)) {
    names.set(nameKey(name), code as PlainColumn);
    names.set(code, code as PlainColumn);
  }
  return names;
}

/** No column's name is nearly as long. */
const LONGEST_NAME = 120;

/** What a header cell means, or `null`. */
export function columnOf(header: string, spec: ImportSpec): PlainColumn | FigureColumn | null {
  return header.length > LONGEST_NAME ? null : (spec.columns.get(nameKey(header)) ?? null);
}
