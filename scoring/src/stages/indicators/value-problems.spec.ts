import { describe, expect, it } from '@jest/globals';
import type { DataColumn } from '../../model/dataset.js';
import type { Formula } from '../../model/formula.js';
import type { Bounds } from '../../model/framework.js';
import { elementSource } from './element-source.js';
import { valueProblems } from './value-problems.js';

const UNITS = ['u', 'v'].map((code) => ({ code, group: null }));

function problems(
  formula: Formula | undefined,
  data: Readonly<Record<string, DataColumn['values']>>,
  bounds: Bounds = {},
  units = UNITS,
) {
  const columns = Object.entries(data).map(([element, values]) => ({ element, values }));
  const leaf = { code: 'n', ...(formula === undefined ? {} : { formula }) };
  return valueProblems(leaf, elementSource({ units, columns }), units, bounds);
}

const RATIO: Formula = {
  kind: 'ratio',
  numerator: 'a',
  denominator: 'b',
  zeroDenominator: 'missing',
  nothingToCount: 'missing',
  exceeding: 'keep',
};
const PER_HEAD: Formula = {
  kind: 'per_head',
  element: 'a',
  population: 'b',
  per: 1,
  zeroPopulation: 'missing',
};
const COUNT = {
  kind: 'count_against_target',
  element: 'a',
  target: 'b',
  zeroTarget: 'missing',
  exceeding: 'keep',
} as const;
const SHARE: Formula = { kind: 'share_of_yes', elements: ['a', 'b'], gap: 'no' };
const AGE: Formula = { kind: 'age', element: 'a', at: 100, future: 'zero' };

function negative(element: string, role: string, value = -1) {
  const path = element === 'a' ? 'dataset.columns[0].values[1]' : 'dataset.columns[1].values[1]';
  return { code: 'ELEMENT_NEGATIVE', path, params: { unit: 'v', node: 'n', element, value, role } };
}

describe('valueProblems, data elements', () => {
  it.each<[string, Formula]>([
    ['ratio', RATIO],
    ['per_head', PER_HEAD],
    ['count_against_target', COUNT],
    ['share_of_yes', SHARE],
    ['age', AGE],
  ])('has none for %s of what counts, zero included', (_, formula) => {
    expect(problems(formula, { a: [1, 0], b: [0, 1] })).toEqual([]);
    expect(problems(formula, { a: [1, null], b: [null, 1] })).toEqual([]);
  });

  it.each<[Formula, object, object]>([
    [RATIO, { a: [1, -1], b: [1, 1] }, negative('a', 'numerator')],
    [RATIO, { a: [1, 1], b: [1, -1] }, negative('b', 'denominator')],
    [RATIO, { a: [1, 1], b: [1, -5e-324] }, negative('b', 'denominator', -5e-324)],
    [PER_HEAD, { a: [1, 1], b: [1, -1] }, negative('b', 'population')],
    [COUNT, { a: [1, -1], b: [1, 1] }, negative('a', 'count')],
    [COUNT, { a: [1, 1], b: [1, -1] }, negative('b', 'target')],
    [{ ...COUNT, target: 4 }, { a: [1, -1] }, negative('a', 'count')],
  ])('of %j with %j says which count is negative', (formula, data, problem) => {
    expect(problems(formula, data as Record<string, number[]>)).toEqual([problem]);
  });

  it('lets other values be negative', () => {
    expect(problems(PER_HEAD, { a: [-1, 1], b: [1, 1] })).toEqual([]);
    expect(problems({ kind: 'growth', element: 'a', zeroBefore: 'missing' }, { a: [-1, 1] })).toEqual([]);
    expect(problems({ kind: 'sum', elements: ['a'], gap: 'zero' }, { a: [-1, 1] })).toEqual([]);
    expect(problems(undefined, { n: [-1, 1] })).toEqual([]);
    expect(problems({ kind: 'levels', element: 'a', steps: [], below: 0 }, { a: [-1, 1] })).toEqual([]);
    expect(problems({ kind: 'yes_no', conditions: [], holds: 'all' }, { a: [-1, 1] })).toEqual([]);
  });

  it.each([0.5, 2, -1])('says that %s is neither yes nor no', (value) => {
    expect(problems(SHARE, { a: [1, 0], b: [value, 1] })).toEqual([
      {
        code: 'ANSWER_NOT_YES_OR_NO',
        path: 'dataset.columns[1].values[0]',
        params: { unit: 'u', node: 'n', element: 'b', value },
      },
    ]);
  });

  it.each([0.5, 1e300])('says that %s is no whole day', (value) => {
    expect(problems(AGE, { a: [value, 1] })).toEqual([
      {
        code: 'DAY_NOT_WHOLE',
        path: 'dataset.columns[0].values[0]',
        params: { unit: 'u', node: 'n', element: 'a', value },
      },
    ]);
  });
});

