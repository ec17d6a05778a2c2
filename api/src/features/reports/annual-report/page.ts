import type { Content, CustomTableLayout, StyleDictionary } from 'pdfmake/interfaces.js';

/**
 * The page and the type of an official document by Decree 30/2020/NĐ-CP, annex I: A4, margins of 20 mm top
 * and bottom, 30 mm left and 15 mm right, one serif face, black. Sizes are points, as the Decree gives them.
 */

const MILLIMETRE = 72 / 25.4;

export const FONT = 'Tinos';
export const PAGE_MARGINS: [left: number, top: number, right: number, bottom: number] = [
  30 * MILLIMETRE,
  20 * MILLIMETRE,
  15 * MILLIMETRE,
  20 * MILLIMETRE,
];
const A4 = { short: 595.28, long: 841.89 };

/** Width between the margins, in points. */
export const CONTENT_WIDTH = A4.short - PAGE_MARGINS[0] - PAGE_MARGINS[2];

export const STYLES: StyleDictionary = {
  paragraph: {
    fontSize: 13,
    alignment: 'justify',
    lineHeight: 1.05,
    leadingIndent: 10 * MILLIMETRE,
    margin: [0, 0, 0, 6],
  },
  part: { fontSize: 13, bold: true, lineHeight: 1.05, leadingIndent: 10 * MILLIMETRE, margin: [0, 6, 0, 6] },
  caption: { fontSize: 12, bold: true, alignment: 'center', margin: [0, 6, 0, 4] },
  tableHead: { fontSize: 10, bold: true, alignment: 'center' },
  tableCell: { fontSize: 11 },
  note: { fontSize: 10, alignment: 'justify', margin: [0, 2, 0, 2] },
};

/** Thin black rules round every cell, little room within: sixty rows on two pages, still readable. */
export const GRID: CustomTableLayout = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  paddingLeft: () => 2,
  paddingRight: () => 2,
  paddingTop: (row, { table }) => (row < (table.headerRows ?? 0) ? 2.5 : 1.5),
  paddingBottom: () => 1,
};

/** A body paragraph: justified, first line indented. */
export function paragraph(text: string): Content {
  return { text: unbroken(text), style: 'paragraph' };
}

/** A paragraph of a list, which official documents begin with a dash. */
export function dashed(text: string): Content {
  return paragraph(`- ${text}`);
}

/** The same without gaps widened to the margin: for a line that ends in a long code. */
export function ragged(text: string): Content {
  return { text: unbroken(`- ${text}`), style: 'paragraph', alignment: 'left' };
}

/** A remark below a table or figure. */
export function note(text: string): Content {
  return { text: unbroken(text), style: 'note' };
}

/**
 * Keeps "142/QĐ-TTg" and "dti-922-province" in one piece: the layout may break a line, and widens the gaps
 * of a justified one, after every stroke and hyphen. Addresses on the web stay breakable.
 */
export function unbroken(text: string): Content[] {
  return text
    .split(/((?!https?:)\S*\S[-/]\S+\s*)/u)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, noWrap: /\S[-/]\S/u.test(piece) }));
}

/** A heading that never stands at the foot of a page without the first of what it heads. */
export function headed(title: Content, content: readonly Content[]): Content[] {
  const [first, ...rest] = content;
  return first === undefined ? [title] : [{ stack: [title, first], unbreakable: true }, ...rest];
}

/** A heading of the body: level 1 for the document's parts ("I. …"), level 2 below ("1. …"). */
export function heading(text: string, level: 1 | 2): Content {
  return { text, style: 'part', headlineLevel: level + 1 };
}

/** A horizontal rule in the middle of the room it is given, `width` points long. */
export function rule(width: number, below = 0): Content {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.75 }],
    alignment: 'center',
    margin: [0, 2, 0, below],
  };
}

/**
 * Roughly how wide a bold text is, in points, for rules that are a share of a line: no font is read here,
 * and a tenth more or less does not show.
 */
export function roughBoldWidth(text: string, fontSize: number): number {
  const perLetter = text === text.toLocaleUpperCase('vi') ? 0.63 : 0.48;
  return text.length * perLetter * fontSize;
}

/**
 * The running head: the page number by Decree 30 (Arabic, 13 pt, centred over the text in the top margin;
 * null on a first page), and at the left what the document is marked as ("DỰ THẢO"), empty where it is not.
 */
export function runningHead(number: number | null, mark: string): Content {
  return {
    columns: [
      { width: '*', text: mark, fontSize: 11, bold: true, margin: [0, 2, 0, 0] },
      { width: 60, text: number === null ? '' : String(number), fontSize: 13, alignment: 'center' },
      { width: '*', text: '' },
    ],
    margin: [PAGE_MARGINS[0], PAGE_MARGINS[1] - 24, PAGE_MARGINS[2], 0],
  };
}
