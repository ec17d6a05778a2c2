import type { StructureElement } from './structure.js';

/** pdfkit's element with its dictionary, which the published types leave out. */
type WrittenElement = PDFKit.PDFStructureElement & {
  readonly dictionary: { readonly data: Record<string, unknown> };
};

/**
 * Writes the tagged document while its content is drawn. An element comes into being when the first of its
 * content is drawn, so the reading order is the order of drawing.
 */
export class StructureWriter {
  private readonly written = new Map<StructureElement, WrittenElement>();
  /** The page on which an element that repeats was first drawn. */
  private readonly firstPages = new Map<StructureElement, PDFKit.PDFPage>();

  constructor(private readonly document: PDFKit.PDFDocument) {}

  /** Draws content as part of `element`, or as an artifact where it is part of none. */
  draw(element: StructureElement | undefined, drawContent: () => void): void {
    if (element === undefined || this.isRepetition(element)) {
      this.document.markContent('Artifact', { type: element === undefined ? 'Layout' : 'Pagination' });
      drawContent();
      this.document.endMarkedContent();
      return;
    }
    const target = this.elementFor(element);
    const content = this.document.markStructureContent(element.role);
    drawContent();
    this.document.endMarkedContent();
    target.add(content);
  }

  /** Closes the tree: nothing can be drawn into it afterwards. */
  end(): void {
    for (const [element, written] of this.written) if (element.parent === null) written.end();
  }

  private isRepetition(element: StructureElement): boolean {
    if (element.repeats !== true) return false;
    const first = this.firstPages.get(element);
    if (first === undefined) this.firstPages.set(element, this.document.page);
    return first !== undefined && first !== this.document.page;
  }

  private elementFor(element: StructureElement): WrittenElement {
    const known = this.written.get(element);
    if (known !== undefined) return known;
    const made = this.document.struct(element.role, {
      ...(element.alt === undefined ? {} : { alt: element.alt }),
    }) as WrittenElement;
    describeCell(made, element);
    this.written.set(element, made);
    if (element.parent === null) this.document.addStructure(made);
    else this.elementFor(element.parent).add(made);
    return made;
  }
}

/** Which cells a heading stands for and how far a cell reaches; pdfkit has an option for the first alone. */
function describeCell(made: WrittenElement, { role, colSpan, rowSpan }: StructureElement): void {
  if (role !== 'TH' && colSpan === undefined && rowSpan === undefined) return;
  made.dictionary.data['A'] = {
    O: 'Table',
    ...(role === 'TH' ? { Scope: 'Column' } : {}),
    ...(colSpan === undefined ? {} : { ColSpan: colSpan }),
    ...(rowSpan === undefined ? {} : { RowSpan: rowSpan }),
  };
}
