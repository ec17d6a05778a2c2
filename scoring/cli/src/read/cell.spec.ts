import { describe, expect, it } from '@jest/globals';
import { readCell, readCellWithStatus } from './cell.js';

describe('a cell', () => {
  it.each([
    ['12', 12],
    ['-0.5', -0.5],
    ['+3.25', 3.25],
    ['.5', 0.5],
    ['7.', 7],
    ['1e3', 1000],
    ['2.5E-3', 0.0025],
    [' 8 ', 8],
    ['1e308', 1e308],
    ['-0', -0],
  ])('of %j is a number', (text, value) => {
    expect(readCell(text, false)).toEqual({ value, status: 'A' });
  });

  it.each([
    ['', 'L'],
    ['  ', 'L'],
    ['M', 'M'],
    ['L', 'L'],
    [' O ', 'O'],
  ])('of %j has no value, and says why', (text, status) => {
    expect(readCell(text, false)).toEqual({ value: null, status });
  });

  it.each([
    ['1,5', 'decimals take a point, and thousands no separator'],
    ['1,234.5', 'decimals take a point, and thousands no separator'],
    ['1.234,5', 'decimals take a point, and thousands no separator'],
    ['12 %', 'leave out the sign: the framework says what the number is'],
    ['n/a', 'leave the cell empty where there is no value'],
    ['NaN', 'leave the cell empty where there is no value'],
    ['null', 'leave the cell empty where there is no value'],
    ['-', 'leave the cell empty where there is no value'],
    ['–', 'leave the cell empty where there is no value'],
    ['..', 'leave the cell empty where there is no value'],
    ['1 234', 'thousands take no separator'],
    ["1'234", 'thousands take no separator'],
    ['Infinity', 'a value is finite'],
    ['-inf', 'a value is finite'],
    ['0x10', null],
    ['yes', null],
    ['1e', null],
    ['m', null],
    ['1.2.3', null],
    ['2024-01-01', null],
  ])('of %j is refused, with what may help: %s', (found, hint) => {
    expect(readCell(found, false)).toEqual({ fault: { code: 'NUMBER_INVALID', params: { found, hint } } });
  });

  it.each(['1e309', '-1e309'])('of %s is too large', (found) => {
    expect(readCell(found, false)).toEqual({ fault: { code: 'NUMBER_TOO_LARGE', params: { found } } });
  });

  it('of a data element that holds days may be a day', () => {
    expect(readCell('1970-01-31', true)).toEqual({ value: 30, status: 'A' });
    expect(readCell('19723', true)).toEqual({ value: 19_723, status: 'A' });
    expect(readCell('2023-02-29', true)).toEqual({
      fault: { code: 'DAY_INVALID', params: { found: '2023-02-29' } },
    });
  });
});

describe('a cell with a status beside it', () => {
  it.each([
    ['5', '', { value: 5, status: 'A' }],
    ['5', 'E', { value: 5, status: 'E' }],
    ['5', ' P ', { value: 5, status: 'P' }],
    ['', '', { value: null, status: 'L' }],
    ['', 'M', { value: null, status: 'M' }],
    ['O', '', { value: null, status: 'O' }],
    ['', 'A', { fault: { code: 'VALUE_ABSENT', params: { status: 'A' } } }],
    ['5', 'M', { fault: { code: 'VALUE_NOT_EXPECTED', params: { status: 'M' } } }],
    ['5', 'X', { fault: { code: 'STATUS_UNKNOWN', params: { found: 'X' } } }],
    ['', 'e', { fault: { code: 'STATUS_UNKNOWN', params: { found: 'e' } } }],
    ['five', 'A', { fault: { code: 'NUMBER_INVALID', params: { found: 'five', hint: null } } }],
  ])('%j %j', (text, status, expected) => {
    expect(readCellWithStatus(text, status, false)).toEqual(expected);
  });
});
