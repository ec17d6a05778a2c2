import { describe, expect, it } from '@jest/globals';
import type { Cell } from '../../model/dataset.js';
import type { Problem } from '../../model/outcome.js';
import { DTI_2020, DTI_METHOD } from '../framework.fixture.js';
import { found, told, UNITS, withLeaf } from './validation.fixture.js';

describe('validate, the shape of a data set', () => {
  it.each<[string, unknown]>([
    ['DATASET_INVALID dataset', null],
    ['DATASET_INVALID dataset', 'x'],
    ['UNITS_INVALID dataset.units', {}],
    ['UNITS_INVALID dataset.units', { units: 'u' }],
    ['NO_UNITS dataset.units', { units: [] }],
    ['UNIT_CODE_EMPTY dataset.units[0]', { units: ['u'] }],
    ['UNIT_CODE_EMPTY dataset.units[0]', { units: [{ code: '', group: null }] }],
    ['UNIT_DOUBLED dataset.units[1]', { units: [...UNITS, ...UNITS] }],
    ['UNIT_GROUP_INVALID dataset.units[0].group', { units: [{ code: 'u' }] }],
    ['UNIT_GROUP_INVALID dataset.units[0].group', { units: [{ code: 'u', group: '' }] }],
    ['CELLS_INVALID dataset.cells', { units: UNITS, cells: {} }],
    ['CELLS_INVALID dataset.cells[1]', { units: UNITS, cells: [{}, null] }],
    ['COLUMNS_INVALID dataset.columns', { units: UNITS, columns: 'x' }],
    ['EARLIER_INVALID dataset.earlier', { units: UNITS, earlier: {} }],
    ['EARLIER_INVALID dataset.earlier[0]', { units: UNITS, earlier: [null] }],
    ['CELLS_INVALID dataset.earlier[0].cells', { units: UNITS, earlier: [{ cells: 1 }] }],
  ])('says %s', (problem, dataset) => {
    expect(told(DTI_2020, dataset)).toEqual([problem]);
  });

  it('is told beside what is wrong with the rules', () => {
    const method = { ...DTI_METHOD, missing: 'guess' };
    expect(told({ ...DTI_2020, method }, { units: [] })).toEqual([
      'MISSING_RULE_UNKNOWN framework.method.missing',
      'NO_UNITS dataset.units',
    ]);
  });
});

