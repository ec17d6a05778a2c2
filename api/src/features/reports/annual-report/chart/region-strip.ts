import type { EChartsOption } from 'echarts';
import type { GroupFindings, RegionFinding, RowWithTotal } from '../findings/group-findings.js';
import { hasTotal } from '../findings/group-findings.js';
import { formatDecimal } from '../vietnamese-format.js';
import { FAINT, INK, LABEL, STRONG } from './print-palette.js';

/** Height one region takes, in points. */
const ROW = 40;
const AROUND = 52;
/** Longer region names go on two lines. */
const NAME_LETTERS = 22;

export function regionStripHeight(findings: GroupFindings): number {
  return findings.regions.length * ROW + AROUND;
}

/**
 * Each unit a ring on its region's line, each region's mean a black bar with its value on the right, the
 * mean of all a dashed line. Data in, option out.
 */
export function regionStripOption(findings: GroupFindings, decimals: number): EChartsOption {
  const { regions } = findings;
  const units = findings.ordered.filter(hasTotal);
  const totals = units.map((row) => row.total);
  return {
    grid: { left: 128, right: 62, top: 26, bottom: 24 },
    xAxis: {
      type: 'value',
      min: Math.floor(Math.min(...totals) * 10) / 10,
      max: Math.ceil(Math.max(...totals) * 10) / 10,
      interval: 0.1,
      axisLabel: { ...LABEL, formatter: (value: number) => formatDecimal(value, 1) },
      axisLine: { show: true, lineStyle: { color: INK, width: 0.75 } },
      splitLine: { lineStyle: { color: FAINT, width: 0.5 } },
    },
    yAxis: [
      { ...categoryAxis(regions.map(({ region }) => twoLines(region))), position: 'left' },
      {
        ...categoryAxis(regions.map(({ mean }) => formatDecimal(mean, decimals))),
        position: 'right',
        name: 'Trung bình vùng',
        nameLocation: 'start',
        nameGap: 10,
        nameTextStyle: { ...LABEL, fontSize: 9, align: 'right', padding: [0, -52, 0, 0] },
      },
    ],
    series: [unitRings(units, regions), meanBars(regions, findings.mean, decimals)],
  };
}

function categoryAxis(data: string[]) {
  return {
    type: 'category' as const,
    data,
    inverse: true,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { ...LABEL, lineHeight: 12 },
  };
}

/** Rings may lie on each other and still be counted; the first and the last of each region are named. */
function unitRings(units: readonly RowWithTotal[], regions: readonly RegionFinding[]) {
  const ends = new Set(regions.flatMap(({ highest, lowest }) => [highest, lowest]));
  return {
    type: 'scatter' as const,
    symbol: 'circle',
    symbolSize: 7,
    itemStyle: { color: 'none', borderColor: STRONG, borderWidth: 0.9 },
    label: { ...LABEL, fontSize: 9, position: 'bottom' as const, distance: 1, formatter: '{b}' },
    data: units.map((row) => ({
      name: row.unit,
      value: [row.total, regions.findIndex(({ region }) => region === row.region)],
      label: { show: ends.has(row) },
    })),
  };
}

function meanBars(regions: readonly RegionFinding[], mean: number | null, decimals: number) {
  return {
    type: 'scatter' as const,
    symbol: 'rect',
    symbolSize: [2.5, 20],
    itemStyle: { color: INK },
    data: regions.map((region, at) => [region.mean, at]),
    markLine: {
      symbol: 'none',
      silent: true,
      lineStyle: { color: INK, width: 0.75, type: 'dashed' as const },
      label: {
        ...LABEL,
        position: 'start' as const,
        formatter: `Trung bình chung ${mean === null ? '' : formatDecimal(mean, decimals)}`,
      },
      data: mean === null ? [] : [{ xAxis: mean }],
    },
  };
}

/** Breaks a long name near its middle. */
function twoLines(name: string): string {
  if (name.length <= NAME_LETTERS) return name;
  const words = name.split(' ');
  const lengths = words.map((_, at) => Math.abs(words.slice(0, at).join(' ').length - name.length / 2));
  const at = lengths.indexOf(Math.min(...lengths));
  return `${words.slice(0, at).join(' ')}\n${words.slice(at).join(' ')}`;
}
