import { describe, expect, it } from '@jest/globals';
import type { ObservationStatus } from '@dti-monitor/scoring';
import { OBSERVATION_STATUSES } from '@dti-monitor/scoring';
import { readDataFile, type DataFile, type DataRequest } from './data-file.js';

const REQUEST: DataRequest = {
  elements: ['roads', 'people'],
  needed: new Set(['roads', 'people']),
  days: new Set(),
  ignoreUnknown: false,
};

function read(text: string, request: Partial<DataRequest> = {}): DataFile {
  const reading = readDataFile(text, 'f.csv', { ...REQUEST, ...request });
  if (!reading.ok) throw new Error(JSON.stringify(reading.findings));
  return reading.value;
}

/** Code, line and column of everything that is wrong. */
function findings(text: string, request: Partial<DataRequest> = {}): readonly string[] {
  const reading = readDataFile(text, 'f.csv', { ...REQUEST, ...request });
  if (reading.ok) return [];
  return reading.findings.map(
    ({ code, place: { line, column } }) => `${line ?? '-'} ${column ?? '-'} ${code}`,
  );
}

type Column = readonly (readonly [number | null, ObservationStatus | undefined])[];

/** Values with their statuses: what typed arrays hold, told apart. */
function columnOf({ dataset }: DataFile, element: string, back = 0): Column {
  const columns = (back === 0 ? dataset : dataset.earlier?.[back - 1])?.columns ?? [];
  const { values = [], statuses = [] } = columns.find((column) => column.element === element) ?? {};
  return [...values].map((value, index) => {
    const status = OBSERVATION_STATUSES[Number(statuses[index])];
    return [status !== undefined && 'MLO'.includes(status) ? null : value, status];
  });
}

describe('a wide table', () => {
  it('has a row for each unit and a column for each data element', () => {
    const data = read('unit,roads,people\nA,1,10\nB,,M\n"C, the third",2.5,30\n');
    expect(data.dataset.units).toEqual([
      { code: 'A', group: 'all' },
      { code: 'B', group: 'all' },
      { code: 'C, the third', group: 'all' },
    ]);
    expect(columnOf(data, 'roads')).toEqual([
      [1, 'A'],
      [null, 'L'],
      [2.5, 'A'],
    ]);
    expect(columnOf(data, 'people')).toEqual([
      [10, 'A'],
      [null, 'M'],
      [30, 'A'],
    ]);
    expect([data.form, data.period, data.unused]).toEqual(['wide', null, []]);
  });

  it.each([
    ['CRLF', 'unit,roads,people\r\nA,1,2\r\n'],
    ['CR alone', 'unit,roads,people\rA,1,2\r'],
    ['semicolons', 'unit;roads;people\nA;1;2\n'],
    ['tabs', 'unit\troads\tpeople\nA\t1\t2\n'],
    ['empty lines', '\nunit,roads,people\n\n\nA,1,2\n\n'],
    ['spaces around headings', ' unit , roads,people \nA,1,2\n'],
    ['quoted cells', '"unit","roads","people"\n"A","1","2"'],
  ])('may have %s', (_, text) => {
    expect(columnOf(read(text), 'people')).toEqual([[2, 'A']]);
  });

  it('takes groups from their column, one without a name as none', () => {
    const units = read('unit,group,roads,people\nA,north,1,1\nB,,1,1\n').dataset.units;
    expect(units.map(({ group }) => group)).toEqual(['north', null]);
  });

  it('ranks all together when asked to', () => {
    const units = read('unit,group,roads,people\nA,north,1,1\nB,,1,1\n', { group: 'all' }).dataset.units;
    expect(units.map(({ group }) => group)).toEqual(['all', 'all']);
  });

  it('passes over columns that nobody asks for, and names them', () => {
    expect(read('unit,name,roads,people,source\nA,x,1,2,press\n').unused).toEqual(['name', 'source']);
  });

  it('can do without a column for what is not scored', () => {
    const data = read('unit,roads\nA,1\n', { needed: new Set(['roads']) });
    expect(columnOf(data, 'people')).toEqual([[null, 'L']]);
  });

  it('composes Unicode in codes', () => {
    expect(read('unit,roads,people\nĐà Nẵng,1,2\n'.normalize('NFD')).dataset.units[0]?.code).toBe('Đà Nẵng');
  });

  it('knows where a cell stands, and where a unit does', () => {
    const { placeOf } = read('unit,roads,people\n"A\nB",1,2\n\nC,3,4\n');
    expect(placeOf('C', 'roads')).toEqual({ file: 'f.csv', line: 5, column: 'roads' });
    expect(placeOf('A\nB', null)).toEqual({ file: 'f.csv', line: 2, column: null });
    expect(placeOf(null, null)).toEqual({ file: 'f.csv', line: null, column: null });
  });
});

