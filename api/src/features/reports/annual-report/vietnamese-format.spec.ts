import { describe, expect, it } from '@jest/globals';
import {
  capitalised,
  formatCount,
  formatDay,
  formatDecimal,
  formatDocumentNumber,
  formatInstant,
  formatList,
  formatOfficialDay,
  formatShort,
  uncapitalised,
} from './vietnamese-format.js';

describe('numbers', () => {
  it.each([
    [0.8002, 4, '0,8002'],
    [1, 4, '1,0000'],
    // DTI 2020, Huế: half up in decimal, where the nearest double lies below the half.
    [0.40965, 4, '0,4097'],
    [0.71, 2, '0,71'],
    [1234567.5, 1, '1.234.567,5'],
    [-0.0001, 4, '-0,0001'],
    [0, 4, '0,0000'],
  ])('%p to %p decimals is %p', (value, decimals, text) => {
    expect(formatDecimal(value, decimals)).toBe(text);
  });

  it('counts take a point for thousands, shares drop trailing zeros', () => {
    expect(formatCount(1000)).toBe('1.000');
    expect(formatShort(0.4)).toBe('0,4');
    expect(formatShort(150 / 1000)).toBe('0,15');
  });

  it('a document number below 10 takes a leading zero; none leaves room for it', () => {
    expect(formatDocumentNumber(5)).toBe('05');
    expect(formatDocumentNumber(123)).toBe('123');
    expect(formatDocumentNumber(null)).toMatch(/^ +$/);
  });
});

describe('days', () => {
  it.each([
    // Decree 30/2020/NĐ-CP: a zero before days below 10 and before the months 1 and 2, before no other month.
    ['2026-02-05', 'ngày 05 tháng 02 năm 2026'],
    ['2026-01-31', 'ngày 31 tháng 01 năm 2026'],
    ['2026-03-09', 'ngày 09 tháng 3 năm 2026'],
    ['2026-11-22', 'ngày 22 tháng 11 năm 2026'],
  ])('%s is written "%s" in the head of a document', (day, text) => {
    expect(formatOfficialDay(day)).toBe(text);
  });

  it('in a sentence it is dd/mm/yyyy', () => {
    expect(formatDay('2022-05-20')).toBe('20/05/2022');
  });

  it('refuses what is not a day', () => {
    expect(() => formatDay('20/05/2022')).toThrow(RangeError);
    expect(() => formatOfficialDay('2022-5-2')).toThrow(RangeError);
  });

  it.each([
    ['2026-11-21T17:00:00Z', '00:00 ngày 22/11/2026'],
    ['2026-11-22T02:30:00Z', '09:30 ngày 22/11/2026'],
    ['2026-12-31T18:15:00Z', '01:15 ngày 01/01/2027'],
    ['2026-12-31', 'ngày 31/12/2026'],
  ])('the instant %s is %s in Viet Nam, whatever the machine', (instant, text) => {
    expect(formatInstant(instant)).toBe(text);
  });
});

describe('words', () => {
  it('lists with commas and a last "và"', () => {
    expect(formatList([])).toBe('');
    expect(formatList(['Đà Nẵng'])).toBe('Đà Nẵng');
    expect(formatList(['Thanh Hóa', 'Yên Bái'])).toBe('Thanh Hóa và Yên Bái');
    expect(formatList(['a', 'b', 'c'])).toBe('a, b và c');
  });

  it('changes the case of a first letter that carries a mark', () => {
    expect(capitalised('độ tin cậy')).toBe('Độ tin cậy');
    expect(uncapitalised('Ấn bản')).toBe('ấn bản');
  });
});
