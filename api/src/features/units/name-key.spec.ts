import { describe, expect, it } from '@jest/globals';
import { nameKey, searchKey } from './name-key.js';

describe('nameKey', () => {
  it.each([
    ['Hòa Bình', 'Hoà Bình'],
    ['Thanh Hóa', 'THANH HOÁ'],
    ['Bà Rịa - Vũng Tàu', 'Bà Rịa – Vũng Tàu'],
    ['Bà Rịa - Vũng Tàu', 'Bà Rịa-Vũng Tàu'],
    ['Đà Nẵng', 'Đà Nẵng'.normalize('NFD')],
    ['Thừa Thiên Huế', '  Thừa\u00a0Thiên  Huế '],
    ['Ủy ban Dân tộc', 'Uỷ ban Dân tộc'],
  ])('takes %p and %p for one name', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
  });

  it.each([
    ['Hà Nam', 'Ha Nam'],
    ['Hà Giang', 'Hà Giảng'],
    ['Hoàn Kiếm', 'Hòan Kiếm'],
  ])('keeps %p and %p apart', (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b));
  });
});

describe('searchKey', () => {
  it('leaves no diacritics', () => {
    expect(searchKey('Đắk Lắk')).toBe('dak lak');
    expect(searchKey('TP. Hồ Chí Minh')).toBe('tp. ho chi minh');
  });
});
