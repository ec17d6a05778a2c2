import type { EChartsCoreOption } from 'echarts/core';
import { chartGround, type ChartLook, escapeHtml } from '../../shared/charts/chart-look.js';
import type { Formats } from '../../shared/format/formats.js';
import type { ContributionRow } from './contributions.js';

export interface ContributionText {
  readonly earned: string;
  readonly lost: string;
  readonly notCollected: string;
}

/**
 * How the total is made up: each index begins where the one before ended; what it adds is solid,
 * what it could have added is pale. A part that was not collected has words and no bar.
 */
export function contributionOption(
  rows: readonly ContributionRow[],
  text: ContributionText,
  formats: Formats,
  look: ChartLook,
): EChartsCoreOption {
  const ground = chartGround(look);
  const invisible = { color: 'transparent' };
  return {
    ...ground,
    grid: { left: 4, right: look.text * 4, top: 4, bottom: 4, outerBoundsMode: 'same' },
    tooltip: {
      ...ground.tooltip,
      trigger: 'item',
      formatter: (item: { data: { said?: string } }) => item.data.said ?? '',
    },
    xAxis: {
      type: 'value',
      min: 0,
      max: 1,
      interval: 0.25,
      axisLabel: {
        color: look.ink2,
        fontSize: look.text,
        formatter: (value: number) => formats.number(value, 2),
      },
      splitLine: { lineStyle: { color: look.line } },
    },
    yAxis: partsAxis(rows, look),
    series: [
      {
        type: 'bar',
        stack: 'total',
        silent: true,
        itemStyle: invisible,
        barWidth: '58%',
        data: rows.map((row) => row.from),
      },
      { type: 'bar', stack: 'total', data: rows.map((row) => earnedBar(row, text, formats, look)) },
      { type: 'bar', stack: 'total', data: rows.map((row) => lostBar(row, text, formats, look)) },
    ],
  };
}

function partsAxis(rows: readonly ContributionRow[], look: ChartLook): Record<string, unknown> {
  return {
    type: 'category',
    inverse: true,
    data: rows.map((row) => row.label),
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: {
      color: look.ink,
      fontSize: look.text,
      interval: 0,
      width: look.text * (look.narrow ? 8 : 13),
      overflow: 'break',
      lineHeight: look.text * 1.2,
    },
  };
}

function earnedBar(
  row: ContributionRow,
  text: ContributionText,
  formats: Formats,
  look: ChartLook,
): Record<string, unknown> {
  const absent = row.kind === 'not_collected';
  const rest = row.kind === 'rest';
  return {
    value: row.value ?? 0,
    said: absent
      ? `${escapeHtml(row.label)}<br>${escapeHtml(text.notCollected)}`
      : `${escapeHtml(row.label)}<br>${escapeHtml(text.earned)} <b>${formats.ratio(row.value ?? 0)}</b>`,
    itemStyle: {
      color: row.kind === 'total' ? look.ink2 : rest ? look.surface : look.accent,
      borderColor: rest ? look.accent : 'transparent',
      borderWidth: rest ? 1.5 : 0,
      borderType: 'dashed',
    },
    label: {
      show: row.lost === null || absent,
      position: 'right',
      color: absent ? look.ink3 : look.ink,
      fontSize: look.text,
      fontFamily: look.words,
      fontWeight: row.kind === 'total' ? 600 : 400,
      formatter: absent ? text.notCollected : formats.ratio(row.value ?? 0),
    },
  };
}

function lostBar(
  row: ContributionRow,
  text: ContributionText,
  formats: Formats,
  look: ChartLook,
): Record<string, unknown> {
  if (row.lost === null) return { value: 0, label: { show: false } };
  return {
    value: row.lost,
    said: `${escapeHtml(row.label)}<br>${escapeHtml(text.lost)} <b>${formats.ratio(row.lost)}</b>`,
    itemStyle: { color: look.accentSoft, borderRadius: [0, 2, 2, 0] },
    label: {
      show: true,
      position: 'right',
      color: look.ink,
      fontSize: look.text,
      fontFamily: look.words,
      formatter: formats.ratio(row.value ?? 0),
    },
  };
}
