import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { STATE, type Column } from '../../model/column.js';
import { OBSERVATION_STATUSES, type Cell, type DataColumn, type Dataset } from '../../model/dataset.js';
import { elementSource } from './element-source.js';

const UNITS = ['a', 'b', 'c'].map((code) => ({ code, group: null }));
const { scored, not_collected, missing, not_applicable, undetermined } = STATE;

function cell(unit: string, value: number | null, status: Cell['status'] = 'A', element = 'x'): Cell {
  return { unit, element, value, status };
}

function plain({ values, states, marks }: Column): unknown {
  return { values: [...values], states: [...states], marks: [...marks] };
}

function letters(statuses: Uint8Array): string {
  return [...statuses].map((number) => OBSERVATION_STATUSES[number]).join('');
}

function ofColumn(values: DataColumn['values'], statuses?: DataColumn['statuses']): Dataset {
  return { units: UNITS, columns: [{ element: 'x', values, ...(statuses ? { statuses } : {}) }] };
}

const NOT_COLLECTED = {
  values: [NaN, NaN, NaN],
  states: [not_collected, not_collected, not_collected],
  marks: [0, 0, 0],
};

describe('elementSource, from cells', () => {
  it('orders values by the units, whatever the order of the cells', () => {
    const source = elementSource({ units: UNITS, cells: [cell('c', 3), cell('a', 1), cell('b', 2)] });
    expect(source.size).toBe(3);
    expect(plain(source.element('x'))).toEqual({ values: [1, 2, 3], states: [0, 0, 0], marks: [0, 0, 0] });
    expect(letters(source.statusesOf('x'))).toBe('AAA');
  });

  it.each(['A', 'E', 'I', 'P', 'V', 'B'] as const)('has a value for status %s', (status) => {
    const source = elementSource({ units: UNITS, cells: [cell('b', 7, status)] });
    expect(plain(source.element('x'))).toMatchObject({
      values: [NaN, 7, NaN],
      states: [not_collected, scored, not_collected],
    });
    expect(letters(source.statusesOf('x'))).toBe(`L${status}L`);
  });

  it('has a state for each status without a value', () => {
    const cells = [cell('a', null, 'M'), cell('b', null, 'O'), cell('c', null, 'L')];
    const source = elementSource({ units: UNITS, cells });
    expect(plain(source.element('x'))).toMatchObject({
      values: [NaN, NaN, NaN],
      states: [not_applicable, missing, not_collected],
    });
    expect(letters(source.statusesOf('x'))).toBe('MOL');
  });

  it('keeps data elements apart, and leaves out cells of nobody', () => {
    const cells = [cell('a', 1), cell('a', 9, 'A', 'y'), cell('nobody', 5)];
    const source = elementSource({ units: UNITS, cells });
    expect([...source.element('x').values]).toEqual([1, NaN, NaN]);
    expect([...source.element('y').values]).toEqual([9, NaN, NaN]);
  });

  it('reads −0 as 0', () => {
    const { values } = elementSource({ units: UNITS, cells: [cell('a', -0)] }).element('x');
    expect(Object.is(values[0], 0)).toBe(true);
  });

  it('says what it can of data that validation refuses', () => {
    const cells = [cell('a', null), cell('b', Infinity), cell('c', 1), cell('c', 2, 'X' as Cell['status'])];
    const source = elementSource({ units: UNITS, cells });
    expect(plain(source.element('x'))).toMatchObject({
      values: [NaN, NaN, NaN],
      states: [not_collected, undetermined, not_collected],
    });
    expect(letters(source.statusesOf('x'))).toBe('LAL');
  });

  it('of two cells takes the later', () => {
    const source = elementSource({ units: UNITS, cells: [cell('c', 1), cell('c', 2)] });
    expect(source.element('x').values[2]).toBe(2);
    expect(source.pathOf('x', 2)).toBe('dataset.cells[1]');
  });

  it('groups the cells once', () => {
    const source = elementSource({ units: UNITS, cells: [cell('a', 1)] });
    expect(source.element('x')).toBe(source.element('x'));
    expect(source.statusesOf('x')).toBe(source.statusesOf('x'));
  });
});

