import { describe, expect, it } from '@jest/globals';
import { publishedReport } from '../published-editions.fixture.js';
import { dataGaps } from './data-gaps.js';
import { gapSentences } from './gap-sentences.js';

describe('what the figures lack', () => {
  it('of 2022: 57 of 63 rows rest on a copy, 58 lack four of the eight scored indices', () => {
    expect(dataGaps(publishedReport('2022'))).toEqual([
      { code: 'copied_only', rows: 57, of: 63 },
      {
        code: 'indices_not_collected',
        group: 'Các tỉnh, thành phố trực thuộc trung ương',
        indices: ['Nhận thức số', 'Thể chế số', 'Nhân lực số', 'An toàn thông tin mạng'],
        rows: 58,
        of: 63,
      },
      {
        code: 'indicators_not_held',
        framework: 'Bộ chỉ số chuyển đổi số cấp tỉnh (Quyết định 922/QĐ-BTTTT)',
        inMethod: 98,
      },
      { code: 'recipient_to_be_verified', recipients: ['Ủy ban Quốc gia về chuyển đổi số'] },
    ]);
  });

  it('of 2021: ranks without totals, parts that were not published, provinces absent', () => {
    const codes = dataGaps(publishedReport('2021')).map((gap) => gap.code);
    expect(codes).toEqual([
      'groups_absent',
      'units_absent',
      'rank_without_total',
      'parts_not_published',
      'group_size_unknown',
      'parts_not_published',
      'recipient_to_be_verified',
    ]);
  });

  it('of 2020: a total without a rank', () => {
    expect(dataGaps(publishedReport('2020'))).toContainEqual({
      code: 'total_without_rank',
      group: 'Bộ, cơ quan không có dịch vụ công',
      rows: 1,
    });
  });
});

describe('as sentences', () => {
  it('the gaps of one group are one sentence', () => {
    const sentences = gapSentences(dataGaps(publishedReport('2021')));
    expect(sentences).toEqual([
      'Chưa thu thập được số liệu từng đơn vị của nhóm: Các tỉnh, thành phố trực thuộc trung ương.',
      'Bộ, cơ quan có dịch vụ công: chưa thu thập được số liệu của 7/17 đơn vị; 5 đơn vị chỉ được công bố thứ hạng, không được công bố giá trị; chưa có giá trị các chỉ số chính nên không tính lại được giá trị DTI.',
      'Bộ, cơ quan không có dịch vụ công: nguồn công bố không cho biết tổng số đơn vị của nhóm; chưa có giá trị các chỉ số chính nên không tính lại được giá trị DTI.',
      'Tên nơi nhận cần đối chiếu trước khi ban hành: Ủy ban Quốc gia về chuyển đổi số.',
    ]);
  });

  it('a gap of no group begins with a capital', () => {
    expect(gapSentences([{ code: 'copied_only', rows: 57, of: 63 }])).toEqual([
      'Có 57/63 dòng số liệu chỉ có nguồn là bản sao của bên thứ ba, chưa đối chiếu được với văn bản hoặc trang công bố gốc.',
    ]);
  });
});
