import { describe, expect, it } from '@jest/globals';
import type {
  ContextPageSize,
  DynamicBackground,
  DynamicContent,
  TDocumentDefinitions,
} from 'pdfmake/interfaces.js';
import { annualReport } from './document.js';
import { contentTexts } from './printed-text.fixture.js';
import { publishedReport } from './published-editions.fixture.js';
import { CONTENT_WIDTH, PAGE_MARGINS, STYLES } from './page.js';

const millimetres = (points: number) => (points * 25.4) / 72;
const a4: ContextPageSize = { width: 595.28, height: 841.89, orientation: 'portrait' };

function headOf(definition: TDocumentDefinitions, page: number): readonly string[] {
  return contentTexts((definition.header as DynamicContent)(page, 9, a4));
}

describe('the page by Decree 30/2020/NĐ-CP', () => {
  it('is A4 with the margins prescribed', () => {
    const [left, top, right, bottom] = PAGE_MARGINS.map(millimetres);
    expect(left).toBeGreaterThanOrEqual(30);
    expect(left).toBeLessThanOrEqual(35);
    for (const margin of [top, bottom]) {
      expect(margin).toBeGreaterThanOrEqual(20);
      expect(margin).toBeLessThanOrEqual(25);
    }
    expect(right).toBeGreaterThanOrEqual(15);
    expect(right).toBeLessThanOrEqual(20);
    expect(annualReport(publishedReport('2022')).pageSize).toBe('A4');
  });

  it('sets the body in 13 points, justified, indented by a centimetre, with six points between paragraphs', () => {
    expect(STYLES['paragraph']).toMatchObject({ fontSize: 13, alignment: 'justify', margin: [0, 0, 0, 6] });
    expect(millimetres(STYLES['paragraph']?.leadingIndent ?? 0)).toBeCloseTo(10);
  });

  it('numbers the pages from the second, in the middle', () => {
    const definition = annualReport(publishedReport('2022'));
    expect(headOf(definition, 1)).not.toContain('1');
    expect(headOf(definition, 2)).toContain('2');
  });

  it('numbers each annex anew, from its own second page', () => {
    const { content } = annualReport(publishedReport('2022'));
    const sections = (content as readonly unknown[]).filter(
      (each): each is { readonly header: DynamicContent } =>
        typeof each === 'object' && each !== null && 'section' in each,
    );
    expect(sections).toHaveLength(2);
    const numbers = sections.map(({ header }) =>
      [4, 5, 6].map((page) => contentTexts(header(page, 9, a4))[1]),
    );
    expect(numbers).toEqual([
      ['', '2', '3'],
      ['', '2', '3'],
    ]);
  });
});

describe('a draft', () => {
  it('is marked on every page, behind the text and in the running head', () => {
    const definition = annualReport(publishedReport('2022'));
    const mark = (definition.background as DynamicBackground)(3, a4);
    expect(JSON.stringify(mark)).toContain('<path transform=');
    expect(headOf(definition, 1)[0]).toBe('DỰ THẢO');
    expect(headOf(definition, 3)[0]).toBe('DỰ THẢO');
    expect(definition.info?.title).toMatch(/^Dự thảo báo cáo: /);
  });

  it('is no more when it is issued', () => {
    const definition = annualReport({ ...publishedReport('2022'), draft: false });
    expect(definition.background).toBeUndefined();
    expect(headOf(definition, 2)).toEqual(['', '2', '']);
    expect(definition.info?.title).toMatch(/^Báo cáo: Kết quả đánh giá/);
  });
});

describe('a report of a sample', () => {
  const definition = annualReport({ ...publishedReport('2022'), sample: true });

  it('says so on every page: behind the text, in the running head, annexes included', () => {
    const drawn = JSON.stringify((definition.background as DynamicBackground)(3, a4));
    const draft = annualReport(publishedReport('2022')).background as DynamicBackground;
    expect(drawn).toContain('<path transform=');
    expect(drawn).not.toBe(JSON.stringify(draft(3, a4)));
    for (const page of [1, 2, 7]) expect(headOf(definition, page)[0]).toBe('DỮ LIỆU MẪU – DỰ THẢO');
    const annexes = (definition.content as readonly unknown[]).flatMap((each) =>
      typeof each === 'object' && each !== null && 'section' in each && 'header' in each
        ? [each.header as DynamicContent]
        : [],
    );
    expect(annexes).toHaveLength(2);
    for (const header of annexes) expect(contentTexts(header(5, 9, a4))[0]).toContain('DỮ LIỆU MẪU');
  });

  it('says so in words below its subject, and in the title of the file', () => {
    expect(contentTexts(definition.content).join(' ')).toContain('DỮ LIỆU MẪU: toàn bộ số liệu');
    expect(definition.info?.title).toMatch(/^\[DỮ LIỆU MẪU\] Dự thảo báo cáo: /);
  });

  it('is the only one that says so', () => {
    const official = annualReport(publishedReport('2022'));
    expect(JSON.stringify(official.content)).not.toContain('MẪU');
    expect(headOf(official, 2)[0]).toBe('DỰ THẢO');
  });
});

