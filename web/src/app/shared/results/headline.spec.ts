import { describe, expect, it } from '@jest/globals';
import { rankingOf, resultOf, unknownResult } from '../../../testing/rankings.js';
import { wordingOf } from '../../../testing/wording.js';
import { rankingHeadline } from './headline.js';

const vi = wordingOf('vi');

describe('the headline of a ranking', () => {
  it('names the leader, its total and the middle half', () => {
    const ranking = rankingOf([
      resultOf('Đà Nẵng', { total: 0.8002, rank: 1 }),
      resultOf('Bắc Kạn', { total: 0.3941, rank: 2 }),
    ]);
    const statistics = { ...ranking.statistics, q1: 0.5364, q3: 0.6346 };
    expect(rankingHeadline({ ...ranking, statistics }, vi)).toBe(
      'Đà Nẵng dẫn đầu với 0,8002; một nửa số tỉnh, thành phố nằm trong khoảng 0,54–0,63',
    );
    expect(rankingHeadline({ ...ranking, statistics }, wordingOf('en'))).toBe(
      'Đà Nẵng (en) leads with 0.8002; half of the provinces and cities lie between 0.54 and 0.63',
    );
  });

  it('names all who share the first rank', () => {
    const rows = [resultOf('A', { total: 0.7 }), resultOf('B', { total: 0.7 })];
    expect(rankingHeadline(rankingOf(rows), vi)).toContain('A, B dẫn đầu');
  });

  it('says of how many while units are missing', () => {
    const ranking = rankingOf([resultOf('Đà Nẵng', { total: 0.4874 }), unknownResult('Hà Nội')]);
    expect(rankingHeadline(ranking, vi)).toBe(
      'Trong 1/2 tỉnh, thành phố có giá trị, Đà Nẵng đứng đầu với 0,4874',
    );
  });

  it('says that a first rank has no published total', () => {
    expect(rankingHeadline(rankingOf([resultOf('A', { total: null, rank: 1 })]), vi)).toBe(
      'A đứng đầu; giá trị không được công bố',
    );
  });

  it('says that nothing was collected', () => {
    expect(rankingHeadline(rankingOf([unknownResult('A')]), vi)).toBe(
      'Chưa thu thập được số liệu của nhóm tỉnh, thành phố trong kỳ này',
    );
  });

  it('within a region keeps the rank among all', () => {
    const ranking = rankingOf([resultOf('Cần Thơ', { total: 0.6924, rank: 5 })], { regionId: 'mekong' });
    expect(rankingHeadline(ranking, vi)).toBe(
      'Cần Thơ cao nhất vùng với 0,6924 (hạng 5); trung vị của vùng 0,6924',
    );
  });
});
