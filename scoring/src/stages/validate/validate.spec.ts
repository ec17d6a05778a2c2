import { describe, expect, it } from '@jest/globals';
import type { Framework, FrameworkNode, Method } from '../../model/framework.js';
import { DTI_2020, DTI_METHOD } from '../framework.fixture.js';
import { DEEPEST_LEVEL } from './tree-problems.js';
import { found, framework, told, withLeaf } from './validation.fixture.js';

function chain(levels: number): FrameworkNode {
  let node: FrameworkNode = { code: `n${levels}`, points: 1 };
  for (let level = levels - 1; level >= 0; level--) node = { code: `n${level}`, points: 1, children: [node] };
  return node;
}

describe('validate, the shape of a framework', () => {
  it('finds nothing wrong with DTI 2020', () => {
    expect(found(DTI_2020)).toEqual([]);
  });

  it.each([
    [null, 'FRAMEWORK_INVALID framework'],
    ['dti', 'FRAMEWORK_INVALID framework'],
    [[], 'FRAMEWORK_INVALID framework'],
    [{ ...DTI_2020, code: '' }, 'FRAMEWORK_CODE_EMPTY framework.code'],
    [{ ...DTI_2020, code: 5 }, 'FRAMEWORK_CODE_EMPTY framework.code'],
    [{ ...DTI_2020, method: undefined }, 'METHOD_INVALID framework.method'],
    [{ ...DTI_2020, method: 'mean' }, 'METHOD_INVALID framework.method'],
    [{ ...DTI_2020, root: undefined }, 'NODE_INVALID framework.root'],
    [framework({ code: '', points: 1 }), 'NODE_CODE_EMPTY framework.root'],
    [framework({ code: 7, points: 1 }), 'NODE_CODE_EMPTY framework.root'],
    [framework({ code: 'r', points: 1, children: {} }), 'CHILDREN_INVALID framework.root.children'],
    [framework({ code: 'r', points: 1, children: ['a'] }), 'NODE_INVALID framework.root.children[0]'],
    [
      framework({ code: 'r', points: 1, children: [{ code: 'r', points: 1 }] }),
      'NODE_CODE_DOUBLED framework.r',
    ],
  ])('of %j says %s', (subject, problem) => {
    expect(told(subject)).toEqual([problem]);
  });

  it('names a node below itself, and one in two places, without following them', () => {
    const cycle: { code: string; points: number; children: unknown[] } = {
      code: 'r',
      points: 1,
      children: [],
    };
    cycle.children.push({ code: 'a', points: 1, children: [cycle] });
    expect(told(framework(cycle))).toEqual(['NODE_IN_TWO_PLACES framework.root.children[0].children[0]']);
    const shared = { code: 's', points: 1 };
    const twice = { code: 'r', points: 2, children: [shared, shared] };
    expect(found(framework(twice))).toEqual([
      { code: 'NODE_IN_TWO_PLACES', path: 'framework.root.children[1]', params: { node: 's' } },
    ]);
  });

  it('takes a tree as deep as the deepest level, and none deeper', () => {
    expect(told(framework(chain(DEEPEST_LEVEL)))).toEqual([]);
    expect(found(framework(chain(DEEPEST_LEVEL + 1))).map(({ code }) => code)).toEqual(['TREE_TOO_DEEP']);
    expect(found(framework(chain(10_000))).map(({ code, params }) => [code, params])).toEqual([
      ['TREE_TOO_DEEP', { levels: DEEPEST_LEVEL }],
    ]);
  });

  it('tells all of it at once, in the order of the tree, with what is wrong with the data', () => {
    const root = {
      code: 'r',
      points: 1,
      children: [{ code: '' }, { code: 'a', children: 1 }, { code: 'a' }],
    };
    expect(told(framework(root), { units: [] })).toEqual([
      'NODE_CODE_EMPTY framework.root.children[0]',
      'CHILDREN_INVALID framework.root.children[1].children',
      'NODE_CODE_DOUBLED framework.a',
      'NO_UNITS dataset.units',
    ]);
  });
});

