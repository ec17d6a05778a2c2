import { describe, expect, it } from '@jest/globals';
import type { Dataset, Unit } from '../../model/dataset.js';
import type { Framework } from '../../model/framework.js';
import type { SuccessionRule } from '../../model/succession.js';
import { DTI_2020 } from '../framework.fixture.js';
import { AB_TO_D, data, MEAN, PILLARS, problemsOf, restated, scores, THREE } from './succession.fixture.js';

describe('restate, rosters', () => {
  it('takes the roster that is given, in its order, with its groups', () => {
    const roster: readonly Unit[] = [
      { code: 'D', group: 'north' },
      { code: 'new', group: 'north' },
      { code: 'C', group: null },
    ];
    const result = restated(DTI_2020, THREE, AB_TO_D, MEAN, roster);
    expect(
      result.assessment.units.map(({ unit, group, state, rank }) => [unit, group, state, rank?.rank]),
    ).toEqual([
      ['D', 'north', 'scored', 1],
      ['new', 'north', 'not_collected', undefined],
      ['C', null, 'scored', undefined],
    ]);
    expect(result.units.map(({ basis }) => basis)).toEqual(['restated', 'absent', 'reported']);
    const sums: SuccessionRule = { method: 'sum_of_elements', elements: PILLARS, withoutValue: 'no_value' };
    const halves = data(PILLARS, { A: [0.5, 0.25, 0.25], B: [0.25, 0.25, 0.25], C: [1, 1, 1] });
    const added = restated(DTI_2020, halves, AB_TO_D, sums, roster);
    expect(scores(added)).toEqual({ D: expect.closeTo(0.6, 12), new: null, C: 1 });
  });

  it('refuses links that make no sense together', () => {
    const circle = [
      { predecessor: 'A', successor: 'B' },
      { predecessor: 'B', successor: 'A' },
    ];
    expect(problemsOf(DTI_2020, THREE, circle, MEAN)).toMatchObject([{ code: 'SUCCESSION_CYCLE' }]);
  });

  it('hands on what the restated data make impossible to compute', () => {
    const { units, cells = [] } = THREE;
    const bounded: Framework = {
      ...DTI_2020,
      root: {
        code: 'dti',
        points: 1,
        children: [{ code: 'government', points: 1, normalise: { method: 'rank' }, bounds: { maximum: 1 } }],
      },
    };
    const dataset: Dataset = { units, cells: cells.filter(({ element }) => element === 'government') };
    const sums: SuccessionRule = {
      method: 'sum_of_elements',
      elements: ['government'],
      withoutValue: 'no_value',
    };
    // 0.5 + 0.7 of at most 1.
    expect(problemsOf(bounded, dataset, AB_TO_D, sums)).toMatchObject([
      { code: 'VALUE_OUT_OF_BOUNDS', params: { unit: 'D', maximum: 1 } },
    ]);
  });

  it('refuses a unit on the roster that went into another', () => {
    const roster = [
      { code: 'A', group: 'g' },
      { code: 'D', group: 'g' },
    ];
    expect(problemsOf(DTI_2020, THREE, AB_TO_D, MEAN, roster)).toEqual([
      { code: 'PREDECESSOR_ON_ROSTER', path: 'roster', params: { unit: 'A' } },
    ]);
  });

  it('refuses to guess the group of a unit whose predecessors were in two', () => {
    const [a, b, c] = THREE.units as readonly [Unit, Unit, Unit];
    const apart: Dataset = { ...THREE, units: [a, { ...b, group: null }, c] };
    expect(problemsOf(DTI_2020, apart, AB_TO_D, MEAN)).toEqual([
      { code: 'PREDECESSOR_GROUPS_DIFFER', path: 'links', params: { unit: 'D', groups: 'province ' } },
    ]);
  });

  it('tells all that is wrong with links, rule, roster and data at once', () => {
    const found = problemsOf(
      DTI_2020,
      data(PILLARS, { A: [7, 0, 0] }),
      [{ predecessor: '', successor: 'D' }],
      { method: 'guess' } as never,
      [{ code: '', group: 'g' }],
    );
    expect(found.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'VALUE_OUT_OF_BOUNDS dataset.cells[0]',
      'LINK_UNIT_INVALID links[0].predecessor',
      'SUCCESSION_RULE_UNKNOWN rule',
      'UNIT_CODE_EMPTY roster[0]',
    ]);
  });

  it.each([
    [{ method: 'mean_of_indices' }, 'WITHOUT_VALUE_UNKNOWN rule.withoutValue'],
    [{ ...MEAN, nodes: [] }, 'SUCCESSION_NODES_INVALID rule.nodes'],
    [{ ...MEAN, nodes: ['economy', 'economy'] }, 'SUCCESSION_NODES_INVALID rule.nodes[1]'],
    [{ method: 'sum_of_elements', withoutValue: 'no_value' }, 'SUCCESSION_ELEMENTS_INVALID rule.elements'],
    [
      { method: 'sum_of_elements', elements: ['a', ''], withoutValue: 'no_value' },
      'SUCCESSION_ELEMENTS_INVALID rule.elements[1]',
    ],
    [
      { method: 'population_weighted_mean', withoutValue: 'no_value' },
      'SUCCESSION_WEIGHTS_INVALID rule.weights',
    ],
    [
      { method: 'population_weighted_mean', withoutValue: 'no_value', weights: { element: '' } },
      'SUCCESSION_WEIGHTS_INVALID rule.weights.element',
    ],
    [
      { method: 'population_weighted_mean', withoutValue: 'no_value', weights: { element: 'p', given: {} } },
      'SUCCESSION_WEIGHTS_INVALID rule.weights',
    ],
    ['mean', 'SUCCESSION_RULE_UNKNOWN rule'],
    [null, 'SUCCESSION_RULE_UNKNOWN rule'],
  ])('refuses the rule %p', (rule, problem) => {
    const found = problemsOf(DTI_2020, THREE, AB_TO_D, rule as never);
    expect(found.map(({ code, path }) => `${code} ${path}`)).toEqual([problem]);
  });

  it('leaves what it was given as it was', () => {
    const sums: SuccessionRule = { method: 'sum_of_elements', elements: PILLARS, withoutValue: 'no_value' };
    const halves = data(PILLARS, { A: [0.5, 0.25, 0.25], B: [0.25, 0.25, 0.25] });
    for (const rule of [MEAN, sums]) {
      const frozen = deepFreeze({ framework: DTI_2020, dataset: halves, links: AB_TO_D, rule });
      expect(() => restated(frozen.framework, frozen.dataset, frozen.links, frozen.rule)).not.toThrow();
    }
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
