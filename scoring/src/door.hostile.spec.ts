import { describe, expect, it } from '@jest/globals';
import {
  codes,
  dataset,
  framework,
  leaves,
  pathsOf,
  scores,
  THINGS,
  withAt,
} from './door-hostile.fixture.js';
import { compute, type Dataset, type Framework, type FrameworkNode } from './index.js';

/**
 * Input that a file, a request or a program without types may hand in. Each is answered with a code of its
 * own, or with a result that is worked out here by hand; nothing is thrown, no number is wrong.
 */
/** A tree with one leaf, `levels` below the root. */
function deep(levels: number): FrameworkNode {
  let node: FrameworkNode = { code: 'a', weight: 1 };
  for (let level = 0; level < levels; level++) node = { code: `p${level}`, weight: 1, children: [node] };
  return node;
}

function cyclic(): FrameworkNode {
  const node = { code: 'p', weight: 1, children: [] as FrameworkNode[] };
  node.children.push({ code: 'q', weight: 1, children: [node] });
  return node;
}

function ownChild(): FrameworkNode {
  const node = { code: 'p', weight: 1, children: [] as FrameworkNode[] };
  node.children.push(node);
  return node;
}

describe('the case that the others change', () => {
  it('is sound: (0.2 + 0.6) / 2 and (0.4 + 0.8) / 2', () => {
    const [u, v] = scores(framework(leaves), dataset());
    expect([u, v]).toEqual([expect.closeTo(0.4, 14), expect.closeTo(0.6, 14)]);
  });
});

describe('things that are no framework and no data set', () => {
  const things = THINGS;

  it.each(things.map((thing) => [typeof thing, thing]))('as either or both: %s', (_type, thing) => {
    expect(codes(thing, dataset()).length).toBeGreaterThan(0);
    expect(codes(framework(leaves), thing).length).toBeGreaterThan(0);
    expect(codes(thing, thing).length).toBeGreaterThan(0);
  });

  it.each(things.map((thing) => [typeof thing, thing]))('anywhere in a framework: %s', (_type, thing) => {
    const about = framework(leaves, { screen: {}, impute: { method: 'mean' }, treat: { method: 'none' } });
    for (const path of pathsOf(about)) {
      expect(() => compute(withAt(about, path, thing) as Framework, dataset())).not.toThrow();
    }
  });

  it.each(things.map((thing) => [typeof thing, thing]))('anywhere in a data set: %s', (_type, thing) => {
    const cells = [{ unit: 'u', element: 'a', value: 1, status: 'A' }];
    const about = dataset({
      columns: [{ element: 'b', values: [6, 8], statuses: ['A', 'A'] }],
      cells,
      earlier: [{ cells }],
    });
    for (const path of pathsOf(about)) {
      expect(() => compute(framework(leaves), withAt(about, path, thing) as Dataset)).not.toThrow();
    }
  });
});

