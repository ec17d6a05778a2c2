import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RankRule } from '../model/ranking.js';
import { rank } from './rank.js';

const DTI: RankRule = {
  method: 'competition',
  decimals: 4,
  rounding: 'half_up_decimal',
  direction: 'descending',
};

function ranksOf(scores: readonly (number | null)[], rule: RankRule = DTI): readonly (number | null)[] {
  const ranks = rank(
    scores.map((score, i) => ({ code: String(i), group: 'g', score })),
    rule,
  );
  return scores.map((_, i) => ranks.get(String(i))?.rank ?? null);
}

describe('rank', () => {
  it('gives equals the same rank and leaves the next ones out: 15, 15, 17 as in DTI 2022', () => {
    expect(ranksOf([0.6352, 0.635, 0.635, 0.6342])).toEqual([1, 2, 2, 4]);
  });

  it('compares at the precision of the method, rounded half up in decimal', () => {
    expect(ranksOf([0.40965, 0.4097])).toEqual([1, 1]);
    expect(ranksOf([0.40965, 0.4097], { ...DTI, decimals: null })).toEqual([2, 1]);
  });

  it('gives no rank without a score or a group', () => {
    expect(ranksOf([0.5, null, 0.4])).toEqual([1, null, 2]);
    expect(rank([{ code: 'vn', group: null, score: 0.71 }], DTI).size).toBe(0);
  });

  it('ranks each group by itself', () => {
    const ranks = rank(
      [
        { code: 'a', group: 'x', score: 0.1 },
        { code: 'b', group: 'y', score: 0.9 },
      ],
      DTI,
    );
    expect([ranks.get('a')?.rank, ranks.get('b')?.rank]).toEqual([1, 1]);
  });

  it('can put the lowest first', () => {
    expect(ranksOf([0.3, 0.1, 0.2], { ...DTI, direction: 'ascending' })).toEqual([3, 1, 2]);
  });

  it('gives each unit one more than the number of units ahead of it, and marks every tie', () => {
    const score = fc.integer({ min: 0, max: 20 }).map((n) => n / 20);
    fc.assert(
      fc.property(fc.array(score, { minLength: 1, maxLength: 40 }), (scores) => {
        const ranks = rank(
          scores.map((s, i) => ({ code: String(i), group: 'g', score: s })),
          DTI,
        );
        scores.forEach((own, i) => {
          const result = ranks.get(String(i));
          expect(result?.rank).toBe(1 + scores.filter((other) => other > own).length);
          expect(result?.tied).toBe(scores.filter((other) => other === own).length > 1);
        });
      }),
    );
  });
});
