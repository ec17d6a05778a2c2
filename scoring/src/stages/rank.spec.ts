import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RankRule, TieBreak } from '../model/ranking.js';
import { bandOf, codeOrder, comparedScore, rank, rankScores, type Rankable } from './rank.js';

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

describe('rank, methods', () => {
  // 0.9, then two of 0.8, then three of 0.5, then 0.1; given in another order.
  const scores = [0.5, 0.8, 0.1, 0.5, 0.9, 0.8, 0.5];

  it.each<[RankRule['method'], readonly number[]]>([
    ['competition', [4, 2, 7, 4, 1, 2, 4]],
    ['dense', [3, 2, 4, 3, 1, 2, 3]],
    ['fractional', [5, 2.5, 7, 5, 1, 2.5, 5]],
    ['ordinal', [4, 2, 7, 5, 1, 3, 6]],
  ])('%s: %j', (method, expected) => {
    expect(ranksOf(scores, { ...DTI, method })).toEqual(expected);
    expect([...rankScores(Float64Array.from(scores), new Int32Array(7), { ...DTI, method })]).toEqual(
      expected,
    );
  });

  it.each<[RankRule['method']]>([['competition'], ['dense'], ['fractional'], ['ordinal']])(
    '%s says who is tied, and with which score',
    (method) => {
      const items = scores.map((score, i) => ({ code: String(i), group: 'g', score }));
      const ranks = rank(items, { ...DTI, method });
      expect(scores.map((_, i) => ranks.get(String(i))?.tied)).toEqual([
        true,
        true,
        false,
        true,
        false,
        true,
        true,
      ]);
      expect(scores.map((_, i) => ranks.get(String(i))?.compared)).toEqual(scores);
    },
  );

  it('are taken the other way round where the lowest is first', () => {
    expect(ranksOf(scores, { ...DTI, method: 'dense', direction: 'ascending' })).toEqual([
      2, 3, 1, 2, 4, 3, 2,
    ]);
    expect(ranksOf(scores, { ...DTI, method: 'ordinal', direction: 'ascending' })).toEqual([
      2, 5, 1, 3, 7, 6, 4,
    ]);
  });
});

describe('rank, what is compared', () => {
  it('refuses a method that validation would not let pass', () => {
    expect(() => ranksOf([1], { ...DTI, method: 'best' as never })).toThrow(TypeError);
  });

  it('is rounded half up in decimal for the rank, and told as it was compared', () => {
    const ranks = rank([{ code: 'a', group: 'g', score: 0.40965 }], DTI);
    expect(ranks.get('a')).toEqual({ rank: 1, tied: false, compared: 0.4097 });
    expect(comparedScore(0.40965, DTI)).toBe(0.4097);
    expect(comparedScore(0.40965, { decimals: null })).toBe(0.40965);
  });

  it('takes −0 and 0 for equal, and tells 0', () => {
    for (const decimals of [null, 4]) {
      const rule = { ...DTI, decimals };
      expect(ranksOf([0, -0, -0.00001, 1], rule)).toEqual(decimals === null ? [2, 2, 4, 1] : [2, 2, 2, 1]);
      expect(Object.is(rank([{ code: 'a', group: 'g', score: -0 }], rule).get('a')?.compared, 0)).toBe(true);
    }
  });

  it('ranks nothing that is not a finite number', () => {
    for (const decimals of [null, 4]) {
      const rule = { ...DTI, decimals };
      expect(ranksOf([Number.NaN, 0.5, Infinity, -Infinity], rule)).toEqual([null, 1, null, null]);
    }
  });

  it('has nothing to say of nobody', () => {
    expect(rank([], DTI).size).toBe(0);
    expect(rankScores(new Float64Array(0), new Int32Array(0), DTI)).toHaveLength(0);
  });
});

