import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { copiedRows } from '../findings/data-gaps.js';
import { unitNames } from '../findings/finding-sentences.js';
import { groupFindings, type GroupFindings } from '../findings/group-findings.js';
import { GRID, note } from '../page.js';
import type {
  AnnualReportInput,
  ReportGroup,
  ReportIndex,
  ReportIndexValue,
  ReportRow,
  ReportSource,
  ReportValueState,
} from '../report-input.js';
import { formatCount, formatDecimal } from '../vietnamese-format.js';

const RANK_WIDTH = 27;
const TOTAL_WIDTH = 38;
/** The width of a main index's column: as narrow as its figures allow, wider when there are few. */
const INDEX_WIDTH = { least: 32, most: 60, upright: 260, landscape: 480 };

/** More main indices than this do not fit between the margins of an upright page. */
const UPRIGHT_INDICES = 9;

/** A total that was not published though its rank was; also a rank that was not published. */
const NOT_PUBLISHED = '–';
const symbols: Readonly<Record<Exclude<ReportValueState, 'scored'>, { mark: string; meaning: string }>> = {
  not_collected: { mark: '…', meaning: 'chưa thu thập' },
  missing: { mark: '*', meaning: 'thiếu số liệu' },
  incomplete: { mark: '*', meaning: 'thiếu số liệu' },
  not_applicable: { mark: 'x', meaning: 'không áp dụng' },
  not_scored: { mark: 'o', meaning: 'không tính điểm' },
  undetermined: { mark: '#', meaning: 'không xác định được giá trị' },
};

/** Whether the table of the group needs the page turned. */
export function needsLandscape(group: ReportGroup): boolean {
  return shownIndices(group).length > UPRIGHT_INDICES;
}

/** The ranking of one group, every unit a row, and below it what its marks and notes mean. */
export function rankingTable(
  group: ReportGroup,
  number: number,
  { edition, sources }: Pick<AnnualReportInput, 'edition' | 'sources'>,
): Content[] {
  const findings = groupFindings(group);
  const indices = shownIndices(group);
  const headRows = indices.length > 0 ? 2 : 1;
  const indexWidth = widthOfIndex(indices.length, needsLandscape(group));
  const widths = [RANK_WIDTH, '*', TOTAL_WIDTH, ...indices.map(() => indexWidth)];
  const noted = notedUnits(findings);
  const body = [
    ...headerRows(indices),
    ...findings.ordered.map((row) => rankingRow(row, group, indices, noted.get(row) ?? null)),
  ];
  return [
    { text: `Bảng ${number}. Xếp hạng DTI năm ${edition.period}: ${group.name}`, style: 'caption' },
    {
      table: { body, widths, headerRows: headRows, dontBreakRows: true, keepWithHeaderRows: 1 },
      layout: GRID,
    },
    ...rankingNotes(group, findings, sources).map(note),
  ];
}

/** What stands below the table: marks, ties, differences from recomputation, copies, indices left out. */
export function rankingNotes(
  group: ReportGroup,
  findings: GroupFindings,
  sources: readonly ReportSource[],
): readonly string[] {
  const { decimals, indices } = group.framework;
  const value = (number: number) => formatDecimal(number, decimals);
  const unscored = indices.filter((index) => !index.scored).map((index) => index.name);
  const legend = usedMarks(group);
  return [
    ...(legend.length === 0 ? [] : [`Ký hiệu: ${legend.join('; ')}.`]),
    ...findings.ties.map(
      ({ rank, rows, next }) => `Đồng hạng ${rank}: ${unitNames(rows)}; thứ hạng kế tiếp là ${next}.`,
    ),
    ...findings.differing.map(
      (row, at) =>
        `(${at + 1}) ${row.unit}: giá trị công bố là ${value(row.total ?? 0)}, giá trị tính lại từ các chỉ số chính ` +
        `(đã làm tròn khi công bố) là ${value((row.total ?? 0) + (row.difference ?? 0))}, chênh lệch ` +
        `${value(Math.abs(row.difference ?? 0))}; bảng này giữ giá trị và thứ hạng đã công bố.`,
    ),
    ...recomputationNote(findings),
    ...findings.reranked.map(
      ({ unit, rank, computedRank }) =>
        `${unit}: thứ hạng công bố là ${rank === null ? NOT_PUBLISHED : formatCount(rank)}, thứ hạng xác định lại từ ` +
        `các giá trị trong bảng là ${formatCount(computedRank ?? 0)}; bảng này giữ thứ hạng đã công bố.`,
    ),
    ...(findings.filledIn.length === 0
      ? []
      : [`Giá trị do hệ thống tính, không phải giá trị công bố: ${unitNames(findings.filledIn)}.`]),
    ...copiesNote(findings.ordered, sources),
    ...(unscored.length === 0
      ? []
      : [`Không có cột ${unscored.join(', ')}: có trong danh mục nhưng không tính điểm.`]),
  ];
}

