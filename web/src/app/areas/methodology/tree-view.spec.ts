import { describe, expect, it } from '@jest/globals';
import { basisOf, formulaOf, treeNodeOf } from '../../../testing/frameworks.js';
import { wordingOf } from '../../../testing/wording.js';
import { lapsedBases, treeCounts, treeRows } from './tree-view.js';

const share = (numerator: string) =>
  formulaOf('ratio', [
    ['numerator', numerator],
    ['denominator', 'all'],
  ]);
const nodes = [
  treeNodeOf('data', {
    kind: 'sub_index',
    proposed: true,
    legalBases: [basisOf('decision-142-2024#VI.7.a')],
  }),
  treeNodeOf('open', { parentCode: 'data', depth: 1, kind: 'component', weightAsked: 1, weightEffective: 1 }),
  treeNodeOf('open.a', {
    parentCode: 'open',
    depth: 2,
    weightAsked: 0.5,
    weightEffective: 0.5,
    formula: share('a'),
    legalBases: [basisOf('decree-47-2020#20', true), basisOf('decision-142-2024#VI.7.a')],
  }),
  treeNodeOf('open.b', {
    parentCode: 'open',
    depth: 2,
    scored: false,
    weightAsked: 0,
    weightEffective: 0,
    formula: share('b'),
  }),
];

describe('the tree of a method', () => {
  const rows = treeRows(nodes, wordingOf('vi'));

  it('is drawn line by line, with what each line is worked out by', () => {
    expect(rows.map(({ code, depth, parent, formula }) => [code, depth, parent, formula])).toEqual([
      ['data', 0, true, ''],
      ['open', 1, true, ''],
      ['open.a', 2, false, 'số a ÷ số all'],
      ['open.b', 2, false, 'số b ÷ số all'],
    ]);
  });

  it('gives what is only listed no share, rather than one of zero', () => {
    expect(rows.map(({ ofParent, ofWhole }) => [ofParent, ofWhole])).toEqual([
      [1, 1],
      [1, 1],
      [0.5, 0.5],
      [null, null],
    ]);
  });

  it('counts components, indicators and data elements, each element once', () => {
    expect(treeCounts(nodes)).toEqual({
      components: 1,
      indicators: 2,
      descriptive: 1,
      elements: 3,
      proposed: 1,
    });
  });

  it('names each basis that no longer holds once', () => {
    expect(lapsedBases([...nodes, ...nodes]).map(({ reference }) => reference)).toEqual([
      'decree-47-2020#20',
    ]);
  });
});
