import { describe, expect, it } from '@jest/globals';
import { LOOK } from '../../../testing/look.js';
import type { HistoryLine } from './history-lines.js';
import { historyOption } from './history-chart-options.js';

const point = (year: number, framework: string, total: number | null, rank: number | null) => ({
  year,
  framework,
  frameworkNameVi: framework,
  frameworkNameEn: framework,
  total,
  rank,
  groupSize: 63,
  median: 0.5,
});
const own: HistoryLine = {
  unitId: 'u',
  name: 'Huế',
  own: true,
  points: [point(2020, '1726', 0.4097, 2), point(2022, '922', 0.6975, 4)],
};
const text = { break: 'đổi bộ chỉ số', median: 'Trung vị', value: String, axis: String };

interface HistoryShape {
  readonly xAxis: { readonly min: number; readonly max: number };
  readonly yAxis: { readonly inverse?: boolean; readonly min: number; readonly max: number };
  readonly series: readonly {
    readonly type: string;
    readonly data: readonly { readonly value: readonly number[] }[];
    readonly markLine?: { readonly data: readonly { readonly xAxis: number }[] };
  }[];
}

const history = (measure: 'total' | 'rank', lines: readonly HistoryLine[] = [own]): HistoryShape =>
  historyOption(lines, measure, text, LOOK) as unknown as HistoryShape;

describe('a history', () => {
  it('has one series for each framework, so that no line joins the two', () => {
    const lines = history('total').series.filter(
      (series) => series.type === 'line' && series.data.length > 0,
    );
    expect(lines.map((series) => series.data.map((item) => item.value))).toEqual([
      [[2020, 0.4097]],
      [[2022, 0.6975]],
    ]);
  });

  it('draws the break between them', () => {
    const marks = history('total').series.flatMap((series) => series.markLine?.data ?? []);
    expect(marks).toEqual([{ xAxis: 2021.5 }]);
  });

  it('of totals goes from 0 to 1 with the median of each year', () => {
    const { yAxis, series } = history('total');
    expect([yAxis.min, yAxis.max]).toEqual([0, 1]);
    expect(series.find((one) => one.type === 'scatter')?.data.map((item) => item.value)).toEqual([
      [2020, 0.5],
      [2022, 0.5],
    ]);
  });

  it('of ranks has the first on top and room for the last', () => {
    const { yAxis, series } = history('rank');
    expect(yAxis.inverse).toBe(true);
    expect(yAxis.min).toBeLessThan(1);
    expect(yAxis.max).toBeGreaterThan(63);
    expect(series.some((one) => one.type === 'scatter')).toBe(false);
  });
});
