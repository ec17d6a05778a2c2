import { describe, expect, it } from '@jest/globals';
import { codes, dataset, framework, leaves, scores, type Loose } from './door-hostile.fixture.js';
import { compute } from './index.js';

/** Data that a file or a program without types may hand in; see `door.hostile.spec.ts`. */
describe('values', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['NaN', Number.NaN, ['VALUE_NOT_FINITE']],
    ['infinity', Number.POSITIVE_INFINITY, ['VALUE_NOT_FINITE']],
    ['minus infinity', Number.NEGATIVE_INFINITY, ['VALUE_NOT_FINITE']],
    ['an empty text', '', ['VALUE_NOT_A_NUMBER']],
    ['a text of digits', '5', ['VALUE_NOT_A_NUMBER']],
    ['true', true, ['VALUE_NOT_A_NUMBER']],
    ['a list', [5], ['VALUE_NOT_A_NUMBER']],
    ['undefined', undefined, ['VALUE_NOT_A_NUMBER']],
    ['a big integer', 5n, ['VALUE_NOT_A_NUMBER']],
    ['null with a status that has a value', null, ['VALUE_ABSENT']],
  ])('%s in a cell', (_name, value, expected) => {
    const cells = [{ unit: 'u', element: 'a', value, status: 'A' }];
    const data = dataset({ cells, columns: [{ element: 'b', values: [6, 8] }] });
    expect(codes(framework(leaves), data)).toEqual(expected);
  });

  it.each<[string, unknown]>([
    ['NaN', [Number.NaN, 4]],
    ['infinity', [2, Number.POSITIVE_INFINITY]],
    ['an empty text', ['', 4]],
    ['a text of digits', ['5', 4]],
    ['undefined', [undefined, 4]],
    ['a hole', new Array<number>(2)],
    ['NaN in a typed array', Float64Array.of(Number.NaN, 1)],
    ['infinity in a typed array', Float64Array.of(1, Number.NEGATIVE_INFINITY)],
  ])('%s in a column', (_name, values) => {
    const data = dataset({
      columns: [
        { element: 'a', values },
        { element: 'b', values: [6, 8] },
      ],
    });
    expect(
      codes(framework(leaves), data).every((code) => /^VALUE_(NOT_FINITE|NOT_A_NUMBER|ABSENT)$/.test(code)),
    ).toBe(true);
    expect(codes(framework(leaves), data)).not.toEqual([]);
  });

  it('−0 is 0', () => {
    const data = dataset({
      columns: [
        { element: 'a', values: [-0, 0] },
        { element: 'b', values: [-0, -0] },
      ],
    });
    expect(scores(framework(leaves), data)).toEqual([0, 0]);
  });

  it.each<[string, Loose]>([
    ['min_max', { method: 'min_max', constant: 'undetermined' }],
    ['z_score', { method: 'z_score', constant: 'undetermined' }],
    ['distance_to_maximum', { method: 'distance_to_maximum', constant: 'undetermined' }],
    ['goalposts', { method: 'goalposts', from: 0, upTo: 1e-300, clamp: 'keep' }],
    ['ratio_to_target', { method: 'ratio_to_target', target: 1e-300, clamp: 'keep' }],
  ])('1e308 and −1e308 under %s: a number or none, never a wrong one', (_name, normalise) => {
    const columns = ['a', 'b'].map((element) => ({ element, values: [1.7e308, -1.7e308] }));
    const answers = scores(framework(leaves, { normalise }), dataset({ columns }));
    expect(answers.every((score) => score === null || Number.isFinite(score))).toBe(true);
  });
});

