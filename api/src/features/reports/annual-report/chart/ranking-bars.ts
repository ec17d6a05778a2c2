import type { EChartsOption } from 'echarts';
import type { RowWithTotal } from '../findings/group-findings.js';
import { formatCount, formatDecimal } from '../vietnamese-format.js';
import { INK, LABEL, MEDIUM, STRONG } from './print-palette.js';

const ROW = 22;
const AROUND = 26;
/** Room for the names: about a letter's width each, between these. */
const NAMES = { letter: 6.2, least: 90, most: 196 };

export function rankingBarsHeight(rows: readonly RowWithTotal[]): number {
  return rows.length * ROW + AROUND;
}

/**
 * One bar a unit from zero, the first one darker, its value at its end; a dashed line for the mean that was
 * published for the whole group, where one was. Data in, option out.
 */
export function rankingBarsOption(
  rows: readonly RowWithTotal[],
  publishedMean: number | null,
  decimals: number,
): EChartsOption {
  const names = rows.map((row) => (row.rank === null ? row.unit : `${formatCount(row.rank)}. ${row.unit}`));
  const longest = Math.max(...names.map((name) => name.length));
  const left = Math.min(NAMES.most, Math.max(NAMES.least, longest * NAMES.letter + 14));
  return {
    grid: { left, right: 44, top: publishedMean === null ? 4 : 20, bottom: 4 },
    xAxis: { type: 'value', min: 0, show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: names,
      axisLine: { lineStyle: { color: INK, width: 0.75 } },
      axisTick: { show: false },
      axisLabel: { ...LABEL, width: left - 8, overflow: 'break', lineHeight: 11 },
    },
    series: [
      {
        type: 'bar',
        barWidth: '62%',
        data: rows.map((row) => ({
          value: row.total,
          itemStyle: { color: row.rank === 1 ? STRONG : MEDIUM },
        })),
        label: {
          ...LABEL,
          show: true,
          position: 'right',
          formatter: ({ dataIndex }) => formatDecimal(rows[dataIndex]?.total ?? 0, decimals),
        },
        markLine: {
          symbol: 'none',
          silent: true,
          lineStyle: { color: INK, width: 0.75, type: 'dashed' },
          label: {
            ...LABEL,
            position: 'start',
            formatter: `Trung bình nhóm ${formatDecimal(publishedMean ?? 0, decimals)}`,
          },
          data: publishedMean === null ? [] : [{ xAxis: publishedMean }],
        },
      },
    ],
  };
}
