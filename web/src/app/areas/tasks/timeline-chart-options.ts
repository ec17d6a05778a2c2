import type { EChartsCoreOption } from 'echarts/core';
import { chartGround, type ChartLook, escapeHtml } from '../../shared/charts/chart-look.js';
import { TIMELINE, type TimelineRow } from './timeline.js';

export interface TimelineText {
  readonly annex: string;
  readonly ongoing: string;
  readonly plan: string;
}

/** A calendar day as a place on the axis of years: 2025-06-30 is about 2025.5; a year's end is the next year. */
export function placeOf(day: string): number {
  const year = Number(day.slice(0, 4));
  const [start, end] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  return year + (Date.parse(`${day}T00:00:00Z`) + 86_400_000 - start) / (end - start);
}

/**
 * The annex's span as a solid bar, an ongoing task as a pale bar that runs out of the picture, dates of the
 * ministry's plan as diamonds, today as an upright line.
 */
export function timelineOption(
  rows: readonly TimelineRow[],
  today: string,
  text: TimelineText,
  look: ChartLook,
): EChartsCoreOption {
  const ground = chartGround(look);
  const bar = (own: Record<string, unknown>) => ({ type: 'bar', stack: 'span', barWidth: '56%', ...own });
  return {
    ...ground,
    grid: { left: 4, right: look.text, top: look.text * 2, bottom: 4, outerBoundsMode: 'same' },
    tooltip: {
      ...ground.tooltip,
      trigger: 'item',
      formatter: (item: { data: { said?: string } }) => item.data.said ?? '',
    },
    xAxis: yearAxis(look),
    yAxis: rowAxis(rows, look),
    series: [
      bar({ silent: true, itemStyle: { color: 'transparent' }, data: rows.map((row) => row.from) }),
      bar({
        data: rows.map((row) => ({
          value: row.to === null ? 0 : row.to + 1 - row.from,
          id: row.code,
          said: saying(row, text.annex),
          itemStyle: { color: row.done ? look.ink3 : look.accent, borderRadius: 2 },
        })),
        markLine: todayLine(today, look),
      }),
      bar({
        data: rows.map((row) => ({
          value: row.to === null ? TIMELINE.to + 1 - row.from : 0,
          id: row.code,
          said: saying(row, text.ongoing),
          itemStyle: {
            color: look.accentSoft,
            borderColor: look.accent,
            borderWidth: 1,
            borderType: 'dashed',
          },
        })),
      }),
      planSeries(rows, text, look),
    ],
  };
}

function saying(row: TimelineRow, what: string): string {
  return `${escapeHtml(row.label)}<br>${escapeHtml(what)}: <b>${escapeHtml(row.said)}</b>`;
}

function yearAxis(look: ChartLook): Record<string, unknown> {
  return {
    type: 'value',
    position: 'top',
    min: TIMELINE.from,
    max: TIMELINE.to + 1,
    interval: 1,
    axisLabel: {
      color: look.ink2,
      fontSize: look.text,
      align: 'left',
      formatter: (value: number) =>
        value > TIMELINE.to ? '' : look.narrow ? `’${value % 100}` : String(value),
    },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: look.line } },
  };
}

function rowAxis(rows: readonly TimelineRow[], look: ChartLook): Record<string, unknown> {
  return {
    type: 'category',
    inverse: true,
    data: rows.map((row) => (look.narrow ? row.code : row.label)),
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: {
      color: look.ink,
      fontFamily: look.words,
      fontSize: look.text,
      interval: 0,
      width: look.text * (look.narrow ? 5 : 26),
      overflow: 'truncate',
    },
  };
}

function planSeries(
  rows: readonly TimelineRow[],
  text: TimelineText,
  look: ChartLook,
): Record<string, unknown> {
  return {
    type: 'scatter',
    symbol: 'diamond',
    symbolSize: look.text,
    itemStyle: { color: look.ink, borderColor: look.surface, borderWidth: 1.5 },
    data: rows.flatMap((row, index) =>
      row.plan.map((due) => ({
        value: [placeOf(due), index],
        id: row.code,
        said: `${escapeHtml(row.label)}<br>${escapeHtml(text.plan)}: <b>${due.split('-').reverse().join('/')}</b>`,
      })),
    ),
  };
}

function todayLine(today: string, look: ChartLook): Record<string, unknown> {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: look.ink2, type: 'dashed', width: 1.5 },
    label: { show: false },
    data: [{ xAxis: placeOf(today) }],
  };
}