describe('what the report holds', () => {
  it.each(['2020', '2021', '2022'] as const)(
    '%s: head, results, method, cautions, recipients, annexes',
    (year) => {
      const texts = contentTexts(annualReport(publishedReport(year)).content);
      const order = [
        'BÁO CÁO',
        '(theo số liệu đã công bố)',
        'I. KẾT QUẢ ĐÁNH GIÁ, XẾP HẠNG',
        `Bảng 1. Tổng hợp kết quả DTI năm ${year}`,
        'II. PHƯƠNG PHÁP VÀ PHIÊN BẢN',
        'III. HẠN CHẾ CỦA SỐ LIỆU VÀ LƯU Ý KHI SỬ DỤNG',
        'Nơi nhận:',
        'Phụ lục I',
        `BẢNG XẾP HẠNG DTI NĂM ${year}`,
        'Phụ lục II',
        'NGUỒN SỐ LIỆU',
      ];
      const places = order.map((text) => texts.indexOf(text));
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    },
  );

  it('has a table for each group that has figures', () => {
    const texts = contentTexts(annualReport(publishedReport('2020')).content);
    expect(texts.filter((text) => /^Bảng \d+\. Xếp hạng/.test(text))).toEqual([
      'Bảng 2. Xếp hạng DTI năm 2020: Các tỉnh, thành phố trực thuộc trung ương',
      'Bảng 3. Xếp hạng DTI năm 2020: Bộ, cơ quan có dịch vụ công',
      'Bảng 4. Xếp hạng DTI năm 2020: Bộ, cơ quan không có dịch vụ công',
    ]);
  });

  it('tells of a group without units the mean that was published', () => {
    const texts = contentTexts(annualReport(publishedReport('2021')).content);
    expect(texts).toContain('3. Các nhóm chưa có số liệu');
    expect(texts).toContain(
      '- Các tỉnh, thành phố trực thuộc trung ương: giá trị trung bình của nhóm theo nguồn công bố là 0,4014.',
    );
  });

  it('begins with the duty to report', () => {
    const texts = contentTexts(annualReport(publishedReport('2022')).content);
    expect(texts).toContain(
      'Thực hiện điểm b khoản 2 mục VIII Điều 1 Quyết định số 142/QĐ-TTg ngày 02/02/2024 của Thủ tướng Chính phủ phê duyệt Chiến lược dữ liệu quốc gia đến năm 2030, Bộ Khoa học và Công nghệ báo cáo kết quả đánh giá, xếp hạng chỉ số chuyển đổi số (sau đây viết tắt là DTI) năm 2022 như sau:',
    );
  });

  it('is the same document from the same input', () => {
    const printed = () => JSON.stringify(annualReport(publishedReport('2022')));
    expect(printed()).toBe(printed());
  });

  it('leaves its input alone', () => {
    const input = publishedReport('2021');
    annualReport(input);
    expect(input).toEqual(publishedReport('2021'));
    expect(CONTENT_WIDTH).toBeCloseTo(467.7, 1);
  });
});

describe('a report of the data sub-index', () => {
  it('never calls itself one of the DTI, wherever a text stands', () => {
    const report = publishedReport('2022');
    const definition = annualReport({ ...report, edition: { ...report.edition, index: 'data' } });
    const texts = contentTexts(definition.content).join('\n');
    expect(texts).not.toMatch(/\bDTI\b/);
    expect(texts).toContain('chỉ số đánh giá phát triển dữ liệu');
    expect(definition.info?.title).toContain('chỉ số đánh giá phát triển dữ liệu');
  });
});
