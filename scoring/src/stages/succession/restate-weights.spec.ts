import { describe, expect, it } from '@jest/globals';
import type { Cell, Dataset } from '../../model/dataset.js';
import type { SuccessionLink, SuccessionRule } from '../../model/succession.js';
import { DTI_2020, flat } from '../framework.fixture.js';
import { AB_TO_D, data, MEAN, problemsOf, restated, scores, THREE } from './succession.fixture.js';

describe('restate, population-weighted mean', () => {
  const given = (weights: Readonly<Record<string, number>>): SuccessionRule => ({
    method: 'population_weighted_mean',
    weights: { given: weights },
    withoutValue: 'no_value',
  });

  it('weighs each predecessor by what is given', () => {
    // 3 : 1 of government 0.5, 0.7: 0.55; economy 0.35; society 0.35: 0.22 + 0.105 + 0.105 = 0.43.
    const result = restated(DTI_2020, THREE, AB_TO_D, given({ A: 300, B: 100 }));
    expect(scores(result)['D']).toBeCloseTo(0.43, 12);
    expect(result.units[1]?.predecessors.map(({ weight }) => weight)).toEqual([0.75, 0.25]);
  });

  it('weighs by a data element that the framework need not ask for', () => {
    const population: readonly Cell[] = [
      { unit: 'A', element: 'population', value: 300, status: 'A' },
      { unit: 'B', element: 'population', value: 100, status: 'A' },
    ];
    const set: Dataset = { ...THREE, cells: [...(THREE.cells ?? []), ...population] };
    const rule: SuccessionRule = {
      method: 'population_weighted_mean',
      weights: { element: 'population' },
      withoutValue: 'no_value',
    };
    expect(scores(restated(DTI_2020, set, AB_TO_D, rule))['D']).toBeCloseTo(0.43, 12);
    expect(problemsOf(DTI_2020, THREE, AB_TO_D, rule)).toMatchObject([
      { code: 'PREDECESSOR_WEIGHT_ABSENT', params: { unit: 'A', successor: 'D' } },
      { code: 'PREDECESSOR_WEIGHT_ABSENT', params: { unit: 'B', successor: 'D' } },
    ]);
    const unasked: Dataset = {
      ...set,
      cells: [...(set.cells ?? []), { unit: 'A', element: 'other', value: 1, status: 'A' }],
    };
    expect(problemsOf(DTI_2020, unasked, AB_TO_D, rule)).toMatchObject([
      { code: 'ELEMENT_UNKNOWN', params: { element: 'other' } },
    ]);
    const absurd: Dataset = { ...set, cells: set.cells?.map((cell) => ({ ...cell, value: 7 })) ?? [] };
    expect(problemsOf(DTI_2020, absurd, AB_TO_D, rule)[0]?.code).toBe('VALUE_OUT_OF_BOUNDS');
  });

  it('takes the shares of a unit that was split into the weights', () => {
    const links: readonly SuccessionLink[] = [
      { predecessor: 'A', successor: 'D', share: 0.25 },
      { predecessor: 'A', successor: 'E', share: 0.75 },
      { predecessor: 'B', successor: 'D' },
    ];
    const set = data(['a'], { A: [0.2], B: [0.8] });
    // D: 400 × 0.25 = 100 of A, 100 of B.
    const result = restated(flat({ a: 1 }), set, links, given({ A: 400, B: 100 }));
    expect(scores(result)).toEqual({ D: 0.5, E: 0.2 });
    expect(result.units[0]?.predecessors.map(({ weight, share }) => [weight, share])).toEqual([
      [0.5, 0.25],
      [0.5, 1],
    ]);
    // A mean of indices takes each index as it is.
    expect(scores(restated(flat({ a: 1 }), set, links, MEAN))).toEqual({ D: 0.5, E: 0.2 });
  });

  it('along a chain weighs as if all had merged at once', () => {
    const links: readonly SuccessionLink[] = [
      ...AB_TO_D,
      { predecessor: 'D', successor: 'E' },
      { predecessor: 'C', successor: 'E' },
    ];
    const set = data(['a'], { A: [0.1], B: [0.4], C: [0.7] });
    // (1 × 0.1 + 2 × 0.4 + 3 × 0.7) / 6 = 0.5.
    const result = restated(flat({ a: 1 }), set, links, given({ A: 1, B: 2, C: 3 }));
    expect(scores(result)['E']).toBeCloseTo(0.5, 12);
    // By the plain mean D is 0.25 and E (0.25 + 0.7) / 2.
    const plain = restated(flat({ a: 1 }), set, links, MEAN);
    expect(scores(plain)['E']).toBeCloseTo(0.475, 12);
    expect(plain.units[0]?.predecessors.map(({ weight }) => weight)).toEqual([0.25, 0.25, 0.5]);
  });

  it('along a chain names what each unit weighs in the end', () => {
    const links: readonly SuccessionLink[] = [
      { predecessor: 'A', successor: 'D' },
      { predecessor: 'B', successor: 'D', share: 0.5 },
      { predecessor: 'D', successor: 'E' },
      { predecessor: 'C', successor: 'E' },
      { predecessor: 'X', successor: 'E' },
    ];
    const rule: SuccessionRule = {
      method: 'population_weighted_mean',
      weights: { given: { A: 1, B: 4, C: 7 } },
      withoutValue: 'of_those_present',
    };
    const result = restated(flat({ a: 1 }), data(['a'], { A: [0.1], B: [0.4], C: [0.7] }), links, rule);
    // A 1, half of B 2, C 7, of 10: 0.01 + 0.08 + 0.49.
    expect(scores(result)['E']).toBeCloseTo(0.58, 12);
    expect(
      result.units[0]?.predecessors.map(({ unit, weight, share }) => [
        unit,
        Number(weight?.toFixed(12)),
        share,
      ]),
    ).toEqual([
      ['A', 0.1, 1],
      ['B', 0.2, 0.5],
      ['C', 0.7, 1],
      ['X', 0, 1],
    ]);
  });

  it('takes weights of any size', () => {
    const dataset = data(['a'], { A: [0.2], B: [0.6] });
    for (const weights of [
      { A: 1e100, B: 1e100 },
      { A: 1e-300, B: 1e-300 },
    ]) {
      expect(scores(restated(flat({ a: 1 }), dataset, AB_TO_D, given(weights)))['D']).toBeCloseTo(0.4, 12);
    }
    const some = given({ A: 1e-300, B: 1e100 });
    expect(scores(restated(flat({ a: 1 }), dataset, AB_TO_D, some))['D']).toBeCloseTo(0.6, 12);
  });

  it('refuses a population of no number in the data', () => {
    const rule: SuccessionRule = {
      method: 'population_weighted_mean',
      weights: { element: 'population' },
      withoutValue: 'no_value',
    };
    const people = (a: number, b: number): Dataset => ({
      ...THREE,
      columns: [{ element: 'population', values: [a, b, 1] }],
    });
    expect(problemsOf(DTI_2020, people(0, 5), AB_TO_D, rule)).toMatchObject([{ params: { unit: 'A' } }]);
    expect(problemsOf(DTI_2020, people(5, 1e101), AB_TO_D, rule)).toMatchObject([{ params: { unit: 'B' } }]);
    expect(problemsOf(DTI_2020, people(1e100, 5), AB_TO_D, rule)).toEqual([]);
  });

  it('refuses weights that are none', () => {
    const found = problemsOf(DTI_2020, THREE, AB_TO_D, given({ A: 0, B: -1, X: Number.NaN, C: 2e100 }));
    expect(found.map(({ code, params }) => [code, params['unit']])).toEqual([
      ['PREDECESSOR_WEIGHT_INVALID', 'A'],
      ['PREDECESSOR_WEIGHT_INVALID', 'B'],
      ['PREDECESSOR_WEIGHT_INVALID', 'X'],
      ['PREDECESSOR_WEIGHT_INVALID', 'C'],
    ]);
    expect(problemsOf(DTI_2020, THREE, AB_TO_D, given({ A: 1 }))).toEqual([
      { code: 'PREDECESSOR_WEIGHT_ABSENT', path: 'rule.weights', params: { unit: 'B', successor: 'D' } },
    ]);
  });
});