describe('valueProblems, no formula', () => {
  it('is refused', () => {
    const formula = { kind: 'guess' } as unknown as Formula;
    expect(() => problems(formula, { a: [1, 1] })).toThrow('no such formula');
  });
});

describe('valueProblems, bounds', () => {
  const bounds = { minimum: 0, maximum: 10 };

  it('lets a value be at a bound, and a gap be a gap', () => {
    expect(problems(undefined, { n: [0, 10] }, bounds)).toEqual([]);
    expect(problems(undefined, { n: [null, 3] }, bounds)).toEqual([]);
  });

  it.each([-5e-324, 10.000000000000002])('names the value %s, its unit and its place', (value) => {
    expect(problems(undefined, { n: [5, value] }, bounds)).toEqual([
      {
        code: 'VALUE_OUT_OF_BOUNDS',
        path: 'dataset.columns[0].values[1]',
        params: { unit: 'v', node: 'n', element: 'n', value, minimum: 0, maximum: 10 },
      },
    ]);
  });

  it('takes an open end', () => {
    expect(problems(undefined, { n: [-1, 1e308] }, { minimum: 0 })).toMatchObject([
      { params: { unit: 'u', value: -1, minimum: 0, maximum: null } },
    ]);
    expect(problems(undefined, { n: [-1e308, 1] }, { maximum: 0 })).toMatchObject([
      { params: { unit: 'v', value: 1, minimum: null, maximum: 0 } },
    ]);
  });

  it('holds for what the formula gives, at the unit', () => {
    expect(problems(RATIO, { a: [1, 3], b: [1, 2] }, { maximum: 1 })).toEqual([
      {
        code: 'VALUE_OUT_OF_BOUNDS',
        path: 'dataset.units[1]',
        params: { unit: 'v', node: 'n', value: 1.5, minimum: null, maximum: 1 },
      },
    ]);
  });

  it('names no data element of a formula, even of one', () => {
    const formula: Formula = { kind: 'levels', element: 'a', steps: [{ from: 0, value: 2 }], below: 0 };
    expect(problems(formula, { a: [-1, 5] }, { maximum: 1 })).toEqual([
      {
        code: 'VALUE_OUT_OF_BOUNDS',
        path: 'dataset.units[1]',
        params: { unit: 'v', node: 'n', value: 2, minimum: null, maximum: 1 },
      },
    ]);
  });

  it('comes after what is wrong with the data elements, all at once', () => {
    expect(problems(RATIO, { a: [-1, 3], b: [1, 2] }, { maximum: 1 }).map(({ code }) => code)).toEqual([
      'ELEMENT_NEGATIVE',
      'VALUE_OUT_OF_BOUNDS',
    ]);
  });

  it('names the cell of a data set of cells', () => {
    const cells = [
      { unit: 'v', element: 'n', value: 3, status: 'A' as const },
      { unit: 'u', element: 'n', value: 30, status: 'A' as const },
    ];
    const source = elementSource({ units: UNITS, cells });
    expect(valueProblems({ code: 'n' }, source, UNITS, bounds)).toMatchObject([{ path: 'dataset.cells[1]' }]);
  });
});

describe('valueProblems, many', () => {
  it.each([
    [20, 0],
    [21, 1],
    [33, 13],
  ])('of %i lists 20 and counts %i more', (faulty, more) => {
    const units = Array.from({ length: 40 }, (_, index) => ({ code: `u${index}`, group: null }));
    const values = units.map((_, index) => (index < faulty ? 2 : 1));
    const found = problems(undefined, { n: values }, { maximum: 1 }, units);
    expect(found.slice(0, 20).every(({ code }) => code === 'VALUE_OUT_OF_BOUNDS')).toBe(true);
    expect(found[19]?.params['unit']).toBe('u19');
    const params = { node: 'n', element: 'n', more };
    expect(found.slice(20)).toEqual(
      more === 0 ? [] : [{ code: 'CELLS_NOT_LISTED', path: 'dataset', params }],
    );
  });
});
