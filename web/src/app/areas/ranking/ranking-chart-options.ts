import type { EChartsCoreOption } from 'echarts/core';
import { chartGround, type ChartLook, escapeHtml } from '../../shared/charts/chart-look.js';
import type { Formats } from '../../shared/format/formats.js';

export interface RankedBar {
  readonly id: string;
  readonly name: string;
  readonly rank: number | null;
  readonly total: number;
}

/** Rem of height a bar takes, axis and mean label included once. */
export const BAR_HEIGHT = { each: 1.625, around: 3.5 } as const;

/** Every unit with a total as a bar, in the order given, its value at its end, the mean as a line. */
export function rankedBarsOption(
  bars: readonly RankedBar[],
  mean: { readonly value: number; readonly label: string } | null,
  formats: Formats,
  look: ChartLook,
): EChartsCoreOption {
  const ground = chartGround(look);
  return {
    ...ground,
    grid: { left: 4, right: look.text * 4, top: look.text * 2.2, bottom: 4, outerBoundsMode: 'same' },
    tooltip: {
      ...ground.tooltip,
      formatter: (item: { data?: { name?: string; value?: number } }) =>
        item.data?.name === undefined
          ? ''
          : `${escapeHtml(item.data.name)}<br><b>${formats.ratio(item.data.value ?? 0)}</b>`,
    },
    xAxis: { type: 'value', min: 0, max: 1, show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map((bar) => (bar.rank === null ? bar.name : `${bar.rank}. ${bar.name}`)),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: look.ink, fontSize: look.text, interval: 0 },
    },
    series: [
      {
        type: 'bar',
        barWidth: '62%',
        itemStyle: { color: look.accent, borderRadius: [0, 2, 2, 0] },
        emphasis: { itemStyle: { color: look.ink } },
        label: {
          show: true,
          position: 'right',
          color: look.ink,
          fontSize: look.text,
          formatter: (item: { value: number }) => formats.ratio(item.value),
        },
        data: bars.map((bar) => ({ id: bar.id, name: bar.name, value: bar.total })),
        ...(mean === null ? {} : { markLine: meanLine(mean, look) }),
      },
    ],
  };
}

function meanLine(
  mean: { readonly value: number; readonly label: string },
  look: ChartLook,
): Record<string, unknown> {
  return {
    silent: true,
    symbol: 'none',
    animation: !look.still,
    lineStyle: { color: look.ink, width: 1.5, type: 'solid' },
    label: {
      show: true,
      position: 'start',
      rotate: 0,
      formatter: mean.label,
      color: look.ink,
      fontSize: look.text,
      fontFamily: look.words,
    },
    data: [{ xAxis: mean.value }],
  };
}