describe('elementSource, from columns', () => {
  it('passes typed values on as they are', () => {
    const values = Float64Array.of(1, 0, -3);
    const source = elementSource(ofColumn(values));
    expect(source.element('x').values).toBe(values);
    expect(plain(source.element('x'))).toEqual({ values: [1, 0, -3], states: [0, 0, 0], marks: [0, 0, 0] });
    expect(letters(source.statusesOf('x'))).toBe('AAA');
  });

  it('copies them where −0 has to become 0, and leaves the input alone', () => {
    const values = Float64Array.of(1, -0, 2);
    const column = elementSource(ofColumn(values)).element('x');
    expect(column.values).not.toBe(values);
    expect([...column.values].map((value) => Object.is(value, -0))).toEqual([false, false, false]);
    expect(Object.is(values[1], -0)).toBe(true);
    expect([...column.states]).toEqual([0, 0, 0]);
  });

  it.each([NaN, Infinity, -Infinity])('has no number for %s', (value) => {
    const column = elementSource(ofColumn(Float64Array.of(1, value, 2))).element('x');
    expect(plain(column)).toMatchObject({ values: [1, NaN, 2], states: [scored, undetermined, scored] });
  });

  it('goes by the statuses, whatever number a typed array holds in a gap', () => {
    const statuses = Uint8Array.of(6, 8, 7);
    const source = elementSource(ofColumn(Float64Array.of(5, NaN, Infinity), statuses));
    expect(plain(source.element('x'))).toMatchObject({
      values: [NaN, NaN, NaN],
      states: [not_applicable, missing, not_collected],
    });
    expect(source.statusesOf('x')).toBe(statuses);
  });

  it('copies values with statuses: the gaps have to be NaN', () => {
    const values = Float64Array.of(5, 6, 7);
    const column = elementSource(ofColumn(values, Uint8Array.of(1, 8, 5))).element('x');
    expect(plain(column)).toMatchObject({ values: [5, NaN, 7], states: [scored, missing, scored] });
    expect([...values]).toEqual([5, 6, 7]);
  });

  it('reads null of a list as not collected', () => {
    const source = elementSource(ofColumn([4, null, 6]));
    expect(plain(source.element('x'))).toEqual({
      values: [4, NaN, 6],
      states: [scored, not_collected, scored],
      marks: [0, 0, 0],
    });
    expect(letters(source.statusesOf('x'))).toBe('ALA');
  });

  it('takes statuses as letters or as numbers', () => {
    const byLetter = elementSource(ofColumn([4, null, null], ['E', 'M', 'O']));
    const byNumber = elementSource(ofColumn([4, null, null], Uint8Array.of(1, 6, 8)));
    expect(letters(byLetter.statusesOf('x'))).toBe('EMO');
    expect(plain(byLetter.element('x'))).toEqual(plain(byNumber.element('x')));
    expect([...byLetter.element('x').states]).toEqual([scored, not_applicable, missing]);
    expect(letters(byNumber.statusesOf('x'))).toBe('EMO');
    const typed = elementSource(ofColumn(Float64Array.of(4, 5, 6), ['E', 'M', 'O']));
    expect(plain(typed.element('x'))).toEqual(plain(byNumber.element('x')));
    expect(letters(typed.statusesOf('x'))).toBe('EMO');
  });

  it('says not collected for null with a status that has a value, and for a status nobody knows', () => {
    const source = elementSource(ofColumn([null, 2, 3], ['A', 'Q' as 'A', 'B']));
    expect([...source.element('x').states]).toEqual([not_collected, not_collected, scored]);
    expect(letters(source.statusesOf('x'))).toBe('LLB');
    const byNumber = elementSource(ofColumn(Float64Array.of(1, 2, 3), Uint8Array.of(5, 9, 255)));
    expect([...byNumber.element('x').states]).toEqual([scored, not_collected, not_collected]);
  });

  it('is as long as the units, whatever the length of the column', () => {
    expect(plain(elementSource(ofColumn(Float64Array.of(1))).element('x'))).toMatchObject({
      values: [1, NaN, NaN],
      states: [scored, not_collected, not_collected],
    });
    expect(letters(elementSource(ofColumn(Float64Array.of(1))).statusesOf('x'))).toBe('ALL');
    expect(letters(elementSource(ofColumn(Float64Array.of(1, 2, 3, 4))).statusesOf('x'))).toBe('AAA');
    expect([...elementSource(ofColumn([1, 2, 3, 4])).element('x').values]).toEqual([1, 2, 3]);
    const short = elementSource(ofColumn(Float64Array.of(1, 2, 3), Uint8Array.of(1)));
    expect(letters(short.statusesOf('x'))).toBe('ELL');
  });
});

