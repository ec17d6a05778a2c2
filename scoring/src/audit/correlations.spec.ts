import { describe, expect, it } from '@jest/globals';
import { audited, dataset, framework, GAP, ORTHOGONAL } from './audit.fixture.js';

const half = Math.SQRT1_2;
const { a, b } = ORTHOGONAL;

describe('correlations within groups', () => {
  it('are those of each pair of children under one parent, once', () => {
    const { withinGroups } = audited(
      framework([
        ['p', ['a', 'b']],
        ['q', ['c', 'd']],
      ]),
      dataset({ ...ORTHOGONAL, d: [1, -1, -1, 1] }),
    );
    expect(withinGroups.map(({ parent, node, other }) => `${parent}: ${node} ${other}`)).toEqual([
      'index: p q',
      'p: a b',
      'q: c d',
    ]);
    expect(withinGroups[1]?.correlation).toBeCloseTo(0.5, 14);
    expect(withinGroups[2]?.correlation).toBeCloseTo(0, 14);
    // p = (a + b) / 2 = h₁ + (h₂ + h₃) / 2 and q = (h₁ + h₃) / 2: (1/2 + 1/4) / √(3/2 · 1/2).
    expect(withinGroups[0]?.correlation).toBeCloseTo(0.75 / Math.sqrt(0.75), 14);
  });

  it('are on the values that are combined: normalised, lower is better turned round', () => {
    const turned = {
      code: 'b',
      direction: 'lower_is_better',
      normalise: { method: 'min_max', constant: 'undetermined' },
    } as const;
    const { withinGroups } = audited(framework(['a', turned]), dataset({ a, b }));
    expect(withinGroups[0]?.correlation).toBeCloseTo(-0.5, 14);
  });

  it('leave out what is not scored and what screening leaves out', () => {
    const listed = { code: 'b', scored: false };
    const { withinGroups, acrossLevels, leftOut } = audited(
      framework(['a', listed, 'c', 'd'], { screen: { indicatorAvailability: 0.5 } }),
      dataset({ ...ORTHOGONAL, d: [1, GAP, GAP, GAP] }),
    );
    expect(withinGroups.map(({ node, other }) => [node, other])).toEqual([['a', 'c']]);
    expect(acrossLevels.map(({ node }) => node)).toEqual(['a', 'c']);
    expect(leftOut.map(({ code }) => code)).toEqual(['d']);
  });

  it('count the units with both values', () => {
    const { withinGroups } = audited(
      framework(['a', 'b']),
      dataset({ a: [1, 2, 3, 4, GAP], b: [1, 3, 2, GAP, 9] }),
    );
    expect(withinGroups[0]).toMatchObject({ units: 3, correlation: expect.closeTo(0.5, 14) });
  });

  it('are by the method that the options name', () => {
    const data = dataset({ a: [1, 2, 3], b: [1, 3, 2] });
    const by = (correlation: 'pearson' | 'spearman' | 'kendall'): number | null | undefined =>
      audited(framework(['a', 'b']), data, { correlation }).withinGroups[0]?.correlation;
    expect(by('pearson')).toBeCloseTo(0.5, 14);
    expect(by('kendall')).toBeCloseTo(1 / 3, 14);
    const skewed = dataset({ a: [1, 10, 100], b: [0, 7, 8] });
    const { withinGroups } = audited(framework(['a', 'b']), skewed, { correlation: 'spearman' });
    expect(withinGroups[0]?.correlation).toBeCloseTo(1, 14);
  });
});

describe('correlations across levels', () => {
  it('are those of each node with each node above it', () => {
    const { acrossLevels } = audited(framework([['p', ['a', 'b']], 'c']), dataset(ORTHOGONAL));
    expect(acrossLevels.map(({ node, other }) => `${node} ${other}`)).toEqual([
      'p index',
      'a p',
      'a index',
      'b p',
      'b index',
      'c index',
    ]);
    // p = h₁ + (h₂ + h₃) / 2, so a with p: (1 + 1/2) / √(2 · 3/2).
    expect(acrossLevels[1]?.correlation).toBeCloseTo(1.5 / Math.sqrt(3), 14);
    // index = h₁ + (h₂ + h₃) / 4: c with it 1 / √(1 + 1/8).
    expect(acrossLevels[5]?.correlation).toBeCloseTo(1 / Math.sqrt(1.125), 14);
  });
});

