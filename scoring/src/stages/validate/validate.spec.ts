import { describe, expect, it } from '@jest/globals';
import type { Cell, Dataset } from '../../model/dataset.js';
import type { Framework, FrameworkNode, Method } from '../../model/framework.js';
import type { Problem } from '../../model/outcome.js';
import { DTI_2020, DTI_METHOD } from '../framework.fixture.js';
import { DEEPEST_LEVEL } from './tree-problems.js';
import { validate } from './validate.js';

const UNITS = [{ code: 'u', group: null }];
const DATA: Dataset = { units: UNITS };

function framework(root: unknown, method: object = {}): Framework {
  return { code: 'f', method: { ...DTI_METHOD, ...method }, root } as Framework;
}

/** Two leaves of 60 and 40 points, with something else said of the first. */
function withLeaf(leaf: object, method: object = {}): Framework {
  const children = [
    { code: 'a', points: 60, ...leaf },
    { code: 'b', points: 40 },
  ];
  return framework({ code: 'r', points: 100, children }, method);
}

function found(subject: unknown, dataset: unknown = DATA): readonly Problem[] {
  return validate(subject as Framework, dataset as Dataset);
}

function told(subject: unknown, dataset: unknown = DATA): readonly string[] {
  return found(subject, dataset).map(({ code, path }) => `${code} ${path}`);
}

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

describe('validate, the shape of a data set', () => {
  it.each<[string, unknown]>([
    ['DATASET_INVALID dataset', null],
    ['DATASET_INVALID dataset', 'x'],
    ['UNITS_INVALID dataset.units', {}],
    ['UNITS_INVALID dataset.units', { units: 'u' }],
    ['NO_UNITS dataset.units', { units: [] }],
    ['UNIT_CODE_EMPTY dataset.units[0]', { units: ['u'] }],
    ['UNIT_CODE_EMPTY dataset.units[0]', { units: [{ code: '', group: null }] }],
    ['UNIT_DOUBLED dataset.units[1]', { units: [...UNITS, ...UNITS] }],
    ['UNIT_GROUP_INVALID dataset.units[0].group', { units: [{ code: 'u' }] }],
    ['UNIT_GROUP_INVALID dataset.units[0].group', { units: [{ code: 'u', group: '' }] }],
    ['CELLS_INVALID dataset.cells', { units: UNITS, cells: {} }],
    ['CELLS_INVALID dataset.cells[1]', { units: UNITS, cells: [{}, null] }],
    ['COLUMNS_INVALID dataset.columns', { units: UNITS, columns: 'x' }],
    ['EARLIER_INVALID dataset.earlier', { units: UNITS, earlier: {} }],
    ['EARLIER_INVALID dataset.earlier[0]', { units: UNITS, earlier: [null] }],
    ['CELLS_INVALID dataset.earlier[0].cells', { units: UNITS, earlier: [{ cells: 1 }] }],
  ])('says %s', (problem, dataset) => {
    expect(told(DTI_2020, dataset)).toEqual([problem]);
  });

  it('is told beside what is wrong with the rules', () => {
    const method = { ...DTI_METHOD, missing: 'guess' };
    expect(told({ ...DTI_2020, method }, { units: [] })).toEqual([
      'MISSING_RULE_UNKNOWN framework.method.missing',
      'NO_UNITS dataset.units',
    ]);
  });
});

