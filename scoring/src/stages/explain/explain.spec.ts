import { describe, expect, it } from '@jest/globals';
import type { Dataset } from '../../model/dataset.js';
import type { Framework } from '../../model/framework.js';
import { DTI_2020, DTI_METHOD, flat } from '../framework.fixture.js';
import { data, PILLARS, THREE } from '../succession/succession.fixture.js';
import { explain } from './explain.js';
import { combining, explained, node } from './explanation.fixture.js';

/** Equal to twelve decimals. */
const near = (value: number): number => expect.closeTo(value, 12) as unknown as number;

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
    expect(explain(DTI_2020, THREE, 'A', null as never)).toEqual({
      ok: false,
      problems: [{ code: 'OPTIONS_INVALID', path: 'options', params: { found: null } }],
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
