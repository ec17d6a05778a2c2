import { describe, expect, it } from '@jest/globals';
import { contentTexts } from '../printed-text.fixture.js';
import { publishedReport } from '../published-editions.fixture.js';
import { documentNumber, head, inTwoLines, subjectLine } from './head.js';

const input = publishedReport('2022');

describe('the head by Decree 30/2020/NĐ-CP', () => {
  it('has agency, country, motto, a blank number, place and day', () => {
    expect(contentTexts(head(input))).toEqual([
      'BỘ KHOA HỌC VÀ CÔNG NGHỆ',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số:       /BC-BKHCN',
      'Hà Nội, ngày 22 tháng 11 năm 2026',
    ]);
  });

  it('is in the name of the ministry in charge on its day', () => {
    const before = {
      ...input,
      reportDate: '2025-02-05',
      documentNumber: 5,
      issuer: { name: 'Bộ Thông tin và Truyền thông', abbreviation: 'BTTTT', parent: null },
    };
    const texts = contentTexts(head(before));
    expect(texts[0]).toBe('BỘ THÔNG TIN\nVÀ TRUYỀN THÔNG');
    expect(texts.at(-1)).toBe('Hà Nội, ngày 05 tháng 02 năm 2025');
    expect(documentNumber(before)).toBe('Số: 05/BC-BTTTT');
  });

  it('prints the agency above where there is one', () => {
    const below = { ...input, issuer: { ...input.issuer, parent: 'Cơ quan chủ quản' } };
    expect(contentTexts(head(below)).slice(0, 2)).toEqual(['CƠ QUAN CHỦ QUẢN', 'BỘ KHOA HỌC VÀ CÔNG NGHỆ']);
  });
});

describe('the subject', () => {
  it.each([
    ['2020', 'của các bộ, cơ quan và các tỉnh, thành phố trực thuộc trung ương'],
    ['2021', 'của các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ'],
    ['2022', 'của các tỉnh, thành phố trực thuộc trung ương'],
  ] as const)('of %s names whose figures are held', (year, whose) => {
    expect(subjectLine(publishedReport(year))).toBe(
      `Kết quả đánh giá, xếp hạng chỉ số chuyển đổi số (DTI) năm ${year} ${whose}`,
    );
  });
});

describe('inTwoLines', () => {
  it('leaves a name that fits, and breaks a longer one into lines of like length', () => {
    expect(inTwoLines('BỘ KHOA HỌC VÀ CÔNG NGHỆ')).toBe('BỘ KHOA HỌC VÀ CÔNG NGHỆ');
    expect(inTwoLines('BỘ THÔNG TIN VÀ TRUYỀN THÔNG')).toBe('BỘ THÔNG TIN\nVÀ TRUYỀN THÔNG');
  });
});
