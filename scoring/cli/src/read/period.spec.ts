import { describe, expect, it } from '@jest/globals';
import { readPeriod } from './period.js';

describe('a period', () => {
  it.each([
    ['2024', 'year', '2023'],
    ['2024-Q1', 'quarter', '2023-Q4'],
    ['2024-Q3', 'quarter', '2024-Q2'],
    ['2024-01', 'month', '2023-12'],
    ['2024-12', 'month', '2024-11'],
  ])('%s is a %s, one after %s', (text, form, before) => {
    expect(readPeriod(text)?.form).toBe(form);
    expect((readPeriod(text)?.number ?? 0) - (readPeriod(before)?.number ?? 0)).toBe(1);
  });

  it.each(['', '24', '2024-Q0', '2024-Q5', '2024-13', '2024-00', '2024-1', 'Q1-2024', '2024-01-01', ' 2024'])(
    '%j is none',
    (text) => {
      expect(readPeriod(text)).toBeNull();
    },
  );
});
