import { describe, expect, it } from '@jest/globals';
import { addDays, addMonths, dayInVietNam, dayOf, daysBetween, daysInMonth, isDay } from './calendar.js';

describe('a day in Viet Nam', () => {
  it.each([
    ['2025-12-30T23:59:59+07:00', '2025-12-30'],
    ['2025-12-31T00:00:00+07:00', '2025-12-31'],
    ['2025-12-30T16:59:59Z', '2025-12-30'],
    ['2025-12-30T17:00:00Z', '2025-12-31'],
    ['2025-12-30T12:00:00-08:00', '2025-12-31'],
  ])('of the instant %s is %s', (instant, day) => {
    expect(dayInVietNam(new Date(instant))).toBe(day);
  });
});

describe('months later', () => {
  it.each([
    ['2025-08-31', 6, '2026-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2025-08-31', 12, '2026-08-31'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2025-12-31', 6, '2026-06-30'],
    ['2025-10-15', 3, '2026-01-15'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2025-01-31', -13, '2023-12-31'],
  ])('%s and %p months is %s', (day, months, result) => {
    expect(addMonths(day, months)).toBe(result);
  });
});

describe('days', () => {
  it.each([
    ['2025-12-31', -1, '2025-12-30'],
    ['2025-01-01', -1, '2024-12-31'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-02-28', 1, '2025-03-01'],
  ])('%s and %p days is %s', (day, days, result) => {
    expect(addDays(day, days)).toBe(result);
    expect(daysBetween(day, result)).toBe(days);
  });

  it.each([
    ['2024-02-29', true],
    ['2025-02-29', false],
    ['2100-02-29', false],
    ['2000-02-29', true],
    ['2025-13-01', false],
    ['2025-04-31', false],
    ['2025-4-3', false],
  ])('%s exists: %p', (day, exists) => {
    expect(isDay(day)).toBe(exists);
  });

  it('keeps within a month what is beyond its end', () => {
    expect(dayOf(2025, 2, 31)).toBe('2025-02-28');
    expect(daysInMonth(2024, 2)).toBe(29);
  });
});
