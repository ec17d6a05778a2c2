import type { EChartsOption } from 'echarts';
import type { Content, ContentSvg } from 'pdfmake/interfaces.js';
import {
  groupFindings,
  hasTotal,
  type GroupFindings,
  type RowWithTotal,
} from '../findings/group-findings.js';
import { CONTENT_WIDTH } from '../page.js';
import type { Illustration } from '../parts/results.js';
import type { AnnualReportInput, ReportGroup } from '../report-input.js';
import { formatCount, formatDecimal } from '../vietnamese-format.js';
import { chartSvg } from './chart-svg.js';
import { rankingBarsHeight, rankingBarsOption } from './ranking-bars.js';
import { regionStripHeight, regionStripOption } from './region-strip.js';

/** Fewer units than this in a group are told apart better as bars. */
const STRIP_UNITS = 20;
const BAR_UNITS = 20;

/** A picture as data: what it shows, how it is drawn, what stands for it when it cannot be seen. */
export interface Figure {
  readonly title: string;
  readonly option: EChartsOption;
  readonly height: number;
  /** Read instead of the picture. */
  readonly description: string;
  /** What the marks of the picture are; null where they need no word. */
  readonly key: string | null;
}

/** An SVG with what it shows in words; the renderer puts the words into the tagged document. */
export interface DescribedSvg extends ContentSvg {
  readonly alt: string;
}

/** The one figure of the report, or null where fewer than two totals are known in any group. */
export function illustrate(input: AnnualReportInput): Illustration | null {
  const group = mostTotals(input.groups);
  const figure = group === null ? null : figureOf(group, input);
  return group === null || figure === null
    ? null
    : { groupCode: group.code, content: figureContent(figure, input) };
}

/** Regions where every unit of a large group is known, else the ranking itself. */
export function figureOf(group: ReportGroup, input: AnnualReportInput): Figure | null {
  const findings = groupFindings(group);
  return findings.regions.length >= 3 && findings.withTotal >= STRIP_UNITS
    ? regionFigure(group, findings)
    : rankingFigure(group, findings, publishedMean(group, input));
}

function regionFigure(group: ReportGroup, findings: GroupFindings): Figure {
  const { decimals } = group.framework;
  const means = findings.regions.map(
    ({ region, mean, highest, lowest }) =>
      `${region}: trung bình ${formatDecimal(mean, decimals)}, cao nhất ${highest.unit} ` +
      `${formatDecimal(highest.total, decimals)}, thấp nhất ${lowest.unit} ${formatDecimal(lowest.total, decimals)}`,
  );
  return {
    title: regionTitle(findings, decimals),
    option: regionStripOption(findings, decimals),
    height: regionStripHeight(findings),
    description: `Giá trị DTI của từng tỉnh, thành phố theo vùng. ${means.join('. ')}.`,
    key: 'Vòng tròn: từng tỉnh, thành phố; vạch đậm: trung bình của vùng; đường nét đứt: trung bình của cả nhóm.',
  };
}

/** What the strip shows: whether units of one region differ more than the regions do. */
export function regionTitle(findings: GroupFindings, decimals: number): string {
  const first = findings.regions[0];
  const last = findings.regions.at(-1);
  if (first === undefined || last === undefined) return 'Giá trị DTI theo vùng';
  const between = first.mean - last.mean;
  const within = Math.min(...findings.regions.map((region) => region.range));
  if (within > between) {
    return (
      `Ở mọi vùng, chênh lệch giữa các tỉnh, thành phố (ít nhất ${formatDecimal(within, decimals)}) đều lớn hơn ` +
      `chênh lệch giữa trung bình các vùng (${formatDecimal(between, decimals)})`
    );
  }
  return (
    `${first.region} có giá trị trung bình cao nhất (${formatDecimal(first.mean, decimals)}), ` +
    `${last.region} thấp nhất (${formatDecimal(last.mean, decimals)})`
  );
}

function rankingFigure(group: ReportGroup, findings: GroupFindings, mean: number | null): Figure | null {
  const rows = findings.ordered.filter(hasTotal).slice(0, BAR_UNITS);
  if (rows.length < 2) return null;
  const { decimals } = group.framework;
  return {
    title: rankingTitle(rows, mean, decimals),
    option: rankingBarsOption(rows, mean, decimals),
    height: rankingBarsHeight(rows),
    key: mean === null ? null : 'Đường nét đứt: giá trị trung bình của nhóm theo nguồn công bố.',
    description: `Giá trị DTI: ${rows.map((row) => `${row.unit} ${formatDecimal(row.total, decimals)}`).join('; ')}.`,
  };
}

/** What the bars show: all above the published mean, or else the lead of the first over all the others. */
export function rankingTitle(rows: readonly RowWithTotal[], mean: number | null, decimals: number): string {
  if (mean !== null && rows.every((row) => row.total > mean)) {
    return (
      `Cả ${formatCount(rows.length)} đơn vị được công bố giá trị đều cao hơn trung bình của nhóm ` +
      `(${formatDecimal(mean, decimals)})`
    );
  }
  const [first, second] = rows;
  if (first === undefined || second === undefined) return 'Giá trị DTI của các đơn vị được công bố giá trị';
  const lead = first.total - second.total;
  const others = second.total - Math.min(...rows.map((row) => row.total));
  const title = `${first.unit} cao hơn đơn vị kế tiếp ${formatDecimal(lead, decimals)}`;
  return rows.length > 2 && lead > others
    ? `${title}; ${formatCount(rows.length - 1)} đơn vị khác có số liệu chỉ chênh nhau ${formatDecimal(others, decimals)}`
    : title;
}

function figureContent(figure: Figure, input: AnnualReportInput): Content {
  const picture: DescribedSvg = {
    svg: chartSvg(figure.option, CONTENT_WIDTH, figure.height),
    width: CONTENT_WIDTH,
    alt: figure.description,
  };
  const source = `Nguồn: số liệu DTI năm ${input.edition.period} (Phụ lục II); ${input.provenance.systemName} tổng hợp.`;
  return {
    stack: [
      { text: `Hình 1. ${figure.title}`, style: 'caption' },
      picture,
      ...(figure.key === null ? [] : [{ text: figure.key, style: 'note', alignment: 'center' as const }]),
      { text: source, style: 'note', alignment: 'center', italics: true, margin: [0, 0, 0, 8] },
    ],
    unbreakable: true,
  };
}

function mostTotals(groups: readonly ReportGroup[]): ReportGroup | null {
  const counted = groups.map((group) => ({ group, totals: group.rows.filter(hasTotal).length }));
  const most = Math.max(0, ...counted.map(({ totals }) => totals));
  return counted.find(({ totals }) => totals === most && totals >= 2)?.group ?? null;
}

function publishedMean(group: ReportGroup, input: AnnualReportInput): number | null {
  return input.checkFigures.find((check) => check.groupCode === group.code)?.published ?? null;
}
