import type { Content } from 'pdfmake/interfaces.js';
import { roughBoldWidth, rule } from '../page.js';
import type { AnnualReportInput, ReportGroup } from '../report-input.js';
import { formatDocumentNumber, formatOfficialDay } from '../vietnamese-format.js';

/** What the agency's column takes; the country's name at 12 pt needs the rest on one line. */
const AGENCY_COLUMN = 204;
const COLUMN_GAP = 8;
/** "Độc lập - Tự do - Hạnh phúc" in Tinos bold at 13 pt: its rule is as long as the text. */
const MOTTO_WIDTH = 159;

/** Agency, country and motto, number, place and day: the head of every official document. */
export function head(input: AnnualReportInput): Content {
  return [
    {
      columns: [
        { width: AGENCY_COLUMN, stack: agency(input) },
        { width: '*', stack: country() },
      ],
      columnGap: COLUMN_GAP,
    },
    {
      columns: [
        { width: AGENCY_COLUMN, text: documentNumber(input), fontSize: 13, alignment: 'center' },
        { width: '*', text: placeAndDay(input), fontSize: 13, italics: true, alignment: 'center' },
      ],
      columnGap: COLUMN_GAP,
      margin: [0, 6, 0, 18],
    },
  ];
}

/** "BÁO CÁO", what it reports, and the rule below. */
export function subject(input: AnnualReportInput): Content {
  return [
    { text: 'BÁO CÁO', fontSize: 14, bold: true, alignment: 'center', headlineLevel: 1 },
    { text: subjectLine(input), fontSize: 14, bold: true, alignment: 'center', margin: [20, 2, 20, 0] },
    ...(input.edition.kind === 'as_published'
      ? [{ text: '(theo số liệu đã công bố)', fontSize: 13, italics: true, alignment: 'center' as const }]
      : []),
    rule(110, input.sample ? 6 : 14),
    ...(input.sample ? [sampleWarning()] : []),
  ];
}

/** "Kết quả đánh giá, xếp hạng chỉ số chuyển đổi số (DTI) năm 2022 của …": whom it is about, by what is held. */
export function subjectLine(input: AnnualReportInput): string {
  return `Kết quả đánh giá, xếp hạng chỉ số chuyển đổi số (DTI) năm ${input.edition.period}${assessed(input.groups)}`;
}

/** What every page of the document is marked as, at its head; empty where nothing is to be said. */
export function markWords({ draft, sample }: Pick<AnnualReportInput, 'draft' | 'sample'>): string {
  return [...(sample ? ['DỮ LIỆU MẪU'] : []), ...(draft ? ['DỰ THẢO'] : [])].join(' – ');
}

function sampleWarning(): Content {
  return {
    text:
      'DỮ LIỆU MẪU: toàn bộ số liệu trong tài liệu này được tạo tự động để giới thiệu hệ thống, ' +
      'không phải số liệu của bất kỳ cơ quan nào và không có giá trị sử dụng.',
    fontSize: 13,
    bold: true,
    alignment: 'center',
    margin: [20, 0, 20, 14],
  };
}

/** "05/BC-BKHCN", or room for the number. */
export function documentNumber(input: AnnualReportInput): string {
  return `Số: ${formatDocumentNumber(input.documentNumber)}/BC-${input.issuer.abbreviation}`;
}

function assessed(groups: readonly ReportGroup[]): string {
  const levels = new Set(groups.map((group) => group.level));
  if (levels.has('ministry') && levels.has('province')) {
    return ' của các bộ, cơ quan và các tỉnh, thành phố trực thuộc trung ương';
  }
  if (levels.has('province')) return ' của các tỉnh, thành phố trực thuộc trung ương';
  return levels.has('ministry') ? ' của các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ' : '';
}

function agency({ issuer }: AnnualReportInput): Content[] {
  const name = issuer.name.toLocaleUpperCase('vi');
  // The Decree asks for a third to a half of the name's length; a name that wraps has its column's.
  const length = Math.min(roughBoldWidth(name, 12), AGENCY_COLUMN);
  const parent: Content[] =
    issuer.parent === null
      ? []
      : [{ text: issuer.parent.toLocaleUpperCase('vi'), fontSize: 12, alignment: 'center' }];
  return [
    ...parent,
    { text: inTwoLines(name), fontSize: 12, bold: true, alignment: 'center' },
    rule(length * 0.42),
  ];
}

/** A name too long for its column breaks where its two lines are nearest in length, not before its last word. */
export function inTwoLines(name: string): string {
  if (roughBoldWidth(name, 12) <= AGENCY_COLUMN) return name;
  const words = name.split(' ');
  const breaks = words.slice(1).map((_, index) => {
    const lines = [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')] as const;
    return { text: lines.join('\n'), uneven: Math.abs(lines[0].length - lines[1].length) };
  });
  return breaks.reduce((best, next) => (next.uneven < best.uneven ? next : best)).text;
}

function country(): Content[] {
  return [
    { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', fontSize: 12, bold: true, alignment: 'center' },
    { text: 'Độc lập - Tự do - Hạnh phúc', fontSize: 13, bold: true, alignment: 'center' },
    rule(MOTTO_WIDTH),
  ];
}

function placeAndDay(input: AnnualReportInput): string {
  return `${input.place}, ${formatOfficialDay(input.reportDate)}`;
}