function widthOfIndex(indices: number, turned: boolean): number {
  const { least, most, upright, landscape } = INDEX_WIDTH;
  return Math.min(most, Math.max(least, (turned ? landscape : upright) / Math.max(1, indices)));
}

function recomputationNote(findings: GroupFindings): readonly string[] {
  if (findings.comparable === 0) return [];
  const { comparable, listed, differing } = findings;
  const outcome =
    differing.length === 0
      ? 'tất cả đều khớp với giá trị công bố'
      : `${formatCount(comparable - differing.length)} đơn vị khớp với giá trị công bố, ${formatCount(differing.length)} đơn vị chênh lệch`;
  return [
    `Giá trị DTI tính lại được cho ${formatCount(comparable)}/${formatCount(listed)} đơn vị có đủ các chỉ số chính: ${outcome}.`,
  ];
}

/** Which units' figures rest on copies alone; where most do, which do not. */
function copiesNote(rows: readonly ReportRow[], sources: readonly ReportSource[]): readonly string[] {
  const copied = new Set(copiedRows(rows, sources));
  if (copied.size === 0) return [];
  const others = rows.filter((row) => !copied.has(row));
  const which =
    copied.size <= others.length
      ? unitNames([...copied])
      : `tất cả các đơn vị${others.length === 0 ? '' : `, trừ ${unitNames(others)}`}`;
  return [`Chỉ có nguồn là bản sao của bên thứ ba: ${which}.`];
}

function shownIndices(group: ReportGroup): readonly ReportIndex[] {
  return group.framework.indices.filter((index) => index.scored);
}

function notedUnits(findings: GroupFindings): ReadonlyMap<ReportRow, number> {
  return new Map(findings.differing.map((row, at) => [row, at + 1]));
}

function headerRows(indices: readonly ReportIndex[]): TableCell[][] {
  const rowSpan = indices.length === 0 ? 1 : 2;
  const fixed = ['Hạng', 'Đơn vị', 'DTI'].map((text): TableCell => ({
    text,
    style: 'tableHead',
    verticalAlignment: 'middle',
    rowSpan,
  }));
  if (indices.length === 0) return [fixed];
  const title: TableCell = { text: 'Giá trị các chỉ số chính', style: 'tableHead', colSpan: indices.length };
  const names = indices.map(({ name }): TableCell => ({
    text: name,
    style: 'tableHead',
    fontSize: 9,
    verticalAlignment: 'middle',
  }));
  const covered = indices.slice(1).map((): TableCell => ({}));
  return [
    [...fixed, title, ...covered],
    [{}, {}, {}, ...names],
  ];
}

function rankingRow(
  row: ReportRow,
  group: ReportGroup,
  indices: readonly ReportIndex[],
  noteNumber: number | null,
): TableCell[] {
  const { decimals } = group.framework;
  const unit = noteNumber === null ? row.unit : [row.unit, { text: ` (${noteNumber})`, sup: true }];
  const total = row.total === null ? NOT_PUBLISHED : formatDecimal(row.total, decimals);
  return [
    cell(row.rank === null ? NOT_PUBLISHED : formatCount(row.rank), 'center'),
    { text: unit, style: 'tableCell' },
    { text: total, style: 'tableCell', alignment: 'center', bold: true },
    ...indices.map((index) => cell(indexText(row, index, decimals), 'center')),
  ];
}

function cell(text: string, alignment: 'center' | 'left'): TableCell {
  return { text, style: 'tableCell', alignment };
}

function indexText(row: ReportRow, index: ReportIndex, decimals: number): string {
  const held = valueOf(row, index);
  if (held.state === 'scored' && held.value !== null) return formatDecimal(held.value, decimals);
  return symbols[held.state === 'scored' ? 'missing' : held.state].mark;
}

function valueOf(row: ReportRow, index: ReportIndex): ReportIndexValue {
  return (
    row.indices.find(({ code }) => code === index.code) ?? {
      code: index.code,
      value: null,
      state: 'not_collected',
    }
  );
}

/** The marks that this table uses, each with its meaning, once. */
function usedMarks(group: ReportGroup): readonly string[] {
  const meanings = group.rows.flatMap((row) =>
    shownIndices(group)
      .map((index) => valueOf(row, index))
      .flatMap(({ state, value }) => (state === 'scored' && value !== null ? [] : [state]))
      .map((state) => symbols[state === 'scored' ? 'missing' : state])
      .map(({ mark, meaning }) => `“${mark}” là ${meaning}`),
  );
  const unpublished = [
    ...(group.rows.some((row) => row.total === null)
      ? [`“${NOT_PUBLISHED}” ở cột DTI là nguồn chỉ công bố thứ hạng, không công bố giá trị`]
      : []),
    ...(group.rows.some((row) => row.rank === null)
      ? [`“${NOT_PUBLISHED}” ở cột Hạng là nguồn không công bố thứ hạng`]
      : []),
  ];
  return [...new Set(meanings), ...unpublished];
}
