import { describe, expect, it } from '@jest/globals';
import { rankingOf, resultOf, unknownResult } from '../../../testing/rankings.js';
import { wordingOf } from '../../../testing/wording.js';
import { rankingContext, resultsTable, sourceLine } from './ranking-words.js';

const vi = wordingOf('vi');
const regions = [{ id: 'south', nameVi: 'Nam', nameEn: 'South' }];

describe('what a ranking speaks of', () => {
  it('is edition, publication, basis and legal basis', () => {
    expect(rankingContext(rankingOf([]), vi, 'vi')).toBe(
      'Chỉ số chuyển đổi số (DTI) năm 2022 · công bố 12/07/2023 · theo công bố · Quyết định 922/QĐ-BTTTT',
    );
  });

  it('without an edition is the scored period', () => {
    const assessed = rankingOf([], {
      editionTitleVi: null,
      editionTitleEn: null,
      publishedOn: null,
      basis: 'computed',
    });
    expect(rankingContext(assessed, vi, 'vi')).toContain('Kết quả chấm điểm kỳ 2022, chưa công bố');
    expect(sourceLine(assessed, vi, 'vi')).toContain('tính lại từ các chỉ số');
    const byPublished = rankingOf([], { editionCode: null, editionTitleVi: null, publishedOn: null });
    expect(sourceLine(byPublished, vi, 'vi')).toBe(
      'Kết quả chấm điểm kỳ 2022, chưa công bố (xếp theo giá trị đã công bố)',
    );
  });
});

describe('the table behind a ranking', () => {
  it('writes what is missing in words', () => {
    const rows = [resultOf('A', { total: 0.5, rank: 1, regionId: 'south' }), unknownResult('B')];
    expect(resultsTable(rankingOf(rows, { regions }), vi).rows).toEqual([
      ['A', 'Nam', '1', '0,5000'],
      ['B', '–', '–', 'chưa thu thập'],
    ]);
  });

  it('has no column of regions where units have none', () => {
    expect(resultsTable(rankingOf([resultOf('A')]), vi).columns.map((column) => column.label)).toEqual([
      'Đơn vị',
      'Hạng',
      'Giá trị',
    ]);
  });
});