describe('validate, points', () => {
  const leaves = (...points: unknown[]): FrameworkNode[] =>
    points.map((own, i) => ({ code: `l${i}`, points: own }) as FrameworkNode);

  it.each<[string, unknown]>([
    ['POINTS_DO_NOT_ADD_UP framework.r.points', { code: 'r', points: 10, children: leaves(9) }],
    ['POINTS_DO_NOT_ADD_UP framework.r.points', { code: 'r', points: 10, children: leaves(5, 5 + 2e-9) }],
    ['POINTS_INVALID framework.r.points', { code: 'r', points: Number.NaN }],
    ['POINTS_INVALID framework.r.points', { code: 'r', points: Number.POSITIVE_INFINITY }],
    ['POINTS_INVALID framework.r.points', { code: 'r', points: -1 }],
    ['POINTS_INVALID framework.r.points', { code: 'r', points: '10' }],
    ['POINTS_INVALID framework.l0.points', { code: 'r', children: leaves(-1) }],
    ['WEIGHTS_SUM_NOT_FINITE framework.r', { code: 'r', children: leaves(1.7e308, 1.7e308) }],
    ['SCORED_NODE_WITHOUT_POINTS framework.l1.points', { code: 'r', children: leaves(1, 0) }],
    ['SCORED_NODE_WITHOUT_POINTS framework.l1.points', { code: 'r', children: leaves(1, undefined) }],
    [
      'NODE_WITHOUT_SCORED_CHILD framework.r',
      { code: 'r', children: [{ code: 'a', points: 0, scored: false }] },
    ],
    ['SCORED_INVALID framework.r.scored', { code: 'r', points: 1, scored: 'yes' }],
  ])('says %s', (problem, root) => {
    expect(told(framework(root))).toEqual([problem]);
  });

  it('absorbs the rounding of binary fractions, and asks for no points where weights are not by them', () => {
    expect(told(framework({ code: 'r', points: 0.3, children: leaves(0.1, 0.2) }))).toEqual([]);
    expect(told(framework({ code: 'r', children: leaves(0.1, 0.2) }))).toEqual([]);
    const equal = { weights: { method: 'equal' } };
    expect(told(framework({ code: 'r', points: 10, children: leaves(9, undefined) }, equal))).toEqual([]);
    expect(told(framework({ code: 'r', points: 0, children: leaves(1) }, equal))).toEqual([]);
    expect(told(framework({ code: 'r', points: 0 }))).toEqual([]);
  });

  it('asks for given weights where they are asked for', () => {
    const given = { weights: { method: 'given' } };
    expect(told(withLeaf({ weight: 1 }, given))).toEqual(['WEIGHT_ABSENT framework.b.weight']);
  });

  it.each([['x'], [-1], [Number.NaN]])('refuses the weight %p where it is not read either', (weight) => {
    for (const method of ['points', 'given', 'equal']) {
      const rules = { weights: { method } };
      const problems = told(withLeaf({ weight }, rules)).filter((problem) => problem.includes('.a.'));
      expect(problems).toEqual(['WEIGHT_INVALID framework.a.weight']);
    }
    expect(told(withLeaf({ weight: 0 }))).toEqual([]);
  });
});

