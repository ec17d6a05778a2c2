import layoutBuilder from 'pdfmake/js/LayoutBuilder.js';
import renderer from 'pdfmake/js/Renderer.js';
import type { StructureElement } from './structure.js';
import type { StructureWriter } from './structure-writer.js';

interface Tagged {
  readonly structure?: unknown;
}

/** pdfmake's layout, whose lines know which element of the tagged document they belong to. */
export class TaggedLayout extends layoutBuilder.default {
  override buildNextLine(node: Tagged) {
    const line = super.buildNextLine(node);
    if (line !== null && node.structure !== undefined) line.structure = node.structure;
    return line;
  }
}

/** pdfmake's renderer, which draws each item inside its element, and rules and marks as artifacts. */
export class TaggedRenderer extends renderer.default {
  constructor(
    document: PDFKit.PDFDocument,
    private readonly writer: StructureWriter,
  ) {
    super(document);
  }

  override renderLine(line: Tagged, x: number, y: number): void {
    this.writer.draw(elementOf(line), () => super.renderLine(line, x, y));
  }

  override renderVector(vector: object): void {
    this.writer.draw(undefined, () => super.renderVector(vector));
  }

  override renderSVG(svg: Tagged): void {
    this.writer.draw(elementOf(svg), () => super.renderSVG(svg));
  }
}

/** Set by `withStructure` alone, and carried through the layout untouched. */
function elementOf(item: Tagged): StructureElement | undefined {
  return item.structure as StructureElement | undefined;
}