describe('a tree that is none', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['a node below itself', ownChild(), ['NODE_IN_TWO_PLACES']],
    ['a circle over two nodes', cyclic(), ['NODE_IN_TWO_PLACES']],
    ['10,000 levels', deep(10_000), ['TREE_TOO_DEEP']],
    ['65 levels below the root', deep(65), ['TREE_TOO_DEEP']],
    ['two nodes of one code', { code: 'p', children: [leaves[0], { ...leaves[0] }] }, ['NODE_CODE_DOUBLED']],
    ['a code that is empty', { code: '', children: leaves }, ['NODE_CODE_EMPTY']],
    ['a code that is a number', { code: 5, children: leaves }, ['NODE_CODE_EMPTY']],
    ['children that are no list', { code: 'p', children: { 0: leaves[0] } }, ['CHILDREN_INVALID']],
    ['children that are null', { code: 'p', children: null }, ['CHILDREN_INVALID']],
    ['a child that is null', { code: 'p', children: [null, ...leaves] }, ['NODE_INVALID']],
    ['a child that is a code', { code: 'p', children: ['a'] }, ['NODE_INVALID']],
    ['a list with a hole', { code: 'p', children: new Array<unknown>(2) }, ['NODE_INVALID']],
  ])('%s', (_name, root, expected) => {
    expect(codes({ ...framework(leaves), root }, dataset())).toEqual(expected);
  });

  it('one node in two places', () => {
    const [shared] = leaves;
    const children = [
      { code: 'p', weight: 1, children: [shared] },
      { code: 'q', weight: 1, children: [shared] },
    ];
    expect(codes(framework(children), dataset())).toEqual(['NODE_IN_TWO_PLACES']);
  });

  it('no children that count: not scored, or none at all', () => {
    expect(codes(framework(leaves.map((leaf) => ({ ...leaf, scored: false }))), dataset())).toEqual([
      'NODE_WITHOUT_SCORED_CHILD',
    ]);
  });

  it('64 levels are walked', () => {
    const root = deep(64);
    const data = dataset({ columns: [{ element: 'a', values: [2, 4] }] });
    expect(scores({ ...framework([]), root }, data)).toEqual([0.2, 0.4]);
  });
});

describe('weights', () => {
  const given = (a: unknown, b: unknown): Framework =>
    framework([
      { code: 'a', weight: a },
      { code: 'b', weight: b },
    ]);

  it.each<[string, unknown, unknown, readonly string[]]>([
    ['that sum to zero', 0, 0, ['WEIGHTS_SUM_ZERO']],
    ['of which one is negative', -1, 2, ['WEIGHT_INVALID']],
    ['that cancel out', 1, -1, ['WEIGHT_INVALID']],
    ['that are not there', undefined, 1, ['WEIGHT_ABSENT']],
    ['that are null', null, 1, ['WEIGHT_INVALID']],
    ['that are text', '1', 1, ['WEIGHT_INVALID']],
    ['that are NaN', Number.NaN, 1, ['WEIGHT_INVALID']],
    ['that are infinite', Number.POSITIVE_INFINITY, 1, ['WEIGHT_INVALID']],
    ['whose sum is beyond the doubles', 1e308, 1e308, ['WEIGHTS_SUM_NOT_FINITE']],
  ])('%s', (_name, a, b, expected) => {
    expect(codes(given(a, b), dataset())).toEqual(expected);
  });

  it.each<[string, unknown, unknown, readonly (number | null)[]]>([
    ['of −0 and 1: the one that has weight', -0, 1, [0.6, 0.8]],
    ['of 0 and 1: the one that has weight', 0, 1, [0.6, 0.8]],
    ['as small as numbers are', 5e-324, 5e-324, [0.4, 0.6]],
    ['as large as numbers are', 8e307, 8e307, [0.4, 0.6]],
  ])('%s', (_name, a, b, expected) => {
    scores(given(a, b), dataset()).forEach((score, u) => expect(score).toBeCloseTo(expected[u] ?? NaN, 14));
  });
});

describe('codes that are names of the language, or long', () => {
  it.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'ă'.repeat(200),
    ' ',
    '\u0000',
    '💧',
    '1',
    '-1',
  ])('as unit, group, node and element: %j', (code) => {
    const data = dataset({
      units: [
        { code, group: code },
        { code: 'v', group: code },
      ],
      columns: [
        { element: code, values: [2, 4] },
        { element: 'b', values: [6, 8] },
      ],
    });
    const outcome = compute(framework([{ code, weight: 1 }, leaves[1]]), data);
    const units = outcome.ok ? outcome.value.units : [];
    expect(units.map(({ unit, score, rank }) => [unit, score, rank?.rank])).toEqual([
      [code, expect.closeTo(0.4, 14), 2],
      ['v', expect.closeTo(0.6, 14), 1],
    ]);
    expect(units[0]?.nodes.map((node) => node.code)).toEqual(['root', code, 'b']);
  });
});
