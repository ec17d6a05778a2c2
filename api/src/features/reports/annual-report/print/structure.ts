/** The roles of the standard structure types (ISO 32000-1, 14.8.4) that the report uses. */
export type StructureRole =
  'Document' | 'Sect' | 'H1' | 'H2' | 'H3' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure';

/** A node of the tagged document: what a piece of content is, and what it stands in. */
export interface StructureElement {
  readonly role: StructureRole;
  readonly parent: StructureElement | null;
  /** What a figure shows, in words. */
  readonly alt?: string;
  readonly colSpan?: number;
  readonly rowSpan?: number;
  /** Drawn anew on each page a table goes on to: only the first time is content, the rest is pagination. */
  readonly repeats?: boolean;
}

type Node = Readonly<Record<string, unknown>>;

const headings: readonly StructureRole[] = ['H1', 'H2', 'H3'];

/**
 * Gives every text and figure of pdfmake content its place in the tagged document: `headlineLevel` makes a
 * heading, `alt` a figure, a table its rows and cells, a section its own part, any other text a paragraph.
 * What gets no `structure` (rules, marks, page numbers) is drawn as an artifact.
 *
 * @param content a printable copy; strings in it become text nodes
 */
export function withStructure(content: unknown, parent: StructureElement): unknown {
  if (typeof content === 'string') return withStructure({ text: content }, parent);
  if (Array.isArray(content)) return content.map((each) => withStructure(each, parent));
  if (!isNode(content)) return content;
  if ('section' in content) {
    return { ...content, section: withStructure(content['section'], { role: 'Sect', parent }) };
  }
  if ('stack' in content) return { ...content, stack: withStructure(content['stack'], parent) };
  if ('columns' in content) return { ...content, columns: withStructure(content['columns'], parent) };
  if (isNode(content['table'])) return withTable(content, content['table'], parent);
  return withLeaf(content, parent);
}

function withLeaf(node: Node, parent: StructureElement): unknown {
  if ('text' in node) return { ...node, structure: { role: textRole(node['headlineLevel']), parent } };
  if (typeof node['alt'] === 'string') {
    return { ...node, structure: { role: 'Figure', parent, alt: node['alt'] } };
  }
  return node;
}

function textRole(headlineLevel: unknown): StructureRole {
  return typeof headlineLevel === 'number' ? (headings[headlineLevel - 1] ?? 'P') : 'P';
}

function withTable(node: Node, table: Node, parent: StructureElement): unknown {
  const element: StructureElement = { role: 'Table', parent };
  const headRows = typeof table['headerRows'] === 'number' ? table['headerRows'] : 0;
  const rows = Array.isArray(table['body']) ? (table['body'] as readonly unknown[]) : [];
  const body = rows.map((cells, at) => {
    const row: StructureElement = { role: 'TR', parent: element };
    const inHead = at < headRows;
    return Array.isArray(cells) ? cells.map((cell: unknown) => withCell(cell, row, inHead)) : cells;
  });
  return { ...node, table: { ...table, body } };
}

function withCell(cell: unknown, row: StructureElement, inHead: boolean): unknown {
  if (typeof cell === 'string') return withCell({ text: cell }, row, inHead);
  if (!isNode(cell) || Object.keys(cell).length === 0) return cell;
  const element: StructureElement = {
    role: inHead ? 'TH' : 'TD',
    parent: row,
    ...(inHead ? { repeats: true } : {}),
    ...(typeof cell['colSpan'] === 'number' ? { colSpan: cell['colSpan'] } : {}),
    ...(typeof cell['rowSpan'] === 'number' ? { rowSpan: cell['rowSpan'] } : {}),
  };
  return 'text' in cell ? { ...cell, structure: element } : withStructure(cell, element);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
