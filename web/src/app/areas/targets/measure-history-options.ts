import type { EChartsCoreOption } from 'echarts/core';
import { chartGround, type ChartLook, escapeHtml } from '../../shared/charts/chart-look.js';
import type { MeasureCourse } from './measure-history.js';

export interface CourseText {
  readonly value: (value: number) => string;
  readonly target: string;
  readonly path: string;
}

/** Values over the years against the target, a line, and the assumed straight path, dashed and named as such. */
export function courseOption(course: MeasureCourse, text: CourseText, look: ChartLook): EChartsCoreOption {
  const years = [...course.points, ...course.path].map(({ year }) => year);
  const most = Math.max(course.target ?? 0, ...course.points.map(({ value }) => value));
  const ground = chartGround(look);
  const label = { color: look.ink2, fontSize: look.text, fontFamily: look.words };
  return {
    ...ground,
    grid: { left: 4, right: look.text * 3, top: look.text * 2.5, bottom: 4, outerBoundsMode: 'same' },
    tooltip: {
      ...ground.tooltip,
      formatter: ({ seriesName, data }: { seriesName: string; data: readonly [number, number] }) =>
        `${escapeHtml(seriesName)} ${data[0]}<br><b>${escapeHtml(text.value(data[1]))}</b>`,
    },
    xAxis: {
      type: 'value',
      min: Math.min(...years) - 0.25,
      max: Math.max(...years) + 0.25,
      interval: 1,
      axisLine: { lineStyle: { color: look.lineStrong } },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: {
        ...label,
        customValues: yearsShown(years, look.narrow),
        formatter: (year: number) => String(year),
      },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: course.unit === 'percent' ? 100 : most,
      axisLabel: { ...label, formatter: text.value },
      splitLine: { lineStyle: { color: look.line } },
    },
    series: [pathSeries(course, text, look), valueSeries(course, text, look)],
  };
}

/** Every year; on a phone every other, back from the last. */
function yearsShown(years: readonly number[], narrow: boolean): readonly number[] {
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
    (year) => !narrow || (last - year) % 2 === 0,
  );
}

function pathSeries({ path }: MeasureCourse, text: CourseText, look: ChartLook) {
  return {
    type: 'line',
    name: text.path,
    data: path.map(({ year, value }) => [year, value]),
    symbolSize: 5,
    itemStyle: { color: look.ink3 },
    lineStyle: { color: look.ink3, type: 'dashed', width: 1.5 },
    endLabel: { show: false },
    emphasis: { disabled: true },
  };
}

function valueSeries({ points, target }: MeasureCourse, text: CourseText, look: ChartLook) {
  return {
    type: 'line',
    name: '',
    data: points.map(({ year, value }) => [year, value]),
    symbol: 'circle',
    symbolSize: 9,
    itemStyle: { color: look.accent },
    lineStyle: { color: look.accent, width: 2.5 },
    label: {
      show: true,
      position: 'top',
      color: look.ink,
      fontFamily: look.words,
      fontSize: look.text,
      fontWeight: 600,
      formatter: ({ data }: { data: readonly [number, number] }) => text.value(data[1]),
    },
    labelLayout: { hideOverlap: true },
    markLine:
      target === null
        ? undefined
        : {
            symbol: 'none',
            silent: true,
            lineStyle: { color: look.ink, type: 'solid', width: 2 },
            label: {
              position: 'insideStartTop',
              formatter: text.target,
              color: look.ink,
              fontFamily: look.words,
              fontSize: look.text,
            },
            data: [{ yAxis: target }],
          },
  };
}