describe('validate, the values', () => {
  const cell: Cell = { unit: 'u', element: 'economy', value: 0.5, status: 'A' };

  it.each<[string, readonly object[]]>([
    ['CELL_UNIT_UNKNOWN dataset.cells[0]', [{ ...cell, unit: 'x' }]],
    ['ELEMENT_UNKNOWN dataset.cells[0]', [{ ...cell, element: 'dti' }]],
    ['CELL_DOUBLED dataset.cells[1]', [cell, cell]],
    ['VALUE_NOT_A_NUMBER dataset.cells[0]', [{ ...cell, value: '' }]],
    ['VALUE_NOT_A_NUMBER dataset.cells[0]', [{ ...cell, value: '0.5' }]],
    ['VALUE_NOT_A_NUMBER dataset.cells[0]', [{ ...cell, value: undefined }]],
    ['VALUE_NOT_FINITE dataset.cells[0]', [{ ...cell, value: Number.NaN }]],
    ['VALUE_NOT_FINITE dataset.cells[0]', [{ ...cell, value: Number.NEGATIVE_INFINITY }]],
    ['VALUE_ABSENT dataset.cells[0]', [{ ...cell, value: null }]],
    ['VALUE_NOT_EXPECTED dataset.cells[0]', [{ ...cell, status: 'L' }]],
    ['STATUS_UNKNOWN dataset.cells[0]', [{ ...cell, status: 'X' }]],
    ['STATUS_UNKNOWN dataset.cells[0]', [{ ...cell, status: undefined }]],
    ['VALUE_OUT_OF_BOUNDS dataset.cells[0]', [{ ...cell, value: 1.0001 }]],
    ['VALUE_OUT_OF_BOUNDS dataset.cells[0]', [{ ...cell, value: -0.1 }]],
  ])('says %s', (problem, cells) => {
    expect(told(DTI_2020, { units: UNITS, cells })).toEqual([problem]);
  });

  it('tells the same of columns', () => {
    const column = (element: string, values: number[]): object => ({ element, values });
    expect(told(DTI_2020, { units: UNITS, columns: [column('x', [1])] })).toEqual([
      'ELEMENT_UNKNOWN dataset.columns[0]',
    ]);
    expect(told(DTI_2020, { units: UNITS, columns: [column('economy', [0.5, 0.5])] })).toEqual([
      'COLUMN_LENGTH_WRONG dataset.columns[0].values',
    ]);
    expect(told(DTI_2020, { units: UNITS, columns: [column('economy', [1.5])] })).toEqual([
      'VALUE_OUT_OF_BOUNDS dataset.columns[0].values[0]',
    ]);
  });

  it('says what a value may be by the bounds, the points or the ratio of its leaf', () => {
    const of = (leaf: object, value: number): readonly Problem[] =>
      found(withLeaf(leaf), { units: UNITS, cells: [{ ...cell, element: 'a', value }] });
    expect(of({}, 1.5)[0]?.params).toMatchObject({ minimum: 0, maximum: 1 });
    expect(of({ input: 'points' }, 60)).toEqual([]);
    expect(of({ input: 'points' }, 60.5)[0]?.params).toMatchObject({ minimum: 0, maximum: 60 });
    expect(of({ bounds: { minimum: 10 }, input: 'points' }, 9)[0]?.params).toMatchObject({
      minimum: 10,
      maximum: 60,
    });
    expect(of({ bounds: { minimum: -5, maximum: 0.5 } }, 0.6)[0]?.params).toMatchObject({
      minimum: 0,
      maximum: 0.5,
    });
    const kept = { normalise: { method: 'ratio_to_maximum', clamp: 'keep' } };
    expect(of(kept, 1.5)).toEqual([]);
    expect(of({ ...kept, bounds: { maximum: 2 } }, 2.5)[0]?.params).toMatchObject({
      minimum: null,
      maximum: 2,
    });
    expect(of({ normalise: { method: 'rank' } }, -1e9)).toEqual([]);
  });

  it('tells all of it at once', () => {
    const cells = [
      { ...cell, element: 'x', unit: 'y' },
      { ...cell, value: Number.NaN },
    ];
    expect(told(DTI_2020, { units: UNITS, cells })).toEqual([
      'CELL_UNIT_UNKNOWN dataset.cells[0]',
      'ELEMENT_UNKNOWN dataset.cells[0]',
      'VALUE_NOT_FINITE dataset.cells[1]',
    ]);
  });

  it('lets an earlier period hold units and data elements of its own', () => {
    const earlier = [{ cells: [{ ...cell, unit: 'gone', element: 'gone' }] }];
    expect(told(DTI_2020, { units: UNITS, earlier })).toEqual([]);
    const broken = [{ cells: [{ ...cell, value: Number.NaN }, cell, cell] }];
    expect(told(DTI_2020, { units: UNITS, earlier: broken })).toEqual([
      'VALUE_NOT_FINITE dataset.earlier[0].cells[0]',
      'CELL_DOUBLED dataset.earlier[0].cells[1]',
      'CELL_DOUBLED dataset.earlier[0].cells[2]',
    ]);
  });

  it('asks nothing of the data elements while formulas are wrong', () => {
    const subject = withLeaf({ formula: { kind: 'ratio' } });
    const problems = told(subject, { units: UNITS, cells: [{ ...cell, element: 'x' }] });
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every((problem) => problem.includes('framework.a.formula'))).toBe(true);
  });
});
