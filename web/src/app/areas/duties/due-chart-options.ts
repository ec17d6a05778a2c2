import type { EChartsCoreOption } from 'echarts/core';
import type { DueDate } from '../../api-client/models/due-date.js';
import { chartGround, type ChartLook, escapeHtml } from '../../shared/charts/chart-look.js';
import type { Wording } from '../../shared/language/wording.js';

/** What falls due on one day to one recipient. */
export interface DueDot {
  readonly row: string;
  readonly day: string;
  readonly names: readonly string[];
  readonly past: boolean;
}

/** A timeline: one row for each recipient, in the order in which the year first asks for them. */
export interface DueTimeline {
  readonly year: number;
  readonly rows: readonly string[];
  readonly dots: readonly DueDot[];
}

/** Due dates by recipient and day; what nobody is named for has a row of its own. */
export function timelineOf(
  items: readonly DueDate[],
  year: number,
  today: string,
  { t, name }: Wording,
): DueTimeline {
  const dots = new Map<string, { row: string; day: string; names: string[]; past: boolean }>();
  for (const item of items) {
    const to = item.recipients.length === 0 ? [t('duties.recipients.none')] : item.recipients.map(name);
    for (const row of to) {
      const key = `${row} ${item.dueOn}`;
      const dot = dots.get(key) ?? { row, day: item.dueOn, names: [], past: item.dueOn < today };
      dot.names.push(name(item));
      dots.set(key, dot);
    }
  }
  const all = [...dots.values()];
  return { year, rows: [...new Set(all.map(({ row }) => row))], dots: all };
}

/** Rem for the plot: a row for each recipient, and room for the months. */
export function timelineHeight({ rows }: DueTimeline, narrow: boolean): number {
  return 3.5 + rows.length * (narrow ? 4 : 2.75);
}

/** Days as dots on their recipient's row, with how many fall on each; what has passed is hollow. */
export function timelineOption(
  { year, rows, dots }: DueTimeline,
  wording: Wording,
  look: ChartLook,
): EChartsCoreOption {
  const ground = chartGround(look);
  return {
    ...ground,
    grid: { left: 8, right: 20, top: 8, bottom: 4, outerBoundsMode: 'same' },
    tooltip: {
      ...ground.tooltip,
      formatter: ({ data }: { data: { day: string; names: readonly string[] } }) =>
        [`<b>${wording.formats.date(data.day)}</b>`, ...data.names.map(escapeHtml)].join('<br>'),
    },
    xAxis: monthAxis(wording, look),
    yAxis: {
      type: 'category',
      data: [...rows],
      inverse: true,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        color: look.ink,
        fontSize: look.text,
        width: look.text * (look.narrow ? 8.5 : 17),
        overflow: 'break',
        lineHeight: look.text * 1.25,
      },
    },
    series: [{ type: 'scatter', data: dots.map((dot) => dotOf(dot, year, look)) }],
  };
}

function monthAxis({ t }: Wording, look: ChartLook): Record<string, unknown> {
  return {
    type: 'value',
    min: 0,
    max: 12,
    interval: 1,
    axisLabel: {
      color: look.ink2,
      fontSize: look.text,
      // A label stands at the first day of its month; the end of the year has none.
      formatter: (month: number) =>
        month >= 12 || (look.narrow && month % 3 !== 0) ? '' : t('duties.month', { month: month + 1 }),
    },
    splitLine: { lineStyle: { color: look.line } },
  };
}

function dotOf({ row, day, names, past }: DueDot, year: number, look: ChartLook): Record<string, unknown> {
  return {
    value: [placeInYear(day, year), row],
    day,
    names,
    symbolSize: look.text * (names.length > 1 ? 1.75 : 1.1),
    itemStyle: past
      ? { color: look.surface, borderColor: look.ink3, borderWidth: 2 }
      : { color: look.accent, borderColor: look.surface, borderWidth: 1 },
    label: {
      show: names.length > 1,
      formatter: String(names.length),
      color: past ? look.ink : look.surface,
      fontFamily: look.words,
      fontSize: look.text * 0.9,
      fontWeight: 600,
    },
  };
}

/** Where a day stands in its year, 0 to 12 in months: every month is as wide as any other. */
export function placeInYear(day: string, year: number): number {
  const month = Number(day.slice(5, 7));
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month - 1 + (Number(day.slice(8, 10)) - 1) / days;
}