describe('validate, the values', () => {
  const cell: Cell = { unit: 'u', element: 'economy', value: 0.5, status: 'A' };

  it.each<[string, readonly object[]]>([
    ['CELL_UNIT_UNKNOWN dataset.cells[0]', [{ ...cell, unit: 'x' }]],
    ['ELEMENT_UNKNOWN dataset.cells[0]', [{ ...cell, element: 'dti' }]],
    ['CELL_DOUBLED dataset.cells[1]', [cell, cell]],
    ['VALUE_NOT_A_NUMBER dataset.cells[0]', [{ ...cell, value: '' }]],
    ['VALUE_NOT_A_NUMBER dataset.cells[0]', [{ ...cell, value: '0.5' }]],
    ['VALUE_NOT_A_NUMBER dataset.cells[0]', [{ ...cell, value: undefined }]],
    ['VALUE_NOT_FINITE dataset.cells[0]', [{ ...cell, value: Number.NaN }]],
    ['VALUE_NOT_FINITE dataset.cells[0]', [{ ...cell, value: Number.NEGATIVE_INFINITY }]],
    ['VALUE_ABSENT dataset.cells[0]', [{ ...cell, value: null }]],
    ['VALUE_NOT_EXPECTED dataset.cells[0]', [{ ...cell, status: 'L' }]],
    ['STATUS_UNKNOWN dataset.cells[0]', [{ ...cell, status: 'X' }]],
    ['STATUS_UNKNOWN dataset.cells[0]', [{ ...cell, status: undefined }]],
    ['VALUE_OUT_OF_BOUNDS dataset.cells[0]', [{ ...cell, value: 1.0001 }]],
    ['VALUE_OUT_OF_BOUNDS dataset.cells[0]', [{ ...cell, value: -0.1 }]],
  ])('says %s', (problem, cells) => {
    expect(told(DTI_2020, { units: UNITS, cells })).toEqual([problem]);
  });

  it('tells the same of columns', () => {
    const column = (element: string, values: number[]): object => ({ element, values });
    expect(told(DTI_2020, { units: UNITS, columns: [column('x', [1])] })).toEqual([
      'ELEMENT_UNKNOWN dataset.columns[0]',
    ]);
    expect(told(DTI_2020, { units: UNITS, columns: [column('economy', [0.5, 0.5])] })).toEqual([
      'COLUMN_LENGTH_WRONG dataset.columns[0].values',
    ]);
    expect(told(DTI_2020, { units: UNITS, columns: [column('economy', [1.5])] })).toEqual([
      'VALUE_OUT_OF_BOUNDS dataset.columns[0].values[0]',
    ]);
  });

  it('says what a value may be by the bounds, the points or the ratio of its leaf', () => {
    const of = (leaf: object, value: number): readonly Problem[] =>
      found(withLeaf(leaf), { units: UNITS, cells: [{ ...cell, element: 'a', value }] });
    expect(of({}, 1.5)[0]?.params).toMatchObject({ minimum: 0, maximum: 1 });
    expect(of({ input: 'points' }, 60)).toEqual([]);
    expect(of({ input: 'points' }, 60.5)[0]?.params).toMatchObject({ minimum: 0, maximum: 60 });
    expect(of({ bounds: { minimum: 10 }, input: 'points' }, 9)[0]?.params).toMatchObject({
      minimum: 10,
      maximum: 60,
    });
    expect(of({ bounds: { minimum: -5, maximum: 0.5 } }, 0.6)[0]?.params).toMatchObject({
      minimum: 0,
      maximum: 0.5,
    });
    const kept = { normalise: { method: 'ratio_to_maximum', clamp: 'keep' } };
    expect(of(kept, 1.5)).toEqual([]);
    expect(of({ ...kept, bounds: { maximum: 2 } }, 2.5)[0]?.params).toMatchObject({
      minimum: null,
      maximum: 2,
    });
    expect(of({ normalise: { method: 'rank' } }, -1e9)).toEqual([]);
  });

  it('tells all of it at once', () => {
    const cells = [
      { ...cell, element: 'x', unit: 'y' },
      { ...cell, value: Number.NaN },
    ];
    expect(told(DTI_2020, { units: UNITS, cells })).toEqual([
      'CELL_UNIT_UNKNOWN dataset.cells[0]',
      'ELEMENT_UNKNOWN dataset.cells[0]',
      'VALUE_NOT_FINITE dataset.cells[1]',
    ]);
  });

  it('lets an earlier period hold units and data elements of its own', () => {
    const earlier = [{ cells: [{ ...cell, unit: 'gone', element: 'gone' }] }];
    expect(told(DTI_2020, { units: UNITS, earlier })).toEqual([]);
    const broken = [{ cells: [{ ...cell, value: Number.NaN }, cell, cell] }];
    expect(told(DTI_2020, { units: UNITS, earlier: broken })).toEqual([
      'VALUE_NOT_FINITE dataset.earlier[0].cells[0]',
      'CELL_DOUBLED dataset.earlier[0].cells[1]',
      'CELL_DOUBLED dataset.earlier[0].cells[2]',
    ]);
  });

  it('asks nothing of the data elements while formulas are wrong', () => {
    const subject = withLeaf({ formula: { kind: 'ratio' } });
    const problems = told(subject, { units: UNITS, cells: [{ ...cell, element: 'x' }] });
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every((problem) => problem.includes('framework.a.formula'))).toBe(true);
  });
});