describe('findings on pairs', () => {
  const told = (redundant: number, negative: number, other: readonly number[] = b): readonly string[] =>
    audited(framework(['a', 'b']), dataset({ a, b: other }), {
      thresholds: { redundant, negative, silent: 0 },
    })
      .findings.filter(({ code }) => code.endsWith('_PAIR'))
      .map(({ code }) => code);

  it.each([
    [0.49, 0, ['REDUNDANT_PAIR']],
    [0.51, 0, []],
    [0.51, 0.49, []],
    [0.51, 0.51, ['NEGATIVE_PAIR']],
    [0.49, 0.51, ['REDUNDANT_PAIR', 'NEGATIVE_PAIR']],
  ])('of a correlation of 1/2, redundant from %p, negative below %p: %p', (redundant, negative, expected) => {
    expect(told(redundant, negative)).toEqual(expected);
  });

  it('opposed columns say the same as well', () => {
    expect(
      told(
        0.92,
        0,
        ORTHOGONAL.a.map((value) => -value),
      ),
    ).toEqual(['REDUNDANT_PAIR', 'NEGATIVE_PAIR']);
  });

  it('at the thresholds: redundant from it on, negative below it', () => {
    const { correlation } = audited(framework(['a', 'b']), dataset({ a, b })).withinGroups[0] ?? {};
    expect(told(correlation as number, -1)).toEqual(['REDUNDANT_PAIR']);
    expect(told(0.92, correlation as number)).toEqual([]);
  });

  it('carry their numbers', () => {
    const { findings } = audited(framework(['a', 'b']), dataset({ a, b }), {
      thresholds: { redundant: 0.4 },
    });
    expect(findings).toEqual([
      {
        code: 'REDUNDANT_PAIR',
        nodes: ['a', 'b'],
        params: { correlation: expect.closeTo(0.5, 14), threshold: 0.4 },
      },
    ]);
  });

  it('carry the threshold below which a pair is negative', () => {
    const { findings } = audited(framework(['a', 'b']), dataset({ a, b }), { thresholds: { negative: 0.6 } });
    expect(findings).toEqual([
      {
        code: 'NEGATIVE_PAIR',
        nodes: ['a', 'b'],
        params: { correlation: expect.closeTo(0.5, 14), threshold: 0.6 },
      },
    ]);
  });
});

describe('findings on indicators and the whole', () => {
  // c weighs nothing beside a, so the index is a.
  const weights = [
    { code: 'a', weight: 1 },
    { code: 'c', weight: 0 },
  ];
  const told = (silent: number, c: readonly number[] = ORTHOGONAL.c): readonly unknown[] =>
    audited(framework(weights, { weights: { method: 'given' } }), dataset({ a: ORTHOGONAL.a, c }), {
      thresholds: { silent, negative: -1 },
    })
      .findings.filter(({ code }) => code.endsWith('_INDEX'))
      .map(({ code, nodes, params }) => [code, nodes.join(' '), params['threshold']]);

  it('tell of one that the whole hardly shows', () => {
    expect(told(half - 0.01)).toEqual([]);
    expect(told(half + 0.01)).toEqual([['WEAK_WITH_INDEX', 'c index', half + 0.01]]);
    expect(told(0.3, [1, -1, -1, 1])).toEqual([['WEAK_WITH_INDEX', 'c index', 0.3]]);
  });

  it('tell of one that goes against the whole, unless it is weak', () => {
    const opposed = ORTHOGONAL.c.map((value) => -value);
    expect(told(half - 0.01, opposed)).toEqual([['AGAINST_INDEX', 'c index', half - 0.01]]);
    expect(told(half + 0.01, opposed)).toEqual([['WEAK_WITH_INDEX', 'c index', half + 0.01]]);
  });

  it('are on indicators alone, and on the whole alone', () => {
    const { findings } = audited(framework([['p', ['a', 'b']], 'c']), dataset(ORTHOGONAL), {
      thresholds: { silent: 1 },
    });
    expect(findings.filter(({ code }) => code === 'WEAK_WITH_INDEX').map(({ nodes }) => nodes)).toEqual([
      ['a', 'index'],
      ['b', 'index'],
      ['c', 'index'],
    ]);
  });
});

describe('correlations that are not defined', () => {
  const refusals = (x: readonly (number | null)[], y: readonly (number | null)[]): readonly unknown[] =>
    audited(framework(['a', 'b'], { missing: 'no_value' }), dataset({ a: x, b: y }))
      .refusals.filter(({ step, nodes }) => step === 'correlation' && nodes.join() === 'a,b')
      .map(({ code, params }) => [code, params]);

  it.each([
    [[1, 2, GAP], [GAP, 2, 3], [['TOO_FEW_VALUES', { units: 1, needed: 2 }]]],
    [[1, 1, 1], [1, 2, 3], [['NO_SPREAD', { units: 3, needed: 2 }]]],
    [[1, 2, 3], [1, 1, 1], [['NO_SPREAD', { units: 3, needed: 2 }]]],
    [[1, 1, 2], [1, 2, GAP], [['NO_SPREAD', { units: 2, needed: 2 }]]],
    [[-1e308, 1e308, 0], [1, 2, 3], [['OUT_OF_RANGE', { units: 3, needed: 2 }]]],
    [[1, 2], [5, 9], []],
  ])('of %p and %p: %p', (x, y, expected) => {
    expect(refusals(x, y)).toEqual(expected);
  });

  it('are null and no finding', () => {
    const { withinGroups, acrossLevels, findings } = audited(
      framework(['a', 'b']),
      dataset({ a: [1, 1, 1], b: [1, 2, 3] }),
      {
        thresholds: { silent: 1, negative: 1, redundant: 0, unique: 0 },
      },
    );
    expect(withinGroups[0]?.correlation).toBeNull();
    expect(acrossLevels[0]?.correlation).toBeNull();
    expect(findings.filter(({ nodes }) => nodes.includes('a')).map(({ code }) => code)).toEqual([
      'REMOVAL_CHANGES_NO_RANK',
    ]);
  });
});
