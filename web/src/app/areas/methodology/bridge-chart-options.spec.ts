import { describe, expect, it } from '@jest/globals';
import { LOOK } from '../../../testing/look.js';
import { formatsFor } from '../../shared/format/formats.js';
import { bridgeOption } from './bridge-chart-options.js';

interface BridgeShape {
  readonly yAxis: { readonly data: readonly string[]; readonly inverse: boolean };
  readonly series: readonly {
    readonly name?: string;
    readonly data: readonly (number | { readonly value: readonly [number, string]; readonly said: string })[];
  }[];
}

describe('a bridge between two versions', () => {
  const bars = [
    { id: 'a', name: 'Tỉnh <A>', before: 0.6, after: 0.5 },
    { id: 'b', name: 'Tỉnh B', before: 0.2, after: 0.45 },
  ];
  const text = { before: 'Bản cũ', after: 'Bản mới' };
  const option = bridgeOption(bars, text, formatsFor('vi'), LOOK) as unknown as BridgeShape;
  const [from, span, before, after] = option.series;

  it('has a line for each unit, in the order given', () => {
    expect(option.yAxis).toMatchObject({ data: ['Tỉnh <A>', 'Tỉnh B'], inverse: true });
  });

  it('joins the two scores of a unit, whichever is the higher', () => {
    expect(from?.data).toEqual([0.5, 0.2]);
    expect((span?.data as number[]).map((length) => length.toFixed(2))).toEqual(['0.10', '0.25']);
  });

  it('names both versions and says the difference with its sign; a name is text, never markup', () => {
    expect([before?.name, after?.name]).toEqual(['Bản cũ', 'Bản mới']);
    const [first] = after?.data ?? [];
    expect(first).toMatchObject({ value: [0.5, 'Tỉnh <A>'] });
    expect(typeof first === 'object' ? first.said : '').toBe(
      '<b>Tỉnh &lt;A&gt;</b><br>Bản cũ: 0,6000<br>Bản mới: 0,5000 (−0,1000)',
    );
  });
});
