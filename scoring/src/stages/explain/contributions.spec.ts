import { describe, expect, it } from '@jest/globals';
import type { Aggregation } from '../../model/aggregation.js';
import type { Dataset } from '../../model/dataset.js';
import type { Framework } from '../../model/framework.js';
import { DTI_METHOD, flat } from '../framework.fixture.js';
import { data } from '../succession/succession.fixture.js';
import { combining, explained, node } from './explanation.fixture.js';

/** Equal to twelve decimals. */
const near = (value: number): number => expect.closeTo(value, 12) as unknown as number;

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
    const byShare: Aggregation = { method: 'copeland', pairs: 'weight', scale: 'share' };
    const wide: Framework = { ...many(10), method: { ...DTI_METHOD, aggregation: byShare } };
    const columns = Array.from({ length: 10 }, (_, c) => ({
      element: `c${c}`,
      values: codes.map((_code, u) => (u === 0 ? 0.9 : 0.5)),
    }));
    const units = codes.map((code) => ({ code, group: 'g' }));
    const result = explained(wide, { units, columns }, 'u0');
    // 2¹⁰ subsets × 60² pairs × 10 children. Ahead in all: 1; with one at the median, even in it: 0.95.
    expect(node(result, 'c0').toParent).toEqual({
      value: near(0.05),
      measure: 'leave_one_out',
      baseline: 0.5,
    });
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
    const shared = explained(
      combining({ method: 'minimum' }, { missing: 'reweight' }),
      data(['a', 'b'], { A: [0.6, 'O'], B: [0.8, 0.5] }),
      'A',
    );
    expect(node(shared, 'b')).toMatchObject({ toParent: { value: 0, measure: 'exact' }, lost: null });
    // The gap is no player: 0.6 against the median 0.7, whatever b could be.
    expect(node(shared, 'a').toParent).toEqual({
      value: near(-0.1),
      measure: 'shapley',
      baseline: near(0.7),
    });
  });
});

describe('explain, what is left out', () => {
  it('takes no part in a family that is not additive', () => {
    // b is left out: half of the units have it. √ of nothing: a alone.
    const framework = combining(
      { method: 'geometric', nonPositive: 'zero' },
      { missing: 'reweight', screen: { indicatorAvailability: 0.6 } },
    );
    const result = explained(framework, data(['a', 'b'], { A: [0.5, 0.2], B: [0.7, 'O'] }), 'A');
    expect(node(result, 'a')).toMatchObject({
      toParent: { value: near(-0.1), measure: 'shapley', baseline: near(0.6) },
      lost: { ofNode: 0.5, ofWhole: 0.5, measure: 'leave_one_out' },
    });
    expect(node(result, 'b')).toMatchObject({ toParent: { value: 0 }, lost: null });
    expect(node(result, 'root').scale).toEqual({ low: 0, high: 1 });
  });
});
