import { describe, expect, it } from '@jest/globals';
import { rankingOf, resultOf, unknownResult } from '../../../testing/rankings.js';
import { wordingOf } from '../../../testing/wording.js';
import { coverageTile, spreadTiles } from './stat-tiles.js';

const vi = wordingOf('vi');

describe('the numbers above a ranking', () => {
  it('are mean with median, highest and lowest with who holds them', () => {
    const ranking = rankingOf([
      resultOf('A', { total: 0.8 }),
      resultOf('B', { total: 0.4 }),
      resultOf('C', { total: 0.4 }),
      unknownResult('D'),
    ]);
    expect(spreadTiles(ranking, vi)).toEqual([
      { label: 'Trung bình 3 tỉnh, thành phố', value: '0,5333', note: 'Trung vị 0,4000' },
      { label: 'Cao nhất', value: '0,8000', note: 'A' },
      { label: 'Thấp nhất trong 3 tỉnh, thành phố có giá trị', value: '0,4000', note: 'B, C' },
    ]);
  });

  it('are dashes where there is nothing, never zeros', () => {
    expect(spreadTiles(rankingOf([unknownResult('A')]), vi).map((tile) => tile.value)).toEqual([
      '–',
      '–',
      '–',
    ]);
  });

  it('say how many of how many are known', () => {
    expect(coverageTile(rankingOf([resultOf('A'), unknownResult('B')]), vi)).toMatchObject({ value: '1/2' });
  });
});
