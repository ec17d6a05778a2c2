import { describe, expect, it } from '@jest/globals';
import { LOOK } from '../../../testing/look.js';
import { formatsFor } from '../../shared/format/formats.js';
import { regionDotsOption } from './overview-chart-options.js';

const rows = [
  {
    label: 'Đông Nam Bộ',
    median: 0.61,
    dots: [
      { id: 'hcm', name: 'TP. Hồ Chí Minh', value: 0.7163 },
      { id: 'bp', name: '<Bình Phước>', value: 0.55 },
    ],
  },
];

interface Shape {
  readonly xAxis: {
    readonly min: number;
    readonly max: number;
    readonly axisLabel: { readonly formatter: (value: number) => string };
  };
  readonly yAxis: { readonly inverse: boolean; readonly data: readonly string[] };
  readonly tooltip: { readonly formatter: (item: unknown) => string };
  readonly series: readonly [
    {
      readonly data: readonly {
        readonly id: string;
        readonly value: readonly unknown[];
        readonly label: { readonly show: boolean };
      }[];
    },
    { readonly data: readonly { readonly value: readonly unknown[] }[] },
  ];
}

const option = regionDotsOption(rows, 'Trung vị', formatsFor('vi'), LOOK) as unknown as Shape;

describe('the dots of the regions', () => {
  it('stand at their value on the row of their region, each with its unit', () => {
    expect(option.series[0].data.map(({ id, value }) => [id, value])).toEqual([
      ['hcm', [0.7163, 'Đông Nam Bộ']],
      ['bp', [0.55, 'Đông Nam Bộ']],
    ]);
  });

  it('name the highest alone', () => {
    expect(option.series[0].data.map(({ label }) => label.show)).toEqual([true, false]);
  });

  it('have the median across them', () => {
    expect(option.series[1].data[0]?.value).toEqual([0.61, 'Đông Nam Bộ']);
  });

  it('lie inside an axis of round tenths, written with a comma', () => {
    expect([option.xAxis.min, option.xAxis.max]).toEqual([0.5, 0.8]);
    expect(option.xAxis.axisLabel.formatter(0.5)).toBe('0,5');
  });

  it('read top to bottom in the order given', () => {
    expect([option.yAxis.inverse, option.yAxis.data]).toEqual([true, ['Đông Nam Bộ']]);
  });

  it('take a name as text', () => {
    expect(option.tooltip.formatter({ data: option.series[0].data[1] })).toBe(
      '&lt;Bình Phước&gt;<br><b>0,5500</b>',
    );
  });
});
