import { describe, expect, it } from '@jest/globals';
import { branchOf, BranchStore, emptyBranch } from './branch.js';

function branch(states: readonly number[]) {
  const column = {
    values: Float64Array.from(states, (state) => (state === 0 ? 5 : NaN)),
    states: Uint8Array.from(states),
    marks: new Uint16Array(states.length),
  };
  return branchOf({ column, coverage: null });
}

describe('branchOf', () => {
  it('is complete where every unit has a value', () => {
    expect(branch([0, 0]).complete).toBe(true);
    expect(branch([0, 6]).complete).toBe(false);
    expect(branch([]).complete).toBe(true);
  });

  it('has zeros for gaps in place of the values, or the values', () => {
    const gapped = branch([0, 1, 0]);
    expect([...gapped.filled]).toEqual([5, 0, 5]);
    expect([...gapped.column.values]).toEqual([5, NaN, 5]);
    const full = branch([0, 0]);
    expect(full.filled).toBe(full.column.values);
    expect(emptyBranch(2)).toMatchObject({ complete: true, coverage: null });
    expect([...emptyBranch(2).filled]).toEqual([0, 0]);
  });
});

describe('BranchStore', () => {
  it('lets everything go when it would hold more than it may', () => {
    const own = branch([0, 0, 0, 0]);
    // 27 bytes for each of 4 units: three fit into 324, a fourth does not.
    const store = new BranchStore(324);
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
