import type { EChartsCoreOption } from 'echarts/core';
import { chartGround, type ChartLook, escapeHtml } from '../../shared/charts/chart-look.js';
import type { Formats } from '../../shared/format/formats.js';

/** One unit scored by both versions. */
export interface BridgeBar {
  readonly id: string;
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

export interface BridgeText {
  readonly before: string;
  readonly after: string;
}

/** Rem of height a unit takes, axis and legend included once. */
export const BRIDGE_HEIGHT = { each: 1.5, around: 4.5 } as const;

/** Each unit's two scores on one line: hollow under the one version, solid under the other. */
export function bridgeOption(
  bars: readonly BridgeBar[],
  text: BridgeText,
  formats: Formats,
  look: ChartLook,
): EChartsCoreOption {
  const ground = chartGround(look);
  return {
    ...ground,
    grid: { left: 4, right: look.text, top: 4, bottom: 4, outerBoundsMode: 'same' },
    tooltip: {
      ...ground.tooltip,
      formatter: (item: { data?: { said?: string } }) => item.data?.said ?? '',
    },
    xAxis: {
      type: 'value',
      min: 0,
      max: 1,
      interval: 0.25,
      position: 'top',
      axisLabel: {
        color: look.ink2,
        fontSize: look.text,
        formatter: (value: number) => formats.number(value, 2),
      },
      splitLine: { lineStyle: { color: look.line } },
    },
    yAxis: unitsAxis(bars, look),
    series: [...spans(bars, look), ...points(bars, text, formats, look)],
  };
}

function unitsAxis(bars: readonly BridgeBar[], look: ChartLook): object {
  return {
    type: 'category',
    inverse: true,
    data: bars.map(({ name }) => name),
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: {
      color: look.ink,
      fontSize: look.text,
      interval: 0,
      width: look.text * (look.narrow ? 8 : 14),
      overflow: 'truncate',
    },
  };
}

/** A thin line from the lower score to the higher one. */
function spans(bars: readonly BridgeBar[], look: ChartLook): readonly object[] {
  const span = (color: string, lengths: readonly number[]): object => ({
    type: 'bar',
    stack: 'span',
    silent: true,
    barWidth: 2,
    itemStyle: { color },
    data: lengths,
  });
  return [
    span(
      'transparent',
      bars.map(({ before, after }) => Math.min(before, after)),
    ),
    span(
      look.lineStrong,
      bars.map(({ before, after }) => Math.abs(after - before)),
    ),
  ];
}

function points(
  bars: readonly BridgeBar[],
  text: BridgeText,
  formats: Formats,
  look: ChartLook,
): readonly object[] {
  const marks = {
    before: { color: look.surface, borderColor: look.ink2, borderWidth: 1.5 },
    after: { color: look.accent },
  };
  return (['before', 'after'] as const).map((side) => ({
    name: text[side],
    type: 'scatter',
    symbolSize: look.text * 0.75,
    itemStyle: marks[side],
    data: bars.map((bar) => ({
      id: bar.id,
      value: [bar[side], bar.name],
      said: said(bar, text, formats),
    })),
  }));
}

function said({ name, before, after }: BridgeBar, text: BridgeText, formats: Formats): string {
  return [
    `<b>${escapeHtml(name)}</b>`,
    `${escapeHtml(text.before)}: ${formats.ratio(before)}`,
    `${escapeHtml(text.after)}: ${formats.ratio(after)} (${formats.signed(after - before, 4)})`,
  ].join('<br>');
}
