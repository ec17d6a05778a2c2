import { describe, expect, it } from '@jest/globals';
import type { ComponentWeights, WeightAid } from '../model/audit.js';
import { dataset, framework, GAP, ORTHOGONAL, proposed } from './audit.fixture.js';

const plain: WeightAid = { method: 'principal_component' };

function ofIndex(
  columns: Parameters<typeof dataset>[0],
  aid: WeightAid = plain,
): ComponentWeights | undefined {
  const { groups } = proposed(framework(Object.keys(columns)), dataset(columns), aid);
  return groups[0] as ComponentWeights | undefined;
}

// Of the correlations 1/2, √½, √½ the highest λ has λ² − 5/2 λ + 1/2 = 0 and loads as 1 : 1 : (λ − 3/2) / √½.
const highest = (2.5 + Math.sqrt(4.25)) / 2;
const ratio = (highest - 1.5) / Math.SQRT1_2;

describe('weights from the first principal component', () => {
  it('are in proportion to its loadings', () => {
    const found = ofIndex(ORTHOGONAL);
    expect(found).toMatchObject({ method: 'principal_component', parent: 'index', cases: 4 });
    expect(found?.explained).toBeCloseTo(highest / 3, 13);
    const [a, b, c] = found?.weights ?? [];
    for (const own of [a, b]) {
      expect(own?.proposed).toBeCloseTo(1 / (2 + ratio), 13);
      expect(own?.loading).toBeCloseTo(1 / Math.sqrt(2 + ratio ** 2), 13);
    }
    expect(c?.proposed).toBeCloseTo(ratio / (2 + ratio), 13);
    expect([a?.node, b?.node, c?.node]).toEqual(['a', 'b', 'c']);
  });

  it('or to their squares', () => {
    const squared = ofIndex(ORTHOGONAL, { method: 'principal_component', loadings: 'squared' });
    const [a, , c] = squared?.weights ?? [];
    expect(a?.proposed).toBeCloseTo(1 / (2 + ratio ** 2), 13);
    expect(c?.proposed).toBeCloseTo(ratio ** 2 / (2 + ratio ** 2), 13);
    expect(c?.loading).toBeCloseTo(ratio / Math.sqrt(2 + ratio ** 2), 13);
  });

  it('stand beside what the framework asks for', () => {
    const weighted = [
      { code: 'a', weight: 3 },
      { code: 'b', weight: 1 },
    ];
    const { a, b } = ORTHOGONAL;
    const { groups } = proposed(
      framework(weighted, { weights: { method: 'given' } }),
      dataset({ a, b }),
      plain,
    );
    expect(groups[0]?.weights.map(({ asked }) => asked)).toEqual([0.75, 0.25]);
    expect(groups[0]?.weights.map((own) => own.proposed)).toEqual([
      expect.closeTo(0.5, 13),
      expect.closeTo(0.5, 13),
    ]);
  });

  it('are proposed for each parent, or for those that are named', () => {
    const of = framework([['p', ['a', 'b']], 'c']);
    const parents = (nodes?: readonly string[]): readonly string[] =>
      proposed(of, dataset(ORTHOGONAL), nodes === undefined ? plain : { ...plain, nodes }).groups.map(
        ({ parent }) => parent,
      );
    expect(parents()).toEqual(['index', 'p']);
    expect(parents(['p'])).toEqual(['p']);
    expect(parents(['p', 'index'])).toEqual(['index', 'p']);
  });

  it.each([
    ['a single child', { a: [1, 2, 3] }, 'SINGLE_CHILD', { members: 1 }],
    ['two complete cases', { a: [1, 2, GAP], b: [1, 2, 3] }, 'TOO_FEW_CASES', { cases: 2, needed: 3 }],
    ['a constant child', { a: [1, 2, 3], b: [4, 4, 4] }, 'NO_SPREAD', { member: 'b' }],
    [
      'children that go against each other',
      { a: [1, 2, 3], b: [3, 1, 2], c: [9, 8, 7.5] },
      'NEGATIVE_LOADING',
      { members: 'a' },
    ],
  ])('are refused for %s', (_, columns, code, params) => {
    const { groups, refusals } = proposed(framework(Object.keys(columns)), dataset(columns), plain);
    expect(groups).toEqual([]);
    expect(refusals).toEqual([{ step: 'weights', code, nodes: ['index'], params }]);
  });

  it('are refused where no component is the first', () => {
    const columns = { a: [1, 1, -1, -1], b: [1, -1, 1, -1], c: [1, -1, -1, 1] };
    const { refusals } = proposed(framework(['a', 'b', 'c']), dataset(columns), plain);
    expect(refusals[0]).toMatchObject({ code: 'FIRST_COMPONENT_NOT_UNIQUE', nodes: ['index'] });
    expect(refusals[0]?.params['highest']).toBeCloseTo(1, 13);
    expect(refusals[0]?.params['next']).toBeCloseTo(1, 13);
  });
});