describe('rank, tie-breaks', () => {
  const heaviest: TieBreak = { by: 'node', node: 'government', direction: 'descending' };
  const fewest: TieBreak = { by: 'node', node: 'complaints', direction: 'ascending' };
  const code: TieBreak = { by: 'code' };
  const broken = (
    items: readonly (readonly [string, number, ...(number | null)[]])[],
    tieBreaks: readonly TieBreak[],
    method: RankRule['method'] = 'competition',
  ): readonly unknown[] => {
    const ranked = rank(
      items.map(([own, score, ...tieBreakers]): Rankable => ({ code: own, group: 'g', score, tieBreakers })),
      { ...DTI, method, tieBreaks },
    );
    return items.map(([own]) => `${ranked.get(own)?.rank}${ranked.get(own)?.tied === true ? '=' : ''}`);
  };

  it('separate equal scores by a node, the highest or the lowest first', () => {
    const items = [
      ['a', 0.5, 0.2],
      ['b', 0.5, 0.4],
      ['c', 0.6, 0.1],
    ] as const;
    expect(broken(items, [])).toEqual(['2=', '2=', '1']);
    expect(broken(items, [heaviest])).toEqual(['3', '2', '1']);
    expect(broken(items, [fewest])).toEqual(['2', '3', '1']);
  });

  it('are tried in order, and leave tied what none of them separates', () => {
    const items = [
      ['a', 0.5, 0.4, 7],
      ['b', 0.5, 0.4, 3],
      ['c', 0.5, 0.9, 9],
      ['d', 0.5, 0.4, 3],
    ] as const;
    expect(broken(items, [heaviest, fewest])).toEqual(['4', '2=', '1', '2=']);
    expect(broken(items, [heaviest, fewest], 'dense')).toEqual(['3', '2=', '1', '2=']);
    expect(broken(items, [heaviest, fewest], 'fractional')).toEqual(['4', '2.5=', '1', '2.5=']);
    expect(broken(items, [heaviest, fewest], 'ordinal')).toEqual(['4', '2=', '1', '3=']);
    expect(broken(items, [heaviest, fewest, code])).toEqual(['4', '2', '1', '3']);
  });

  it('put a unit without the value behind those that have one, whichever comes first', () => {
    const items = [
      ['a', 0.5, null],
      ['b', 0.5, -9],
      ['c', 0.5, Number.NaN],
    ] as const;
    expect(broken(items, [heaviest])).toEqual(['2=', '1', '2=']);
    expect(broken(items, [fewest])).toEqual(['2=', '1', '2=']);
    expect(
      broken(
        [
          ['a', 0.5],
          ['b', 0.5, 1],
        ],
        [heaviest],
      ),
    ).toEqual(['2', '1']);
  });

  it('compare nodes at the precision of the rank', () => {
    const items = [
      ['a', 0.5, 0.40001],
      ['b', 0.5, 0.40002],
    ] as const;
    expect(broken(items, [heaviest])).toEqual(['1=', '1=']);
  });

  it('by code go by code point, on every machine alike', () => {
    const codes = ['H29', 'h1', 'H3', 'Đ', 'H', '\u{1F600}', '\uFFFD'];
    expect(
      broken(
        codes.map((own) => [own, 0.5] as const),
        [code],
      ),
    ).toEqual(['2', '4', '3', '5', '1', '7', '6']);
    expect([...codeOrder(['b', 'a', 'b', 'ab', ''])]).toEqual([3, 1, 3, 2, 0]);
    expect([...codeOrder(['\u{103FF}', '\uE000', '\u{10000}', '\uD7FF'])]).toEqual([3, 1, 2, 0]);
  });

  it('do not look across groups', () => {
    const items: readonly Rankable[] = [
      { code: 'a', group: 'x', score: 0.5, tieBreakers: [1] },
      { code: 'b', group: 'y', score: 0.5, tieBreakers: [9] },
      { code: 'c', group: 'x', score: 0.5, tieBreakers: [5] },
    ];
    const ranks = rank(items, { ...DTI, tieBreaks: [heaviest] });
    expect(['a', 'b', 'c'].map((own) => ranks.get(own)?.rank)).toEqual([2, 1, 1]);
    expect(ranks.get('b')?.tied).toBe(false);
  });

  it('take a unit without any for one without the values', () => {
    const items = [
      { code: 'a', group: 'g', score: 0.5 },
      { code: 'b', group: 'g', score: 0.5, tieBreakers: [0] },
    ];
    expect(rank(items, { ...DTI, tieBreaks: [heaviest] }).get('a')?.rank).toBe(2);
  });

  it('need a column each', () => {
    const rule = { ...DTI, tieBreaks: [heaviest, code] };
    const scores = Float64Array.of(0.5, 0.5);
    const groups = new Int32Array(2);
    const columns = [Float64Array.of(1, 1), codeOrder(['b', 'a'])];
    expect([...rankScores(scores, groups, rule, columns)]).toEqual([2, 1]);
    expect(() => rankScores(scores, groups, rule, columns.slice(1, 1))).toThrow(
      'a column is needed for each tie-break',
    );
  });
});

