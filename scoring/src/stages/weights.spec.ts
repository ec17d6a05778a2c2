import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Weighting } from '../model/aggregation.js';
import type { Framework, FrameworkNode } from '../model/framework.js';
import { nodeWeights, planOf } from './plan.js';
import { siblingWeights, statedWeights, weightingProblems } from './weights.js';

const POINTS: Weighting = { method: 'points' };
const GIVEN: Weighting = { method: 'given' };
const EQUAL: Weighting = { method: 'equal' };

/** QĐ 1726/QĐ-BTTTT: 400, 300 and 300 points; weights that differ from them, to tell the rules apart. */
const PILLARS: readonly FrameworkNode[] = [
  { code: 'government', points: 400, weight: 1 },
  { code: 'economy', points: 300, weight: 2 },
  { code: 'society', points: 300, weight: 5 },
  { code: 'city', points: 500, weight: 8, scored: false },
];

describe('weights of siblings', () => {
  it.each<[Weighting, number[], number[]]>([
    [POINTS, [400, 300, 300, 0], [0.4, 0.3, 0.3, 0]],
    [GIVEN, [1, 2, 5, 0], [0.125, 0.25, 0.625, 0]],
    [EQUAL, [1, 1, 1, 0], [1 / 3, 1 / 3, 1 / 3, 0]],
  ])(
    'by %p: what the framework states, and its share; none for what is not scored',
    (rule, stated, shares) => {
      expect([...statedWeights(PILLARS, rule)]).toEqual(stated);
      expect([...siblingWeights(PILLARS, rule)]).toEqual(shares);
    },
  );

  it('are points over their sum to the last bit, the sum compensated', () => {
    const points = [0.1, 0.2, 0.3, 0.4, 0.7];
    const shares = siblingWeights(
      points.map((own, i) => ({ code: String(i), points: own })),
      POINTS,
    );
    expect([...shares]).toEqual(points.map((own) => own / 1.7));
  });

  it('are all zero where nothing is scored or nothing is there', () => {
    expect([...siblingWeights([{ code: 'a', points: 3, scored: false }], POINTS)]).toEqual([0]);
    expect([...siblingWeights([], EQUAL)]).toEqual([]);
  });

  it('sum to 1 and do not depend on the scale', () => {
    const weights = fc.array(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(weights, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (stated, scale) => {
        const shares = (factor: number): Float64Array =>
          siblingWeights(
            stated.map((weight, i) => ({ code: String(i), weight: weight * factor })),
            GIVEN,
          );
        const own = shares(1);
        expect(own.reduce((all, share) => all + share, 0)).toBeCloseTo(1, 12);
        shares(scale).forEach((share, i) => expect(share).toBeCloseTo(own[i] as number, 12));
      }),
    );
  });
});

describe('weights of a framework', () => {
  const method = {
    aggregation: { method: 'arithmetic' },
    missing: 'no_value',
    notApplicable: 'reweight',
    rank: { method: 'competition', decimals: 4, rounding: 'half_up_decimal', direction: 'descending' },
  } as const;
  const root: FrameworkNode = {
    code: 'index',
    children: [
      {
        code: 'a',
        points: 30,
        weights: GIVEN,
        children: [
          { code: 'a1', weight: 1 },
          { code: 'a2', weight: 3 },
        ],
      },
      { code: 'b', points: 10, children: [{ code: 'b1', points: 10 }] },
      { code: 'c', scored: false, children: [{ code: 'c1', points: 5 }] },
    ],
  };

  it('are the shares of the parent and their product up to the root, parents first', () => {
    expect(nodeWeights(planOf({ code: 'f', method, root }))).toEqual([
      { node: 'index', ofParent: 1, ofWhole: 1 },
      { node: 'a', ofParent: 0.75, ofWhole: 0.75 },
      { node: 'a1', ofParent: 0.25, ofWhole: 0.1875 },
      { node: 'a2', ofParent: 0.75, ofWhole: 0.5625 },
      { node: 'b', ofParent: 0.25, ofWhole: 0.25 },
      { node: 'b1', ofParent: 1, ofWhole: 0.25 },
      { node: 'c', ofParent: 0, ofWhole: 0 },
      { node: 'c1', ofParent: 1, ofWhole: 0 },
    ]);
  });

  it("follow the method's rule where a node states none", () => {
    const framework: Framework = { code: 'f', method: { ...method, weights: EQUAL }, root };
    const ofWhole = new Map(nodeWeights(planOf(framework)).map((own) => [own.node, own.ofWhole]));
    expect(ofWhole.get('b1')).toBe(0.5);
    expect(ofWhole.get('a2')).toBe(0.375);
  });
});

