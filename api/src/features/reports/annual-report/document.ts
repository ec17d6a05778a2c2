import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { illustrate } from './chart/illustrate.js';
import { inWordsOf } from './index-words.js';
import { FONT, PAGE_MARGINS, STYLES, runningHead } from './page.js';
import { draftMark, sampleMark } from './page-marks.js';
import { annex } from './parts/annex.js';
import { cautions } from './parts/cautions.js';
import { closing } from './parts/closing.js';
import { head, markWords, subject, subjectLine } from './parts/head.js';
import { method } from './parts/method.js';
import { opening } from './parts/opening.js';
import { needsLandscape, rankingTable } from './parts/ranking-table.js';
import { results } from './parts/results.js';
import { sourcesTable } from './parts/sources.js';
import type { AnnualReportInput } from './report-input.js';

/**
 * The annual report of one edition, in the form of Decree 30/2020/NĐ-CP, in Vietnamese, for `renderPdf`.
 * Pure: the same input gives the same document, and nothing is read but the input.
 *
 * @throws RangeError when a day of the input is not a day
 */
export function annualReport(input: AnnualReportInput): TDocumentDefinitions {
  return {
    pageSize: 'A4',
    pageMargins: PAGE_MARGINS,
    defaultStyle: { font: FONT, fontSize: 13, color: 'black' },
    styles: STYLES,
    content: inWordsOf(input.edition.index, [...body(input), ...annexes(input)]),
    header: (page) => runningHead(page === 1 ? null : page, markWords(input)),
    ...background(input),
    language: 'vi-VN',
    info: inWordsOf(input.edition.index, {
      title: `${input.sample ? '[DỮ LIỆU MẪU] ' : ''}${input.draft ? 'Dự thảo báo cáo' : 'Báo cáo'}: ${subjectLine(input)}`,
      author: input.issuer.name,
      subject: `${input.edition.title} (${input.edition.code})`,
      creator: input.provenance.systemName,
      producer: 'pdfmake',
      creationDate: new Date(input.provenance.generatedAt),
    }),
  };
}

/** One mark fits on a page; that nothing is real weighs more than that nothing is signed. */
function background(input: AnnualReportInput): Pick<TDocumentDefinitions, 'background'> {
  if (input.sample) return { background: (_page, size) => sampleMark(size) };
  return input.draft ? { background: (_page, size) => draftMark(size) } : {};
}

function body(input: AnnualReportInput): Content[] {
  return [
    head(input),
    subject(input),
    opening(input),
    results(input, illustrate(input)),
    method(input),
    cautions(input),
    closing(input),
  ];
}

/** Annex I has the ranking of every group, Annex II the sources. Table 1 stands in the body. */
function annexes(input: AnnualReportInput): Content[] {
  const { period } = input.edition;
  const tables = input.groups.flatMap((group, at) => rankingTable(group, at + 2, input));
  const ranking = annex(
    input,
    'I',
    `Bảng xếp hạng DTI năm ${period}`,
    tables,
    input.groups.some(needsLandscape),
  );
  const sources = annex(input, 'II', 'Nguồn số liệu', sourcesTable(input, input.groups.length + 2), false);
  return [ranking, sources];
}