describe('rank beside its definition', () => {
  const score = fc.oneof(
    { arbitrary: fc.integer({ min: -8, max: 8 }).map((n) => n / 16), weight: 4 },
    { arbitrary: fc.constantFrom(null, Number.NaN, -0, 0.03124, 0.03125), weight: 1 },
  );
  const items = fc.array(
    fc.record({ score, group: fc.constantFrom('x', 'y', null), breaker: fc.integer({ min: 0, max: 2 }) }),
    { maxLength: 40 },
  );
  const rules = fc.record({
    method: fc.constantFrom<RankRule['method']>('competition', 'dense', 'fractional', 'ordinal'),
    decimals: fc.constantFrom(null, 1, 4),
    direction: fc.constantFrom<RankRule['direction']>('descending', 'ascending'),
    tieBreaks: fc.constantFrom<readonly TieBreak[]>(
      [],
      [{ by: 'node', node: 'n', direction: 'descending' }],
      [{ by: 'node', node: 'n', direction: 'ascending' }, { by: 'code' }],
    ),
  });

  it('counts those ahead, those level, and for columns gives the same', () => {
    fc.assert(
      fc.property(items, rules, (given, variable) => {
        const rule: RankRule = { ...variable, rounding: 'half_up_decimal' };
        const ranks = rank(
          given.map(({ score: own, group, breaker }, i) => ({
            code: String(i).padStart(3, '0'),
            group,
            score: own,
            tieBreakers: [breaker, null].slice(0, rule.tieBreaks?.length),
          })),
          rule,
        );
        const sign = rule.direction === 'descending' ? -1 : 1;
        const keyOf = (i: number): readonly number[] => {
          const { score: own, breaker } = given[i] as (typeof given)[number];
          const keys = [sign * comparedScore(own ?? NaN, rule)];
          for (const tieBreak of rule.tieBreaks ?? []) {
            if (tieBreak.by === 'code') keys.push(i);
            else keys.push(tieBreak.direction === 'descending' ? -breaker : breaker);
          }
          return keys;
        };
        const before = (a: readonly number[], b: readonly number[]): boolean => {
          const at = a.findIndex((own, k) => own !== b[k]);
          return at >= 0 && (a[at] as number) < (b[at] as number);
        };
        const ranked = given.flatMap(({ score: own, group }, i) =>
          group === null || own === null || Number.isNaN(own) ? [] : [i],
        );
        expect(ranks.size).toBe(ranked.length);
        for (const i of ranked) {
          const peers = ranked.filter((j) => given[j]?.group === given[i]?.group);
          const own = keyOf(i);
          const ahead = peers.filter((j) => before(keyOf(j), own));
          const level = peers.filter((j) => !before(keyOf(j), own) && !before(own, keyOf(j)));
          const expected = {
            competition: ahead.length + 1,
            dense: new Set(ahead.map((j) => String(keyOf(j)))).size + 1,
            fractional: ahead.length + (level.length + 1) / 2,
            ordinal: ahead.length + level.filter((j) => j <= i).length,
          }[rule.method];
          expect(ranks.get(String(i).padStart(3, '0'))).toMatchObject({
            rank: expected,
            tied: level.length > 1,
          });
        }
        const columns = [
          Float64Array.from(given, ({ breaker }) => breaker),
          Float64Array.from(given, (_, i) => i),
        ];
        const quick = rankScores(
          Float64Array.from(given, ({ score: own }) => own ?? NaN),
          Int32Array.from(given, ({ group }) => [null, 'x', 'y'].indexOf(group) - 1),
          rule,
          columns,
        );
        quick.forEach((own, i) => {
          expect(own).toEqual(ranks.get(String(i).padStart(3, '0'))?.rank ?? NaN);
        });
      }),
    );
  });

  it('sums to the same, and goes with the units when they are put in another order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 }), (scores) => {
        for (const method of ['competition', 'dense', 'fractional'] as const) {
          const ranks = ranksOf(scores, { ...DTI, method });
          expect([...ranksOf([...scores].reverse(), { ...DTI, method })].reverse()).toEqual(ranks);
        }
        const fractional = ranksOf(scores, { ...DTI, method: 'fractional' });
        const total = fractional.reduce<number>((all, own) => all + (own ?? 0), 0);
        expect(total).toBe((scores.length * (scores.length + 1)) / 2);
      }),
    );
  });
});

describe('bandOf', () => {
  const bands = [
    { code: 'high', from: 0.7 },
    { code: 'very high', from: 0.8 },
    { code: 'low', from: 0 },
  ];

  it.each([
    [0.9, 'very high'],
    [0.8, 'very high'],
    [0.79995, 'very high'],
    [0.79994, 'high'],
    [0.7, 'high'],
    [0.1, 'low'],
    [0, 'low'],
    [-0.00004, 'low'],
    [-0.00005, null],
    [null, null],
    [Number.NaN, null],
    [Infinity, null],
  ])('of %p is %p, at the precision of the rank', (score, expected) => {
    expect(bandOf(score, bands, DTI)).toBe(expected);
  });

  it('is taken unrounded where the rank is, and is none without bands', () => {
    expect(bandOf(0.79999, bands, { ...DTI, decimals: null })).toBe('high');
    expect(bandOf(0.9, [], DTI)).toBeNull();
  });
});
