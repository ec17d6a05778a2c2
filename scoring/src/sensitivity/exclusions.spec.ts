import { describe, expect, it } from '@jest/globals';
import { evaluate, sourceOf } from '../stages/evaluate.js';
import { planOf } from '../stages/plan.js';
import { nodesWithout, runExclusions } from './exclusions.js';
import { data, tree } from './simulation.fixture.js';

const plan = planOf(tree());

describe('nodesWithout', () => {
  it('has the node, what is below it, and a parent of which nothing is left', () => {
    // root, left, a, b, right, c, d, e
    expect([...nodesWithout(plan, 2)]).toEqual([0, 0, 1, 0, 0, 0, 0, 0]);
    expect([...nodesWithout(plan, 1)]).toEqual([0, 1, 1, 1, 0, 0, 0, 0]);
    expect([...nodesWithout(plan, -1)]).toEqual(new Array(8).fill(0));
    const chain = { code: 'r', children: [{ code: 'p', weight: 1, children: [{ code: 'a', weight: 1 }] }] };
    expect([...nodesWithout(planOf({ ...tree(), root: chain }), 2)]).toEqual([1, 1, 1]);
  });
});

describe('runExclusions', () => {
  const columns = { a: [1, 2, null], b: [1, null, null], c: [1, 2, 3], d: [1, 2, 3], e: [1, 2, 3] };
  const source = sourceOf(data(columns));

  it('is nothing without screening and with nothing left out', () => {
    expect(runExclusions(plan, source, -1)).toEqual({ units: null, nodes: null });
  });

  it('is what evaluation leaves out where nothing else is', () => {
    const screened = planOf(tree({ screen: { unitAvailability: 0.7, indicatorAvailability: 0.5 } }));
    const { units, nodes } = runExclusions(screened, source, -1);
    const { exclusions } = evaluate(screened, source);
    expect([units, nodes]).toEqual([exclusions.units, exclusions.nodes]);
    expect([...(units ?? [])]).toEqual([0, 0, 1]);
    expect([...(nodes ?? [])]).toEqual([0, 0, 0, 1, 0, 0, 0, 0]);
  });

  it('screens by what is left: a unit is not asked for an indicator that is out', () => {
    const screened = planOf(tree({ screen: { unitAvailability: 0.7 } }));
    // Of a and c to e the third unit has 3 of 4; the second has all.
    expect([...(runExclusions(screened, source, 3).units ?? [])]).toEqual([0, 0, 0]);
    expect([...(runExclusions(screened, source, 7).units ?? [])]).toEqual([0, 0, 1]);
  });
});
