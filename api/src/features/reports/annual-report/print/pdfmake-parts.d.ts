/**
 * The parts of pdfmake 0.3.11 that print, as far as this report uses them: pdfmake's own entry puts them
 * together without a place to tag content, so `print-document.ts` puts them together itself. They are
 * CommonJS modules with a default export, which Node hands over as `.default`.
 */

declare module 'pdfmake/js/PDFDocument.js' {
  const parts: {
    readonly default: new (
      fonts: import('pdfmake/interfaces.js').TFontDictionary,
      images: object,
      patterns: object,
      attachments: object,
      options: PDFKit.PDFDocumentOptions,
      virtualFiles: null,
      localAccessPolicy: (path: string) => boolean,
    ) => PDFKit.PDFDocument;
  };
  export default parts;
}

declare module 'pdfmake/js/LayoutBuilder.js' {
  interface PrintLine {
    structure?: unknown;
  }
  class LayoutBuilder {
    constructor(pageSize: object, pageMargins: object, svgMeasure: object);
    registerTableLayouts(layouts: object): void;
    layoutDocument(
      content: unknown,
      document: PDFKit.PDFDocument,
      styles: object,
      defaultStyle: object,
      background: unknown,
      header: unknown,
    ): unknown[];
    buildNextLine(node: { readonly structure?: unknown }): PrintLine | null;
  }
  const parts: { readonly default: typeof LayoutBuilder };
  export default parts;
}

declare module 'pdfmake/js/Renderer.js' {
  class Renderer {
    constructor(document: PDFKit.PDFDocument);
    renderPages(pages: unknown[]): void;
    renderLine(line: { readonly structure?: unknown }, x: number, y: number): void;
    renderVector(vector: object): void;
    renderSVG(svg: { readonly structure?: unknown }): void;
  }
  const parts: { readonly default: typeof Renderer };
  export default parts;
}

declare module 'pdfmake/js/SVGMeasure.js' {
  class SVGMeasure {}
  const parts: { readonly default: typeof SVGMeasure };
  export default parts;
}

declare module 'pdfmake/js/PageSize.js' {
  const parts: {
    normalizePageSize(
      size: unknown,
      orientation: unknown,
    ): { readonly width: number; readonly height: number };
    normalizePageMargin(margins: unknown): object;
  };
  export default parts;
}

declare module 'pdfmake/js/tableLayouts.js' {
  const parts: { readonly tableLayouts: object };
  export default parts;
}