describe('a long table', () => {
  const HEAD = 'unit,group,element,value,status\n';

  it('has a row for each cell', () => {
    const data = read(`${HEAD}A,g,roads,1,\nA,g,people,10,E\nB,h,roads,,O\n`);
    expect(data.dataset.units).toEqual([
      { code: 'A', group: 'g' },
      { code: 'B', group: 'h' },
    ]);
    expect(columnOf(data, 'roads')).toEqual([
      [1, 'A'],
      [null, 'O'],
    ]);
    expect(columnOf(data, 'people')).toEqual([
      [10, 'E'],
      [null, 'L'],
    ]);
    expect([data.form, data.placeOf('A', 'people'), data.placeOf('B', 'people')]).toEqual([
      'long',
      { file: 'f.csv', line: 3, column: 'value' },
      { file: 'f.csv', line: 4, column: 'value' },
    ]);
  });

  it('refuses a data element that nobody asks for, with the one that may have been meant', () => {
    const text = `${HEAD}A,g,roads,1,\nA,g,people,1,\nA,g,poeple,1,\n`;
    const reading = readDataFile(text, 'f.csv', REQUEST);
    expect(reading.ok ? [] : reading.findings).toEqual([
      {
        code: 'ELEMENT_UNKNOWN',
        path: '',
        params: { element: 'poeple', suggestion: 'people' },
        place: { file: 'f.csv', line: 4, column: 'element' },
      },
    ]);
    expect(read(text, { ignoreUnknown: true }).unused).toEqual(['poeple']);
  });

  it('needs a row of every data element that the score depends on', () => {
    expect(findings(`${HEAD}A,g,roads,1,\n`)).toEqual(['- - ELEMENT_WITHOUT_ROWS']);
    expect(findings(`${HEAD}A,g,roads,1,\n`, { needed: new Set(['roads']) })).toEqual([]);
  });
});

describe('periods', () => {
  const TEXT = 'unit,period,roads,people\nA,2021,1,1\nA,2024,4,\nB,2024,8,8\nC,2022,3,3\nA,2022,2,2\n';

  it('are scored by the newest, with those before it one by one; a year without rows is one without values', () => {
    const data = read(TEXT);
    expect([data.period, data.dataset.units.map(({ code }) => code)]).toEqual(['2024', ['A', 'B']]);
    expect(data.dataset.earlier).toHaveLength(3);
    expect(data.dataset.earlier?.[0]).toEqual({});
    expect(columnOf(data, 'roads', 2)).toEqual([
      [2, 'A'],
      [null, 'L'],
    ]);
    expect(columnOf(data, 'roads', 3)).toEqual([
      [1, 'A'],
      [null, 'L'],
    ]);
    expect(data.placeOf('B', 'roads').line).toBe(4);
  });

  it('are scored by the one asked for', () => {
    const data = read(TEXT, { period: '2022' });
    expect([data.period, data.dataset.units.map(({ code }) => code)]).toEqual(['2022', ['C', 'A']]);
    expect(data.dataset.earlier).toHaveLength(1);
  });

  it('refuses one that is not there, and one where the table has none', () => {
    expect(findings(TEXT, { period: '2023' })).toEqual(['- - PERIOD_ABSENT']);
    expect(findings('unit,roads,people\nA,1,1\n', { period: '2023' })).toEqual(['- - COLUMN_ABSENT']);
  });

  it('are of one kind, and named', () => {
    expect(findings('unit,period,roads,people\nA,2021,1,1\nA,2022-Q1,1,1\nA,soon,1,1\n')).toEqual([
      '3 period PERIOD_INVALID',
      '4 period PERIOD_INVALID',
    ]);
    expect(findings('unit,period,roads,people\nA,,1,1\n')).toEqual(['2 period PERIOD_EMPTY']);
  });

  it('may hold the same unit once each', () => {
    expect(findings('unit,period,roads,people\nA,2021,1,1\nA,2021,1,1\n')).toEqual(['3 unit UNIT_DOUBLED']);
  });
});

