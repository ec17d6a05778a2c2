import { describe, expect, it } from '@jest/globals';
import { levelOf, rosterChoice } from './units-view.js';

describe('what an address asks of the roster', () => {
  it.each([
    [undefined, ''],
    ['', ''],
    ['2025-06-30', '2025-06-30'],
    ['2020-12-31', '2025-06-30'],
    ['2025-07-01', ''],
    ['2026-11-22', ''],
  ])('the day %s is the choice "%s"', (on, choice) => {
    expect(rosterChoice(on)).toBe(choice);
  });

  it.each([
    ['ministry', 'ministry'],
    ['province', 'province'],
    ['nation', 'province'],
    [undefined, 'province'],
  ])('the level %s is %s', (text, level) => {
    expect(levelOf(text)).toBe(level);
  });
});
