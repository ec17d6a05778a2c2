import { describe, expect, it } from '@jest/globals';
import type { Framework, Method } from '../../model/framework.js';
import type { SuccessionLink, SuccessionRule } from '../../model/succession.js';
import { compute } from '../compute.js';
import { DTI_2020, DTI_METHOD, flat } from '../framework.fixture.js';
import {
  AB_TO_D,
  data,
  MEAN,
  MEAN_OF_PRESENT,
  problemsOf,
  restated,
  scores,
  THREE,
} from './succession.fixture.js';

describe('restate, mean of indices', () => {
  it('averages the main indices of the predecessors and computes the total, as DTI 2024 does', () => {
    // D: government (0.5 + 0.7)/2 = 0.6, economy 0.3, society 0.4: 0.24 + 0.09 + 0.12 = 0.45.
    const result = restated(DTI_2020, THREE, AB_TO_D, MEAN);
    expect(result.assessment.units.map(({ unit, group, rank }) => [unit, group, rank?.rank])).toEqual([
      ['C', 'province', 2],
      ['D', 'province', 1],
    ]);
    expect(scores(result)['D']).toBeCloseTo(0.45, 12);
    expect(scores(result)['C']).toBeCloseTo(0.42, 12);
    expect(result.units).toEqual([
      { unit: 'C', basis: 'reported', rule: null, predecessors: [] },
      {
        unit: 'D',
        basis: 'restated',
        rule: 'mean_of_indices',
        predecessors: [
          { unit: 'A', weight: 0.5, share: 1, inData: true },
          { unit: 'B', weight: 0.5, share: 1, inData: true },
        ],
      },
    ]);
    const d = result.assessment.units[1]?.nodes;
    expect(d?.map(({ code, value }) => [code, Number(value?.toFixed(12))])).toEqual([
      ['dti', 0.45],
      ['government', 0.6],
      ['economy', 0.3],
      ['society', 0.4],
    ]);
    expect(d?.[1]?.status).toBe('E');
    expect(result.assessment.units[0]?.nodes[1]?.status).toBe('A');
    expect(result.rule).toBe(MEAN);
  });

  it('differs in the fourth decimal from the mean of totals that were rounded before', () => {
    // A 0.40006 is published as 0.4001, B 0.40002 as 0.4000: their mean 0.40005 would be 0.4001, and the
    // true one, 0.40004, is 0.4000.
    const one = flat({ a: 1 });
    const result = restated(one, data(['a'], { A: [0.40006], B: [0.40002] }), AB_TO_D, MEAN);
    expect(result.assessment.units[0]?.rank?.compared).toBe(0.4);
  });

  it('is what compute gives by the framework and the data that it hands back', () => {
    const result = restated(DTI_2020, THREE, AB_TO_D, MEAN);
    const again = compute(result.framework, result.dataset);
    expect(again.ok ? again.value : null).toEqual(result.assessment);
  });

  it('changes nothing without links', () => {
    const result = restated(DTI_2020, THREE, [], MEAN);
    const before = compute(DTI_2020, THREE);
    expect(result.assessment.units).toEqual(before.ok ? before.value.units : null);
    expect(result.units.map(({ basis }) => basis)).toEqual(['reported', 'reported', 'reported']);
  });

  const deep: Framework = {
    code: 'deep',
    method: DTI_METHOD,
    root: {
      code: 'root',
      points: 100,
      children: [
        {
          code: 'x',
          points: 60,
          children: [
            { code: 'x1', points: 30 },
            { code: 'x2', points: 30 },
          ],
        },
        { code: 'y', points: 40 },
        { code: 'listed', points: 0, scored: false },
      ],
    },
  };
  const deepData = data(['x1', 'x2', 'y'], { A: [1, 0.5, 0.2], B: [0.5, 0, 0.4] });

  it('ends the tree at the averaged nodes and keeps what lies above', () => {
    const result = restated(deep, deepData, AB_TO_D, MEAN);
    // x: A 0.75, B 0.25; y: 0.2, 0.4. D: 0.6 × 0.5 + 0.4 × 0.3 = 0.42.
    expect(scores(result)['D']).toBeCloseTo(0.42, 12);
    expect(
      result.framework.root.children?.map(({ code, points, children }) => [code, points, children]),
    ).toEqual([
      ['x', 60, undefined],
      ['y', 40, undefined],
      ['listed', 0, undefined],
    ]);
    expect(result.framework.root.children?.[2]?.scored).toBe(false);
  });

  it('averages at the nodes that are named, and leaves out what leads to none of them', () => {
    const rule: SuccessionRule = { ...MEAN, nodes: ['x1', 'x2', 'y'] };
    const result = restated(deep, deepData, AB_TO_D, rule);
    expect(scores(result)['D']).toBeCloseTo(0.42, 12);
    expect(result.assessment.units[0]?.nodes.map(({ code }) => code)).toEqual(['root', 'x', 'x1', 'x2', 'y']);
    const total = restated(deep, deepData, AB_TO_D, { ...MEAN, nodes: ['root'] });
    // Totals: A 0.6 × 0.75 + 0.08 = 0.53, B 0.15 + 0.16 = 0.31.
    expect(scores(total)['D']).toBeCloseTo(0.42, 12);
  });

  it('gives the mean of unlike aggregates where the tree is not additive', () => {
    const geometric: Method = { ...DTI_METHOD, aggregation: { method: 'geometric', nonPositive: 'zero' } };
    const framework = flat({ a: 50, b: 50 }, geometric);
    const set = data(['a', 'b'], { A: [0.2, 0.8], B: [0.6, 0.2] });
    // Indices first: a 0.4, b 0.5: √0.2. Totals first: (√0.16 + √0.12) / 2.
    expect(scores(restated(framework, set, AB_TO_D, MEAN))['D']).toBeCloseTo(Math.sqrt(0.2), 12);
    const totals = restated(framework, set, AB_TO_D, { ...MEAN, nodes: ['root'] });
    expect(scores(totals)['D']).toBeCloseTo((0.4 + Math.sqrt(0.12)) / 2, 12);
  });

  it('measures by the units of the past before it merges them', () => {
    // min–max over A 10, B 20, C 40: 0, 1/3, 1. D = 1/6, C stays 1; the range is not taken again.
    const framework = flat({ a: 1 }, { normalise: { method: 'min_max', constant: 'undetermined' } });
    const result = restated(framework, data(['a'], { A: [10], B: [20], C: [40] }), AB_TO_D, MEAN);
    expect(scores(result)).toEqual({ C: 1, D: expect.closeTo(1 / 6, 12) });
  });

  it('keeps values beyond 0 to 1 as they are', () => {
    const framework = flat({ a: 1 }, { normalise: { method: 'z_score', constant: 'undetermined' } });
    // 1, 2, 3: mean 2, deviation 1.
    const result = restated(framework, data(['a'], { A: [1], B: [2], C: [3] }), AB_TO_D, MEAN);
    expect(scores(result)).toEqual({ C: 1, D: -0.5 });
  });

  it.each([
    ['no value, as the rule has it', MEAN, [0.5, 'O'], null, 'incomplete', 'incomplete'],
    ['the value of those present', MEAN_OF_PRESENT, [0.5, 'O'], 0.5, 'scored', 'scored'],
    ['the reason that all share', MEAN_OF_PRESENT, ['L', 'L'], null, 'not_collected', 'not_collected'],
    ['the reason that all share', MEAN, ['M', 'M'], null, 'not_applicable', 'not_applicable'],
    ['no reason that only one has', MEAN, ['M', 'L'], null, 'missing', 'incomplete'],
  ] as const)('has %s', (_what, rule, [a, b], score, leaf, whole) => {
    const result = restated(flat({ a: 1 }), data(['a'], { A: [a], B: [b] }), AB_TO_D, rule);
    const [unit] = result.assessment.units;
    expect([unit?.score, unit?.state]).toEqual([score, whole]);
    expect(unit?.nodes[1]?.state).toBe(leaf === 'incomplete' ? 'missing' : leaf);
  });

  it('leaves out what screening left out, and lets nothing of it count as zero', () => {
    const framework = flat({ a: 50, b: 50 }, { screen: { unitAvailability: 0.75 }, missing: 'zero' });
    const set = data(['a', 'b'], { A: [0.5, 'O'], B: [0.5, 0.5], C: [1, 1] });
    expect(scores(restated(framework, set, AB_TO_D, MEAN))).toEqual({ C: 1, D: null });
    expect(scores(restated(framework, set, AB_TO_D, MEAN_OF_PRESENT))).toEqual({ C: 1, D: 0.5 });
  });

  it('refuses to average an index that screening left out', () => {
    const framework = flat({ a: 50, b: 50 }, { screen: { indicatorAvailability: 0.75 } });
    const set = data(['a', 'b'], { A: [0.5, 'O'], B: [0.5, 0.5] });
    expect(problemsOf(framework, set, AB_TO_D, MEAN)).toEqual([
      { code: 'CUT_NODE_LEFT_OUT', path: 'rule.nodes', params: { node: 'b' } },
    ]);
  });

  it('has no value where a mean leaves the range of numbers', () => {
    const framework = flat({ a: 1 }, { normalise: { method: 'goalposts', from: 0, upTo: 1, clamp: 'keep' } });
    const set = data(['a'], { A: [1.7e308], B: [1.7e308] });
    expect(scores(restated(framework, set, AB_TO_D, MEAN))['D']).toBeCloseTo(1.7e308, -300);
  });

  it('names what is not in the data and weighs it as if it were', () => {
    const links: readonly SuccessionLink[] = [...AB_TO_D, { predecessor: 'X', successor: 'D' }];
    const result = restated(DTI_2020, THREE, links, MEAN_OF_PRESENT);
    expect(scores(result)['D']).toBeCloseTo(0.45, 12);
    expect(result.units[1]?.predecessors.map(({ unit, inData }) => [unit, inData])).toEqual([
      ['A', true],
      ['B', true],
      ['X', false],
    ]);
    expect(result.units[1]?.predecessors[2]?.weight).toBeCloseTo(1 / 3, 12);
    expect(scores(restated(DTI_2020, THREE, links, MEAN))['D']).toBeNull();
  });

  it('keeps the rules of the nodes above the cut', () => {
    const framework: Framework = {
      ...deep,
      root: {
        ...deep.root,
        aggregation: { method: 'minimum' },
        missing: 'zero',
        weights: { method: 'equal' },
      },
    };
    const result = restated(framework, deepData, AB_TO_D, MEAN);
    expect(scores(result)['D']).toBeCloseTo(0.3, 12);
    expect(result.framework.root).toMatchObject({
      aggregation: { method: 'minimum' },
      missing: 'zero',
      weights: { method: 'equal' },
    });
    expect(result.framework.root).not.toHaveProperty('availability');
  });

  it('says by its normalisation whether values are shares', () => {
    const rulesOf = (values: readonly number[]): unknown => {
      const framework = flat(
        { a: 1 },
        { normalise: { method: 'goalposts', from: 0, upTo: 1, clamp: 'keep' } },
      );
      const dataset = data(['a'], Object.fromEntries(values.map((value, i) => ['ABCD'[i] ?? '', [value]])));
      return restated(framework, dataset, [], MEAN).framework.root.children?.[0]?.normalise;
    };
    const kept = { method: 'goalposts', from: 0, upTo: 1, clamp: 'keep' };
    expect(rulesOf([0, 1, 0.5])).toEqual({ method: 'ratio_to_maximum' });
    expect(rulesOf([0, 1.5])).toEqual(kept);
    expect(rulesOf([-0.5, 1])).toEqual(kept);
  });

  it.each([
    [
      ['x', 'nowhere', 'none'],
      ['CUT_NODE_UNKNOWN nowhere', 'CUT_NODE_UNKNOWN none'],
    ],
    [['x', 'x1', 'y'], ['CUT_NODE_NESTED x1 x']],
    [['x1', 'y'], ['CUT_INCOMPLETE x2']],
    [['x'], ['CUT_INCOMPLETE y']],
  ])('refuses the nodes %p', (nodes, problems) => {
    const found = problemsOf(deep, deepData, AB_TO_D, { ...MEAN, nodes });
    expect(found.map(({ code, params }) => [code, ...Object.values(params)].join(' '))).toEqual(problems);
  });

  it('refuses a tie-break that merged units would have no value for', () => {
    const breaking = (node: string): Framework => ({
      ...deep,
      method: {
        ...DTI_METHOD,
        rank: {
          ...DTI_METHOD.rank,
          tieBreaks: [{ by: 'code' }, { by: 'node', node, direction: 'descending' }],
        },
      },
    });
    expect(problemsOf(breaking('x1'), deepData, AB_TO_D, MEAN)).toEqual([
      { code: 'TIE_BREAK_NOT_AVERAGED', path: 'rule.nodes', params: { node: 'x1' } },
    ]);
    expect(problemsOf(breaking('x'), deepData, AB_TO_D, MEAN)).toEqual([]);
    expect(problemsOf(breaking('x'), deepData, AB_TO_D, { ...MEAN, nodes: ['x1', 'x2', 'y'] })).toEqual([]);
  });
});
