import { describe, expect, it } from '@jest/globals';
import type { FrameworkNode } from '../model/framework.js';
import { isLeaf, isScored, walk } from './tree.js';

const TREE: FrameworkNode = {
  code: 'index',
  children: [
    { code: 'a', children: [{ code: 'a1' }, { code: 'a2', scored: false }] },
    { code: 'b', scored: true, children: [] },
  ],
};

describe('the tree', () => {
  it('is walked from parents to children, in the order of the framework', () => {
    const seen: unknown[] = [];
    walk(TREE, (node, parent) => seen.push([node.code, parent?.code ?? null]));
    expect(seen).toEqual([
      ['index', null],
      ['a', 'index'],
      ['a1', 'a'],
      ['a2', 'a'],
      ['b', 'index'],
    ]);
  });

  it('knows its leaves, and what the method gives weight', () => {
    const about: unknown[] = [];
    walk(TREE, (node) => about.push([node.code, isLeaf(node), isScored(node)]));
    expect(about).toEqual([
      ['index', false, true],
      ['a', false, true],
      ['a1', true, true],
      ['a2', true, false],
      ['b', true, true],
    ]);
  });
});
