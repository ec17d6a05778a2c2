import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { TargetWeights, WeightAid, WeightProposal } from '../model/audit.js';
import type { Aggregation } from '../model/aggregation.js';
import type { FrameworkNode } from '../model/framework.js';
import { randomGenerator } from '../numeric/random.js';
import { audited, dataset, framework, GAP, ORTHOGONAL, proposed } from './audit.fixture.js';

const equal: WeightAid = { method: 'target_correlation' };

function found(
  columns: Parameters<typeof dataset>[0],
  aid: WeightAid = equal,
  aggregation: Aggregation = { method: 'arithmetic' },
): TargetWeights {
  const { groups, refusals } = proposed(
    framework(Object.keys(columns), { aggregation }),
    dataset(columns),
    aid,
  );
  if (groups[0]?.method !== 'target_correlation') throw new Error(JSON.stringify(refusals));
  return groups[0];
}

const weightsOfGroup = ({ weights }: WeightProposal['groups'][number]): readonly number[] =>
  weights.map((own) => own.proposed);
const weightsOf = ({ weights }: TargetWeights): readonly number[] => weights.map((own) => own.proposed);

describe('weights by target correlation', () => {
  it('make every child as influential as the next', () => {
    const result = found(ORTHOGONAL);
    expect(result).toMatchObject({ method: 'target_correlation', parent: 'index', met: true });
    // By hand: the covariances with the index, Σw, are in proportion to the deviations √8, √8 and 2, so
    // w is in proportion to √2 − 1, √2 − 1 and 3 − 2√2, which add up to 1.
    const [a, b, c] = weightsOf(result);
    expect(a).toBeCloseTo(Math.SQRT2 - 1, 10);
    expect(b).toBeCloseTo(Math.SQRT2 - 1, 10);
    expect(c).toBeCloseTo(3 - 2 * Math.SQRT2, 10);
    for (const own of result.weights) {
      expect(own.asked).toBeCloseTo(1 / 3, 15);
      expect(own.target).toBeCloseTo(1 / 3, 15);
      expect(own.reached).toBeCloseTo(1 / 3, 10);
    }
    expect(result.distance).toBeLessThan(1e-9);
  });

  it('have the correlations that they say, before and after', () => {
    const result = found(ORTHOGONAL);
    const correlationsWith = (weights: readonly number[]): readonly (number | null)[] => {
      const children = result.weights.map(({ node }, at): FrameworkNode => ({
        code: node,
        weight: weights[at] as number,
      }));
      const { acrossLevels } = audited(
        framework(children, { weights: { method: 'given' } }),
        dataset(ORTHOGONAL),
      );
      return acrossLevels.map(({ correlation }) => correlation);
    };
    const before = correlationsWith([1, 1, 1]);
    const after = correlationsWith(weightsOf(result));
    result.weights.forEach((own, at) => {
      expect(own.correlationAsked).toBeCloseTo(before[at] as number, 13);
      expect(own.correlation).toBeCloseTo(after[at] as number, 13);
    });
  });

  it('follow a target, on any scale', () => {
    const target = { a: 3, b: 3, c: 4 };
    const result = found(ORTHOGONAL, { method: 'target_correlation', target });
    expect(result.met).toBe(true);
    expect(result.weights.map((own) => own.target)).toEqual([0.3, 0.3, 0.4]);
    result.weights.forEach((own) => expect(own.reached).toBeCloseTo(own.target, 9));
    // By hand: Σw in proportion to 0.3 √8, 0.3 √8 and 0.8: 4 wₐ = 0.3 √8 − 0.8 and 4 Σw = 0.8.
    const ofA = (0.3 * Math.sqrt(8) - 0.8) / 4 / 0.2;
    expect(weightsOf(result)[0]).toBeCloseTo(ofA, 9);
    expect(weightsOf(result)[2]).toBeCloseTo(1 - 2 * ofA, 9);
  });

  it('are equal for children of which the target says nothing, whatever they are called', () => {
    const { a, b, c } = ORTHOGONAL;
    const of = framework([['p', ['constructor', 'toString']], 'c']);
    const data = dataset({ constructor: a, toString: b, c });
    const { groups } = proposed(of, data, { method: 'target_correlation', target: { c: 1, p: 2 } });
    expect(groups.map(weightsOfGroup)).toEqual([
      [expect.any(Number), expect.any(Number)],
      [expect.closeTo(0.5, 9), expect.closeTo(0.5, 9)],
    ]);
  });

  it('say how far they come where the target asks for more than weights can give', () => {
    const result = found(ORTHOGONAL, { method: 'target_correlation', target: { a: 1, b: 1, c: 0.1 } });
    expect(result.met).toBe(false);
    // c goes with a and b whatever it weighs: without it, √½ · 2 / √3 beside √3 / 2 twice.
    expect(weightsOf(result)[2]).toBeLessThan(1e-3);
    const ofC = Math.sqrt(2 / 3) / (Math.sqrt(2 / 3) + Math.sqrt(3));
    expect(result.weights[2]?.reached).toBeCloseTo(ofC, 3);
    expect(result.distance).toBeCloseTo(ofC - 0.1 / 2.1, 3);
  });

  it.each<[string, Aggregation]>([
    ['geometric', { method: 'geometric', nonPositive: 'undetermined' }],
    ['harmonic', { method: 'harmonic', nonPositive: 'undetermined' }],
    ['generalised', { method: 'generalised_mean', power: 2, nonPositive: 'undetermined' }],
  ])('are found for a %s mean by its own rule', (_, aggregation) => {
    const positive = Object.fromEntries(
      Object.entries(ORTHOGONAL).map(([code, values]) => [code, values.map((value) => value + 5)]),
    );
    const result = found(positive, equal, aggregation);
    expect(result.met).toBe(true);
    expect(weightsOf(result)).not.toEqual(weightsOf(found(positive)));
  });

  it('are those of the closed form wherever that has no negative weight', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        const random = randomGenerator(seed);
        const common = Array.from({ length: 40 }, () => random.normal());
        const columns = Object.fromEntries(
          ['a', 'b', 'c', 'd'].map((code) => [code, common.map((value) => 0.5 * value + random.normal())]),
        );
        const result = found(columns);
        if (!result.met) return;
        const correlations = result.weights.map((own) => own.correlation);
        for (const own of correlations) expect(own).toBeCloseTo(correlations[0] as number, 6);
        expect(weightsOf(result).reduce((all, own) => all + own, 0)).toBeCloseTo(1, 12);
      }),
      { numRuns: 25 },
    );
  });

  it.each<[string, Parameters<typeof dataset>[0], Aggregation['method'] | null, string, object]>([
    ['a single child', { a: [1, 2, 3] }, null, 'SINGLE_CHILD', { members: 1 }],
    ['the weakest child alone', ORTHOGONAL, 'minimum', 'WEIGHTS_WITHOUT_EFFECT', { method: 'minimum' }],
    ['a median', ORTHOGONAL, 'median', 'WEIGHTS_MOVE_IN_STEPS', { method: 'median' }],
    ['Copeland', ORTHOGONAL, 'copeland', 'WEIGHTS_MOVE_IN_STEPS', { method: 'copeland' }],
    [
      'two units',
      { a: [1, 2, 3], b: [1, 2, GAP] },
      null,
      'TOO_FEW_CASES',
      { member: 'b', cases: 2, needed: 3 },
    ],
    [
      'a constant child',
      { a: [1, 2, 3], b: [4, 4, 4] },
      null,
      'NO_SPREAD',
      { member: 'b', cases: 3, needed: 3 },
    ],
    [
      'a constant whole',
      { a: [1, 2, 3], b: [3, 2, 1] },
      null,
      'NO_SPREAD',
      { member: 'a', cases: 3, needed: 3 },
    ],
    [
      'a child beyond the range of doubles',
      { a: [-1.5e308, 0, 1.5e308], b: [1, 2, 4] },
      null,
      'OUT_OF_RANGE',
      { member: 'a', cases: 3, needed: 3 },
    ],
  ])('are refused for %s', (_, columns, method, code, params) => {
    const aggregation = { method: method ?? 'arithmetic' } as Aggregation;
    const { groups, refusals } = proposed(
      framework(Object.keys(columns), { aggregation }),
      dataset(columns),
      equal,
    );
    expect(groups).toEqual([]);
    expect(refusals).toEqual([{ step: 'weights', code, nodes: ['index'], params }]);
  });

  it('are refused where correlations do not add up to more than zero', () => {
    // a leads the whole alone; three small ones go against it.
    const columns = { a: [100, 0, -100], b: [-1, 0, 1], c: [-1, 0, 1], d: [-1, 0, 1] };
    const { refusals } = proposed(framework(['a', 'b', 'c', 'd']), dataset(columns), equal);
    expect(refusals).toMatchObject([{ code: 'CORRELATIONS_NOT_POSITIVE' }]);
    expect(refusals[0]?.params['sum']).toBeCloseTo(-2, 12);
  });
});
