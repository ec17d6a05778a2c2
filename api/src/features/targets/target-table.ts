import { stringify } from 'csv-stringify/sync';
import type { MeasureDto, TargetDto, TargetPageDto } from './target.dto.js';

export type TableLanguage = 'vi' | 'en';
type Value = string | number | null;

const HEADINGS = {
  vi: [
    'Mục tiêu',
    'Chỉ tiêu',
    'Nội dung đo',
    'Loại',
    'Mức cần đạt',
    'Đơn vị tính',
    'Kỳ',
    'Giá trị',
    'Tử số',
    'Mẫu số',
    'Đã báo cáo',
    'Không áp dụng',
    'Phải báo cáo',
    'Còn thiếu',
    'Tình trạng',
    'Đường tiến độ (giả định)',
    'Cơ quan',
    'Căn cứ',
    'Bộ số liệu',
  ],
  en: [
    'Target',
    'Measure',
    'What is measured',
    'Kind',
    'Target value',
    'Unit',
    'Period',
    'Value',
    'Numerator',
    'Denominator',
    'Reported',
    'Not applicable',
    'Asked',
    'Distance',
    'State',
    'Planned path (assumption)',
    'Owners',
    'Legal basis',
    'Data set',
  ],
} as const;

const WORDS = {
  vi: {
    printed: 'Văn bản nêu số',
    carried: 'Kèm theo',
    no_figure: 'Không có con số',
    percent: '%',
    count: 'số lượng',
    yes_no: 'có/chưa',
    met: 'Đạt',
    on_course: 'Đúng tiến độ',
    behind: 'Chậm',
    at_risk: 'Có nguy cơ không đạt',
    no_data: 'Chưa có số liệu',
    not_applicable: 'Không áp dụng',
  },
  en: {
    printed: 'printed',
    carried: 'carried',
    no_figure: 'without a figure',
    percent: '%',
    count: 'count',
    yes_no: 'yes/no',
    met: 'Met',
    on_course: 'On course',
    behind: 'Behind',
    at_risk: 'At risk',
    no_data: 'No data yet',
    not_applicable: 'Not applicable',
  },
} as const;

/** The targets as rows, one for each measure. Numbers are numbers, unrounded; a gap is empty. */
export function targetRows(page: TargetPageDto, language: TableLanguage): Value[][] {
  return [
    [...HEADINGS[language]],
    ...page.items.flatMap((target) =>
      target.measures.map((measure) => measureRow(target, measure, page, language)),
    ),
  ];
}

function measureRow(
  target: TargetDto,
  measure: MeasureDto,
  { dataSet }: TargetPageDto,
  language: TableLanguage,
): Value[] {
  const words = WORDS[language];
  const name = (named: { nameVi: string; nameEn: string }) =>
    language === 'vi' ? named.nameVi : named.nameEn;
  const { figure } = measure;
  return [
    target.code,
    measure.code,
    name(measure),
    words[measure.kind],
    measure.target,
    words[measure.unit],
    figure.period,
    figure.value,
    figure.numerator,
    figure.denominator,
    figure.reported,
    figure.notApplicable,
    figure.expected,
    figure.distance,
    words[figure.state],
    figure.path,
    target.owners.map(name).join('; '),
    target.legalBasis.join(' '),
    dataSet,
  ];
}

/** CSV with a byte order mark, so that spreadsheets read the diacritics; numbers with a decimal point. */
export function targetCsv(page: TargetPageDto, language: TableLanguage): string {
  return stringify(targetRows(page, language), { bom: true, escape_formulas: true });
}

export async function targetWorkbook(page: TargetPageDto, language: TableLanguage): Promise<Buffer> {
  // Loaded when somebody asks for a workbook, not at every start.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const [heading = [], ...body] = targetRows(page, language);
  const sheet = [heading.map((value) => ({ value: String(value), fontWeight: 'bold' as const })), ...body];
  const columns = heading.map((_, index) => ({ width: index === 2 ? 60 : index === 16 ? 40 : 14 }));
  return writeExcelFile(sheet, { columns, stickyRowsCount: 1, sheet: page.period }).toBuffer();
}
