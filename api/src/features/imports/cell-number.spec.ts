import { describe, expect, it } from '@jest/globals';
import { cellNumber, cellWholeNumber } from './cell-number.js';

describe('cellNumber', () => {
  it.each([
    ['0.4874', 0.4874],
    ['0,4874', 0.4874],
    ['.5346', 0.5346],
    [',5346', 0.5346],
    ['1.', 1],
    ['15', 15],
    ['+0.5', 0.5],
    ['-0.5', -0.5],
    ['1,000', 1],
  ])('reads %j as %d', (text, value) => expect(cellNumber(text)).toBe(value));

  it.each([
    ...[
      '',
      '-',
      '.',
      ',',
      'n/a',
      'abc',
      '0.4.5',
      '1,234.5',
      '1.234,5',
      '1 234',
      '0. 5',
      '50%',
      '1e3',
      '1E-2',
    ],
    ...[
      'NaN',
      'Infinity',
      '0x1f',
      '٠.٥',
      '０.５',
      '−0.5',
      '=1+1',
      '=0.5',
      '@SUM(A1)',
      '0.5;',
      "'0.5",
      '1/2',
      '½',
    ],
  ])('refuses %j', (text) => expect(cellNumber(text)).toBeNull());

  it('refuses a number that no double holds, and keeps the digits of one that it does', () => {
    expect(cellNumber('9'.repeat(400))).toBeNull();
    expect(cellNumber(`0.${'4'.repeat(5_000)}`)).toBeCloseTo(0.4444444444, 10);
  });
});

describe('cellWholeNumber', () => {
  it.each([
    ['15', 15],
    ['15.0', 15],
    ['15,0', 15],
    ['15.00', 15],
    ['+1', 1],
    ['0', 0],
  ])('reads %j as %d', (text, value) => expect(cellWholeNumber(text)).toBe(value));

  it.each(['1.000', '1,000', '1.5', '15.', '-1', '1e1', '', 'x'])('refuses %j', (text) =>
    expect(cellWholeNumber(text)).toBeNull(),
  );
});
