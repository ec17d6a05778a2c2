import type { EChartsCoreOption } from 'echarts/core';
import { chartGround, type ChartLook, escapeHtml } from '../../shared/charts/chart-look.js';
import type { HistoryLine, HistoryPoint } from './history-lines.js';
import { spreadLabels } from './label-spread.js';

export interface HistoryText {
  /** Said at the break between two frameworks. */
  readonly break: string;
  readonly median: string;
  readonly value: (value: number) => string;
  readonly axis: (value: number) => string;
}

/**
 * Totals or ranks over the years. Points are joined only within one framework and from one year to
 * the next; where the framework changes, an upright dashed line says so. A unit's predecessors have
 * lines of their own, thinner, named at their last point.
 */
export function historyOption(
  lines: readonly HistoryLine[],
  measure: 'total' | 'rank',
  text: HistoryText,
  look: ChartLook,
): EChartsCoreOption {
  const points = lines.flatMap((line) => line.points);
  const years = points.map((point) => point.year);
  const ground = chartGround(look);
  const shifts = nameShifts(lines, measure, look);
  return {
    ...ground,
    grid: { left: 4, right: labelRoom(lines, look), top: look.text * 3, bottom: 4, outerBoundsMode: 'same' },
    tooltip: { ...ground.tooltip, formatter: (item: { data: HistoryDatum }) => said(item.data, text) },
    xAxis: {
      type: 'value',
      min: Math.min(...years) - 0.5,
      max: Math.max(...years) + 0.5,
      interval: 0.5,
      axisLine: { lineStyle: { color: look.lineStrong } },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: {
        color: look.ink2,
        fontSize: look.text,
        formatter: (value: number) => (Number.isInteger(value) ? String(value) : ''),
      },
    },
    yAxis: measureAxis(points, measure, text, look),
    series: [
      ...lines.flatMap((line) =>
        segmentsOf(line, measure).map((segment) =>
          segmentSeries(line, segment, shifts.get(line.unitId) ?? 0, measure, text, look),
        ),
      ),
      ...(measure === 'total' ? [medianSeries(lines, text, look)] : []),
      breakSeries(lines, measure, text, look),
    ],
  };
}

/** Names stand right of the last point: as much room as the longest needs, half the plot at most. */
function labelRoom(lines: readonly HistoryLine[], look: ChartLook): number {
  const longest = Math.max(0, ...lines.filter((line) => !line.own).map((line) => line.name.length));
  return longest === 0 ? look.text * 3 : Math.min(look.text * longest * 0.55, nameWidth(look)) + look.text;
}

function nameWidth(look: ChartLook): number {
  return look.text * (look.narrow ? 9 : 16);
}

/** Height of the plot, axes and head taken off, in heights of the text. */
const PLOT = 18;

/** How far each predecessor's name moves, in pixels, so that names do not lie on each other. */
function nameShifts(
  lines: readonly HistoryLine[],
  measure: 'total' | 'rank',
  look: ChartLook,
): ReadonlyMap<string, number> {
  const last = Math.max(...lines.flatMap(({ points }) => points.map((point) => point.groupSize ?? 1)));
  const named = lines.flatMap((line) => {
    const value = line.own ? null : (line.points.at(-1)?.[measure] ?? null);
    if (value === null) return [];
    const share = measure === 'total' ? 1 - value : value / last;
    return [{ id: line.unitId, place: share * PLOT * look.text }];
  });
  const placed = spreadLabels(
    named.map(({ place }) => place),
    look.text * 1.25,
  );
  return new Map(named.map(({ id, place }, index) => [id, (placed[index] ?? place) - place]));
}

interface HistoryDatum {
  readonly name: string;
  readonly value: readonly [number, number];
}

function said(datum: HistoryDatum, text: HistoryText): string {
  return `${escapeHtml(datum.name)}, ${datum.value[0]}<br><b>${escapeHtml(text.value(datum.value[1]))}</b>`;
}

function measureAxis(
  points: readonly HistoryPoint[],
  measure: 'total' | 'rank',
  text: HistoryText,
  look: ChartLook,
): Record<string, unknown> {
  const shape = {
    type: 'value',
    axisLabel: { color: look.ink2, fontSize: look.text, formatter: (value: number) => text.axis(value) },
    splitLine: { lineStyle: { color: look.line } },
  };
  if (measure === 'total') return { ...shape, min: 0, max: 1, interval: 0.25 };
  const last = Math.max(...points.map((point) => point.groupSize ?? point.rank ?? 1));
  const room = Math.max(0.5, last * 0.05);
  const ends = { customValues: [1, last] };
  return {
    ...shape,
    inverse: true,
    min: 1 - room,
    max: last + room,
    axisTick: ends,
    axisLabel: { ...shape.axisLabel, ...ends },
    splitLine: { show: false },
  };
}