describe('what is wrong with a table', () => {
  it.each([
    ['', ['- - TABLE_EMPTY']],
    ['unit,roads,people\n', ['- - TABLE_WITHOUT_ROWS']],
    ['unit,roads,,people\nA,1,1,1\n', ['1 - HEADING_EMPTY']],
    ['unit,roads,roads\nA,1,1\n', ['1 - HEADING_DOUBLED']],
    ['code,roads,people\nA,1,1\n', ['1 - COLUMN_ABSENT']],
    ['unit,road,people\nA,1,1\n', ['1 - ELEMENT_WITHOUT_COLUMN']],
    ['unit,roads,people\nA,1\nB,1,1,1\n', ['2 - ROW_LENGTH_WRONG', '3 - ROW_LENGTH_WRONG']],
    ['unit,roads,people\n,1,1\n', ['2 unit UNIT_EMPTY']],
    ['unit,roads,people\nA,1,1\nA,2,2\n', ['3 unit UNIT_DOUBLED']],
    ['unit,roads,people\nA,"1,1\nB,2,2\n', ['2 - CSV_INVALID']],
    [
      'unit,roads,people\nA,1;5,many\nB,x,2\n',
      ['2 roads NUMBER_INVALID', '2 people NUMBER_INVALID', '3 roads NUMBER_INVALID'],
    ],
    [
      'unit,element,value\nA,roads,1\nA,roads,1\nA,people,1\nA,,1\n',
      ['3 value CELL_DOUBLED', '5 element ELEMENT_EMPTY'],
    ],
    ['unit,group,element,value\nA,g,roads,1\nA,h,people,1\n', ['3 group GROUP_DIFFERS']],
    [
      'unit,element,value,status\nA,roads,1,M\nA,people,,E\n',
      ['2 value VALUE_NOT_EXPECTED', '3 value VALUE_ABSENT'],
    ],
  ])('is told with line and column: %j', (text, expected) => {
    expect(findings(text)).toEqual(expected);
  });

  it('is told all at once, by line', () => {
    const text = 'unit,roads,peple\nA,1\nB,x,1\nB,1,1\n';
    expect(findings(text)).toEqual([
      '1 - ELEMENT_WITHOUT_COLUMN',
      '2 - ROW_LENGTH_WRONG',
      '3 roads NUMBER_INVALID',
      '4 unit UNIT_DOUBLED',
    ]);
  });

  it('asks for the column of groups that was asked for', () => {
    expect(findings('unit,grup,roads,people\nA,g,1,1\n', { group: 'column' })).toEqual(['1 - COLUMN_ABSENT']);
  });

  it('suggests a heading that was probably meant', () => {
    const reading = readDataFile('unit,Roads,people\nA,1,1\n', 'f.csv', REQUEST);
    expect(reading.ok ? null : reading.findings[0]?.params).toEqual({
      element: 'roads',
      suggestion: 'Roads',
    });
  });
});