describe('lists of units, cells and columns', () => {
  const cell = { unit: 'u', element: 'a', value: 1, status: 'A' };
  const b = { element: 'b', values: [6, 8] };

  it.each<[string, Loose, readonly string[]]>([
    ['no units', { units: [] }, ['NO_UNITS']],
    ['units that are no list', { units: {} }, ['UNITS_INVALID']],
    [
      'a unit twice',
      {
        units: [
          { code: 'u', group: 'g' },
          { code: 'u', group: 'g' },
        ],
      },
      ['UNIT_DOUBLED'],
    ],
    [
      'a unit without a code',
      {
        units: [
          { code: '', group: 'g' },
          { code: 'v', group: 'g' },
        ],
      },
      ['UNIT_CODE_EMPTY'],
    ],
    ['a unit that is null', { units: [null, { code: 'v', group: 'g' }] }, ['UNIT_CODE_EMPTY']],
    [
      'a group that is a number',
      {
        units: [
          { code: 'u', group: 3 },
          { code: 'v', group: 'g' },
        ],
      },
      ['UNIT_GROUP_INVALID'],
    ],
    [
      'a cell of a unit that is not there',
      { cells: [{ ...cell, unit: 'w' }], columns: [b] },
      ['CELL_UNIT_UNKNOWN'],
    ],
    [
      'a cell of an element nobody asks for',
      { cells: [{ ...cell, element: 'x' }], columns: [b] },
      ['ELEMENT_UNKNOWN'],
    ],
    ['a cell twice', { cells: [cell, cell], columns: [b] }, ['CELL_DOUBLED']],
    ['a status nobody knows', { cells: [{ ...cell, status: 'Z' }], columns: [b] }, ['STATUS_UNKNOWN']],
    [
      'a value where the status has none',
      { cells: [{ ...cell, status: 'L' }], columns: [b] },
      ['VALUE_NOT_EXPECTED'],
    ],
    ['cells that are no list', { cells: { 0: cell } }, ['CELLS_INVALID']],
    ['a column twice', { columns: [b, b] }, ['COLUMN_ELEMENT_DOUBLED']],
    ['a column too short', { columns: [{ element: 'b', values: [6] }] }, ['COLUMN_LENGTH_WRONG']],
    [
      'a column too long',
      { columns: [{ element: 'b', values: Float64Array.of(1, 2, 3) }] },
      ['COLUMN_LENGTH_WRONG'],
    ],
    ['a column that is no list', { columns: [{ element: 'b', values: '68' }] }, ['COLUMN_NOT_A_LIST']],
    [
      'an element in cells and columns',
      { cells: [{ ...cell, element: 'b' }], columns: [b] },
      ['ELEMENT_IN_CELLS_AND_COLUMNS'],
    ],
    ['earlier periods that are no list', { earlier: {} }, ['EARLIER_INVALID']],
    ['an earlier period that is null', { earlier: [null] }, ['EARLIER_INVALID']],
  ])('%s', (_name, changes, expected) => {
    expect(codes(framework(leaves), dataset(changes))).toEqual(expected);
  });

  it('tells of every problem at once', () => {
    const data = dataset({
      cells: [
        { ...cell, unit: 'w', value: '5' },
        { ...cell, status: 'Z' },
      ],
      columns: [b, b],
    });
    expect([...codes(framework(leaves), data)].sort()).toEqual([
      'CELL_UNIT_UNKNOWN',
      'COLUMN_ELEMENT_DOUBLED',
      'STATUS_UNKNOWN',
      'VALUE_NOT_A_NUMBER',
    ]);
  });
});

describe('one unit', () => {
  const one = dataset({
    units: [{ code: 'u', group: 'g' }],
    columns: [
      { element: 'a', values: [2] },
      { element: 'b', values: [6] },
    ],
  });

  it('is scored and first by goalposts', () => {
    const outcome = compute(framework(leaves), one);
    expect(outcome.ok && outcome.value.units[0]).toMatchObject({
      state: 'scored',
      rank: { rank: 1, tied: false },
    });
  });

  it.each<[string, Loose]>([
    ['min_max', { method: 'min_max', constant: 'undetermined' }],
    ['z_score', { method: 'z_score', constant: 'undetermined' }],
    ['percentile_rank', { method: 'percentile_rank', constant: 'undetermined' }],
    ['distance_to_maximum', { method: 'distance_to_maximum', constant: 'undetermined' }],
  ])('has no score by %s, which needs others', (_name, normalise) => {
    const outcome = compute(framework(leaves, { normalise }), one);
    expect(outcome.ok && outcome.value.units[0]).toMatchObject({ score: null, rank: null });
  });

  it('has the score that the method states for it', () => {
    const normalise = { method: 'min_max', constant: { value: 0.5 } };
    expect(scores(framework(leaves, { normalise }), one)).toEqual([0.5]);
  });
});
