import { describe, expect, it } from '@jest/globals';
import { publishedReport, type PublishedYear } from '../published-editions.fixture.js';
import type { ReportFramework } from '../report-input.js';
import { formulaLine, formulaSentence, legalBasisSentence, ruleSentences } from './method-sentences.js';

function frameworkOf(year: PublishedYear): ReportFramework {
  const framework = publishedReport(year).groups[0]?.framework;
  if (framework === undefined) throw new Error('a group is needed');
  return framework;
}

describe('the method', () => {
  it('of 922 names the points of eight indices and the one that carries none', () => {
    expect(formulaSentence(frameworkOf('2022'))).toContain(
      'chia cho 1.000 điểm. Điểm tối đa: Nhận thức số 100; Thể chế số 100; Hạ tầng số 100; Nhân lực số 100; An toàn thông tin mạng 100; Hoạt động chính quyền số 200; Hoạt động kinh tế số 150; Hoạt động xã hội số 150. Đô thị thông minh có trong danh mục nhưng không tính điểm.',
    );
    expect(formulaLine(frameworkOf('2022'))).toBeNull();
  });

  it('of 1726 is short enough for a line', () => {
    expect(formulaLine(frameworkOf('2020'))).toBe(
      'DTI = 0,4 × Chính quyền số + 0,3 × Kinh tế số + 0,3 × Xã hội số',
    );
  });

  it('of a total alone says that nothing can be recomputed', () => {
    expect(formulaSentence(frameworkOf('2021'))).toContain('không có giá trị thành phần để tính lại');
    expect(formulaLine(frameworkOf('2021'))).toBeNull();
  });

  it('by weights names their shares, and no points that there are not', () => {
    const framework = frameworkOf('2022');
    const indices = [
      { code: 'a', name: 'Dữ liệu mở', maxPoints: 0, scored: true, share: 0.75 },
      { code: 'b', name: 'Dữ liệu lớn', maxPoints: 0, scored: true, share: 0.25 },
      { code: 'c', name: 'Khác', maxPoints: 0, scored: false, share: 0 },
    ];
    expect(formulaSentence({ ...framework, indices })).toBe(
      'Giá trị của chỉ số là trung bình cộng có trọng số của các thành phần. Trọng số: Dữ liệu mở 75%; Dữ liệu lớn 25%. Khác có trong danh mục nhưng không tính điểm.',
    );
    expect(formulaLine({ ...framework, indices })).toBeNull();
  });

  it('names its legal basis with the date once, and its version', () => {
    const framework = frameworkOf('2022');
    expect(legalBasisSentence(framework)).toBe(
      'Căn cứ: Quyết định 922/QĐ-BTTTT ngày 20/05/2022. Mã bộ chỉ số trong hệ thống: dti-922-province.',
    );
    expect(legalBasisSentence({ ...framework, legalBasis: 'Quyết định 922/QĐ-BTTTT' })).toContain(
      'Quyết định 922/QĐ-BTTTT ngày 20/05/2022.',
    );
  });

  it('prints precision, ties and gaps as rules', () => {
    expect(ruleSentences(frameworkOf('2022').method)).toEqual([
      'Giá trị DTI được làm tròn đến 4 chữ số thập phân, làm tròn lên khi chữ số đầu tiên bị bỏ từ 5 trở lên, theo hệ thập phân; thứ hạng được xác định trên giá trị đã làm tròn.',
      'Đơn vị có giá trị bằng nhau xếp cùng thứ hạng; thứ hạng kế tiếp được lùi lại đúng bằng số đơn vị đồng hạng (ví dụ: 1, 2, 2, 4).',
      'Đơn vị thiếu giá trị của chỉ số chính có tính điểm thì không tính giá trị tổng; giá trị thiếu không được coi là 0.',
      'Chỉ số không áp dụng cho đơn vị được ghi là không áp dụng, không tính là 0.',
    ]);
  });

  it('prints a rule without a sentence as its code, rather than nothing', () => {
    const method = {
      ...frameworkOf('2022').method,
      rankMethod: 'dense',
      missing: 'median',
      rankDecimals: null,
    };
    expect(ruleSentences(method).slice(0, 3)).toEqual([
      'Thứ hạng được xác định trên giá trị chưa làm tròn.',
      'Quy tắc xếp hạng: dense.',
      'Quy tắc đối với giá trị thiếu: median.',
    ]);
  });
});
