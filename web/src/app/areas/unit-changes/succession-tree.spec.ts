import { describe, expect, it } from '@jest/globals';
import { successionTrees, type TreeNode } from './succession-tree.js';

const link = (predecessorId: string, successorId: string) => ({
  predecessorId,
  successorId,
  change: 'merge',
  effectiveDate: '2025-07-01',
  isNew: false,
});
const told = ({ id, parts }: TreeNode): unknown => (parts.length === 0 ? id : [id, parts.map(told)]);

describe('the succession as a tree', () => {
  it('has what is there in the end at the top, and beneath it what it came from', () => {
    const trees = successionTrees(
      [link('a', 'ab'), link('b', 'ab'), link('ab', 'abc'), link('c', 'abc')],
      [],
    );
    expect(trees.map(told)).toEqual([['abc', [['ab', ['a', 'b']], 'c']]]);
  });

  it('of a split has the unit beneath each of its parts', () => {
    expect(successionTrees([link('a', 'x'), link('a', 'y')], []).map(told)).toEqual([
      ['x', ['a']],
      ['y', ['a']],
    ]);
  });

  it('is nothing where nothing became anything else', () => {
    expect(successionTrees([], [])).toEqual([]);
  });
});
