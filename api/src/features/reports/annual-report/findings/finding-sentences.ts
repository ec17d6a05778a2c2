import type {
  NationalValue,
  ReportEdition,
  ReportCheckFigure,
  ReportGroup,
  ReportLevel,
  ReportRow,
} from '../report-input.js';
import { formatCount, formatDecimal, formatList } from '../vietnamese-format.js';
import { hasTotal, type GroupFindings, type RowWithTotal } from './group-findings.js';

/** How many of the leading units are named. */
const NAMED_LEADERS = 5;
/** The lead of the first over the second is set against the distance from the second to this rank. */
const REFERENCE_RANK = 10;

const unitNouns: Readonly<Record<ReportLevel, string>> = {
  province: 'tỉnh, thành phố',
  ministry: 'bộ, cơ quan',
  nation: 'quốc gia',
};

/** The national value, with no more decimals than it was published with; one worked out here says so. */
export function nationalSentence(
  national: NationalValue,
  period: string,
  kind: ReportEdition['kind'] = 'as_published',
): string {
  const value = formatDecimal(national.value, national.decimals);
  if (kind === 'computed') {
    return (
      `Giá trị DTI cấp quốc gia năm ${period} là ${value} (thang từ 0 đến 1, hệ thống tính từ số liệu thu thập). ` +
      'Cấp quốc gia không xếp hạng.'
    );
  }
  return (
    `Giá trị DTI cấp quốc gia năm ${period} được công bố là ${value} (thang từ 0 đến 1, công bố với ` +
    `${formatCount(national.decimals)} chữ số thập phân). Cấp quốc gia không xếp hạng.`
  );
}

/**
 * The summary of one group, a paragraph an item. Nothing is said of the mean, the last unit or the regions
 * of a group that is not complete: the units missing from the sources are seldom missing by chance.
 *
 * @param figure the number of the figure that shows the regions; null: none does
 */
export function groupParagraphs(
  group: ReportGroup,
  findings: GroupFindings,
  checkFigures: readonly ReportCheckFigure[],
  figure: number | null,
): readonly string[] {
  const checks = checkFigures.filter((check) => check.groupCode === group.code);
  const paragraphs = [
    [coverageSentence(group, findings), averageSentence(group, findings), ...checks.map(checkSentence)],
    [leadersSentence(group, findings), leadSentence(group, findings)],
    [regionSentence(group, findings, figure)],
    [indexSentence(group, findings)],
  ];
  return paragraphs
    .map((sentences) => sentences.filter((sentence) => sentence !== null).join(' '))
    .filter((paragraph) => paragraph !== '');
}

/** A published mean beside the mean of the rows held. */
export function checkSentence(check: ReportCheckFigure): string {
  const published = formatDecimal(check.published, check.decimals);
  const sentence = `Giá trị trung bình của nhóm theo nguồn công bố là ${published}`;
  if (check.recomputed === null) return `${sentence}.`;
  const recomputed = formatDecimal(check.recomputed, check.decimals);
  return recomputed === published
    ? `${sentence}, khớp với giá trị tính lại từ bảng số liệu.`
    : `${sentence}, khác với giá trị tính lại từ bảng số liệu là ${recomputed}.`;
}

function coverageSentence(group: ReportGroup, findings: GroupFindings): string {
  const noun = unitNouns[group.level];
  const { listed, withRank, withTotal } = findings;
  if (findings.complete && withRank === withTotal) {
    return `Có ${formatCount(withTotal)}/${formatCount(withTotal)} ${noun} có giá trị và thứ hạng DTI.`;
  }
  const ofAll = group.expected === null ? '' : `/${formatCount(group.expected)}`;
  const unknown = group.expected === null ? ' (chưa xác định được tổng số đơn vị của nhóm)' : '';
  return (
    `Thu thập được số liệu của ${formatCount(listed)}${ofAll} ${noun}${unknown}, trong đó ` +
    `${formatCount(withRank)} đơn vị có thứ hạng và ${formatCount(withTotal)} đơn vị có giá trị DTI.`
  );
}

