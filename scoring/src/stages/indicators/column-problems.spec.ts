import { describe, expect, it } from '@jest/globals';
import type { DataColumn, Dataset } from '../../model/dataset.js';
import { columnProblems, LISTED_CELLS } from './column-problems.js';

const UNITS = ['a', 'b'].map((code) => ({ code, group: null }));

function ofColumns(columns: unknown, more: Partial<Dataset> = {}): Dataset {
  return { units: UNITS, columns: columns as readonly DataColumn[], ...more };
}

function found(column: unknown) {
  return columnProblems(ofColumns([column]), 'dataset');
}

describe('columnProblems', () => {
  it.each<[string, unknown]>([
    ['typed values', { element: 'x', values: Float64Array.of(1, -0) }],
    ['a list with a gap', { element: 'x', values: [1, null] }],
    ['statuses by number', { element: 'x', values: Float64Array.of(1, NaN), statuses: Uint8Array.of(5, 6) }],
    [
      'a number in a gap of typed values',
      { element: 'x', values: Float64Array.of(1, 2), statuses: ['A', 'L'] },
    ],
    ['statuses by letter', { element: 'x', values: [1, null], statuses: ['B', 'O'] }],
  ])('finds nothing wrong with %s', (_, column) => {
    expect(found(column)).toEqual([]);
  });

  it('finds nothing wrong without columns', () => {
    expect(columnProblems({ units: UNITS }, 'dataset')).toEqual([]);
  });

  it.each<[unknown, string, object, string]>([
    [null, 'COLUMN_ELEMENT_INVALID', {}, '.element'],
    [{ values: [1, 2] }, 'COLUMN_ELEMENT_INVALID', {}, '.element'],
    [{ element: '', values: [1, 2] }, 'COLUMN_ELEMENT_INVALID', {}, '.element'],
    [{ element: 3, values: [1, 2] }, 'COLUMN_ELEMENT_INVALID', {}, '.element'],
    [{ element: 'x' }, 'COLUMN_NOT_A_LIST', { element: 'x' }, '.values'],
    [{ element: 'x', values: '12' }, 'COLUMN_NOT_A_LIST', { element: 'x' }, '.values'],
    [{ element: 'x', values: [1, 2], statuses: 'AA' }, 'COLUMN_NOT_A_LIST', { element: 'x' }, '.statuses'],
    [
      { element: 'x', values: Float64Array.of(1) },
      'COLUMN_LENGTH_WRONG',
      { element: 'x', length: 1, units: 2 },
      '.values',
    ],
    [
      { element: 'x', values: [1, 2, 3] },
      'COLUMN_LENGTH_WRONG',
      { element: 'x', length: 3, units: 2 },
      '.values',
    ],
    [
      { element: 'x', values: [1, 2], statuses: Uint8Array.of(0) },
      'COLUMN_LENGTH_WRONG',
      { element: 'x', length: 1, units: 2 },
      '.statuses',
    ],
  ])('says of %j %s', (column, code, params, where) => {
    expect(found(column)).toEqual([{ code, path: `dataset.columns[0]${where}`, params }]);
  });

  it.each<[string, unknown]>([
    ['NaN', Float64Array.of(1, NaN)],
    ['Infinity', Float64Array.of(1, Infinity)],
    ['−Infinity', Float64Array.of(1, -Infinity)],
    ['NaN in a list', [1, NaN]],
  ])('says VALUE_NOT_FINITE of %s', (_, values) => {
    const params = { unit: 'b', element: 'x' };
    const path = 'dataset.columns[0].values[1]';
    expect(found({ element: 'x', values })).toEqual([{ code: 'VALUE_NOT_FINITE', path, params }]);
    const statuses = ['A', 'B'];
    expect(found({ element: 'x', values, statuses })).toEqual([{ code: 'VALUE_NOT_FINITE', path, params }]);
  });

  it.each([
    ['', ''],
    ['12', '12'],
    [undefined, null],
    [true, 'true'],
  ])('says VALUE_NOT_A_NUMBER of %j', (value, told) => {
    const problem = {
      code: 'VALUE_NOT_A_NUMBER',
      path: 'dataset.columns[0].values[1]',
      params: { unit: 'b', element: 'x', found: told },
    };
    expect(found({ element: 'x', values: [1, value] })).toEqual([problem]);
    expect(found({ element: 'x', values: [1, value], statuses: Uint8Array.of(0, 1) })).toEqual([problem]);
  });

  it.each<[string, unknown, unknown, string, string]>([
    ['VALUE_ABSENT', [1, null], ['A', 'E'], 'E', 'values'],
    ['VALUE_ABSENT', [1, null], Uint8Array.of(0, 5), 'B', 'values'],
    ['VALUE_NOT_EXPECTED', [1, 0], ['A', 'M'], 'M', 'values'],
    ['VALUE_NOT_EXPECTED', [1, 2], Uint8Array.of(0, 8), 'O', 'values'],
    ['STATUS_UNKNOWN', [1, 2], ['A', 'X'], 'X', 'statuses'],
    ['STATUS_UNKNOWN', Float64Array.of(1, 2), Uint8Array.of(0, 9), '9', 'statuses'],
    ['STATUS_UNKNOWN', [1, 2], ['A', null], 'null', 'statuses'],
  ])('says %s of %j with %j', (code, values, statuses, status, where) => {
    expect(found({ element: 'x', values, statuses })).toEqual([
      { code, path: `dataset.columns[0].${where}[1]`, params: { unit: 'b', element: 'x', status } },
    ]);
  });

  it('says which data element comes twice, among columns and in cells too', () => {
    const x = { element: 'x', values: [1, 2] };
    const y = { element: 'y', values: [1, 2] };
    const cells = ['x', 'x', 'z'].map((element) => ({ unit: 'a', element, value: 1, status: 'A' as const }));
    expect(columnProblems(ofColumns([x, y, x], { cells }), 'dataset')).toEqual([
      { code: 'COLUMN_ELEMENT_DOUBLED', path: 'dataset.columns[2]', params: { element: 'x' } },
      { code: 'ELEMENT_IN_CELLS_AND_COLUMNS', path: 'dataset.columns', params: { element: 'x' } },
    ]);
  });

  it('says COLUMNS_INVALID', () => {
    expect(columnProblems(ofColumns({ x: [1] }), 'd')).toEqual([
      { code: 'COLUMNS_INVALID', path: 'd.columns', params: {} },
    ]);
  });

  it('looks at earlier periods, each by itself', () => {
    const x = { element: 'x', values: [1, 2] };
    const earlier = [{ columns: [x] }, { columns: [{ element: 'x', values: [1, NaN] }] }];
    expect(columnProblems(ofColumns([x], { earlier }), 'dataset')).toEqual([
      {
        code: 'VALUE_NOT_FINITE',
        path: 'dataset.earlier[1].columns[0].values[1]',
        params: { unit: 'b', element: 'x' },
      },
    ]);
  });

  it('says everything at once', () => {
    const columns = [{ element: 'x', values: [NaN, '1'] }, { element: '' }, { element: 'y', values: [] }];
    expect(columnProblems(ofColumns(columns), 'dataset').map(({ path }) => path)).toEqual([
      'dataset.columns[0].values[0]',
      'dataset.columns[0].values[1]',
      'dataset.columns[1].element',
      'dataset.columns[2].values',
    ]);
  });

  it.each([
    [LISTED_CELLS, 0],
    [LISTED_CELLS + 1, 1],
    [30, 10],
  ])('of %i faulty cells lists 20 and counts %i more', (faulty, more) => {
    const units = Array.from({ length: 40 }, (_, index) => ({ code: `u${index}`, group: null }));
    const values = Float64Array.from(units, (_, index) => (index >= 5 && index < 5 + faulty ? NaN : 1));
    const problems = columnProblems({ units, columns: [{ element: 'x', values }] }, 'dataset');
    const cells = problems.filter(({ code }) => code === 'VALUE_NOT_FINITE');
    expect(cells.map(({ params }) => params['unit'])).toEqual(units.slice(5, 25).map(({ code }) => code));
    expect(problems.slice(cells.length)).toEqual(
      more === 0
        ? []
        : [{ code: 'CELLS_NOT_LISTED', path: 'dataset.columns[0]', params: { element: 'x', more } }],
    );
  });
});
