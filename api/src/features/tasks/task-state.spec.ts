import { describe, expect, it } from '@jest/globals';
import {
  actionState,
  isPastDue,
  latest,
  rollUp,
  rowState,
  TASK_STATES,
  wasLate,
  type ReportedState,
  type Schedule,
  type StatusFact,
  type TaskState,
} from './task-state.js';

const years = (from: number, to: number): Schedule => ({ kind: 'years', from, to });
const ONGOING: Schedule = { kind: 'ongoing' };
const UNSTATED: Schedule = { kind: 'unstated' };

function status(state: ReportedState, asOf: string, id = 1, action: number | null = null): StatusFact {
  return { id: String(id), action, state, asOf };
}

describe('the state of an action', () => {
  it.each<[string, Schedule, StatusFact[], string, TaskState]>([
    ['the last day of the year before', years(2025, 2030), [], '2024-12-31', 'not_yet_due'],
    ['the first day of its first year', years(2025, 2030), [], '2025-01-01', 'no_status'],
    ['begun early', years(2025, 2030), [status('in_progress', '2024-11-01')], '2024-12-31', 'in_progress'],
    [
      'said not to have begun early',
      years(2025, 2030),
      [status('not_started', '2024-11-01')],
      '2024-12-31',
      'not_yet_due',
    ],
    ['done early', years(2025, 2030), [status('done', '2024-11-01')], '2024-12-31', 'done'],
    [
      'on its last day',
      years(2024, 2025),
      [status('in_progress', '2025-06-01')],
      '2025-12-31',
      'in_progress',
    ],
    ['a day later', years(2024, 2025), [status('in_progress', '2025-06-01')], '2026-01-01', 'overdue'],
    [
      'not begun, and over',
      years(2024, 2024),
      [status('not_started', '2024-06-01')],
      '2025-01-01',
      'overdue',
    ],
    ['done, and over', years(2024, 2024), [status('done', '2024-12-31')], '2027-01-01', 'done'],
    ['never reported, and over', years(2024, 2024), [], '2026-11-22', 'no_status'],
    ['ongoing, never reported', ONGOING, [], '2026-11-22', 'ongoing_status_missing'],
    [
      'ongoing, reported last year',
      ONGOING,
      [status('in_progress', '2025-12-31')],
      '2026-01-01',
      'ongoing_status_missing',
    ],
    [
      'ongoing, reported this year',
      ONGOING,
      [status('in_progress', '2026-01-01')],
      '2026-12-31',
      'ongoing_reported',
    ],
    [
      'ongoing, for many years',
      ONGOING,
      [status('not_started', '2024-01-01')],
      '2040-01-01',
      'ongoing_status_missing',
    ],
    ['without a time, never reported', UNSTATED, [], '2040-01-01', 'no_status'],
    [
      'without a time, reported long ago',
      UNSTATED,
      [status('in_progress', '2024-01-01')],
      '2040-01-01',
      'in_progress',
    ],
  ])('%s', (_what, schedule, statuses, today, state) => {
    expect(actionState(schedule, statuses, today)).toBe(state);
  });

  it('follows the latest day, not the latest entry', () => {
    const statuses = [status('done', '2025-03-01', 1), status('in_progress', '2025-02-01', 2)];
    expect(actionState(years(2024, 2025), statuses, '2025-04-01')).toBe('done');
  });

  it('follows of one day what was recorded last, by number and not by letters', () => {
    const statuses = [status('done', '2025-03-01', 10), status('in_progress', '2025-03-01', 9)];
    expect(latest(statuses)?.state).toBe('done');
  });

  it('knows nothing of the latest of nothing', () => {
    expect(latest([])).toBeNull();
  });
});

describe('a deadline', () => {
  it.each([
    [years(2024, 2024), '2024-12-31', false],
    [years(2024, 2024), '2025-01-01', true],
    [ONGOING, '2099-01-01', false],
    [UNSTATED, '2099-01-01', false],
  ])('of %j is past on %s: %s', (schedule, today, past) => {
    expect(isPastDue(schedule, today)).toBe(past);
  });

  it('is missed by what was first done after it, and not by what is confirmed after it', () => {
    expect(wasLate(years(2024, 2024), [status('done', '2025-01-01')])).toBe(true);
    expect(wasLate(years(2024, 2024), [status('done', '2024-12-31')])).toBe(false);
    expect(
      wasLate(years(2024, 2024), [status('done', '2024-12-31', 1), status('done', '2025-02-01', 2)]),
    ).toBe(false);
    expect(wasLate(years(2024, 2024), [status('in_progress', '2025-01-01')])).toBe(false);
    expect(wasLate(ONGOING, [status('done', '2025-01-01')])).toBe(false);
  });
});

describe('one state for several', () => {
  it.each<[TaskState[], TaskState]>([
    [[], 'no_status'],
    [['done', 'done'], 'done'],
    [['done', 'no_status'], 'in_progress'],
    [['done', 'overdue', 'no_status'], 'overdue'],
    [['ongoing_reported', 'ongoing_status_missing'], 'ongoing_status_missing'],
    [['no_status', 'not_yet_due'], 'no_status'],
    [['in_progress', 'not_yet_due'], 'in_progress'],
    [['done', 'not_yet_due'], 'in_progress'],
    [['not_yet_due', 'not_yet_due'], 'not_yet_due'],
    [['no_status', 'not_started'], 'no_status'],
    [['not_started', 'in_progress'], 'in_progress'],
  ])('%j is %s', (states, whole) => {
    expect(rollUp(states)).toBe(whole);
    expect(rollUp([...states].reverse())).toBe(whole);
  });

  it.each(TASK_STATES)('of one alone is that one: %s', (state) => {
    expect(rollUp([state])).toBe(state);
  });

  it('of A.I.3 in 2024 leaves the second action aside, which has not begun', () => {
    const actions = [
      { number: 1, schedule: years(2024, 2027) },
      { number: 2, schedule: years(2025, 2030) },
    ];
    expect(rowState(actions, [], '2024-12-31')).toEqual({
      state: 'no_status',
      actions: ['no_status', 'not_yet_due'],
    });
    const first = [status('done', '2024-10-01', 1, 1)];
    expect(rowState(actions, first, '2024-12-31')).toEqual({
      state: 'in_progress',
      actions: ['done', 'not_yet_due'],
    });
    expect(rowState(actions, first, '2031-01-01').actions).toEqual(['done', 'no_status']);
  });
});
