import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { checkSentence, groupParagraphs, nationalSentence } from '../findings/finding-sentences.js';
import { hasTotal, groupFindings, type GroupFindings } from '../findings/group-findings.js';
import { CONTENT_WIDTH, GRID, dashed, headed, heading, note, paragraph } from '../page.js';
import type { AnnualReportInput, ReportGroup } from '../report-input.js';
import { formatCount, formatDecimal, uncapitalised } from '../vietnamese-format.js';

/** The figure, and the group it is drawn for. */
export interface Illustration {
  readonly groupCode: string;
  readonly content: Content;
}

/** Part I: a table for the hurried, the national value, each group in sentences, and the figure. */
export function results(input: AnnualReportInput, illustration: Illustration | null): Content {
  const sections = [
    ...nationalSection(input),
    ...groupSections(input, illustration?.groupCode ?? null),
    ...absentSection(input),
  ];
  return [
    ...headed(heading('I. KẾT QUẢ ĐÁNH GIÁ, XẾP HẠNG', 1), [overview(input)]),
    ...sections.flatMap(({ title, content }, at) => headed(heading(`${at + 1}. ${title}`, 2), content)),
    ...(illustration === null ? [] : [illustration.content]),
    paragraph('Bảng xếp hạng chi tiết của từng nhóm tại Phụ lục I kèm theo báo cáo này.'),
  ];
}

interface Section {
  readonly title: string;
  readonly content: readonly Content[];
}

function nationalSection({ national, edition }: AnnualReportInput): readonly Section[] {
  if (national === null) return [];
  return [
    { title: 'Cấp quốc gia', content: [paragraph(nationalSentence(national, edition.period, edition.kind))] },
  ];
}

function groupSections(input: AnnualReportInput, illustrated: string | null): readonly Section[] {
  return input.groups.map((group) => {
    const figure = group.code === illustrated ? 1 : null;
    const sentences = groupParagraphs(group, groupFindings(group), input.checkFigures, figure);
    return { title: group.name, content: sentences.map(paragraph) };
  });
}

/** Groups of which no unit's figures are held; a mean of such a group may be published all the same. */
function absentSection({ absentGroups, checkFigures }: AnnualReportInput): readonly Section[] {
  if (absentGroups.length === 0) return [];
  const names = absentGroups.map(({ name }) => name).join('; ');
  const checks = checkFigures
    .filter((check) => absentGroups.some(({ code }) => code === check.groupCode))
    .map((check) => dashed(`${check.groupName}: ${uncapitalised(checkSentence(check))}`));
  return [
    {
      title: 'Các nhóm chưa có số liệu',
      content: [paragraph(`Chưa thu thập được số liệu của từng đơn vị thuộc: ${names}.`), ...checks],
    },
  ];
}

const overviewColumns = [
  'Nhóm',
  'Tổng số',
  'Có thứ hạng',
  'Có giá trị',
  'Cao nhất',
  'Trung bình',
  'Thấp nhất',
];

/** One row a group, for the reader with two minutes. */
function overview(input: AnnualReportInput): Content {
  const body: TableCell[][] = [
    overviewColumns.map((text) => ({ text, style: 'tableHead' })),
    ...input.groups.map((group) => overviewRow(group, groupFindings(group))),
  ];
  const widths = [CONTENT_WIDTH - 6 * 54 - 7 * 4 - 4, ...Array<number>(6).fill(54)];
  const incomplete = input.groups.some((group) => !groupFindings(group).complete);
  return {
    stack: [
      { text: `Bảng 1. Tổng hợp kết quả DTI năm ${input.edition.period}`, style: 'caption' },
      { table: { body, widths, headerRows: 1, dontBreakRows: true }, layout: GRID },
      ...(incomplete ? [note('Ghi chú: “–” là không nêu, do chưa có đủ số liệu của nhóm.')] : []),
    ],
    unbreakable: true,
    margin: [0, 0, 0, 6],
  };
}

function overviewRow(group: ReportGroup, findings: GroupFindings): TableCell[] {
  const value = (number: number | null) =>
    number === null ? '–' : formatDecimal(number, group.framework.decimals);
  const highest = findings.leaders.find(hasTotal)?.total ?? null;
  const texts = [
    group.expected === null ? '–' : formatCount(group.expected),
    formatCount(findings.withRank),
    formatCount(findings.withTotal),
    value(highest),
    value(findings.mean),
    value(findings.lowest?.total ?? null),
  ];
  return [
    { text: group.name, style: 'tableCell' },
    ...texts.map((text): TableCell => ({ text, style: 'tableCell', alignment: 'center' })),
  ];
}
