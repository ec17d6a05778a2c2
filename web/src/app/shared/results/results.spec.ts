import { describe, expect, it } from '@jest/globals';
import { resultOf, unknownResult } from '../../../testing/rankings.js';
import { byRegion, coverageText, isComplete, medianOf, withoutFigures, withTotal } from './results.js';

const region = (id: string) => ({ id, nameVi: `Vùng ${id}`, nameEn: `Region ${id}` });

describe('the median', () => {
  it('is the middle value of an odd number', () => {
    expect(medianOf([0.3, 0.1, 0.2])).toBe(0.2);
  });

  it('is the mean of the two middle values of an even number', () => {
    expect(medianOf([0.4, 0.1, 0.2, 0.3])).toBe(0.25);
  });

  it('of one value is that value, of none there is none', () => {
    expect([medianOf([0.5]), medianOf([])]).toEqual([0.5, null]);
  });
});

describe('regions', () => {
  it('stand by their median, highest first, and without figures not at all', () => {
    const rows = [
      resultOf('a', { regionId: 'low', total: 0.2 }),
      resultOf('b', { regionId: 'high', total: 0.6 }),
      resultOf('c', { regionId: 'high', total: 0.8 }),
      { ...unknownResult('d'), regionId: 'empty' },
    ];
    const found = byRegion(rows, [region('low'), region('empty'), region('high')]);
    expect(found.map((one) => [one.region.id, one.median, one.rows.length])).toEqual([
      ['high', 0.7, 2],
      ['low', 0.2, 1],
    ]);
  });
});

describe('what is known', () => {
  const ranked = resultOf('ranked', { total: null, rank: 6 });

  it('a total of zero is a total', () => {
    expect(withTotal([resultOf('zero', { total: 0 }), unknownResult('x')]).map((row) => row.unitId)).toEqual([
      'zero',
    ]);
  });

  it('a rank without a total is a figure', () => {
    expect(withoutFigures([ranked, unknownResult('x')]).map((row) => row.unitId)).toEqual(['x']);
  });

  it('is told of how many, where that is known', () => {
    expect(coverageText({ withTotal: 9, expected: 63 })).toBe('9/63');
    expect(coverageText({ withTotal: 5, expected: null })).toBe('5');
  });

  it('is complete only when the size of the group is known and reached', () => {
    expect(isComplete({ withTotal: 63, expected: 63 })).toBe(true);
    expect(isComplete({ withTotal: 62, expected: 63 })).toBe(false);
    expect(isComplete({ withTotal: 5, expected: null })).toBe(false);
  });
});
