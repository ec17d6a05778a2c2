import { describe, expect, it } from '@jest/globals';
import { parseDay } from './day.js';

describe('a day as it is typed', () => {
  it.each([
    ['22/11/2026', '2026-11-22'],
    ['1/7/2025', '2025-07-01'],
    [' 01-07-2025 ', '2025-07-01'],
    ['29.02.2024', '2024-02-29'],
  ])('%s is %s', (text, day) => {
    expect(parseDay(text)).toBe(day);
  });

  it.each(['', '22/11', '31/02/2025', '29/02/2025', '2025-07-01', '12/31/2025', 'hôm nay'])(
    '"%s" is none',
    (text) => {
      expect(parseDay(text)).toBeNull();
    },
  );
});
