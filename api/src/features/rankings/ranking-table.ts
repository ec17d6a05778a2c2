import { stringify } from 'csv-stringify/sync';
import { isSample, markedTable } from '../../platform/http/data-set.js';
import type { RankingDto } from './ranking.dto.js';

export type TableLanguage = 'vi' | 'en';
type Value = string | number | null;

const HEADINGS = {
  vi: {
    unit: 'Đơn vị',
    unitId: 'Mã đơn vị',
    region: 'Vùng',
    rank: 'Hạng',
    total: 'Giá trị',
    published: 'Công bố',
    computed: 'Tính lại',
    difference: 'Chênh lệch',
    confidence: 'Độ tin cậy',
    sources: 'Nguồn',
  },
  en: {
    unit: 'Unit',
    unitId: 'Unit id',
    region: 'Region',
    rank: 'Rank',
    total: 'Value',
    published: 'Published',
    computed: 'Recomputed',
    difference: 'Difference',
    confidence: 'Confidence',
    sources: 'Sources',
  },
} as const;

/** The ranking as rows: a heading, then units. Numbers are numbers, unrounded; a gap is empty; a sample says so. */
export function rankingRows(ranking: RankingDto, language: TableLanguage): Value[][] {
  const words = HEADINGS[language];
  const name = (named: { nameVi: string; nameEn: string }): string =>
    language === 'vi' ? named.nameVi : named.nameEn;
  const regions = new Map(ranking.regions.map((region) => [region.id, name(region)]));
  const { nodes } = ranking;
  const heading: Value[] = [
    words.rank,
    words.unit,
    words.unitId,
    words.region,
    words.total,
    words.published,
    words.computed,
    words.difference,
    ...nodes.map(name),
    words.confidence,
    words.sources,
  ];
  const body = ranking.rows.map((row): Value[] => [
    row.rank,
    name(row),
    row.unitId,
    row.regionId === null ? null : (regions.get(row.regionId) ?? null),
    row.total,
    row.publishedTotal,
    row.computedTotal,
    row.difference,
    ...nodes.map(({ code }) => row.nodes.find((node) => node.code === code)?.value ?? null),
    row.confidence,
    row.sourceIds.join(' '),
  ]);
  return markedTable([heading, ...body], ranking.dataSet, language);
}

/** CSV with a byte order mark, so that spreadsheets read the diacritics; numbers with a decimal point. */
export function rankingCsv(ranking: RankingDto, language: TableLanguage): string {
  return stringify(rankingRows(ranking, language), { bom: true, escape_formulas: true });
}

/** Columns of names are wider. */
const WIDTHS = new Map([
  [1, 34],
  [3, 30],
]);

export async function rankingWorkbook(ranking: RankingDto, language: TableLanguage): Promise<Buffer> {
  // Loaded when somebody asks for a workbook, not at every start.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const [heading = [], ...body] = rankingRows(ranking, language);
  const sheet = [heading.map((value) => ({ value: String(value), fontWeight: 'bold' as const })), ...body];
  const mark = isSample(ranking.dataSet) ? 1 : 0;
  const columns = heading.map((_, index) => ({ width: WIDTHS.get(index - mark) ?? 14 }));
  return writeExcelFile(sheet, {
    columns,
    stickyRowsCount: 1,
    sheet: `${mark === 1 ? 'MẪU ' : ''}DTI ${ranking.period}`,
  }).toBuffer();
}
