import { describe, expect, it } from '@jest/globals';
import type { Dataset } from '../../model/dataset.js';
import type { Framework } from '../../model/framework.js';
import type { Change, Perturbation } from '../../model/perturbation.js';
import { DTI_METHOD, flat } from '../framework.fixture.js';
import { perturb } from './perturb.js';
import {
  after,
  CELLS,
  COLUMNS,
  FRAMEWORK,
  GIVEN,
  perturbed,
  refused,
  UNITS,
} from './perturbation.fixture.js';

describe('perturb, methods', () => {
  it('changes nothing without changes', () => {
    const result = perturbed(FRAMEWORK, COLUMNS);
    expect(result.after).toEqual(result.before);
    expect(result.differences.every(({ score, rank }) => score === 0 && rank === 0)).toBe(true);
  });

  it('changes a weight where siblings are weighed by what is given', () => {
    // 3 : 1: 0.45, 0.5, 0.2.
    const result = perturbed(GIVEN, COLUMNS, { kind: 'weight', node: 'a', weight: 3 });
    expect(after(result)).toEqual([
      ['x', 0.45, 2],
      ['y', 0.5, 1],
      ['z', 0.2, 3],
    ]);
    expect(result.after.recipe.root.children?.[0]).toEqual({ code: 'a', weight: 3 });
    expect(result.before.recipe).toBe(GIVEN);
  });

  it('refuses a weight that nothing would be weighed by, and takes it once something is', () => {
    const weight: Change = { kind: 'weight', node: 'a', weight: 3 };
    expect(refused(FRAMEWORK, COLUMNS, weight)).toEqual(['CHANGE_WEIGHT_NOT_USED changes[0].weight']);
    expect(refused(GIVEN, COLUMNS, { ...weight, node: 'root' })).toEqual([
      'CHANGE_WEIGHT_NOT_USED changes[0].weight',
    ]);
    const given: Change = { kind: 'method', set: { weights: { method: 'given' } } };
    const other: Change = { kind: 'weight', node: 'b', weight: 1 };
    expect(after(perturbed(FRAMEWORK, COLUMNS, weight, other, given))[1]).toEqual(['y', 0.5, 1]);
    const ofNode: Change = { kind: 'node', node: 'root', set: { weights: { method: 'given' } } };
    expect(after(perturbed(FRAMEWORK, COLUMNS, weight, other, ofNode))[1]).toEqual(['y', 0.5, 1]);
  });

  const deep: Framework = {
    code: 'deep',
    method: DTI_METHOD,
    root: {
      code: 'root',
      points: 100,
      children: [
        {
          code: 'p',
          points: 60,
          children: [
            { code: 'a', points: 40 },
            { code: 'b', points: 20 },
            { code: 'listed', scored: false },
          ],
        },
        { code: 'c', points: 40 },
      ],
    },
  };
  const points = (result: Perturbation): readonly unknown[] =>
    (result.after.units[0]?.nodes ?? []).map(({ code, maxPoints }) => [code, maxPoints]);

  it('adds points of a leaf up to the top', () => {
    const result = perturbed(deep, { units: UNITS, cells: [] }, { kind: 'points', node: 'a', points: 10 });
    expect(points(result)).toEqual([
      ['root', 70],
      ['p', 30],
      ['a', 10],
      ['b', 20],
      ['listed', null],
      ['c', 40],
    ]);
  });

  it('shares points of a parent out in proportion', () => {
    const result = perturbed(deep, { units: UNITS, cells: [] }, { kind: 'points', node: 'p', points: 30 });
    expect(points(result)).toEqual([
      ['root', 70],
      ['p', 30],
      ['a', 20],
      ['b', 10],
      ['listed', null],
      ['c', 40],
    ]);
  });

  it('leaves points out above where nobody states them', () => {
    const silent: Framework = { ...deep, root: { code: 'root', children: deep.root.children ?? [] } };
    const result = perturbed(silent, { units: UNITS, cells: [] }, { kind: 'points', node: 'c', points: 20 });
    expect(points(result).slice(0, 2)).toEqual([
      ['root', null],
      ['p', 60],
    ]);
  });

  it('refuses to scale maxima of points that were given, and takes a new maximum of one', () => {
    const inPoints: Framework = {
      ...FRAMEWORK,
      root: {
        code: 'root',
        points: 10,
        children: [{ code: 'a', points: 10, input: 'points' }],
      },
    };
    const dataset: Dataset = { units: UNITS, columns: [{ element: 'a', values: [4, 5, 6] }] };
    expect(refused(inPoints, dataset, { kind: 'points', node: 'root', points: 20 })).toEqual([
      'POINTS_NOT_SCALABLE changes[0].points',
    ]);
    expect(after(perturbed(inPoints, dataset, { kind: 'points', node: 'a', points: 20 }))[0]).toEqual([
      'x',
      0.2,
      3,
    ]);
    expect(refused(inPoints, dataset, { kind: 'points', node: 'a', points: 5 })).toEqual([
      'VALUE_OUT_OF_BOUNDS after.dataset.columns[0].values[2]',
    ]);
  });

  it('changes rules of the method and of a node, and takes them away with null', () => {
    const geometric = { method: 'geometric', nonPositive: 'zero' } as const;
    const result = perturbed(FRAMEWORK, COLUMNS, {
      kind: 'method',
      set: { aggregation: geometric, bands: [{ code: 'high', from: 0.4 }] },
    });
    expect(result.differences[0]).toMatchObject({
      before: { band: null },
      after: { band: 'high', score: expect.closeTo(Math.sqrt(0.24), 12) },
    });
    const back: Change = { kind: 'method', set: { bands: null } };
    expect(perturbed(result.after.recipe, COLUMNS, back).differences[0]?.after?.band).toBeNull();
    const lower: Change = { kind: 'node', node: 'a', set: { direction: 'lower_is_better' } };
    const turned = perturbed(FRAMEWORK, COLUMNS, lower);
    expect(after(turned)[0]).toEqual(['x', 0.6, 2]);
    const undone: Change = { kind: 'node', node: 'a', set: { direction: null } };
    expect(after(perturbed(FRAMEWORK, COLUMNS, lower, undone))).toEqual(after(perturbed(FRAMEWORK, COLUMNS)));
  });

  it('drops the data that a changed formula no longer asks for', () => {
    const result = perturbed(
      FRAMEWORK,
      COLUMNS,
      { kind: 'node', node: 'a', set: { formula: { kind: 'value', element: 'n' } } },
      { kind: 'value', unit: 'x', element: 'n', value: 1 },
    );
    expect(after(result)[0]).toEqual(['x', 0.8, 1]);
    expect(refused(FRAMEWORK, COLUMNS, { kind: 'value', unit: 'x', element: 'n', value: 1 })).toEqual([
      'CHANGE_ELEMENT_UNKNOWN changes[0].element',
    ]);
  });

  it('gives scores alone where only scores are asked for', () => {
    const outcome = perturb(GIVEN, COLUMNS, [{ kind: 'weight', node: 'a', weight: 3 }], { detail: 'scores' });
    expect(outcome.ok && outcome.value.after.units.every(({ nodes }) => nodes.length === 0)).toBe(true);
    expect(outcome.ok && outcome.value.differences[1]?.rank).toBe(-1);
  });
});

