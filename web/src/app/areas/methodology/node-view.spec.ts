import { describe, expect, it } from '@jest/globals';
import { basisOf, formulaOf, treeNodeOf } from '../../../testing/frameworks.js';
import { wordingOf } from '../../../testing/wording.js';
import { nodeSaid, readableClause } from './node-view.js';

const vi = wordingOf('vi');
const leaf = treeNodeOf('data.open.freshness', {
  definitionVi: 'Định nghĩa của chỉ số.',
  definitionEn: 'What it is.',
  evidenceVi: 'Danh sách.',
  evidenceEn: 'A list.',
  formula: formulaOf(
    'ratio',
    [
      ['numerator', 'a'],
      ['denominator', 'b'],
    ],
    { nothingToCount: { value: 0 } },
  ),
  unit: 'percent',
  direction: 'higher_is_better',
  normalise: { method: 'ratio_to_maximum', parameters: {}, own: false },
  clamp: 'clamp',
});

describe('what a node tells', () => {
  it('is said point by point, what it does not say left out', () => {
    expect(nodeSaid(leaf, false, vi).map(({ label, text }) => [label, text])).toEqual([
      ['Định nghĩa', 'Định nghĩa của chỉ số.'],
      ['Công thức', 'số a ÷ số b'],
      ['Trường hợp đặc biệt', 'Tử số và mẫu số cùng bằng 0: tính bằng 0.'],
      ['Đơn vị đo', 'tỷ lệ phần trăm'],
      ['Chiều', 'Càng cao càng tốt'],
      ['Chuẩn hóa', 'Tỷ lệ so với mức tối đa, thang từ 0 đến 1.'],
      ['Giá trị vượt thang', 'Giữ ở đầu mút của thang và ghi chú.'],
      ['Minh chứng cần có', 'Danh sách.'],
      ['Nguồn tự động', 'Không có; đơn vị báo cáo kèm minh chứng.'],
    ]);
  });

  it('is English by the switch', () => {
    expect(nodeSaid(leaf, false, wordingOf('en'))[0]).toEqual({ label: 'Definition', text: 'What it is.' });
  });

  it('of a node with children is how they are combined', () => {
    const parent = treeNodeOf('data.open', {
      points: 100,
      aggregation: { method: 'arithmetic', parameters: {}, own: false },
    });
    expect(nodeSaid(parent, true, vi).map(({ text }) => text)).toEqual([
      'Trung bình cộng có trọng số của các mục con.',
      '100',
    ]);
  });
});

describe('the clause to be read on the spot', () => {
  it.each([
    ['decision-142-2024#III.2.c', 'III.2.c'],
    ['decree-47-2020#20', '20'],
    ['decision-142-2024#B.I.1', null],
    ['decree-47-2020', null],
  ])('of %s', (reference, code) => {
    expect(readableClause(basisOf(reference))).toBe(code);
  });

  it('is none of guidance, whose activities have a page of their own', () => {
    expect(readableClause({ ...basisOf('guidance-2024#IV.6'), standing: 'guidance' })).toBeNull();
  });
});
