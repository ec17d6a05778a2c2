import type { Content, ContentSection, DynamicContent } from 'pdfmake/interfaces.js';
import { PAGE_MARGINS, rule, runningHead } from '../page.js';
import type { AnnualReportInput } from '../report-input.js';
import { formatOfficialDay } from '../vietnamese-format.js';
import { documentNumber, markWords } from './head.js';

/** One annex on pages of its own: its heading by Decree 30, then its content. */
export function annex(
  input: AnnualReportInput,
  numeral: string,
  title: string,
  content: readonly Content[],
  landscape: boolean,
): ContentSection {
  return {
    section: [...annexHeading(input, numeral, title), ...content],
    pageSize: 'A4',
    pageOrientation: landscape ? 'landscape' : 'portrait',
    pageMargins: PAGE_MARGINS,
    header: annexPageNumbers(markWords(input)),
  };
}

function annexHeading(input: AnnualReportInput, numeral: string, title: string): Content[] {
  const belongsTo =
    `(Kèm theo Báo cáo ${documentNumber(input).replace('Số:', 'số')}\n${formatOfficialDay(input.reportDate)} ` +
    `của ${input.issuer.name})`;
  return [
    { text: `Phụ lục ${numeral}`, fontSize: 14, bold: true, alignment: 'center', headlineLevel: 2 },
    { text: title.toLocaleUpperCase('vi'), fontSize: 13, bold: true, alignment: 'center' },
    { text: belongsTo, fontSize: 13, italics: true, alignment: 'center' },
    rule(110, 6),
  ];
}

/**
 * Each annex counts its own pages and shows no number on its first. The layout asks for the headers of a
 * document in the order of its pages, so the first page asked for is the annex's first.
 */
function annexPageNumbers(mark: string): DynamicContent {
  let first: number | null = null;
  return (page) => {
    first = first === null ? page : Math.min(first, page);
    return runningHead(page === first ? null : page - first + 1, mark);
  };
}
