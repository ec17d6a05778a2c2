import { describe, expect, it } from '@jest/globals';
import type { Cell, Dataset } from '../../model/dataset.js';
import type { Framework, FrameworkNode } from '../../model/framework.js';
import type { SuccessionLink, SuccessionRule } from '../../model/succession.js';
import { DTI_METHOD, flat } from '../framework.fixture.js';
import { AB_TO_D, data, MEAN, problemsOf, restated, scores } from './succession.fixture.js';

describe('restate, sum of elements', () => {
  const share: FrameworkNode = {
    code: 'online',
    points: 1,
    formula: {
      kind: 'ratio',
      numerator: 'done',
      denominator: 'all',
      zeroDenominator: 'undetermined',
      nothingToCount: 'not_applicable',
      exceeding: 'keep',
    },
  };
  const framework: Framework = {
    code: 'sums',
    method: DTI_METHOD,
    root: { code: 'root', points: 1, children: [share] },
  };
  const sums = (withoutValue: 'no_value' | 'of_those_present' = 'no_value'): SuccessionRule => ({
    method: 'sum_of_elements',
    elements: ['done', 'all'],
    withoutValue,
  });
  const set = data(['done', 'all'], { A: [30, 100], B: [90, 100], C: [1, 2] });

  it('adds up numerators and denominators and computes one ratio', () => {
    // 120 of 200, where the mean of the ratios is the same only because the denominators are.
    const result = restated(framework, set, AB_TO_D, sums());
    expect(scores(result)).toEqual({ C: 0.5, D: 0.6 });
    const uneven = data(['done', 'all'], { A: [30, 100], B: [9, 10] });
    expect(scores(restated(framework, uneven, AB_TO_D, sums()))['D']).toBeCloseTo(39 / 110, 12);
    expect(scores(restated(framework, uneven, AB_TO_D, MEAN))['D']).toBeCloseTo(0.6, 12);
    expect(result.units[1]).toMatchObject({
      basis: 'restated',
      rule: 'sum_of_elements',
      predecessors: [
        { unit: 'A', weight: null, share: 1, inData: true },
        { unit: 'B', weight: null, share: 1, inData: true },
      ],
    });
    expect(result.framework).toBe(framework);
  });

  it('refuses by name what is not declared to be summable, unless nobody is merged', () => {
    const rule: SuccessionRule = { ...sums(), elements: ['done'] } as SuccessionRule;
    expect(problemsOf(framework, set, AB_TO_D, rule)).toEqual([
      { code: 'ELEMENT_NOT_SUMMABLE', path: 'rule.elements', params: { element: 'all' } },
    ]);
    expect(problemsOf(framework, set, [], rule)).toEqual([]);
  });

  it('takes of a unit that was split the share that went over', () => {
    const links: readonly SuccessionLink[] = [
      { predecessor: 'A', successor: 'A', share: 0.5 },
      { predecessor: 'A', successor: 'D', share: 0.5 },
      { predecessor: 'B', successor: 'D' },
    ];
    const result = restated(framework, set, links, sums());
    // D: 15 + 90 of 50 + 100; A keeps 15 of 50.
    expect(scores(result)).toEqual({ C: 0.5, A: 0.3, D: 0.7 });
  });

  it('counts a unit that comes by two ways by both shares', () => {
    const links: readonly SuccessionLink[] = [
      { predecessor: 'A', successor: 'P', share: 0.5 },
      { predecessor: 'A', successor: 'Q', share: 0.5 },
      { predecessor: 'P', successor: 'D' },
      { predecessor: 'Q', successor: 'D' },
      { predecessor: 'B', successor: 'Q' },
    ];
    const result = restated(framework, set, links, sums());
    expect(scores(result)['D']).toBe(0.6);
    expect(result.units[1]?.predecessors.map(({ unit, share: whole }) => [unit, whole])).toEqual([
      ['A', 1],
      ['B', 1],
    ]);
  });

  it.each([
    ['no value by the rule', 'no_value', [30, 100], ['O', 100], 'missing'],
    ['the others alone', 'of_those_present', [30, 100], ['O', 100], 0.3],
    ['the others alone, of both elements', 'of_those_present', [30, 100], [9, 'L'], 0.3],
    ['the reason that all share', 'no_value', ['M', 100], ['M', 10], 'not_applicable'],
    ['missing where reasons differ', 'no_value', ['M', 100], ['L', 10], 'missing'],
    ['no value where nobody has both', 'of_those_present', ['L', 100], [9, 'L'], 'missing'],
  ] as const)('has %s', (_what, withoutValue, a, b, expected) => {
    const result = restated(framework, data(['done', 'all'], { A: a, B: b }), AB_TO_D, sums(withoutValue));
    const leaf = result.assessment.units[0]?.nodes[1];
    expect(leaf?.value ?? leaf?.state).toBe(expected);
  });

  it('leaves a predecessor out of everything that indicators tie together', () => {
    const other: FrameworkNode = {
      ...share,
      code: 'other',
      formula: { ...share.formula, numerator: 'more' } as never,
    };
    const two: Framework = { ...framework, root: { code: 'root', points: 2, children: [share, other] } };
    const tied = data(['done', 'all', 'more'], { A: [30, 100, 50], B: [90, 100, 'O'] });
    const rule: SuccessionRule = {
      method: 'sum_of_elements',
      elements: ['done', 'all', 'more'],
      withoutValue: 'of_those_present',
    };
    const result = restated(two, tied, AB_TO_D, rule);
    expect(result.assessment.units[0]?.nodes.map(({ value }) => value)).toEqual([0.4, 0.3, 0.5]);
  });

  it('is as firm as the weakest of its parts', () => {
    const cells = (set.cells ?? []).map((cell): Cell => {
      if (cell.element !== 'done') return cell;
      return { ...cell, status: cell.unit === 'A' ? 'E' : cell.unit === 'B' ? 'P' : 'B' };
    });
    const result = restated(framework, { ...set, cells }, AB_TO_D, sums());
    const done = result.dataset.columns?.find(({ element }) => element === 'done');
    const all = result.dataset.columns?.find(({ element }) => element === 'all');
    expect(done?.statuses).toEqual(['B', 'E']);
    expect(all?.statuses).toEqual(['A', 'A']);
  });

  it.each([
    ['A', 'I', 'I'],
    ['I', 'E', 'I'],
    ['E', 'V', 'E'],
    ['V', 'P', 'V'],
    ['P', 'B', 'P'],
    ['B', 'A', 'B'],
    ['A', 'A', 'A'],
  ] as const)('of %s and %s is %s', (a, b, expected) => {
    const cells = (set.cells ?? []).map((cell): Cell => ({ ...cell, status: cell.unit === 'A' ? a : b }));
    const { dataset } = restated(framework, { ...set, cells }, AB_TO_D, sums());
    expect(dataset.columns?.map(({ statuses }) => statuses?.[1])).toEqual([expected, expected]);
  });

  it('is of nothing where a predecessor is not in the data, or of the others', () => {
    const links: readonly SuccessionLink[] = [...AB_TO_D, { predecessor: 'X', successor: 'D' }];
    expect(scores(restated(framework, set, links, sums()))['D']).toBeNull();
    const result = restated(framework, set, links, sums('of_those_present'));
    expect(scores(result)['D']).toBe(0.6);
    expect(result.units[1]?.predecessors).toMatchObject([
      { unit: 'A' },
      { unit: 'B' },
      { unit: 'X', weight: null, inData: false },
    ]);
    // Of two that were not collected, one for want of a unit.
    const gaps = data(['done', 'all'], { A: ['L', 'L'], B: ['L', 'L'] });
    expect(restated(framework, gaps, links, sums()).assessment.units[0]?.state).toBe('not_collected');
    const others = data(['done', 'all'], { A: ['O', 'O'], B: ['O', 'O'] });
    expect(restated(framework, others, AB_TO_D, sums()).assessment.units[0]?.nodes[1]?.state).toBe('missing');
  });

  it('has no column for a period that the data have none of, and no value of what nobody asks for then', () => {
    const result = restated(
      framework,
      { ...set, earlier: [{ columns: [{ element: 'old', values: [1, 2, 3] }] }] },
      AB_TO_D,
      sums(),
    );
    expect(result.dataset.earlier).toEqual([
      { columns: [{ element: 'old', values: [3, null], statuses: ['A', 'L'] }] },
    ]);
    expect(restated(framework, set, AB_TO_D, sums()).dataset).not.toHaveProperty('earlier');
  });

  it('sums earlier periods too', () => {
    const growth: Framework = {
      ...framework,
      method: { ...DTI_METHOD, normalise: { method: 'goalposts', from: 0, upTo: 1, clamp: 'keep' } },
      root: {
        code: 'root',
        points: 1,
        children: [
          { code: 'g', points: 1, formula: { kind: 'growth', element: 'n', zeroBefore: 'undetermined' } },
        ],
      },
    };
    const now: Dataset = {
      units: [
        { code: 'A', group: null },
        { code: 'B', group: null },
      ],
      columns: [{ element: 'n', values: [30, 30] }],
      earlier: [{ columns: [{ element: 'n', values: [10, 30] }] }],
    };
    const rule: SuccessionRule = { method: 'sum_of_elements', elements: ['n'], withoutValue: 'no_value' };
    // 60 after 40; A alone grew by 200 %, B not at all.
    expect(scores(restated(growth, now, AB_TO_D, rule))).toEqual({ D: 0.5 });
  });

  it('refuses a sum beyond the range of numbers', () => {
    const plain: Framework = flat(
      { done: 1 },
      { normalise: { method: 'goalposts', from: 0, upTo: 1, clamp: 'keep' } },
    );
    const huge = data(['done'], { A: [1.7e308], B: [1.7e308] });
    expect(problemsOf(plain, huge, AB_TO_D, { ...sums(), elements: ['done'] } as SuccessionRule)).toEqual([
      {
        code: 'SUM_NOT_FINITE',
        path: 'rule.elements',
        params: { unit: 'D', element: 'done', periodsBack: 0 },
      },
    ]);
  });
});
