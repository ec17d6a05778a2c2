import { describe, expect, it } from '@jest/globals';
import { branchOf, BranchStore, presenceOf } from './branch.js';

function branch(states: readonly number[]) {
  const column = {
    values: new Float64Array(states.length),
    states: Uint8Array.from(states),
    marks: new Uint16Array(states.length),
  };
  return branchOf({ column, coverage: presenceOf(column) });
}

describe('branchOf', () => {
  it('is complete where every unit has a value', () => {
    expect(branch([0, 0]).complete).toBe(true);
    expect(branch([0, 6]).complete).toBe(false);
    expect(branch([]).complete).toBe(true);
    expect([...(branch([0, 1, 0]).coverage ?? [])]).toEqual([1, 0, 1]);
  });
});

describe('BranchStore', () => {
  it('lets everything go when it would hold more than it may', () => {
    const own = branch([0, 0, 0, 0]);
    // 19 bytes for each of 4 units: three fit into 228, a fourth does not.
    const store = new BranchStore(228);
    const [first, second] = [store.shelf(), store.shelf()];
    store.put(first, 1, own);
    store.put(first, 2, own);
    store.put(second, 1, own);
    expect([first.size, second.size]).toEqual([2, 1]);
    store.put(second, 2, own);
    expect([first.size, [...second.keys()]]).toEqual([0, [2]]);
    store.put(first, 1, own);
    expect([first.size, second.size]).toEqual([1, 1]);
  });
});
