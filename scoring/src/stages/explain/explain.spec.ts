import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Aggregation } from '../../model/aggregation.js';
import type { Dataset } from '../../model/dataset.js';
import type { Explanation, ExplainOptions, NodeExplanation } from '../../model/explanation.js';
import type { Framework, FrameworkNode, Method } from '../../model/framework.js';
import { compute } from '../compute.js';
import { DTI_2020, DTI_METHOD, flat } from '../framework.fixture.js';
import { data, PILLARS, THREE } from '../succession/succession.fixture.js';
import { explain } from './explain.js';

function explained(
  framework: Framework,
  dataset: Dataset,
  unit: string,
  options?: ExplainOptions,
): Explanation {
  const outcome = explain(framework, dataset, unit, options);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

function node({ nodes }: Explanation, code: string): NodeExplanation {
  const found = nodes.find((own) => own.code === code);
  if (found === undefined) throw new Error(code);
  return found;
}

const near = (value: number): number => expect.closeTo(value, 12) as unknown as number;

function combining(aggregation: Aggregation, method: Partial<Method> = {}): Framework {
  return flat({ a: 50, b: 50 }, { aggregation, ...method });
}

describe('explain, additive trees', () => {
  it('says what each pillar of the DTI adds, loses, and is from its peers', () => {
    // A: 0.4 × 0.5 + 0.3 × 0.4 + 0.3 × 0.3 = 0.41; B 0.49; C 0.42.
    const result = explained(DTI_2020, THREE, 'A');
    expect(result).toMatchObject({ unit: 'A', group: 'province', state: 'scored', score: near(0.41) });
    expect([result.rank?.rank, result.baseline]).toEqual([3, 'group_median']);
    expect(node(result, 'government')).toEqual({
      code: 'government',
      parent: 'dti',
      state: 'scored',
      value: 0.5,
      weightAsked: 0.4,
      weightEffective: 0.4,
      toParent: { value: near(0.2), measure: 'exact', baseline: null },
      toWhole: { value: near(0.2), measure: 'exact', baseline: null },
      scale: { low: 0, high: 1 },
      lost: { node: 'government', ofNode: 0.5, ofWhole: near(0.2), measure: 'exact', points: near(200) },
      peers: {
        count: 3,
        median: 0.6,
        best: 0.7,
        bestUnit: 'B',
        unitsAtBest: 1,
        toMedian: near(-0.1),
        toBest: near(-0.2),
      },
      reasons: [],
    });
    expect(node(result, 'economy').peers).toMatchObject({
      median: 0.3,
      best: 0.4,
      toMedian: near(0.1),
      toBest: 0,
    });
    expect(node(result, 'dti')).toMatchObject({
      toParent: { value: null, measure: null, baseline: null },
      toWhole: { value: near(0.41), measure: 'exact' },
      lost: { ofNode: near(0.59), ofWhole: near(0.59), points: near(590) },
      peers: { median: near(0.42), bestUnit: 'B' },
    });
    // 0.3 × 0.7 = 0.21 before 0.4 × 0.5 = 0.2 before 0.3 × 0.6 = 0.18.
    expect(result.losses.map(({ node: code, ofWhole }) => [code, ofWhole])).toEqual([
      ['society', near(0.21)],
      ['government', near(0.2)],
      ['economy', near(0.18)],
    ]);
  });

  const deep: Framework = {
    code: 'deep',
    method: { ...DTI_METHOD, missing: 'zero' },
    root: {
      code: 'root',
      points: 100,
      children: [
        {
          code: 'x',
          points: 60,
          children: [
            { code: 'x1', points: 45 },
            { code: 'x2', points: 15 },
          ],
        },
        { code: 'y', points: 40 },
        { code: 'listed', points: 5, scored: false },
      ],
    },
  };

  it('multiplies shares on the way up, and counts a gap as what the method counts it', () => {
    const dataset = data(['x1', 'x2', 'y', 'listed'], { A: [0.4, 'O', 0.5, 1] });
    const result = explained(deep, dataset, 'A');
    expect(node(result, 'x1')).toMatchObject({
      toParent: { value: near(0.3), measure: 'exact' },
      toWhole: { value: near(0.18), measure: 'exact' },
      lost: { ofNode: 0.6, ofWhole: near(0.27), points: near(27) },
    });
    // Counted as zero: it adds nothing, loses all that it could give, and has nobody to be compared with.
    expect(node(result, 'x2')).toMatchObject({
      state: 'missing',
      toParent: { value: 0, measure: 'exact' },
      toWhole: { value: 0, measure: 'exact' },
      lost: { ofNode: 1, ofWhole: near(0.15) },
      peers: null,
    });
    expect(node(result, 'listed')).toMatchObject({
      state: 'not_scored',
      toParent: { value: 0, measure: 'exact' },
      toWhole: { value: 0, measure: 'exact' },
      lost: null,
    });
    expect(result.losses.map(({ node: code }) => code)).toEqual(['x1', 'y', 'x2']);
  });

  it('names a node that counts as zero because nothing below it has a value', () => {
    const result = explained(deep, data(['x1', 'x2', 'y'], { A: ['O', 'O', 0.5] }), 'A');
    expect(node(result, 'x')).toMatchObject({
      value: null,
      toWhole: { value: 0, measure: 'exact' },
      scale: { low: 0, high: 1 },
      lost: { ofNode: 1, ofWhole: near(0.6) },
    });
    expect(node(result, 'x1')).toMatchObject({
      toParent: { value: null, measure: null },
      toWhole: { value: 0, measure: 'exact' },
      lost: null,
    });
    expect(result.losses.map(({ node: code, ofWhole }) => [code, ofWhole])).toEqual([
      ['x', near(0.6)],
      ['y', near(0.2)],
    ]);
  });

  it('has no losses of what others stand in for', () => {
    const dataset = data(['x1', 'x2', 'y'], { A: [1, 'M', 0.5] });
    const result = explained(deep, dataset, 'A');
    expect(node(result, 'x2')).toMatchObject({ toParent: { value: 0 }, toWhole: { value: 0 }, lost: null });
    expect(result.losses.map(({ node: code, ofWhole }) => [code, ofWhole])).toEqual([['y', near(0.2)]]);
  });

  it('has nothing to say of a unit without a score but its state and its peers', () => {
    const strict: Framework = { ...deep, method: DTI_METHOD };
    const dataset = data(['x1', 'x2', 'y'], { A: [0.4, 'O', 0.5], B: [0.2, 0.2, 0.2] });
    const result = explained(strict, dataset, 'A');
    expect(result).toMatchObject({ state: 'incomplete', score: null, rank: null, losses: [] });
    expect(node(result, 'x1')).toMatchObject({
      value: 0.4,
      weightEffective: null,
      toParent: { value: null, measure: null, baseline: null },
      toWhole: { value: null, measure: null, baseline: null },
      scale: { low: 0, high: 1 },
      lost: null,
      peers: { count: 2, median: near(0.3) },
    });
    expect(node(result, 'x')).toMatchObject({
      scale: { low: 0, high: 1 },
      lost: null,
      peers: { count: 1, toMedian: null, toBest: null },
    });
  });

  it('compares a unit without a group with everybody', () => {
    const dataset: Dataset = {
      ...THREE,
      units: THREE.units.map(({ code }, i) => ({ code, group: i === 0 ? null : 'g' })),
    };
    expect(node(explained(DTI_2020, dataset, 'A'), 'dti').peers?.count).toBe(3);
    expect(node(explained(DTI_2020, dataset, 'B'), 'dti').peers?.count).toBe(2);
  });

  it('counts how many are best, and names the first', () => {
    const dataset = data(PILLARS, { A: [0.1, 0, 0], B: [0.5, 0, 0], C: [0.5, 0, 0] });
    expect(node(explained(DTI_2020, dataset, 'A'), 'government').peers).toMatchObject({
      bestUnit: 'B',
      unitsAtBest: 2,
    });
  });
});

describe('explain, other aggregations', () => {
  // A (0.9, 0.4); group medians: a 0.4, b 0.4.
  const dataset = data(['a', 'b'], { A: [0.9, 0.4], B: [0.4, 0.4], C: [0.4, 0.9] });

  it('gives Shapley values against the group median in a geometric mean', () => {
    // v(∅) = 0.4, v(a) = √0.36 = 0.6, v(b) = 0.4, v(ab) = 0.6: a 0.2, b 0.
    const result = explained(combining({ method: 'geometric', nonPositive: 'zero' }), dataset, 'A');
    expect(node(result, 'a')).toMatchObject({
      toParent: { value: near(0.2), measure: 'shapley', baseline: 0.4 },
      toWhole: { value: near(0.2), measure: 'shapley', baseline: 0.4 },
    });
    expect(node(result, 'b').toParent).toEqual({ value: 0, measure: 'shapley', baseline: 0.4 });
    expect(node(result, 'root').toWhole).toEqual({ value: near(0.6), measure: 'exact', baseline: null });
  });

  it('against the lower end of the scale divides the whole value', () => {
    // v is 0 but for both: 0.3 each.
    const framework = combining({ method: 'geometric', nonPositive: 'zero' });
    const result = explained(framework, dataset, 'A', { baseline: 'scale_low' });
    expect(node(result, 'a').toParent).toEqual({ value: near(0.3), measure: 'shapley', baseline: 0 });
    expect(node(result, 'b').toParent).toEqual({ value: near(0.3), measure: 'shapley', baseline: 0 });
    expect(result.baseline).toBe('scale_low');
  });

  it('says nothing against a baseline at which there is no value', () => {
    const framework = combining({ method: 'geometric', nonPositive: 'undetermined' });
    const result = explained(framework, dataset, 'A', { baseline: 'scale_low' });
    expect(node(result, 'a')).toMatchObject({
      toParent: { value: null, measure: null, baseline: 0 },
      toWhole: { value: null, measure: null, baseline: 0 },
    });
    expect(node(result, 'root').scale).toEqual({ low: 0, high: 1 });
  });

  it.each([
    // Harmonic: v(∅) 0.4; v(a) 2/(1/0.9 + 1/0.4) = 72/130; v(b) 0.4.
    ['harmonic', { method: 'harmonic', nonPositive: 'zero' }, 72 / 130 - 0.4, 0],
    // Square root of the mean of squares: v(a) √((0.81 + 0.16)/2).
    [
      'generalised_mean',
      { method: 'generalised_mean', power: 2, nonPositive: 'zero' },
      Math.sqrt(0.485) - 0.4,
      0,
    ],
    // Of two equal weights the median is the mean of both.
    ['median', { method: 'median' }, 0.25, 0],
    ['minimum', { method: 'minimum' }, 0, 0],
  ] as const)('divides a %s', (_method, aggregation, a, b) => {
    const result = explained(combining(aggregation), dataset, 'A');
    expect(node(result, 'a').toParent).toEqual({ value: near(a), measure: 'shapley', baseline: 0.4 });
    expect(node(result, 'b').toParent).toEqual({ value: near(b), measure: 'shapley', baseline: 0.4 });
  });

  it('divides a contest by holding it again', () => {
    // Copeland: A beats C in a, C beats A in b; A beats B in a, even in b. A: even with C, ahead of B: 1.
    // With a at 0.4: behind C, even with B: −1. b at its median is where it is.
    const result = explained(combining({ method: 'copeland' }), dataset, 'A');
    expect(result.score).toBe(1);
    expect(node(result, 'a').toParent).toEqual({ value: 2, measure: 'shapley', baseline: 0.4 });
    expect(node(result, 'b').toParent).toEqual({ value: 0, measure: 'shapley', baseline: 0.4 });
    expect(node(result, 'root')).toMatchObject({
      scale: { low: -2, high: 2 },
      lost: { ofNode: 1, ofWhole: 1 },
    });
    // With b at 1 A is ahead of both.
    expect(node(result, 'b').lost).toMatchObject({ ofNode: 0.6, ofWhole: 1, measure: 'leave_one_out' });
  });

  it.each([
    [{ among: 'group' }, -1, 1],
    [{ pairs: 'weight' }, 0, 2],
    [{ scale: 'share' }, 0, 1],
  ] as const)('knows how far a contest by %p can go', (options, low, high) => {
    const apart: Dataset = {
      ...dataset,
      units: dataset.units.map((unit) => (unit.code === 'C' ? { code: 'C', group: 'other' } : unit)),
    };
    expect(node(explained(combining({ method: 'copeland', ...options }), apart, 'A'), 'root').scale).toEqual({
      low,
      high,
    });
  });

  const many = (count: number): Framework =>
    flat(Object.fromEntries(Array.from({ length: count }, (_, i) => [`c${i}`, 1])), {
      aggregation: { method: 'minimum' },
    });
  const manyData = (count: number): Dataset =>
    data(
      Array.from({ length: count }, (_, i) => `c${i}`),
      {
        A: Array.from({ length: count }, (_, i) => (i === 0 ? 0.2 : 0.5)),
        B: Array.from({ length: count }, () => 0.8),
        C: Array.from({ length: count }, () => 0.8),
      },
    );

  it('leaves one out where more than ten children are in use', () => {
    // Ten: the weakest lifted to 0.8 gives 0.5; all others lifted still 0.2.
    const ten = explained(many(10), manyData(10), 'A');
    expect(node(ten, 'c0').toParent.measure).toBe('shapley');
    const total = ten.nodes.slice(1).reduce((all, { toParent }) => all + (toParent.value ?? Number.NaN), 0);
    expect(total).toBeCloseTo(0.2 - 0.8, 12);
    const eleven = explained(many(11), manyData(11), 'A');
    expect(node(eleven, 'c0').toParent).toEqual({
      value: near(-0.3),
      measure: 'leave_one_out',
      baseline: 0.8,
    });
    expect(node(eleven, 'c1').toParent).toEqual({ value: 0, measure: 'leave_one_out', baseline: 0.8 });
    expect(node(eleven, 'c0').toWhole).toEqual({
      value: near(-0.3),
      measure: 'leave_one_out',
      baseline: 0.8,
    });
  });

  it('leaves one out where a contest would have to be held too often', () => {
    const codes = Array.from({ length: 60 }, (_, i) => `u${i}`);
    const wide: Framework = { ...many(10), method: { ...DTI_METHOD, aggregation: { method: 'copeland' } } };
    const columns = Array.from({ length: 10 }, (_, c) => ({
      element: `c${c}`,
      values: codes.map((_code, u) => (u === 0 ? 0.9 : 0.5)),
    }));
    const units = codes.map((code) => ({ code, group: 'g' }));
    const result = explained(wide, { units, columns }, 'u0');
    // 2¹⁰ subsets × 60² pairs × 10 children. Alone at the median a child is even: nine still lead.
    expect(node(result, 'c0').toParent).toEqual({ value: 0, measure: 'leave_one_out', baseline: 0.5 });
  });

  it('leaves one out where some subset has no value', () => {
    // Together at −0.5 and 0.9 there is a geometric mean for nobody; a alone at its median 0.9 is fine.
    const framework = combining(
      { method: 'geometric', nonPositive: 'undetermined' },
      {
        normalise: { method: 'goalposts', from: 0, upTo: 1, clamp: 'keep' },
      },
    );
    const signs = data(['a', 'b'], { A: [0.4, 0.9], B: [0.9, -0.5], C: [0.9, -0.5] });
    const result = explained(framework, signs, 'A');
    expect(node(result, 'a').toParent).toEqual({
      value: near(-0.3),
      measure: 'leave_one_out',
      baseline: 0.9,
    });
    expect(node(result, 'b').toParent).toEqual({ value: null, measure: null, baseline: -0.5 });
  });

  const mixed = (root: Aggregation, x: Aggregation): Framework => ({
    code: 'mixed',
    method: DTI_METHOD,
    root: {
      code: 'root',
      points: 100,
      aggregation: root,
      children: [
        {
          code: 'x',
          points: 50,
          aggregation: x,
          children: [
            { code: 'a', points: 25 },
            { code: 'b', points: 25 },
          ],
        },
        { code: 'c', points: 50 },
      ],
    },
  });
  const three = data(['a', 'b', 'c'], { A: [0.9, 0.4, 0.8], B: [0.4, 0.4, 0.6], C: [0.4, 0.9, 0.6] });
  const geometric: Aggregation = { method: 'geometric', nonPositive: 'zero' };

  it('takes Shapley values up through additive parents by their shares', () => {
    const result = explained(mixed({ method: 'arithmetic' }, geometric), three, 'A');
    expect(node(result, 'a').toWhole).toEqual({ value: near(0.1), measure: 'shapley', baseline: 0.4 });
    expect(node(result, 'x')).toMatchObject({
      toParent: { value: near(0.3), measure: 'exact' },
      toWhole: { value: near(0.3), measure: 'exact' },
      lost: { ofWhole: near(0.2), measure: 'exact' },
    });
    // a at 1: √0.4 in place of 0.6, by half.
    expect(node(result, 'a').lost).toMatchObject({
      ofNode: near(0.1),
      ofWhole: near((Math.sqrt(0.4) - 0.6) / 2),
      measure: 'leave_one_out',
      points: near(50 * (Math.sqrt(0.4) - 0.6)),
    });
  });

  it('scores anew below a parent that is not additive', () => {
    // x = 0.65, c = 0.8: √0.52. With a at its median 0.4: x 0.4: √0.32.
    const result = explained(mixed(geometric, { method: 'arithmetic' }), three, 'A');
    expect(node(result, 'a')).toMatchObject({
      toParent: { value: near(0.45), measure: 'exact' },
      toWhole: { value: near(Math.sqrt(0.52) - Math.sqrt(0.32)), measure: 'leave_one_out', baseline: 0.4 },
      lost: { ofWhole: near(Math.sqrt(0.7 * 0.8) - Math.sqrt(0.52)), measure: 'leave_one_out' },
    });
    expect(node(result, 'x').toWhole.measure).toBe('shapley');
  });

  it('takes a gap that counts as zero as one of the players', () => {
    // Weakest of a 0.6 and a gap: 0. With b at its median 0.5 the weakest is 0.5.
    const framework = combining({ method: 'minimum' }, { missing: 'zero' });
    const gaps = data(['a', 'b'], { A: [0.6, 'O'], B: [0.6, 0.5] });
    const result = explained(framework, gaps, 'A');
    expect(node(result, 'b').toParent).toEqual({ value: near(-0.5), measure: 'shapley', baseline: 0.5 });
    expect(node(result, 'b').lost).toMatchObject({ ofNode: 1, ofWhole: 0.6, measure: 'leave_one_out' });
    const shared = explained(combining({ method: 'minimum' }, { missing: 'reweight' }), gaps, 'A');
    expect(node(shared, 'b')).toMatchObject({ toParent: { value: 0, measure: 'exact' }, lost: null });
  });
});

describe('explain, scales', () => {
  const scale = (leaf: Partial<FrameworkNode>, values = [0.2, 0.4, 0.5]): unknown => {
    const framework = flat({ a: 1 });
    const root = { ...framework.root, children: [{ code: 'a', points: 1, ...leaf }] };
    const [a = 0, b = 0, c = 0] = values;
    return node(explained({ ...framework, root }, data(['a'], { A: [a], B: [b], C: [c] }), 'A'), 'a').scale;
  };

  it.each([
    [{ method: 'ratio_to_maximum' }, { low: 0, high: 1 }],
    [
      { method: 'min_max', constant: 'undetermined' },
      { low: 0, high: 1 },
    ],
    [
      { method: 'min_max', to: [1, 100], constant: 'undetermined' },
      { low: 1, high: 100 },
    ],
    [
      { method: 'goalposts', from: 0, upTo: 2, to: [0, 10], clamp: 'clamp' },
      { low: 0, high: 10 },
    ],
    [{ method: 'z_score', constant: 'undetermined' }, null],
    [
      { method: 'z_score', limits: [-3, 3], constant: 'undetermined' },
      { low: -3, high: 3 },
    ],
    [{ method: 'scaled_z_score', mean: 50, deviation: 10, constant: 'undetermined' }, null],
    [
      { method: 'scaled_z_score', mean: 50, deviation: 10, limits: [0, 100], constant: 'undetermined' },
      { low: 0, high: 100 },
    ],
    [{ method: 'rank' }, { low: 1, high: 3 }],
    [{ method: 'borda' }, { low: 0, high: 2 }],
    [
      {
        method: 'steps',
        steps: [
          { from: 0.3, value: 1 },
          { from: 0.6, value: 2 },
        ],
        below: -1,
      },
      { low: -1, high: 2 },
    ],
    [
      { method: 'boolean', threshold: 0.3 },
      { low: 0, high: 1 },
    ],
  ] as const)('of %p is %p', (normalise, expected) => {
    expect(scale({ normalise })).toEqual(expected);
  });

  it('has no scale and no loss above a leaf that has none', () => {
    const framework = combining(
      { method: 'arithmetic' },
      { normalise: { method: 'z_score', constant: 'undetermined' } },
    );
    const result = explained(framework, data(['a', 'b'], { A: [1, 2], B: [2, 4], C: [3, 3] }), 'A', {
      baseline: 'scale_low',
    });
    expect([node(result, 'root').scale, node(result, 'root').lost, result.losses]).toEqual([null, null, []]);
  });

  it('has none of ranks where nobody is ranked', () => {
    const framework = flat({ a: 50, b: 50 }, { normalise: { method: 'rank' }, missing: 'reweight' });
    const result = explained(framework, data(['a', 'b'], { A: [0.5, 'O'], B: [0.4, 'O'] }), 'A');
    expect([node(result, 'b').scale, node(result, 'root').scale]).toEqual([null, { low: 1, high: 2 }]);
    const borda: Framework = {
      ...framework,
      method: { ...framework.method, normalise: { method: 'borda' } },
    };
    expect(node(explained(borda, data(['a', 'b'], { A: [0.5, 'O'] }), 'A'), 'b').scale).toBeNull();
  });

  it('lists no loss of a value beyond the scale', () => {
    const framework = flat({ a: 1 }, { normalise: { method: 'goalposts', from: 0, upTo: 1, clamp: 'keep' } });
    const result = explained(framework, data(['a'], { A: [1.5] }), 'A');
    expect(node(result, 'a').lost).toMatchObject({ ofNode: -0.5, ofWhole: -0.5 });
    expect(result.losses).toEqual([]);
  });
});

describe('explain, screening, refusals and limits', () => {
  it('gives what screening left out no weight and a unit that it left out no measures', () => {
    const framework = flat(
      { a: 50, b: 50 },
      { screen: { unitAvailability: 0.6, indicatorAvailability: 0.6 }, missing: 'reweight' },
    );
    const dataset = data(['a', 'b'], { A: [0.5, 'O'], B: [0.4, 'O'], C: ['O', 'O'] });
    const lone = flat({ a: 50, b: 50 }, { screen: { indicatorAvailability: 0.6 }, missing: 'reweight' });
    const result = explained(lone, dataset, 'A');
    expect(node(result, 'a').toWhole).toMatchObject({ value: 0.5, measure: 'exact' });
    expect(node(result, 'b')).toMatchObject({ state: 'not_scored', toWhole: { value: 0 }, lost: null });
    expect(explained(framework, dataset, 'C')).toMatchObject({ score: null, losses: [] });
  });

  it('refuses a unit and a baseline that are not there, with all that is wrong with the input', () => {
    expect(explain(DTI_2020, THREE, 'Z')).toEqual({
      ok: false,
      problems: [{ code: 'UNIT_UNKNOWN', path: 'unit', params: { unit: 'Z' } }],
    });
    const outcome = explain(DTI_2020, data(PILLARS, { A: [7, 0, 0] }), 'A', { baseline: 'zero' as never });
    expect(outcome.ok ? [] : outcome.problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'VALUE_OUT_OF_BOUNDS dataset.cells[0]',
      'BASELINE_UNKNOWN options.baseline',
    ]);
  });

  it('says nothing beyond the range of numbers', () => {
    const framework = combining(
      { method: 'minimum' },
      {
        normalise: { method: 'goalposts', from: 0, upTo: 1, clamp: 'keep' },
      },
    );
    const dataset = data(['a', 'b'], {
      A: [-1.7e308, 1.7e308],
      B: [1.7e308, 1.7e308],
      C: [1.7e308, 1.7e308],
    });
    const result = explained(framework, dataset, 'A');
    expect(node(result, 'a')).toMatchObject({
      toParent: { value: null, measure: null },
      toWhole: { value: null, measure: null },
      peers: { toMedian: null, toBest: null },
    });
    expect(JSON.stringify(result)).not.toMatch(/Infinity|NaN/);
  });
});

