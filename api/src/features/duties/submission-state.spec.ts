import { describe, expect, it } from '@jest/globals';
import { dayInVietNam } from './calendar.js';
import { standingOf, type SubmissionEvent } from './submission-state.js';

const DUE = '2025-12-30';
const sent = (happenedOn: string): SubmissionEvent => ({ action: 'sent', happenedOn });
const returned = (happenedOn: string): SubmissionEvent => ({ action: 'returned', happenedOn });
const state = (events: readonly SubmissionEvent[], today = '2026-02-01', rule = 'first_sending' as const) =>
  standingOf(events, DUE, today, rule);

describe('where a unit stands with a report due before 31 December', () => {
  it.each([
    ['at 23:59 on the 30th it is in time', '2025-12-30T23:59:59+07:00', 'received', 0],
    ['at 00:00 on the 31st it is late', '2025-12-31T00:00:00+07:00', 'late', 1],
    ['at 17:00 UTC on the 30th it is late', '2025-12-30T17:00:00Z', 'late', 1],
  ])('%s', (_what, instant, expected, daysLate) => {
    expect(state([sent(dayInVietNam(new Date(instant)))])).toMatchObject({ state: expected, daysLate });
  });

  it('is not yet due through the last day, and missing from the next', () => {
    expect(state([], '2025-12-30')).toMatchObject({ state: 'not_yet_due', daysLate: 0 });
    expect(state([], '2025-12-31')).toMatchObject({ state: 'missing', daysLate: 1 });
  });

  it('has nothing that stands while its report is returned', () => {
    const history = [sent('2025-12-20'), returned('2026-01-05')];
    expect(state(history)).toEqual({
      state: 'missing',
      returned: true,
      firstSentOn: '2025-12-20',
      lastSentOn: '2025-12-20',
      daysLate: 33,
    });
    expect(state(history.slice(0, 1))).toMatchObject({ state: 'received', returned: false });
  });

  it('is judged by the first sending or by the last, as the operator has set', () => {
    const history = [sent('2025-12-20'), returned('2026-01-05'), sent('2026-01-09')];
    expect(standingOf(history, DUE, '2026-02-01', 'first_sending')).toMatchObject({ state: 'received' });
    expect(standingOf(history, DUE, '2026-02-01', 'last_sending')).toMatchObject({
      state: 'late',
      daysLate: 10,
    });
  });
});