describe('problems of weights', () => {
  const siblings = (...children: readonly Partial<FrameworkNode>[]): readonly FrameworkNode[] =>
    children.map((own, i) => ({ code: 'abc'[i] as string, ...own }));

  it.each<[Weighting, readonly FrameworkNode[]]>([
    [POINTS, PILLARS],
    [GIVEN, PILLARS],
    [EQUAL, siblings({}, {})],
    [GIVEN, siblings({ weight: 0 }, { weight: 0.5 })],
    [GIVEN, siblings({ weight: 1 }, { scored: false }, { weight: Number.NaN, scored: false })],
    [GIVEN, []],
    [POINTS, []],
  ])('by %p: none', (rule, children) => {
    expect(weightingProblems(children, rule, 'framework.p')).toEqual([]);
  });

  it.each([
    ['WEIGHT_ABSENT', GIVEN, [{ weight: 1 }, {}], 'framework.b.weight', { node: 'b' }],
    ['POINTS_ABSENT', POINTS, [{ points: 1 }, { weight: 1 }], 'framework.b.points', { node: 'b' }],
    ['WEIGHT_INVALID', GIVEN, [{ weight: -1 }], 'framework.a.weight', { weight: -1 }],
    ['WEIGHT_INVALID', GIVEN, [{ weight: Number.NaN }], 'framework.a.weight', { weight: 'NaN' }],
    ['WEIGHT_INVALID', GIVEN, [{ weight: Infinity }], 'framework.a.weight', { weight: 'Infinity' }],
    ['WEIGHT_INVALID', GIVEN, [{ weight: '2' as never }], 'framework.a.weight', { weight: '2' }],
    ['WEIGHT_INVALID', GIVEN, [{ weight: null as never }], 'framework.a.weight', { weight: null }],
    ['POINTS_INVALID', POINTS, [{ points: -0.5 }], 'framework.a.points', { points: -0.5 }],
    ['WEIGHTS_SUM_ZERO', GIVEN, [{ weight: 0 }, { weight: 0 }], 'framework.p', { children: 2 }],
    ['WEIGHTS_SUM_ZERO', POINTS, [{ points: 0 }], 'framework.p', { children: 1 }],
    ['WEIGHTS_SUM_NOT_FINITE', GIVEN, [{ weight: 1e308 }, { weight: 1e308 }], 'framework.p', { children: 2 }],
  ] as const)('say %s by %p of %j', (code, rule, children, path, params) => {
    expect(weightingProblems(siblings(...children), rule, 'framework.p')).toEqual([{ code, path, params }]);
  });

  it('are told of all at once', () => {
    const found = weightingProblems(siblings({ weight: -1 }, {}, { weight: 1 }), GIVEN, 'framework.p');
    expect(found.map(({ code }) => code)).toEqual(['WEIGHT_INVALID', 'WEIGHT_ABSENT']);
  });

  it.each([
    [{ method: 'pca' }, 'pca'],
    ['points', 'points'],
    [{}, null],
    [null, null],
    [7, 7],
  ])('say WEIGHTING_UNKNOWN of %j', (rule, found) => {
    expect(weightingProblems([], rule as never, 'framework.method.weights')).toEqual([
      {
        code: 'WEIGHTING_UNKNOWN',
        path: 'framework.method.weights',
        params: { found, known: 'points given equal' },
      },
    ]);
  });
});
