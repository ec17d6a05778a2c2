import { describe, expect, it } from '@jest/globals';
import { daysSince1970 } from './day.js';

describe('daysSince1970', () => {
  // By hand: 365 a year, 366 in a leap year; a month's end and a day beyond it.
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['1970-02-28', 58],
    ['1970-03-01', 59],
    ['1972-02-29', 789],
    ['1972-03-01', 790],
    ['1999-12-31', 10_956],
    ['2000-01-01', 10_957],
    ['2000-02-29', 11_016],
    ['2000-03-01', 11_017],
    ['1900-02-28', -25_509],
    ['1900-03-01', -25_508],
    ['0000-03-01', -719_468],
    ['0000-02-29', -719_469],
    ['9999-12-31', 2_932_896],
  ])('%s is day %i', (day, expected) => {
    expect(daysSince1970(day)).toBe(expected);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2023-04-31',
    '2023-01-32',
    '2023-13-01',
    '2023-00-10',
    '2023-01-00',
    '2023-1-1',
    '2023-01-011',
    ' 2023-01-01',
    '20230101',
    '',
  ])('%j is no day', (day) => {
    expect(daysSince1970(day)).toBeNull();
  });

  it('goes up by one from each day to the next, over the 400 years in which the calendar repeats', () => {
    const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    const two = (number: number): string => String(number).padStart(2, '0');
    const days: (number | null)[] = [];
    for (let year = 1801; year <= 2200; year++) {
      const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
      for (const [index, length] of lengths.entries()) {
        const last = leap && index === 1 ? 29 : length;
        for (let date = 1; date <= last; date++) {
          days.push(daysSince1970(`${year}-${two(index + 1)}-${two(date)}`));
        }
      }
    }
    const first = days[0] ?? NaN;
    expect(days).toHaveLength(146_097);
    expect(days.every((day, index) => day === first + index)).toBe(true);
  });
});
