import { describe, expect, it } from '@jest/globals';
import { publishedReport, type PublishedYear } from '../published-editions.fixture.js';
import { checkSentence, groupParagraphs, nationalSentence } from './finding-sentences.js';
import { groupFindings } from './group-findings.js';

function paragraphsOf(year: PublishedYear, code: string, figure: number | null = null): readonly string[] {
  const input = publishedReport(year);
  const group = input.groups.find((each) => each.code === code);
  if (group === undefined) throw new Error(`no group ${code}`);
  return groupParagraphs(group, groupFindings(group), input.checkFigures, figure);
}

describe('the summary of a group', () => {
  it('tells the provinces of 2022', () => {
    expect(paragraphsOf('2022', 'province_63', 1)).toEqual([
      'Có 63/63 tỉnh, thành phố có giá trị và thứ hạng DTI. Giá trị trung bình là 0,5787, trung vị là 0,5796; thấp nhất là Bắc Kạn (0,3941).',
      'Các đơn vị xếp đầu, theo thứ tự: Đà Nẵng (0,8002), TP. Hồ Chí Minh (0,7163), Quảng Ninh (0,7024), Thừa Thiên Huế (0,6975) và Cần Thơ (0,6924). Đà Nẵng cao hơn đơn vị xếp thứ hai 0,0839, lớn hơn khoảng cách từ đơn vị xếp thứ hai đến đơn vị xếp thứ 10 (0,0773).',
      'Theo vùng, giá trị trung bình cao nhất là Đồng bằng sông Hồng (0,6166), thấp nhất là Tây Nguyên (0,5278), chênh lệch 0,0888. Chênh lệch giữa đơn vị cao nhất và đơn vị thấp nhất trong cùng một vùng là từ 0,1656 đến 0,3323 (Hình 1).',
      'Trong 4/8 chỉ số chính có số liệu của tất cả các đơn vị, giá trị trung bình cao nhất là Hạ tầng số (0,6168), thấp nhất là Hoạt động xã hội số (0,2776).',
    ]);
  });

  it('tells of the ministries of 2021 what is known, with the published mean, and no last unit', () => {
    expect(paragraphsOf('2021', 'with_public_service')).toEqual([
      'Thu thập được số liệu của 10/17 bộ, cơ quan, trong đó 10 đơn vị có thứ hạng và 5 đơn vị có giá trị DTI. Do số liệu chưa đủ, báo cáo không tính giá trị trung bình và không nêu đơn vị xếp cuối của nhóm. Giá trị trung bình của nhóm theo nguồn công bố là 0,4595.',
      'Các đơn vị xếp đầu, theo thứ tự: Bộ Tài chính (0,6321), Bộ Kế hoạch và Đầu tư (0,6126), Bảo hiểm xã hội Việt Nam (0,5747), Ngân hàng Nhà nước Việt Nam (0,5406) và Bộ Công Thương (0,5219). Bộ Tài chính cao hơn đơn vị xếp thứ hai 0,0195.',
    ]);
  });

  it('does not take the one ministry known of 2020 for a group', () => {
    expect(paragraphsOf('2020', 'with_public_service')).toEqual([
      'Thu thập được số liệu của 1/17 bộ, cơ quan, trong đó 1 đơn vị có thứ hạng và 1 đơn vị có giá trị DTI. Do số liệu chưa đủ, báo cáo không tính giá trị trung bình và không nêu đơn vị xếp cuối của nhóm.',
      'Xếp đầu là Bộ Tài chính (0,4944).',
    ]);
  });

  it('says where the size of a group is not known', () => {
    expect(paragraphsOf('2020', 'without_public_service')[0]).toContain(
      'số liệu của 2 bộ, cơ quan (chưa xác định được tổng số đơn vị của nhóm)',
    );
  });
});

describe('published aggregates', () => {
  const check = {
    groupCode: 'g',
    groupName: 'Nhóm',
    statistic: 'mean',
    published: 0.4014,
    decimals: 4,
    sourceIds: [],
  } as const;

  it.each([
    [null, 'Giá trị trung bình của nhóm theo nguồn công bố là 0,4014.'],
    [
      0.40141,
      'Giá trị trung bình của nhóm theo nguồn công bố là 0,4014, khớp với giá trị tính lại từ bảng số liệu.',
    ],
    [
      0.41,
      'Giá trị trung bình của nhóm theo nguồn công bố là 0,4014, khác với giá trị tính lại từ bảng số liệu là 0,4100.',
    ],
  ])('a mean recomputed as %p', (recomputed, sentence) => {
    expect(checkSentence({ ...check, recomputed })).toBe(sentence);
  });

  it('the national value keeps its two decimals', () => {
    expect(nationalSentence({ value: 0.71, decimals: 2, sourceIds: [] }, '2022')).toBe(
      'Giá trị DTI cấp quốc gia năm 2022 được công bố là 0,71 (thang từ 0 đến 1, công bố với 2 chữ số thập phân). Cấp quốc gia không xếp hạng.',
    );
  });
});
