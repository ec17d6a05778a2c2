import { describe, expect, it } from '@jest/globals';
import type { FrameworkNode } from '../model/framework.js';
import { planOf } from '../stages/plan.js';
import { METHOD, tree } from './simulation.fixture.js';
import { depthsOf, isCounted, subtreeEnds, targetsOf, type NodeInput } from './targets.js';

const plan = planOf(tree());

function codes(input: Record<string, unknown>, of = plan): readonly (string | undefined)[] {
  return targetsOf(input as unknown as NodeInput, of).nodes.map((index) => of.nodes[index]?.node.code);
}

function faults(input: Record<string, unknown>): readonly string[] {
  return targetsOf(input as unknown as NodeInput, plan).faults.map(
    ({ code, at, asked }) => `${code} ${at} ${asked}`,
  );
}

describe('the shape of a tree', () => {
  it('has the depth of each node and the end of what is below it', () => {
    // root, left, a, b, right, c, d, e
    expect([...depthsOf(plan)]).toEqual([0, 1, 2, 2, 1, 2, 2, 2]);
    expect([...subtreeEnds(plan)]).toEqual([8, 4, 3, 4, 8, 6, 7, 8]);
  });
});

describe('targetsOf', () => {
  it.each(['normalisation', 'imputation', 'treatment', 'data'])('%s: every leaf, or those named', (kind) => {
    expect(codes({ kind })).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(codes({ kind, nodes: ['e', 'left', 'a'] })).toEqual(['a', 'b', 'e']);
    expect(codes({ kind, nodes: ['root'] })).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it.each(['aggregation', 'missing', 'weights'])('%s: every parent, or those named', (kind) => {
    expect(codes({ kind })).toEqual(['root', 'left', 'right']);
    expect(codes({ kind, nodes: ['right', 'root'] })).toEqual(['root', 'right']);
    expect(faults({ kind, nodes: ['left', 'c'] })).toEqual(['SIMULATION_NODE_UNFIT nodes[1] c']);
  });

  it('weights: the parents of the levels named', () => {
    expect(codes({ kind: 'weights', levels: [1] })).toEqual(['root']);
    expect(codes({ kind: 'weights', levels: [2, 1] })).toEqual(['root', 'left', 'right']);
    expect(faults({ kind: 'weights', levels: [2, 3] })).toEqual(['SIMULATION_LEVEL_UNKNOWN levels[1] 3']);
  });

  it('leave_out: every leaf that counts, or any nodes that do, never the root', () => {
    expect(codes({ kind: 'leave_out' })).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(codes({ kind: 'leave_out', nodes: ['right', 'a'] })).toEqual(['a', 'right']);
    expect(faults({ kind: 'leave_out', nodes: ['root'] })).toEqual(['SIMULATION_NODE_UNFIT nodes[0] root']);
  });

  it('tells of nodes that are not there', () => {
    expect(faults({ kind: 'data', nodes: ['a', 'x', 'y'] })).toEqual([
      'SIMULATION_NODE_UNKNOWN nodes[1] x',
      'SIMULATION_NODE_UNKNOWN nodes[2] y',
    ]);
  });

  it('leaves out nothing that has no weight as it is', () => {
    const children: readonly FrameworkNode[] = [
      { code: 'kept', weight: 1 },
      { code: 'listed', scored: false },
      { code: 'weightless', weight: 0 },
      { code: 'shown', scored: false, children: [{ code: 'below', weight: 1 }] },
    ];
    const partly = planOf({ code: 'p', method: METHOD, root: { code: 'r', children } });
    expect(codes({ kind: 'leave_out' }, partly)).toEqual(['kept']);
    expect(partly.nodes.map(({ index }) => isCounted(partly, index))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('has nothing to leave out of a single indicator', () => {
    expect(codes({ kind: 'leave_out' }, planOf({ code: 'p', method: METHOD, root: { code: 'r' } }))).toEqual(
      [],
    );
  });
});
