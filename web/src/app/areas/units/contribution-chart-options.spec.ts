import { describe, expect, it } from '@jest/globals';
import { LOOK } from '../../../testing/look.js';
import { formatsFor } from '../../shared/format/formats.js';
import { contributionOption } from './contribution-chart-options.js';

interface ContributionShape {
  readonly xAxis: { readonly min: number; readonly max: number };
  readonly yAxis: { readonly data: readonly string[] };
  readonly series: readonly {
    readonly stack: string;
    readonly data: readonly (
      | number
      | {
          readonly value: number;
          readonly said?: string;
          readonly label: { readonly show: boolean; readonly formatter?: string };
        }
    )[];
  }[];
}

describe('a waterfall', () => {
  const rows = [
    { label: 'Nhận thức số', kind: 'part', from: 0, value: 0.08, lost: 0.02 },
    { label: 'Thể chế số', kind: 'not_collected', from: 0.08, value: null, lost: null },
    { label: 'Điểm DTI', kind: 'total', from: 0, value: 0.5, lost: null },
  ] as const;
  const words = { earned: 'Đóng góp', lost: 'Chưa đạt', notCollected: 'chưa thu thập' };
  const option = contributionOption(rows, words, formatsFor('vi'), LOOK) as unknown as ContributionShape;
  const [from, earned, lost] = option.series;

  it('stacks begin, what is added and what is lacking, from 0 to 1', () => {
    expect([option.xAxis.min, option.xAxis.max]).toEqual([0, 1]);
    expect(from?.data).toEqual([0, 0.08, 0]);
    expect(earned?.data.map((item) => (typeof item === 'number' ? item : item.value))).toEqual([
      0.08, 0, 0.5,
    ]);
    expect(lost?.data.map((item) => (typeof item === 'number' ? item : item.value))).toEqual([0.02, 0, 0]);
    expect(new Set(option.series.map((series) => series.stack)).size).toBe(1);
  });

  it('writes "not collected" where there is no bar', () => {
    const item = earned?.data[1];
    expect(typeof item === 'object' ? item.label : null).toMatchObject({
      show: true,
      formatter: 'chưa thu thập',
    });
    expect(typeof item === 'object' ? item.said : null).toBe('Thể chế số<br>chưa thu thập');
  });

  it('writes each value once', () => {
    const shown = [...(earned?.data ?? []), ...(lost?.data ?? [])].filter(
      (item) => typeof item === 'object' && item.label.show,
    );
    expect(shown).toHaveLength(rows.length);
  });
});
