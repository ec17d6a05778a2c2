import type { EChartsCoreOption } from 'echarts/core';
import { chartGround, type ChartLook, escapeHtml } from '../../shared/charts/chart-look.js';
import type { Formats } from '../../shared/format/formats.js';

/** One row of dots: a region, or the whole country. */
export interface DotsRow {
  readonly label: string;
  readonly median: number;
  readonly dots: readonly Dot[];
}

export interface Dot {
  /** The unit's id: what a press opens. */
  readonly id: string;
  readonly name: string;
  readonly value: number;
}

/**
 * Every unit as a dot on its region's row, the median as a bar across, the highest named.
 * Rows are drawn top to bottom in the order given.
 */
export function regionDotsOption(
  rows: readonly DotsRow[],
  medianWord: string,
  formats: Formats,
  look: ChartLook,
): EChartsCoreOption {
  const labels = rows.map((row) => row.label);
  const ground = chartGround(look);
  return {
    ...ground,
    grid: { left: look.narrow ? 8 : 12, right: 20, top: 18, bottom: 4, outerBoundsMode: 'same' },
    tooltip: {
      ...ground.tooltip,
      formatter: (item: { data: { name: string; value: readonly [number, string] } }) =>
        `${escapeHtml(item.data.name)}<br><b>${formats.ratio(item.data.value[0])}</b>`,
    },
    xAxis: valueAxis(rows, formats, look),
    yAxis: {
      type: 'category',
      data: labels,
      inverse: true,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        color: look.ink,
        fontSize: look.text,
        width: look.text * (look.narrow ? 8.5 : 14),
        overflow: 'break',
        lineHeight: look.text * 1.25,
      },
    },
    series: [dotSeries(rows, look), medianSeries(rows, medianWord, look)],
  };
}

function valueAxis(rows: readonly DotsRow[], formats: Formats, look: ChartLook): Record<string, unknown> {
  const values = rows.flatMap((row) => row.dots.map((dot) => dot.value));
  return {
    type: 'value',
    min: Math.floor(Math.min(...values) * 10) / 10,
    max: Math.ceil(Math.max(...values) * 10) / 10,
    interval: look.narrow ? 0.2 : 0.1,
    axisLabel: {
      color: look.ink2,
      fontSize: look.text,
      formatter: (value: number) => formats.fixed(value, 1),
    },
    splitLine: { lineStyle: { color: look.line } },
  };
}

function dotSeries(rows: readonly DotsRow[], look: ChartLook): Record<string, unknown> {
  return {
    type: 'scatter',
    symbolSize: look.text * 0.8,
    itemStyle: { color: look.accent, opacity: 0.6, borderColor: look.surface, borderWidth: 1 },
    emphasis: { itemStyle: { opacity: 1, borderColor: look.ink } },
    labelLayout: { hideOverlap: true },
    data: rows.flatMap((row) => {
      const highest = Math.max(...row.dots.map((dot) => dot.value));
      return row.dots.map((dot) => ({
        id: `${dot.id}`,
        name: dot.name,
        value: [dot.value, row.label],
        label: {
          show: dot.value === highest,
          opacity: 1,
          position: 'top',
          distance: 3,
          formatter: dot.name,
          color: look.ink2,
          fontFamily: look.words,
          fontSize: look.text * 0.9,
        },
      }));
    }),
  };
}

function medianSeries(
  rows: readonly DotsRow[],
  medianWord: string,
  look: ChartLook,
): Record<string, unknown> {
  return {
    type: 'scatter',
    symbol: 'rect',
    symbolSize: [3, look.text * 1.8],
    z: 3,
    itemStyle: { color: look.ink },
    data: rows.map((row) => ({ name: `${row.label}: ${medianWord}`, value: [row.median, row.label] })),
  };
}