describe('validate, the rules', () => {
  it.each<[string, object]>([
    ['RANK_DECIMALS_INVALID framework.method.rank.decimals', { rank: { ...DTI_METHOD.rank, decimals: 1.5 } }],
    ['RANK_INVALID framework.method.rank', { rank: undefined }],
    ['AGGREGATION_UNKNOWN framework.method.aggregation', { aggregation: { method: 'sum' } }],
    ['MISSING_RULE_UNKNOWN framework.method.missing', { missing: undefined }],
    ['MISSING_RULE_UNKNOWN framework.method.missing', { missing: 'guess' }],
    ['NOT_APPLICABLE_RULE_UNKNOWN framework.method.notApplicable', { notApplicable: 'zero' }],
    ['AVAILABILITY_INVALID framework.method.availability', { availability: 1.1 }],
    ['AVAILABILITY_INVALID framework.method.availability', { availability: -0.1 }],
    ['AVAILABILITY_INVALID framework.method.availability', { availability: '0.5' }],
    ['AVAILABILITY_BY_UNKNOWN framework.method.availabilityBy', { availabilityBy: 'units' }],
    ['WEIGHTING_UNKNOWN framework.method.weights', { weights: { method: 'pca' } }],
    ['NORMALISATION_UNKNOWN framework.method.normalise', { normalise: { method: 'magic' } }],
    ['TREATMENT_UNKNOWN framework.method.treat', { treat: { method: 'magic' } }],
    ['IMPUTATION_METHOD_UNKNOWN framework.method.impute.method', { impute: { method: 'magic' } }],
  ])('says %s, once', (problem, method) => {
    expect(told({ ...DTI_2020, method: { ...DTI_METHOD, ...method } })).toEqual([problem]);
  });

  it('says what the known words are', () => {
    const method = { ...DTI_METHOD, missing: 'guess' };
    expect(found({ ...DTI_2020, method })).toEqual([
      {
        code: 'MISSING_RULE_UNKNOWN',
        path: 'framework.method.missing',
        params: { found: 'guess', known: 'no_value zero reweight' },
      },
    ]);
  });

  it.each<[string, object]>([
    ['RULE_MISPLACED framework.a.aggregation', { aggregation: { method: 'arithmetic' } }],
    ['RULE_MISPLACED framework.a.missing', { missing: 'zero' }],
    ['RULE_MISPLACED framework.a.weights', { weights: { method: 'equal' } }],
    ['INPUT_UNKNOWN framework.a.input', { input: 'percent' }],
    ['DIRECTION_UNKNOWN framework.a.direction', { direction: 'up' }],
    ['UNIT_OF_MEASURE_INVALID framework.a.unit', { unit: 5 }],
    ['BOUNDS_INVALID framework.a.bounds', { bounds: [0, 1] }],
    ['BOUNDS_INVALID framework.a.bounds', { bounds: { minimum: 2, maximum: 1 } }],
    ['BOUNDS_INVALID framework.a.bounds', { bounds: { minimum: Number.NaN } }],
    ['NORMALISATION_UNKNOWN framework.a.normalise', { normalise: 'min_max' }],
    ['TREATMENT_UNKNOWN framework.a.treat', { treat: {} }],
    ['IMPUTATION_INVALID framework.a.impute', { impute: 3 }],
  ])('says %s of a leaf', (problem, leaf) => {
    expect(told(withLeaf(leaf))).toEqual([problem]);
  });

  it('refuses fixed numbers after a transformation that the data decide', () => {
    const treat = { method: 'transform', transformation: { kind: 'log_shifted' } };
    const goalposts = { method: 'goalposts', from: 0, upTo: 10, clamp: 'clamp' };
    const own = { treat, normalise: goalposts };
    expect(told(withLeaf(own))).toEqual(['FIXED_NUMBERS_AFTER_TRANSFORMATION framework.a']);
    expect(told(withLeaf({ normalise: goalposts }, { treat, normalise: { method: 'rank' } }))).toEqual([
      'FIXED_NUMBERS_AFTER_TRANSFORMATION framework.a',
    ]);
    expect(told(withLeaf({ treat, normalise: { method: 'rank' } }))).toEqual([]);
    expect(told(withLeaf({ treat: { method: 'magic' }, normalise: goalposts }))).toEqual([
      'TREATMENT_UNKNOWN framework.a.treat',
    ]);
  });

  it('says what a leaf cannot tell a parent, and what a parent says wrong', () => {
    const parent = (own: object): Framework =>
      framework({ code: 'r', points: 1, children: [{ code: 'a', points: 1 }], ...own });
    expect(told(parent({ normalise: { method: 'rank' }, bounds: {} }))).toEqual([
      'RULE_MISPLACED framework.r.bounds',
      'RULE_MISPLACED framework.r.normalise',
    ]);
    expect(told(parent({ aggregation: { method: 'sum' } }))).toEqual([
      'AGGREGATION_UNKNOWN framework.r.aggregation',
    ]);
    expect(told(parent({ weights: { method: 'pca' } }))).toEqual(['WEIGHTING_UNKNOWN framework.r.weights']);
    expect(told(parent({ notApplicable: 'zero' }))).toEqual([
      'NOT_APPLICABLE_RULE_UNKNOWN framework.r.notApplicable',
    ]);
    expect(told(parent({ aggregation: { method: 'minimum' }, missing: 'zero', availability: 1 }))).toEqual(
      [],
    );
  });

  it('asks for the points that a leaf in points is divided by', () => {
    const points = { input: 'points' };
    expect(told(framework({ code: 'r', ...points }))).toEqual(['POINTS_NEEDED framework.r.points']);
    expect(told(framework({ code: 'r', points: 0, ...points }))).toEqual([
      'POINTS_NEEDED framework.r.points',
    ]);
    expect(told(framework({ code: 'r', points: 5, ...points }))).toEqual([]);
    const ranked = { normalise: { method: 'rank' } };
    expect(told(framework({ code: 'r', ...points, ...ranked }))).toEqual([]);
  });

  it('asks for tie-breaks by nodes that there are', () => {
    const rank = (node: string): Method['rank'] => ({
      ...DTI_METHOD.rank,
      tieBreaks: [{ by: 'code' }, { by: 'node', node, direction: 'descending' }],
    });
    expect(told({ ...DTI_2020, method: { ...DTI_METHOD, rank: rank('economy') } })).toEqual([]);
    expect(told({ ...DTI_2020, method: { ...DTI_METHOD, rank: rank('x') } })).toEqual([
      'TIE_BREAK_NODE_UNKNOWN framework.method.rank.tieBreaks[1].node',
    ]);
  });
});