/** Runs of points of one framework in successive years. */
export function segmentsOf(
  line: HistoryLine,
  measure: 'total' | 'rank',
): readonly (readonly HistoryPoint[])[] {
  const segments: HistoryPoint[][] = [];
  for (const point of line.points) {
    if (point[measure] === null) continue;
    const current = segments.at(-1);
    const previous = current?.at(-1);
    if (current && previous?.framework === point.framework && previous.year === point.year - 1)
      current.push(point);
    else segments.push([point]);
  }
  return segments;
}

function segmentSeries(
  line: HistoryLine,
  segment: readonly HistoryPoint[],
  shift: number,
  measure: 'total' | 'rank',
  text: HistoryText,
  look: ChartLook,
): Record<string, unknown> {
  const colour = line.own ? look.accent : look.ink3;
  const lastYear = line.points.at(-1)?.year;
  return {
    type: 'line',
    symbol: 'circle',
    symbolSize: line.own ? 10 : 7,
    lineStyle: { color: colour, width: line.own ? 2.5 : 1.5 },
    itemStyle: { color: colour, borderColor: look.surface, borderWidth: 1 },
    data: segment.map((point) => ({
      name: line.name,
      value: [point.year, point[measure] ?? 0],
      label: {
        show: line.own || point.year === lastYear,
        position: labelPlace(line, segment, point, measure),
        color: line.own ? look.ink : look.ink2,
        fontFamily: look.words,
        fontSize: look.text,
        fontWeight: line.own ? 600 : 400,
        formatter: line.own ? text.value(point[measure] ?? 0) : line.name,
        ...(line.own ? {} : { offset: [look.text, shift], width: nameWidth(look), overflow: 'truncate' }),
      },
    })),
  };
}

/** A rank stands beside its point; where a line goes on from the point it would be struck through. */
function labelPlace(
  line: HistoryLine,
  segment: readonly HistoryPoint[],
  point: HistoryPoint,
  measure: 'total' | 'rank',
): 'top' | 'right' {
  if (!line.own) return 'right';
  return measure === 'total' || point !== segment.at(-1) ? 'top' : 'right';
}

/** The middle of the group in each year, so that a score has something to stand against. */
function medianSeries(
  lines: readonly HistoryLine[],
  text: HistoryText,
  look: ChartLook,
): Record<string, unknown> {
  const medians = new Map<number, number>();
  for (const point of lines.flatMap((line) => line.points)) {
    if (point.median !== null) medians.set(point.year, point.median);
  }
  return {
    type: 'scatter',
    symbol: 'rect',
    symbolSize: [look.text * 2.4, 2],
    itemStyle: { color: look.ink2 },
    data: [...medians].map(([year, median]) => ({ name: text.median, value: [year, median] })),
  };
}

function breakSeries(
  lines: readonly HistoryLine[],
  measure: 'total' | 'rank',
  text: HistoryText,
  look: ChartLook,
): Record<string, unknown> {
  return {
    type: 'line',
    data: [],
    markLine: {
      silent: true,
      symbol: 'none',
      animation: false,
      lineStyle: { color: look.lineStrong, type: 'dashed', width: 1 },
      // An axis of ranks runs downwards, so its line ends at the bottom.
      label: {
        show: true,
        position: measure === 'rank' ? 'start' : 'end',
        formatter: text.break,
        color: look.ink2,
        fontSize: look.text,
        fontFamily: look.words,
      },
      data: breaksOf(lines).map((xAxis) => ({ xAxis })),
    },
  };
}

/** Half a year before the first year of each later framework. */
export function breaksOf(lines: readonly HistoryLine[]): readonly number[] {
  const firstYears = new Map<string, number>();
  for (const point of lines.flatMap((line) => line.points)) {
    firstYears.set(point.framework, Math.min(point.year, firstYears.get(point.framework) ?? Infinity));
  }
  return [...firstYears.values()]
    .sort((a, b) => a - b)
    .slice(1)
    .map((year) => year - 0.5);
}
