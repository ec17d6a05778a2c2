import pageSize from 'pdfmake/js/PageSize.js';
import pdfDocument from 'pdfmake/js/PDFDocument.js';
import svgMeasure from 'pdfmake/js/SVGMeasure.js';
import tableLayouts from 'pdfmake/js/tableLayouts.js';
import type { TDocumentDefinitions, TDocumentInformation } from 'pdfmake/interfaces.js';
import { FONTS, FONT_FILES } from './print/fonts.js';
import { printCopy } from './print/print-copy.js';
import { withStructure, type StructureElement } from './print/structure.js';
import { StructureWriter } from './print/structure-writer.js';
import { TaggedLayout, TaggedRenderer } from './print/tagged-layout.js';

/** What every document printed here is: tagged PDF 1.7 for the archive (ISO 19005-2, level A). */
const CONFORMANCE: PDFKit.PDFDocumentOptions = {
  pdfVersion: '1.7',
  subset: 'PDF/A-2a',
  tagged: true,
  displayTitle: true,
};

/**
 * Prints a document definition as PDF/A-2a: text in NFC, the four faces of Tinos embedded, content tagged.
 *
 * It takes pdfmake's layout and renderer by themselves, not through `createPdf`: that marks a document as
 * tagged and tags nothing in it, and PDF/A level A would be a false claim. Nothing can be fetched from here
 * (there is no resolver of addresses), and no file but the fonts can be opened.
 *
 * The definition is left as it was, and the same definition gives the same bytes.
 *
 * @throws Error when the definition is not a document pdfmake can lay out, or names another font or file
 */
export async function renderPdf(definition: TDocumentDefinitions): Promise<Buffer> {
  const copy = printCopy(definition);
  const document = openDocument(copy);
  const root: StructureElement = { role: 'Document', parent: null };
  const layout = new TaggedLayout(
    pageSize.normalizePageSize(copy.pageSize, copy.pageOrientation),
    pageSize.normalizePageMargin(copy.pageMargins ?? 40),
    new svgMeasure.default(),
  );
  layout.registerTableLayouts(tableLayouts.tableLayouts);
  const pages = layout.layoutDocument(
    withStructure(copy.content, root),
    document,
    copy.styles ?? {},
    copy.defaultStyle ?? {},
    copy.background === undefined ? undefined : perPage(copy.background),
    copy.header === undefined ? undefined : perPage(copy.header),
  );
  const writer = new StructureWriter(document);
  new TaggedRenderer(document, writer).renderPages(pages);
  writer.end();
  return contentOf(document);
}

function openDocument(definition: TDocumentDefinitions): PDFKit.PDFDocument {
  const { width, height } = pageSize.normalizePageSize(definition.pageSize, definition.pageOrientation);
  const options: PDFKit.PDFDocumentOptions = {
    ...CONFORMANCE,
    size: [width, height],
    autoFirstPage: false,
    compress: definition.compress ?? true,
    // Otherwise Helvetica would be named without being embedded, which PDF/A forbids.
    font: '',
    lang: definition.language ?? 'vi-VN',
    info: documentInformation(definition.info ?? {}),
  };
  return new pdfDocument.default(FONTS, {}, {}, {}, options, null, (path) => FONT_FILES.has(path));
}

function documentInformation(info: TDocumentInformation): PDFKit.DocumentInfo {
  const texts = {
    Title: info.title,
    Author: info.author,
    Subject: info.subject,
    Creator: info.creator,
    Producer: info.producer,
  };
  const given = Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    ...Object.fromEntries(given.map(([key, text]) => [key, withoutMarkup(text)])),
    ...(info.creationDate === undefined ? {} : { CreationDate: info.creationDate }),
  };
}

/** pdfkit writes these texts into XML as they are, and what stands there must stand in the document too. */
function withoutMarkup(text: string): string {
  return text.replaceAll(/[<>&]/g, ' ');
}

/** The layout takes functions of the page; the same content for every page is given as one. */
function perPage(content: unknown): unknown {
  return typeof content === 'function' ? content : () => printCopy(content);
}

async function contentOf(document: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  document.end();
  for await (const chunk of document) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
