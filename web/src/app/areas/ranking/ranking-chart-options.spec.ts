import { describe, expect, it } from '@jest/globals';
import { LOOK } from '../../../testing/look.js';
import { formatsFor } from '../../shared/format/formats.js';
import { rankedBarsOption } from './ranking-chart-options.js';

const bars = [
  { id: 'a', name: 'Đà Nẵng', rank: 1, total: 0.8002 },
  { id: 'b', name: 'Huế', rank: null, total: 0.6975 },
];

interface Shape {
  readonly xAxis: { readonly min: number; readonly max: number };
  readonly yAxis: { readonly data: readonly string[] };
  readonly series: readonly [
    {
      readonly data: readonly { readonly id: string; readonly value: number }[];
      readonly label: { readonly formatter: (item: { value: number }) => string };
      readonly markLine?: {
        readonly data: readonly { readonly xAxis: number }[];
        readonly label: { readonly formatter: string };
      };
    },
  ];
}

const option = (mean: { value: number; label: string } | null): Shape =>
  rankedBarsOption(bars, mean, formatsFor('vi'), LOOK) as unknown as Shape;

describe('ranked bars', () => {
  it('begin at zero and end at the maximum, so that lengths compare', () => {
    expect(option(null).xAxis).toMatchObject({ min: 0, max: 1 });
  });

  it('carry rank and name, and no rank where there is none', () => {
    expect(option(null).yAxis.data).toEqual(['1. Đà Nẵng', 'Huế']);
  });

  it('carry their value to four decimals and open their unit', () => {
    const [series] = option(null).series;
    expect(series.label.formatter({ value: 0.8002 })).toBe('0,8002');
    expect(series.data.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('have the mean as a line, and no line without a mean', () => {
    const [series] = option({ value: 0.5787, label: 'trung bình 0,5787' }).series;
    expect(series.markLine?.data).toEqual([{ xAxis: 0.5787 }]);
    expect(series.markLine?.label.formatter).toBe('trung bình 0,5787');
    expect(option(null).series[0].markLine).toBeUndefined();
  });
});
