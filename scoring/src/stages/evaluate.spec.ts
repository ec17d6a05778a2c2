import { describe, expect, it } from '@jest/globals';
import { MARK, STATE } from '../model/column.js';
import type { Dataset } from '../model/dataset.js';
import type { Framework, FrameworkNode, Method } from '../model/framework.js';
import { combine, evaluate, leafColumns, sourceOf } from './evaluate.js';
import { planOf, type PlanNode } from './plan.js';

const METHOD: Method = {
  normalise: { method: 'rank' },
  weights: { method: 'equal' },
  aggregation: { method: 'arithmetic' },
  missing: 'reweight',
  notApplicable: 'reweight',
  rank: { method: 'competition', decimals: null, rounding: 'half_up_decimal', direction: 'descending' },
};
const LEAVES: readonly FrameworkNode[] = [
  { code: 'p', children: [{ code: 'a' }, { code: 'b' }] },
  { code: 'c' },
  { code: 'd', scored: false },
];
const DATASET: Dataset = {
  units: [
    { code: 'u', group: 'x' },
    { code: 'v', group: null },
    { code: 'w', group: 'y' },
    { code: 'z', group: 'x' },
  ],
  columns: [
    { element: 'a', values: [1, 2, 3, 4] },
    { element: 'b', values: [1, null, null, null] },
    { element: 'c', values: [4, 3, 2, null] },
    { element: 'd', values: [0, 0, 0, 0] },
  ],
};

function framework(method: Partial<Method> = {}, children = LEAVES): Framework {
  return { code: 'f', method: { ...METHOD, ...method }, root: { code: 'r', children } };
}

function at(of: Framework, code: string): PlanNode {
  const found = planOf(of).nodes.find(({ node }) => node.code === code);
  if (found === undefined) throw new Error(code);
  return found;
}

describe('sourceOf', () => {
  it('numbers peer groups as they come, with -1 for none, and finds units', () => {
    const { roster } = sourceOf(DATASET);
    expect([...roster.groups]).toEqual([0, -1, 1, 0]);
    expect(['u', 'z', 'nobody'].map(roster.indexOf)).toEqual([0, 3, -1]);
  });
});

describe('evaluate', () => {
  it('keeps every node, or the root alone', () => {
    const plan = planOf(framework());
    const all = evaluate(plan, sourceOf(DATASET));
    expect([...all.nodes.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    expect([...all.leaves.keys()]).toEqual([2, 3, 4, 5]);
    const root = evaluate(plan, sourceOf(DATASET), 'root');
    expect([...root.nodes.keys()]).toEqual([0]);
    expect([...root.leaves.keys()]).toEqual([]);
    expect(root.nodes.get(0)).toEqual(all.nodes.get(0));
  });

  it('leaves nobody out without a screening', () => {
    expect(evaluate(planOf(framework()), sourceOf(DATASET)).exclusions).toEqual({
      units: null,
      nodes: null,
      leftOut: [],
    });
  });

  it('leaves out an indicator, and a parent where no scored child is left', () => {
    const of = framework({ screen: { indicatorAvailability: 0.5 } });
    expect([...(evaluate(planOf(of), sourceOf(DATASET)).exclusions.nodes ?? [])]).toEqual([0, 0, 0, 1, 0, 0]);
    const alone = [{ code: 'p', children: [{ code: 'b' }, { code: 'd', scored: false }] }, { code: 'c' }];
    const dataset = { ...DATASET, columns: DATASET.columns?.slice(1) ?? [] };
    const { exclusions, nodes } = evaluate(
      planOf(framework({ screen: { indicatorAvailability: 0.5 } }, alone)),
      sourceOf(dataset),
    );
    expect([...(exclusions.nodes ?? [])]).toEqual([0, 1, 1, 0, 0]);
    expect(exclusions.leftOut.map(({ code }) => code)).toEqual(['b']);
    const parent = nodes.get(1)?.column;
    expect([...(parent?.states ?? [])]).toEqual(Array(4).fill(STATE.not_scored));
    expect([...(parent?.marks ?? [])]).toEqual(Array(4).fill(MARK.screenedOut));
    expect([...(nodes.get(0)?.column.values ?? [])]).toEqual([3, 2, 1, NaN]);
  });

  it('screens by what is scored alone', () => {
    const of = framework({ screen: { unitNonZero: 1 } });
    expect(evaluate(planOf(of), sourceOf(DATASET)).exclusions.leftOut).toEqual([]);
  });

  it('takes a unit that is left out from every column, and leaves the given ones as they were', () => {
    const of = framework({ screen: { unitAvailability: 0.5 } });
    const source = sourceOf(DATASET);
    const { exclusions, leaves, nodes } = evaluate(planOf(of), source);
    expect([...(exclusions.units ?? [])]).toEqual([0, 0, 0, 1]);
    expect([...(leaves.get(2)?.normalised.values ?? [])]).toEqual([1, 2, 3, NaN]);
    expect([...(nodes.get(1)?.column.marks ?? [])].map((marks) => marks & MARK.screenedOut)).toEqual([
      0,
      0,
      0,
      MARK.screenedOut,
    ]);
    expect([...source.elements.element('a').marks]).toEqual([0, 0, 0, 0]);
  });
});

describe('the parts of an evaluation', () => {
  const source = sourceOf(DATASET);

  it('are told which node they are asked for in vain', () => {
    expect(() => leafColumns(at(framework(), 'p'), source, null)).toThrow('p is not a leaf');
    expect(() => combine(at(framework(), 'c'), [], source.roster, null)).toThrow('c has no children');
  });
});

describe('planOf', () => {
  it('lays out parents before children, with the share that each is asked for', () => {
    const { nodes, leaves } = planOf(framework());
    expect(nodes.map(({ node, parent, asked, weight }) => [node.code, parent, asked, weight])).toEqual([
      ['r', -1, 1, 1],
      ['p', 0, 0.5, 1],
      ['a', 1, 0.5, 1],
      ['b', 1, 0.5, 1],
      ['c', 0, 0.5, 1],
      ['d', 0, 0, 0],
    ]);
    expect(leaves).toEqual([2, 3, 4, 5]);
    expect(nodes.map(({ leaf, parentRules }) => [leaf !== null, parentRules !== null])).toEqual(
      ['r', 'p', 'a', 'b', 'c', 'd'].map((code) => [!'rp'.includes(code), 'rp'.includes(code)]),
    );
  });

  it('takes the rules of a node before those of the method, and those before what is usual', () => {
    expect(at(framework(), 'p').parentRules).toMatchObject({ availability: 0, availabilityBy: 'weight' });
    const of = framework({ availability: 0.5, availabilityBy: 'children' }, [
      { code: 'p', availability: 0.25, availabilityBy: 'weight', children: [{ code: 'a' }] },
    ]);
    expect(at(of, 'r').parentRules).toMatchObject({ availability: 0.5, availabilityBy: 'children' });
    expect(at(of, 'p').parentRules).toMatchObject({ availability: 0.25, availabilityBy: 'weight' });
    expect(at(of, 'a').leaf).toEqual({
      impute: { method: 'none' },
      treat: { method: 'none' },
      normalise: { method: 'rank' },
      direction: 'higher_is_better',
      maximum: 1,
    });
  });
});