describe('elementSource, what is not there', () => {
  it('was not collected', () => {
    const source = elementSource({ units: UNITS });
    expect(plain(source.element('x'))).toEqual(NOT_COLLECTED);
    expect(letters(source.statusesOf('x'))).toBe('LLL');
    expect(plain(elementSource({ units: UNITS, cells: [cell('a', 1)] }).element('y'))).toEqual(NOT_COLLECTED);
  });

  it('has no cells for no units', () => {
    const source = elementSource({ units: [] });
    expect(source.size).toBe(0);
    expect(source.element('x').values).toHaveLength(0);
  });
});

describe('elementSource, earlier periods', () => {
  const dataset: Dataset = {
    units: UNITS,
    cells: [cell('a', 3)],
    earlier: [
      { cells: [cell('a', 2, 'P'), cell('gone', 8)] },
      { columns: [{ element: 'x', values: [1, null, 5] }] },
    ],
  };

  it('are asked for by how far they are back', () => {
    const source = elementSource(dataset);
    expect(source.element('x', 0).values[0]).toBe(3);
    expect([...source.element('x', 1).values]).toEqual([2, NaN, NaN]);
    expect([...source.element('x', 2).values]).toEqual([1, NaN, 5]);
    expect(letters(source.statusesOf('x', 1))).toBe('PLL');
    expect(letters(source.statusesOf('x', 2))).toBe('ALA');
  });

  it.each([3, -1, 0.5, NaN])('%s periods back there is none', (periodsBack) => {
    const source = elementSource(dataset);
    expect(plain(source.element('x', periodsBack))).toEqual(NOT_COLLECTED);
    expect(letters(source.statusesOf('x', periodsBack))).toBe('LLL');
  });
});

describe('elementSource, pathOf', () => {
  it('names the place in the data set', () => {
    const source = elementSource({
      units: UNITS,
      cells: [cell('c', 1), cell('a', 2)],
      columns: [
        { element: 'w', values: [1, 2, 3] },
        { element: 'y', values: [1, 2, 3] },
      ],
    });
    expect(source.pathOf('y', 2)).toBe('dataset.columns[1].values[2]');
    expect(source.pathOf('x', 0)).toBe('dataset.cells[1]');
    expect(source.pathOf('x', 2)).toBe('dataset.cells[0]');
    expect(source.pathOf('x', 1)).toBe('dataset.units[1]');
    expect(source.pathOf('z', 1)).toBe('dataset.units[1]');
    expect(elementSource({ units: UNITS }).pathOf('x', 1)).toBe('dataset.units[1]');
  });
});

describe('elementSource, whatever the shape', () => {
  it('gives the same column from cells, a list and typed arrays', () => {
    const entry = fc.tuple(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer({ min: 0, max: OBSERVATION_STATUSES.length - 1 }),
    );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), (entries) => {
        const units = entries.map((_, index) => ({ code: `u${index}`, group: null }));
        const numbers = Uint8Array.from(entries, ([, status]) => status);
        const statuses = [...numbers].map((number) => OBSERVATION_STATUSES[number] as Cell['status']);
        const values = entries.map(([value], index) => ((numbers[index] as number) < 6 ? value : null));
        const cells = values.map((value, index) =>
          cell(`u${index}`, value, statuses[index] as Cell['status']),
        );
        const typed = Float64Array.from(entries, ([value]) => value);
        const shapes: readonly Dataset[] = [
          { units, cells },
          { units, columns: [{ element: 'x', values, statuses }] },
          { units, columns: [{ element: 'x', values: typed, statuses: numbers }] },
        ];
        const [first, ...others] = shapes.map((dataset) => {
          const source = elementSource(dataset);
          return { ...(plain(source.element('x')) as object), statuses: [...source.statusesOf('x')] };
        });
        // Without cells there is no column to compare but the absent one, which is empty too.
        for (const other of others) expect(other).toEqual(first);
      }),
    );
  });
});