describe('explain, properties', () => {
  const ratio = fc.double({ min: 0, max: 1, noNaN: true });
  const cell = fc.option(ratio, { nil: 'O' as const });
  const codes = ['a', 'b', 'c', 'd'];
  const row = fc.array(cell, { minLength: 4, maxLength: 4 });
  const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 });
  const tree = (
    points: readonly number[],
    aggregation: Aggregation,
    missing: 'zero' | 'reweight',
  ): Framework => {
    const [a = 1, b = 1, c = 1, d = 1] = points;
    return {
      code: 'tree',
      method: { ...DTI_METHOD, missing, aggregation: { method: 'arithmetic' } },
      root: {
        code: 'root',
        points: a + b + c + d,
        children: [
          {
            code: 'x',
            points: a + b + c,
            aggregation,
            children: [
              { code: 'a', points: a },
              { code: 'b', points: b },
              { code: 'c', points: c },
            ],
          },
          { code: 'd', points: d },
        ],
      },
    };
  };

  it('adds the leaves of an additive tree up to the score, and their losses to what it lacks', () => {
    fc.assert(
      fc.property(
        weights,
        row,
        row,
        fc.constantFrom('zero', 'reweight'),
        (points, first, second, missing) => {
          const framework = tree(points, { method: 'arithmetic' }, missing as 'zero');
          const dataset = data(codes, { A: first, B: second });
          const result = explained(framework, dataset, 'A');
          const assessed = compute(framework, dataset);
          const own = assessed.ok ? assessed.value.units[0] : undefined;
          expect([result.score, result.rank]).toEqual([own?.score, own?.rank]);
          if (result.score === null) return;
          const leaves = result.nodes.filter(({ code }) => codes.includes(code));
          const total = leaves.reduce((all, { toWhole }) => all + (toWhole.value ?? Number.NaN), 0);
          expect(Math.abs(total - result.score)).toBeLessThanOrEqual(1e-12);
          const lost = result.losses.reduce((all, { ofWhole }) => all + (ofWhole ?? Number.NaN), 0);
          expect(Math.abs(lost - (1 - result.score))).toBeLessThanOrEqual(1e-12);
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each([
    { method: 'geometric', nonPositive: 'zero' },
    { method: 'harmonic', nonPositive: { floor: 0.01 } },
    { method: 'median' },
    { method: 'minimum' },
    { method: 'copeland' },
  ] as const)('divides %p among the children, and stays finite', (aggregation) => {
    fc.assert(
      fc.property(weights, row, row, row, (points, first, second, third) => {
        const framework = tree(points, aggregation, 'zero');
        const dataset = data(codes, { A: first, B: second, C: third });
        const result = explained(framework, dataset, 'A');
        expect(JSON.stringify(result)).not.toMatch(/Infinity|NaN/);
        const family = ['a', 'b', 'c'].map((code) => node(result, code).toParent);
        if (!family.every(({ measure }) => measure === 'shapley')) return;
        // All three at their baselines, in the place of A.
        const medians = family.map(({ baseline }) => baseline ?? Number.NaN);
        const put = data(codes, { A: [...medians, first[3] ?? 'O'], B: second, C: third });
        const [x, base] = [dataset, put].map(
          (set) => node(explained(framework, set, 'A'), 'x').value ?? Number.NaN,
        );
        const total = family.reduce((all, { value }) => all + (value ?? Number.NaN), 0);
        expect(Math.abs(total - ((x ?? 0) - (base ?? 0)))).toBeLessThanOrEqual(1e-12);
      }),
      { numRuns: 15 },
    );
  });
});
