import { describe, expect, it } from '@jest/globals';
import type { FrameworkVersionSummary } from '../../api-client/models/framework-version-summary.js';
import { wordingOf } from '../../../testing/wording.js';
import { cellText, expectedText, faultWords, periodsOf, sizeText } from './import-view.js';

const vi = wordingOf('vi');
const framework = (periodFrom: string, periodTo: string | null): FrameworkVersionSummary => ({
  code: 'dti-922-province',
  index: 'dti',
  version: '922',
  level: 'province',
  nameVi: 'Bộ chỉ số',
  nameEn: 'Framework',
  status: 'in_use',
  legalBasis: '',
  issuedOn: null,
  periodFrom,
  periodTo,
  totalPoints: 1000,
  nodeCount: 10,
  proposed: false,
  author: null,
  copiedFrom: null,
});

describe('the periods of a framework', () => {
  it('are its years, newest first', () => {
    expect(periodsOf(framework('2021', '2023'), 2026)).toEqual(['2023', '2022', '2021']);
  });

  it('reach to the current year where the end is open', () => {
    expect(periodsOf(framework('2024', null), 2026)).toEqual(['2026', '2025', '2024']);
  });

  it('are at least the first, even before it begins', () => {
    expect(periodsOf(framework('2030', null), 2026)).toEqual(['2030']);
  });
});

describe('a fault', () => {
  it('has words', () => {
    expect(faultWords('UNIT_UNKNOWN', vi)).toBe('Không có đơn vị này');
  });

  it('of a code that the texts do not know has none', () => {
    expect(faultWords('SOMETHING_NEW', vi)).toBeNull();
  });
});

describe('what was expected', () => {
  const expected = (code: string, text: string | null): string =>
    expectedText({ line: 2, column: 'unit', code, found: 'x', expected: text }, vi);

  it.each([
    ['UNIT_UNKNOWN', 'province 2022-12-31', 'Tỉnh, thành phố có trong danh sách ngày 31/12/2022'],
    ['UNIT_UNKNOWN', 'Hà Nam', 'gần giống nhất: Hà Nam'],
    ['UNIT_WRONG_LEVEL', 'ministry', 'Bộ, cơ quan trung ương'],
    ['UNIT_NOT_VALID', '2025-07-01 – …', '01/07/2025 – …'],
    ['ROW_DOUBLED', '4', 'đã có ở dòng 4'],
    ['VALUE_OUT_OF_BOUNDS', '0 – 1', '0 – 1'],
    ['CSV_MALFORMED', null, '–'],
  ])('for %s (%s) is said in words', (code, text, words) => {
    expect(expected(code, text)).toBe(words);
  });
});

describe('a size', () => {
  it.each([
    [999, '999 B'],
    [7301, '7,3 kB'],
    [10_485_760, '10,5 MB'],
  ])('of %d bytes is %s', (bytes, text) => {
    expect(sizeText(bytes, vi)).toBe(text);
  });
});

describe('a cell of a report', () => {
  it.each([
    ['0.8002', '0,8002'],
    ['0', '0'],
    [null, 'chưa có'],
    ['', 'chưa có'],
    ['province_63', 'province_63'],
  ])('%s is written %s', (cell, text) => {
    expect(cellText(cell, vi)).toBe(text);
  });
});