describe('perturb, refusals', () => {
  it.each([
    [null, 'CHANGE_UNKNOWN', 'kind', { found: null }],
    [{ kind: 'wish' }, 'CHANGE_UNKNOWN', 'kind', { found: 'wish' }],
    [
      { kind: 'value', unit: 'nobody', element: 'a', value: 1 },
      'CHANGE_UNIT_UNKNOWN',
      'unit',
      { unit: 'nobody' },
    ],
    [
      { kind: 'value', unit: 'x', element: '', value: 1 },
      'CHANGE_ELEMENT_UNKNOWN',
      'element',
      { element: '' },
    ],
    [
      { kind: 'value', unit: 'x', element: 'a', value: Number.NaN },
      'CHANGE_VALUE_INVALID',
      'value',
      { value: 'NaN' },
    ],
    [{ kind: 'value', unit: 'x', element: 'a', value: '1' }, 'CHANGE_VALUE_INVALID', 'value', { value: '1' }],
    [
      { kind: 'value', unit: 'x', element: 'a', value: 1, status: 'O' },
      'CHANGE_STATUS_INVALID',
      'status',
      { status: 'O', value: 1 },
    ],
    [
      { kind: 'value', unit: 'x', element: 'a', value: null, status: 'A' },
      'CHANGE_STATUS_INVALID',
      'status',
      { status: 'A', value: null },
    ],
    [
      { kind: 'value', unit: 'x', element: 'a', value: 1, status: 'Z' },
      'CHANGE_STATUS_INVALID',
      'status',
      { status: 'Z', value: 1 },
    ],
    [
      { kind: 'value', unit: 'x', element: 'a', value: 1, periodsBack: 1 },
      'CHANGE_PERIOD_UNKNOWN',
      'periodsBack',
      { periodsBack: 1, periods: 1 },
    ],
    [{ kind: 'weight', node: 'nowhere', weight: 1 }, 'CHANGE_NODE_UNKNOWN', 'node', { node: 'nowhere' }],
    [{ kind: 'weight', node: 'a', weight: -1 }, 'CHANGE_AMOUNT_INVALID', 'weight', { found: -1 }],
    [
      { kind: 'weight', node: 'a', weight: 1 },
      'CHANGE_WEIGHT_NOT_USED',
      'weight',
      { node: 'a', weights: 'points' },
    ],
    [
      { kind: 'weight', node: 'root', weight: 1 },
      'CHANGE_WEIGHT_NOT_USED',
      'weight',
      { node: 'root', weights: null },
    ],
    [{ kind: 'points', node: 7, points: 1 }, 'CHANGE_NODE_UNKNOWN', 'node', { node: 7 }],
    [
      { kind: 'points', node: 'a', points: Number.POSITIVE_INFINITY },
      'CHANGE_AMOUNT_INVALID',
      'points',
      { found: 'Infinity' },
    ],
    [{ kind: 'method', set: null }, 'CHANGE_SET_INVALID', 'set', { found: null }],
    [{ kind: 'method', set: { speed: 1 } }, 'CHANGE_KEY_UNKNOWN', 'set.speed', { key: 'speed' }],
    [{ kind: 'node', node: 'a', set: { code: 'b' } }, 'CHANGE_KEY_UNKNOWN', 'set.code', { key: 'code' }],
    [
      { kind: 'node', node: 'a', set: { children: [] } },
      'CHANGE_KEY_UNKNOWN',
      'set.children',
      { key: 'children' },
    ],
    [{ kind: 'node', node: 'c', set: {} }, 'CHANGE_NODE_UNKNOWN', 'node', { node: 'c' }],
    [
      { kind: 'add_unit', unit: { code: 'x', group: 'g' }, values: [] },
      'CHANGE_UNIT_KNOWN',
      'unit',
      { unit: 'x' },
    ],
    [
      { kind: 'add_unit', unit: { code: '', group: 'g' }, values: [] },
      'CHANGE_UNIT_INVALID',
      'unit',
      { unit: '', group: 'g' },
    ],
    [
      { kind: 'add_unit', unit: { code: 'n' }, values: [] },
      'CHANGE_UNIT_INVALID',
      'unit',
      { unit: 'n', group: null },
    ],
    [
      { kind: 'add_unit', unit: { code: 'n', group: 'g' } },
      'CHANGE_VALUES_INVALID',
      'values',
      { found: null },
    ],
    [
      { kind: 'add_unit', unit: { code: 'n', group: 'g' }, values: [null] },
      'CHANGE_ELEMENT_UNKNOWN',
      'values[0].element',
      { element: null },
    ],
    [{ kind: 'remove_unit', unit: 'nobody' }, 'CHANGE_UNIT_UNKNOWN', 'unit', { unit: 'nobody' }],
  ])('refuses %p', (change, code, path, params) => {
    const outcome = perturb(FRAMEWORK, CELLS, [change] as never);
    expect(outcome.ok ? [] : outcome.problems).toEqual([{ code, path: `changes[0].${path}`, params }]);
  });

  it('tells of every change that makes no sense at once, and of nothing that follows from it', () => {
    expect(
      refused(
        FRAMEWORK,
        CELLS,
        { kind: 'remove_unit', unit: 'nobody' },
        { kind: 'value', unit: 'x', element: 'a', value: 0.5 },
        { kind: 'method', set: { speed: 1, colour: 2 } },
      ),
    ).toEqual([
      'CHANGE_UNIT_UNKNOWN changes[0].unit',
      'CHANGE_KEY_UNKNOWN changes[2].set.speed',
      'CHANGE_KEY_UNKNOWN changes[2].set.colour',
    ]);
    expect(perturb(FRAMEWORK, CELLS, 'all' as never)).toEqual({
      ok: false,
      problems: [{ code: 'CHANGES_INVALID', path: 'changes', params: { found: 'all' } }],
    });
  });

  it('takes every rule of a method and of a node', () => {
    const methodKeys = 'screen impute treat normalise weights availability availabilityBy bands'.split(' ');
    const nodeKeys =
      'points weight scored formula unit bounds input direction impute treat normalise weights aggregation missing notApplicable availability availabilityBy'.split(
        ' ',
      );
    // Taken away where there is none, nothing changes; only what is needed is missed.
    const nothing = (keys: readonly string[]): object => Object.fromEntries(keys.map((key) => [key, null]));
    expect(perturbed(FRAMEWORK, CELLS, { kind: 'method', set: nothing(methodKeys) }).after.units).toEqual(
      perturbed(FRAMEWORK, CELLS).after.units,
    );
    expect(refused(FRAMEWORK, CELLS, { kind: 'node', node: 'a', set: nothing(nodeKeys) })).toEqual([
      'SCORED_NODE_WITHOUT_POINTS after.framework.a.points',
    ]);
    const needed = refused(FRAMEWORK, CELLS, {
      kind: 'method',
      set: { aggregation: null, missing: null, notApplicable: null, rank: null },
    });
    expect(needed.every((problem) => problem.includes(' after.framework.method.'))).toBe(true);
  });

  it('takes a weight of zero', () => {
    expect(after(perturbed(GIVEN, COLUMNS, { kind: 'weight', node: 'a', weight: 0 }))[0]).toEqual([
      'x',
      0.6,
      1,
    ]);
  });

  it('tells what is wrong with the result, and with what there was before', () => {
    expect(refused(FRAMEWORK, CELLS, { kind: 'value', unit: 'x', element: 'a', value: 1.5 })).toEqual([
      'VALUE_OUT_OF_BOUNDS after.dataset.cells[0]',
    ]);
    expect(refused(FRAMEWORK, CELLS, { kind: 'method', set: { aggregation: null } })).toEqual([
      'AGGREGATION_UNKNOWN after.framework.method.aggregation',
    ]);
    expect(
      refused(FRAMEWORK, CELLS, { kind: 'node', node: 'a', set: { formula: { kind: 'guess' } } }),
    ).toEqual(['FORMULA_KIND_UNKNOWN after.framework.a.formula.kind']);
    expect(refused(FRAMEWORK, { units: [] }, { kind: 'remove_unit', unit: 'x' })).toEqual([
      'NO_UNITS dataset.units',
    ]);
  });

  it('has no difference beyond the range of numbers', () => {
    const wide: Framework = flat(
      { a: 1 },
      { normalise: { method: 'goalposts', from: 0, upTo: 1, clamp: 'keep' } },
    );
    const dataset: Dataset = { units: UNITS.slice(0, 1), columns: [{ element: 'a', values: [-1.7e308] }] };
    const result = perturbed(wide, dataset, { kind: 'value', unit: 'x', element: 'a', value: 1.7e308 });
    expect(result.differences[0]).toMatchObject({ score: null, rank: 0 });
  });
});
