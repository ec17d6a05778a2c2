import { describe, expect, it } from '@jest/globals';
import { dueAfterEvent, lastDayInTime, occurrences, type Schedule, type Validity } from './schedule.js';

const OPEN = { from: null, to: null };
const year = (from: number, to = from) => ({ from: `${from}-01-01`, to: `${to}-12-31` });
const none = (): unknown => null;
const days = (
  schedule: Schedule,
  window = year(2025),
  setting: (code: string) => unknown = none,
  valid: Validity = OPEN,
) => occurrences(schedule, valid, window, setting).map(({ period, dueOn }) => `${period}: ${dueOn}`);

describe('the last day in time', () => {
  it.each([
    [{ month: 12, day: 31, rule: 'before' }, 2025, '2025-12-30'],
    [{ month: 12, day: 31, rule: 'by' }, 2025, '2025-12-31'],
    [{ month: 1, day: 1, rule: 'before' }, 2025, '2024-12-31'],
    [{ month: 3, day: 1, rule: 'before' }, 2024, '2024-02-29'],
    [{ month: 3, day: 1, rule: 'before' }, 2025, '2025-02-28'],
    [{ month: 2, day: 29, rule: 'by' }, 2025, '2025-02-28'],
  ] as const)('of %p in %p is %s', (rule, of, day) => {
    expect(lastDayInTime(of, rule)).toBe(day);
  });
});

describe('a schedule falls due', () => {
  it('before 31 December: on the 30th, each year', () => {
    const before = { type: 'yearly_before', month: 12, day: 31 } as const;
    expect(days(before, year(2024, 2026))).toEqual([
      '2024: 2024-12-30',
      '2025: 2025-12-30',
      '2026: 2026-12-30',
    ]);
  });

  it('in the year and no more: on its last day', () => {
    expect(days({ type: 'yearly_within' })).toEqual(['2025: 2025-12-31']);
  });

  it('on the day an operator has set, marked so; and never while none is set', () => {
    const schedule = { type: 'yearly_by_setting', setting: 'ministry_report_due' } as const;
    const set = () => ({ month: 12, day: 15, rule: 'by' });
    expect(occurrences(schedule, OPEN, year(2025), set)).toEqual([
      { period: '2025', dueOn: '2025-12-15', bySetting: true },
    ]);
    expect(days(schedule)).toEqual([]);
  });

  it('every six months from the end of a month: at the ends of months', () => {
    const schedule = { type: 'every_months', months: 6, anchor_setting: 'periodic_duty_anchor' } as const;
    const from = (anchor: string) => () => anchor;
    expect(days(schedule, year(2025), from('2023-12-31'))).toEqual([
      '2025-06: 2025-06-30',
      '2025-12: 2025-12-31',
    ]);
    expect(days(schedule, year(2024), from('2023-08-31'))).toEqual([
      '2024-02: 2024-02-29',
      '2024-08: 2024-08-31',
    ]);
    expect(days(schedule, year(2020), from('2023-08-31'))).toEqual([]);
  });

  it('every twelve months: named by its year, on a leap day where there is one', () => {
    const schedule = { type: 'every_months', months: 12, anchor_setting: 'periodic_duty_anchor' } as const;
    expect(days(schedule, year(2027, 2028), () => '2024-02-29')).toEqual([
      '2027: 2027-02-28',
      '2028: 2028-02-29',
    ]);
  });

  it('once in a quarter: on its last day, and never again', () => {
    const schedule = { type: 'within', period: '2024-Q4', from: '2024-10-01', to: '2024-12-31' } as const;
    expect(days(schedule, year(2024))).toEqual(['2024-Q4: 2024-12-31']);
    expect(days(schedule, year(2025))).toEqual([]);
  });

  it('never, where it is ongoing, has no date or waits for an event', () => {
    expect(days({ type: 'ongoing' })).toEqual([]);
    expect(days({ type: 'no_date' })).toEqual([]);
    expect(days({ type: 'after_event', months: 3, clock_setting: 'dataset_update_clock' })).toEqual([]);
  });

  it('not before it begins and not after its basis has lapsed', () => {
    const schedule = { type: 'every_months', months: 6, anchor_setting: 'periodic_duty_anchor' } as const;
    const valid = { from: '2025-01-01', to: '2025-08-18' };
    expect(days(schedule, year(2024, 2026), () => '2023-12-31', valid)).toEqual(['2025-06: 2025-06-30']);
  });
});

describe('the three months after publication', () => {
  it('start again at each update, where the operator reads it so', () => {
    expect(dueAfterEvent(3, 'restarts', '2025-08-31', ['2025-11-20'])).toEqual([
      { from: '2025-08-31', dueOn: '2025-11-30', doneOn: '2025-11-20' },
      { from: '2025-11-20', dueOn: '2026-02-20', doneOn: null },
    ]);
  });

  it('end with the first update, where the operator reads it so', () => {
    expect(dueAfterEvent(3, 'once', '2025-11-30', ['2026-03-01', '2025-12-05'])).toEqual([
      { from: '2025-11-30', dueOn: '2026-02-28', doneOn: '2025-12-05' },
    ]);
  });
});