describe('validate, what a problem carries', () => {
  const cell: Cell = { unit: 'u', element: 'economy', value: 0.5, status: 'A' };
  const params = (subject: unknown, dataset: unknown = DATA): unknown => found(subject, dataset)[0]?.params;

  it.each<[unknown, object]>([
    ['dti', { found: 'dti' }],
    [{ ...DTI_2020, method: true }, { found: 'true' }],
    [{ ...DTI_2020, root: [] }, { found: 'object' }],
    [framework({ code: 'r', points: 1, children: 7 }), { found: 7 }],
    [framework({ code: 'r', points: 1, children: [{ code: 'r' }] }), { node: 'r' }],
    [framework({ code: 'r', points: -1 }), { points: -1 }],
    [framework({ code: 'r', points: Number.NaN }), { points: 'NaN' }],
    [framework({ code: 'r', points: 1, scored: 'yes' }), { scored: 'yes' }],
    [framework({ code: 'r', children: [{ code: 'a', points: 0 }] }), { node: 'a' }],
    [framework({ code: 'r', children: [{ code: 'a', scored: false }] }), { node: 'r' }],
    [framework({ code: 'r', points: 3, children: [{ code: 'a', points: 1 }] }), { points: 3, ofChildren: 1 }],
    [
      framework({
        code: 'r',
        children: [
          { code: 'a', points: 1e308 },
          { code: 'b', points: 1e308 },
        ],
      }),
      { children: 2 },
    ],
    [framework({ code: 'r', input: 'points' }), { points: null }],
    [withLeaf({ missing: 'zero' }), { node: 'a', kind: 'leaf' }],
    [
      framework({ code: 'r', unit: 'x', children: [{ code: 'a', points: 1 }] }),
      { node: 'r', kind: 'parent' },
    ],
    [withLeaf({ input: 'percent' }), { found: 'percent' }],
    [withLeaf({ direction: 3 }), { found: 3 }],
    [withLeaf({ unit: 5 }), { found: 5 }],
    [withLeaf({ bounds: 'wide' }), { found: 'wide' }],
    [withLeaf({ bounds: { minimum: 2, maximum: 1 } }), { minimum: 2, maximum: 1 }],
    [withLeaf({}, { availability: 2 }), { availability: 2 }],
    [withLeaf({}, { availabilityBy: 'x' }), { found: 'x', known: 'weight children' }],
  ])('of %j it is %j', (subject, expected) => {
    expect(params(subject)).toEqual(expected);
  });

  it.each<[unknown, object]>([
    [7, { found: 7 }],
    [{ units: 'u' }, { found: 'u' }],
    [{ units: [...UNITS, ...UNITS] }, { unit: 'u' }],
    [{ units: [{ code: 'u', group: 5 }] }, { unit: 'u', group: 5 }],
    [{ units: UNITS, cells: 'x' }, { found: 'x' }],
    [{ units: UNITS, cells: [null] }, { found: null }],
    [{ units: UNITS, columns: 3 }, { found: 3 }],
    [{ units: UNITS, earlier: 'x' }, { found: 'x' }],
    [{ units: UNITS, earlier: [1] }, { found: 1 }],
    [{ units: UNITS, columns: [{ element: 'x', values: [1] }] }, { element: 'x' }],
    [
      { units: UNITS, cells: [{ ...cell, unit: 'x' }] },
      { unit: 'x', element: 'economy' },
    ],
    [
      { units: UNITS, cells: [{ ...cell, value: '7' }] },
      { unit: 'u', element: 'economy', found: '7' },
    ],
    [
      { units: UNITS, cells: [{ ...cell, value: Number.NaN }] },
      { unit: 'u', element: 'economy' },
    ],
    [
      { units: UNITS, cells: [{ ...cell, status: 'X' }] },
      { unit: 'u', element: 'economy', status: 'X' },
    ],
    [
      { units: UNITS, cells: [{ ...cell, value: null }] },
      { unit: 'u', element: 'economy', status: 'A' },
    ],
  ])('of the data %j it is %j', (dataset, expected) => {
    expect(params(DTI_2020, dataset)).toEqual(expected);
  });

  it('names a tie-break, a screening and a list of cells that is wrong at its first', () => {
    const rank = { ...DTI_METHOD.rank, tieBreaks: [{ by: 'node', node: 'x', direction: 'descending' }] };
    expect(params({ ...DTI_2020, method: { ...DTI_METHOD, rank } })).toEqual({ node: 'x' });
    const screen = { unitAvailability: 2 };
    expect(told({ ...DTI_2020, method: { ...DTI_METHOD, screen } })).toEqual([
      'SCREENING_SHARE_INVALID framework.method.screen.unitAvailability',
    ]);
  });

  it('takes what is at its limit', () => {
    expect(told(withLeaf({}, { availability: 0, availabilityBy: 'children' }))).toEqual([]);
    expect(told(withLeaf({}, { availability: 1, availabilityBy: 'weight' }))).toEqual([]);
    expect(told(withLeaf({ bounds: { minimum: 1, maximum: 1 }, unit: 'percent', input: 'ratio' }))).toEqual(
      [],
    );
    const higher = { normalise: { method: 'rank' }, direction: 'higher_is_better' };
    const lower = { normalise: { method: 'rank' }, direction: 'lower_is_better' };
    expect([told(withLeaf(higher)), told(withLeaf(lower))]).toEqual([[], []]);
  });

  it('asks whether steps suit the direction of their leaf', () => {
    const rising = [
      { from: 1, value: 1 },
      { from: 2, value: 2 },
    ];
    const steps = { method: 'steps', below: 0, steps: rising };
    const codes = found(withLeaf({ normalise: steps, direction: 'lower_is_better' })).map(({ code }) => code);
    expect(codes).toEqual(['STEPS_AGAINST_DIRECTION']);
    expect(told(withLeaf({ normalise: steps }))).toEqual([]);
  });
});
