import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Assessment, NodeResult } from '../model/assessment.js';
import type { Cell, Dataset, ObservationStatus } from '../model/dataset.js';
import type { Framework } from '../model/framework.js';
import { compute } from './compute.js';
import { DTI_2020, flat } from './framework.fixture.js';

function cell(unit: string, node: string, value: number | null, status: ObservationStatus = 'A'): Cell {
  return { unit, element: node, value, status };
}

function computed(framework: Framework, dataset: Dataset): Assessment {
  const outcome = compute(framework, dataset);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

function node(assessment: Assessment, code: string, unit = 0): NodeResult {
  const found = assessment.units[unit]?.nodes.find((result) => result.code === code);
  if (found === undefined) throw new Error(code);
  return found;
}

const ONE = [{ code: 'u', group: 'g' }];

describe('compute, weighted sum of points', () => {
  it('gives Đà Nẵng 0.4874 for 2020 from its three published pillars', () => {
    // 0.4 × 0.5346 + 0.3 × 0.4155 + 0.3 × 0.4964 = 0.48741
    const cells = [
      cell('u', 'government', 0.5346),
      cell('u', 'economy', 0.4155),
      cell('u', 'society', 0.4964),
    ];
    const result = computed(DTI_2020, { units: ONE, cells });
    expect(result.units[0]?.score).toBeCloseTo(0.48741, 12);
    expect(result.units[0]?.rank).toEqual({ rank: 1, tied: false, compared: 0.4874 });
    expect(node(result, 'government')).toMatchObject({ weightAsked: 0.4, weightEffective: 0.4, coverage: 1 });
    expect(node(result, 'government').contribution).toBeCloseTo(0.21384, 12);
    expect(node(result, 'dti').points).toBeCloseTo(487.41, 9);
  });

  it('takes points as well as ratios', () => {
    const framework: Framework = {
      ...DTI_2020,
      root: { code: 'r', points: 10, children: [{ code: 'a', points: 10, input: 'points' }] },
    };
    expect(computed(framework, { units: ONE, cells: [cell('u', 'a', 4)] }).units[0]?.score).toBe(0.4);
  });

  it('lists a node without points and lets it neither add nor block', () => {
    const framework: Framework = {
      ...DTI_2020,
      root: {
        code: 'r',
        points: 10,
        children: [
          { code: 'a', points: 10 },
          { code: 'city', points: 0, scored: false },
        ],
      },
    };
    const result = computed(framework, { units: ONE, cells: [cell('u', 'a', 0.5)] });
    expect(result.units[0]?.score).toBe(0.5);
    expect(node(result, 'city')).toMatchObject({
      state: 'not_scored',
      contribution: 0,
      reasons: ['LISTED_WITHOUT_POINTS'],
    });
  });
});

describe('compute, gaps', () => {
  const framework = flat({ a: 50, b: 50 });

  it('keeps not collected, missing, not applicable and zero apart', () => {
    const state = (cells: readonly Cell[]): unknown =>
      node(computed(framework, { units: ONE, cells }), 'b').state;
    expect(state([cell('u', 'a', 1)])).toBe('not_collected');
    expect(state([cell('u', 'a', 1), cell('u', 'b', null, 'L')])).toBe('not_collected');
    expect(state([cell('u', 'a', 1), cell('u', 'b', null, 'O')])).toBe('missing');
    expect(state([cell('u', 'a', 1), cell('u', 'b', null, 'M')])).toBe('not_applicable');
    expect(state([cell('u', 'a', 1), cell('u', 'b', 0)])).toBe('scored');
  });

  it('does not score a unit with four of eight indices as if the rest were zero', () => {
    const eight = flat({ a: 100, b: 100, c: 100, d: 100, e: 200, f: 150, g: 150, h: 100 });
    const cells = ['a', 'b', 'c', 'd'].map((code) => cell('u', code, 0.9));
    const result = computed(eight, { units: ONE, cells });
    expect(result.units[0]).toMatchObject({ score: null, state: 'incomplete', coverage: 0.4, rank: null });
    expect(node(result, 'root').reasons).toEqual(['CHILD_WITHOUT_VALUE']);
    expect(node(result, 'a').contribution).toBeNull();
  });

  it('is not collected as a whole when no part is', () => {
    expect(computed(framework, { units: ONE, cells: [] }).units[0]).toMatchObject({
      state: 'not_collected',
      coverage: 0,
    });
  });

  it.each([
    ['zero', 0.4, 0.5, ['CHILD_COUNTED_AS_ZERO']],
    ['reweight', 0.8, 1, ['WEIGHT_SHARED_BY_OTHERS']],
  ] as const)('by the rule %s a gap gives %p', (missing, score, weight, reasons) => {
    const result = computed(flat({ a: 50, b: 50 }, { missing }), {
      units: ONE,
      cells: [cell('u', 'a', 0.8)],
    });
    expect(result.units[0]?.score).toBeCloseTo(score, 12);
    expect(node(result, 'a').weightEffective).toBe(weight);
    expect(node(result, 'b').contribution).toBe(0);
    expect(node(result, 'root').reasons).toEqual(reasons);
  });

  it('shares the weight of what cannot exist, or has no value, as the method says', () => {
    const cells = [cell('u', 'a', 0.8), cell('u', 'b', null, 'M')];
    expect(computed(framework, { units: ONE, cells }).units[0]?.score).toBeCloseTo(0.8, 12);
    const strict = flat({ a: 50, b: 50 }, { notApplicable: 'no_value' });
    expect(computed(strict, { units: ONE, cells }).units[0]).toMatchObject({
      score: null,
      state: 'incomplete',
    });
  });

  it('is not applicable when no part is', () => {
    const cells = [cell('u', 'a', null, 'M'), cell('u', 'b', null, 'M')];
    expect(computed(framework, { units: ONE, cells }).units[0]?.state).toBe('not_applicable');
  });

  it('has a total without parts when only the total is a node', () => {
    const total: Framework = { ...DTI_2020, root: { code: 'dti', points: 1000 } };
    expect(computed(total, { units: ONE, cells: [] }).units[0]).toMatchObject({
      score: null,
      state: 'not_collected',
    });
  });
});

describe('compute, properties', () => {
  const codes = ['a', 'b', 'c', 'd'];
  const ratio = fc.double({ min: 0, max: 1, noNaN: true });
  const points = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 4, maxLength: 4 });
  const scoreOf = (weights: readonly number[], values: readonly number[], order = codes): number => {
    const framework = flat(
      Object.fromEntries(order.map((code) => [code, weights[codes.indexOf(code)] ?? 1])),
    );
    const cells = order.map((code) => cell('u', code, values[codes.indexOf(code)] ?? 0));
    return computed(framework, { units: ONE, cells }).units[0]?.score ?? Number.NaN;
  };

  it('lies between the lowest and the highest part', () => {
    fc.assert(
      fc.property(points, fc.array(ratio, { minLength: 4, maxLength: 4 }), (weights, values) => {
        const score = scoreOf(weights, values);
        expect(score).toBeGreaterThanOrEqual(Math.min(...values) - 1e-12);
        expect(score).toBeLessThanOrEqual(Math.max(...values) + 1e-12);
      }),
    );
  });

  it('never falls when a part rises', () => {
    fc.assert(
      fc.property(
        points,
        fc.array(ratio, { minLength: 4, maxLength: 4 }),
        ratio,
        (weights, values, other) => {
          const [low, high] = [Math.min(values[0] ?? 0, other), Math.max(values[0] ?? 0, other)];
          const rest = values.slice(1);
          expect(scoreOf(weights, [high, ...rest])).toBeGreaterThanOrEqual(
            scoreOf(weights, [low, ...rest]) - 1e-12,
          );
        },
      ),
    );
  });

  it('does not depend on the order of the parts, nor on the scale of the points', () => {
    fc.assert(
      fc.property(points, fc.array(ratio, { minLength: 4, maxLength: 4 }), (weights, values) => {
        const score = scoreOf(weights, values);
        expect(scoreOf(weights, values, [...codes].reverse())).toBeCloseTo(score, 12);
        expect(
          scoreOf(
            weights.map((w) => w * 7),
            values,
          ),
        ).toBeCloseTo(score, 12);
      }),
    );
  });

  it("adds its children's contributions up to every parent", () => {
    fc.assert(
      fc.property(points, fc.array(ratio, { minLength: 4, maxLength: 4 }), (weights, values) => {
        const framework = flat(Object.fromEntries(codes.map((code, i) => [code, weights[i] ?? 1])));
        const cells = codes.map((code, i) => cell('u', code, values[i] ?? 0));
        const [unit] = computed(framework, { units: ONE, cells }).units;
        const parts = (unit?.nodes ?? []).filter((n) => n.parent === 'root').map((n) => n.contribution ?? 0);
        expect(parts.reduce((all, part) => all + part, 0)).toBeCloseTo(unit?.score ?? Number.NaN, 12);
      }),
    );
  });
});
