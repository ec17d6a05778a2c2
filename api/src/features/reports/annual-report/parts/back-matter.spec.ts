import { describe, expect, it } from '@jest/globals';
import { contentTexts } from '../printed-text.fixture.js';
import { publishedReport } from '../published-editions.fixture.js';
import { closing, recipientLines } from './closing.js';
import { method, versionSentences } from './method.js';
import { standingSentences } from './opening.js';
import { confidenceText, sourcesTable, useText } from './sources.js';

const input = publishedReport('2022');

describe('recipients and signature', () => {
  it('names the recipients, marks the one to be verified, and keeps a copy', () => {
    expect(recipientLines(input.recipients)).toEqual([
      '- Thủ tướng Chính phủ (để báo cáo);',
      '- Ủy ban Quốc gia về chuyển đổi số (để báo cáo) [cần đối chiếu];',
      '- Lưu: VT.',
    ]);
  });

  it('leaves the signature blank, or prints who signs for whom', () => {
    expect(contentTexts(closing(input))).toContain('QUYỀN HẠN, CHỨC VỤ');
    const signed = { ...input, signatory: { authority: 'KT. BỘ TRƯỞNG', position: 'THỨ TRƯỞNG' } };
    expect(contentTexts(closing(signed))).toEqual(expect.arrayContaining(['KT. BỘ TRƯỞNG', 'THỨ TRƯỞNG']));
    expect(contentTexts(closing(signed))).not.toContain('QUYỀN HẠN, CHỨC VỤ');
  });

  it('ends the body in the way reports do', () => {
    expect(contentTexts(closing(input))[0]).toBe(
      'Trên đây là kết quả đánh giá, xếp hạng DTI năm 2022, Bộ Khoa học và Công nghệ kính báo cáo Thủ tướng Chính phủ và Ủy ban Quốc gia về chuyển đổi số./.',
    );
  });
});

describe('how the figures stand', () => {
  it('published figures are said to be, with their day and the rows that rest on copies', () => {
    expect(standingSentences(input).join(' ')).toBe(
      'Giá trị và thứ hạng trong báo cáo là số liệu đã công bố ngày 12/07/2023, thu thập từ các nguồn nêu tại Phụ lục II và được giữ nguyên; nơi có đủ số liệu thành phần, giá trị được tính lại để đối chiếu. 57/63 dòng số liệu chỉ có nguồn là bản sao của bên thứ ba, chưa đối chiếu được với bản công bố gốc.',
    );
  });

  it('computed figures are said to be computed', () => {
    const computed = { ...input, edition: { ...input.edition, kind: 'computed' as const } };
    expect(standingSentences(computed)).toEqual([
      'Số liệu trong báo cáo do Hệ thống giám sát Chiến lược dữ liệu quốc gia tính từ số liệu thu thập theo phương pháp nêu tại phần II.',
    ]);
  });

  it('edition, cut-off, engine and input are named', () => {
    expect(versionSentences(input)).toEqual([
      'Kỳ công bố: Chỉ số chuyển đổi số (DTI) năm 2022 (mã dti-2022, bản số 1, trạng thái: đã công bố ngày 12/07/2023).',
      'Số liệu chốt đến ngày 22/11/2026; kết quả được tính lúc 09:30 ngày 22/11/2026 (giờ Việt Nam) bằng Hệ thống giám sát Chiến lược dữ liệu quốc gia.',
      `Lần chấm điểm số 1: bộ chỉ số dti-922-province, bộ tính phiên bản 1.0.0, mã băm của số liệu đầu vào ${'f3'.repeat(32)}.`,
    ]);
  });

  it('a method that nobody has issued says so, with the reason; one that was issued does not', () => {
    const mark = 'Đề xuất, chưa được ban hành:';
    expect(contentTexts(method(input)).join(' ')).not.toContain(mark);
    const [first, ...others] = input.groups;
    if (first === undefined) throw new Error('no group');
    const proposed = 'Không văn bản nào quy định trọng số; thang 0–1 như DTI.';
    const groups = [{ ...first, framework: { ...first.framework, proposed } }, ...others];
    const printed = contentTexts(method({ ...input, groups })).join(' ');
    expect(printed).toContain(mark);
    expect(printed.replaceAll(/\s+/g, ' ')).toContain('thang 0–1 như DTI');
  });

  it('a later issue says which revision it is', () => {
    const revised = { ...input, edition: { ...input.edition, revision: 3 } };
    expect(versionSentences(revised)[0]).toContain('(mã dti-2022, bản số 3, ');
  });
});

describe('the sources of 2022', () => {
  it('say what is taken from each and how far it is trusted', () => {
    expect(useText(input, 'pmnm-haui-dnk-2025')).toBe('63 dòng số liệu');
    expect(confidenceText(input, 'pmnm-haui-dnk-2025')).toBe('Cao: 6 dòng; khá: 57 dòng');
    expect(useText(input, 'baomoi-c46351004')).toBe('Giá trị cấp quốc gia');
    expect(confidenceText(input, 'baomoi-c46351004')).toBe('–');
    expect(useText(publishedReport('2021'), 'hanoimoi-449294')).toBe(
      '15 dòng số liệu; giá trị trung bình nhóm',
    );
  });

  it('are all in the table, with their kind and address', () => {
    const texts = contentTexts(sourcesTable(input, 3));
    expect(texts).toEqual(expect.arrayContaining(input.sources.map(({ title }) => title)));
    expect(texts).toEqual(
      expect.arrayContaining([
        'https://dti.gov.vn/xep-hang-2022',
        'Cơ quan nhà nước công bố',
        'Bản sao của bên thứ ba',
      ]),
    );
  });
});
