import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { GRID, note } from '../page.js';
import type { AnnualReportInput, ReportSource, ReportSourceKind } from '../report-input.js';
import { capitalised, formatCount } from '../vietnamese-format.js';

const kindNames: Readonly<Record<ReportSourceKind, string>> = {
  official: 'Cơ quan nhà nước công bố',
  press: 'Báo chí',
  'third-party-copy': 'Bản sao của bên thứ ba',
  recollection: 'Chưa có văn bản, cần đối chiếu',
  derived: 'Suy ra từ nguồn khác',
};

const confidenceNames: Readonly<Record<string, string>> = {
  high: 'cao',
  'medium-high': 'khá',
  medium: 'trung bình',
  low: 'thấp',
};

/** Every source, what kind it is, how many rows rest on it and how far those rows are trusted. */
export function sourcesTable(input: AnnualReportInput, number: number): Content[] {
  const columns = ['TT', 'Nguồn', 'Loại nguồn', 'Dùng cho', 'Độ tin cậy'];
  const body: TableCell[][] = [
    columns.map((text) => ({ text, style: 'tableHead' })),
    ...input.sources.map((source, at) => sourceRow(source, at + 1, input)),
  ];
  return [
    { text: `Bảng ${number}. Nguồn số liệu`, style: 'caption' },
    { table: { body, widths: [18, '*', 86, 84, 74], headerRows: 1, dontBreakRows: true }, layout: GRID },
    note(
      'Một dòng của bảng xếp hạng có thể dẫn nhiều nguồn. Độ tin cậy (cao, khá, trung bình, thấp) do hệ thống ghi nhận ' +
        'cho từng dòng số liệu.',
    ),
  ];
}

/** What the report takes from a source: rows of the rankings, the national value, means. */
export function useText(input: AnnualReportInput, sourceId: string): string {
  const rows = input.groups.flatMap((group) => group.rows).filter((row) => row.sourceIds.includes(sourceId));
  const means = input.checkFigures.filter((check) => check.sourceIds.includes(sourceId));
  const uses = [
    ...(rows.length === 0 ? [] : [`${formatCount(rows.length)} dòng số liệu`]),
    ...(input.national?.sourceIds.includes(sourceId) === true ? ['giá trị cấp quốc gia'] : []),
    ...(means.length === 0 ? [] : ['giá trị trung bình nhóm']),
  ];
  return uses.length === 0 ? '–' : capitalised(uses.join('; '));
}

/** "cao: 6 dòng; khá: 57 dòng": the confidence of the rows that cite a source. */
export function confidenceText(input: AnnualReportInput, sourceId: string): string {
  const counts = new Map<string, number>();
  for (const row of input.groups.flatMap((group) => group.rows)) {
    if (!row.sourceIds.includes(sourceId)) continue;
    const name = row.confidence === null ? 'chưa nêu' : (confidenceNames[row.confidence] ?? row.confidence);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const texts = [...counts].map(([name, count]) => `${name}: ${formatCount(count)} dòng`);
  return texts.length === 0 ? '–' : capitalised(texts.join('; '));
}

function sourceRow(source: ReportSource, number: number, input: AnnualReportInput): TableCell[] {
  const below: Content[] = [
    // An address has no words: its lines are filled letter by letter.
    ...(source.url === null ? [] : [{ text: source.url, fontSize: 10, wordBreak: 'break-all' as const }]),
    ...(source.note === null ? [] : [{ text: source.note, fontSize: 10 }]),
  ];
  return [
    { text: formatCount(number), style: 'tableCell', alignment: 'center' },
    { stack: [{ text: source.title, style: 'tableCell' }, ...below] },
    { text: kindNames[source.kind], style: 'tableCell' },
    { text: useText(input, source.id), style: 'tableCell' },
    { text: confidenceText(input, source.id), style: 'tableCell' },
  ];
}
