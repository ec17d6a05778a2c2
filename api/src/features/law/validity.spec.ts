import { describe, expect, it } from '@jest/globals';
import type { Standing, ValidityState } from './law.dto.js';
import { hasLapsed, validityState } from './validity.js';

const law = (validFrom: string | null, validTo: string | null, standing: Standing = 'binding') => ({
  validFrom,
  validTo,
  standing,
});
const OPEN_DATA = law('2020-05-25', '2025-08-18');

describe('where law stands on a day', () => {
  it.each<[string, ReturnType<typeof law>, string, ValidityState]>([
    ['the last day of Articles 17 to 21', OPEN_DATA, '2025-08-18', 'in_force'],
    ['the day after', OPEN_DATA, '2025-08-19', 'lapsed'],
    ['the day before the first', OPEN_DATA, '2020-05-24', 'not_yet'],
    ['the first day', OPEN_DATA, '2020-05-25', 'in_force'],
    ['no first day known', law(null, null), '2026-11-22', 'unverified'],
    ['no first day known, the last one not past', law(null, '2026-11-22'), '2026-11-22', 'unverified'],
    ['no first day known, the last one past', law(null, '2025-08-18'), '2025-08-19', 'lapsed'],
    ['no last day', law('2024-02-02', null), '2099-12-31', 'in_force'],
    ['a draft', law(null, null, 'draft'), '2020-12-07', 'not_law'],
    ['a plan that is over', law('2023-01-01', '2023-12-31', 'history'), '2024-01-01', 'not_law'],
    ['slides', law(null, null, 'guidance'), '2026-11-22', 'not_law'],
  ])('%s', (_what, of, on, state) => {
    expect(validityState(of, on)).toBe(state);
  });

  it('has lapsed only after its last day', () => {
    expect(['2025-08-17', '2025-08-18', '2025-08-19'].map((on) => hasLapsed(OPEN_DATA, on))).toEqual([
      false,
      false,
      true,
    ]);
  });
});