function averageSentence(group: ReportGroup, findings: GroupFindings): string | null {
  const { mean, median, lowest } = findings;
  if (mean === null || median === null || lowest === null) {
    return 'Do số liệu chưa đủ, báo cáo không tính giá trị trung bình và không nêu đơn vị xếp cuối của nhóm.';
  }
  const { decimals } = group.framework;
  return (
    `Giá trị trung bình là ${formatDecimal(mean, decimals)}, trung vị là ${formatDecimal(median, decimals)}; ` +
    `thấp nhất là ${named(lowest, decimals)}.`
  );
}

function leadersSentence(group: ReportGroup, findings: GroupFindings): string | null {
  const { decimals } = group.framework;
  const leading = findings.ordered.filter((row) => row.rank !== null && row.rank <= NAMED_LEADERS);
  if (leading.length === 0) return null;
  const names = leading.map((row) => (hasTotal(row) ? named(row, decimals) : row.unit));
  return names.length === 1
    ? `Xếp đầu là ${formatList(names)}.`
    : `Các đơn vị xếp đầu, theo thứ tự: ${formatList(names)}.`;
}

/** The lead of the first, and whether it is wider than all the next eight steps together. */
function leadSentence(group: ReportGroup, findings: GroupFindings): string | null {
  const [first, second] = findings.ordered.filter(hasTotal).filter((row) => row.rank !== null);
  if (first === undefined || second === undefined || first.rank !== 1 || second.rank !== 2) return null;
  const { decimals } = group.framework;
  const lead = first.total - second.total;
  const sentence = `${first.unit} cao hơn đơn vị xếp thứ hai ${formatDecimal(lead, decimals)}`;
  const reference = findings.ordered.filter(hasTotal).find((row) => row.rank === REFERENCE_RANK);
  if (reference === undefined || lead <= second.total - reference.total) return `${sentence}.`;
  return (
    `${sentence}, lớn hơn khoảng cách từ đơn vị xếp thứ hai đến đơn vị xếp thứ ${REFERENCE_RANK} ` +
    `(${formatDecimal(second.total - reference.total, decimals)}).`
  );
}

function regionSentence(group: ReportGroup, findings: GroupFindings, figure: number | null): string | null {
  const first = findings.regions[0];
  const last = findings.regions.at(-1);
  if (first === undefined || last === undefined || first === last) return null;
  const { decimals } = group.framework;
  const ranges = findings.regions.map((region) => region.range);
  const seen = figure === null ? '' : ` (Hình ${figure})`;
  return (
    `Theo vùng, giá trị trung bình cao nhất là ${first.region} (${formatDecimal(first.mean, decimals)}), ` +
    `thấp nhất là ${last.region} (${formatDecimal(last.mean, decimals)}), chênh lệch ` +
    `${formatDecimal(first.mean - last.mean, decimals)}. Chênh lệch giữa đơn vị cao nhất và đơn vị thấp nhất ` +
    `trong cùng một vùng là từ ${formatDecimal(Math.min(...ranges), decimals)} đến ` +
    `${formatDecimal(Math.max(...ranges), decimals)}${seen}.`
  );
}

function indexSentence(group: ReportGroup, findings: GroupFindings): string | null {
  const { decimals } = group.framework;
  const first = findings.heldIndices[0];
  const last = findings.heldIndices.at(-1);
  if (!findings.complete || first === undefined || last === undefined || first === last) return null;
  const scored = group.framework.indices.filter((index) => index.scored).length;
  const held = findings.heldIndices.length;
  const which =
    held === scored
      ? `Trong ${formatCount(scored)} chỉ số chính`
      : `Trong ${formatCount(held)}/${formatCount(scored)} chỉ số chính có số liệu của tất cả các đơn vị`;
  return (
    `${which}, giá trị trung bình cao nhất là ${first.index.name} (${formatDecimal(first.mean, decimals)}), ` +
    `thấp nhất là ${last.index.name} (${formatDecimal(last.mean, decimals)}).`
  );
}

function named(row: RowWithTotal, decimals: number): string {
  return `${row.unit} (${formatDecimal(row.total, decimals)})`;
}

/** "Thanh Hóa và Yên Bái": the units of the rows, listed. */
export function unitNames(rows: readonly ReportRow[]): string {
  return formatList(rows.map((row) => row.unit));
}
