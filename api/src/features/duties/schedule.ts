import { addDays, addMonths, dayOf, yearOf } from './calendar.js';

/** A day of each year as an operator sets it: `before` excludes the day named, `by` includes it. */
export interface YearlyDay {
  readonly month: number;
  readonly day: number;
  readonly rule: 'before' | 'by';
}

/** When a duty falls due, as its clause says it. What no clause says is a setting, named here. */
export type Schedule =
  /** "trước ngày 31 tháng 12 hằng năm": the last day is the one before. */
  | { readonly type: 'yearly_before'; readonly month: number; readonly day: number }
  /** "hằng năm" and no more: any day of the year, so its last. */
  | { readonly type: 'yearly_within' }
  /** Every year on a day that no document states. */
  | { readonly type: 'yearly_by_setting'; readonly setting: string }
  /** "tối thiểu 06 tháng một lần": cycles from an anchor that no document states. */
  | { readonly type: 'every_months'; readonly months: number; readonly anchor_setting: string }
  /** "trong thời hạn không quá 03 tháng kể từ thời điểm công bố": counted from what a unit has sent. */
  | { readonly type: 'after_event'; readonly months: number; readonly clock_setting: string }
  /** Once, within a month, a quarter, a year or several years. */
  | { readonly type: 'within'; readonly period: string; readonly from: string; readonly to: string }
  /** Once, on a day that no document states. */
  | { readonly type: 'once_by_setting'; readonly period: string; readonly setting: string }
  /** "thường xuyên", or a continuing charge: never due, never late. */
  | { readonly type: 'ongoing' }
  /** To be done once something has happened; no document says by when. */
  | { readonly type: 'no_date' };

/** Days that a duty holds for, inclusive; null = open. */
export interface Validity {
  readonly from: string | null;
  readonly to: string | null;
}

/** The answers of the operator where a schedule names a setting; null = not set. */
export type SettingReader = (code: string) => unknown;

/** One time that a duty falls due. */
export interface Occurrence {
  /** What it is for: `2025`, `2025-06`, `2024-Q4`, `2024-2025`. */
  readonly period: string;
  /** The last day that is in time. */
  readonly dueOn: string;
  /** No document states the day: an operator's setting does. */
  readonly bySetting: boolean;
}

/** The last day in time of a yearly day: before 31 December is 30 December. */
export function lastDayInTime(year: number, { month, day, rule }: YearlyDay): string {
  const named = dayOf(year, month, day);
  return rule === 'before' ? addDays(named, -1) : named;
}

/**
 * Every time that a schedule falls due from one day to another, both inclusive, while the duty holds; in
 * order of day. A duty without a date has none, and neither has one whose setting is not set.
 */
export function occurrences(
  schedule: Schedule,
  valid: Validity,
  window: { readonly from: string; readonly to: string },
  setting: SettingReader,
): readonly Occurrence[] {
  const from = later(window.from, valid.from);
  const to = earlier(window.to, valid.to);
  const found = candidates(schedule, window, setting);
  return found.filter(({ dueOn }) => dueOn >= from && dueOn <= to);
}

function candidates(
  schedule: Schedule,
  window: { readonly from: string; readonly to: string },
  setting: SettingReader,
): readonly Occurrence[] {
  switch (schedule.type) {
    case 'yearly_before':
      return yearly(window, { ...schedule, rule: 'before' }, false);
    case 'yearly_within':
      return yearly(window, { month: 12, day: 31, rule: 'by' }, false);
    case 'yearly_by_setting': {
      const day = setting(schedule.setting) as YearlyDay | null;
      return day === null ? [] : yearly(window, day, true);
    }
    case 'every_months':
      return cycles(schedule.months, setting(schedule.anchor_setting) as string | null, window);
    case 'within':
      return [{ period: schedule.period, dueOn: schedule.to, bySetting: false }];
    case 'once_by_setting': {
      const day = setting(schedule.setting) as string | null;
      return day === null ? [] : [{ period: schedule.period, dueOn: day, bySetting: true }];
    }
    case 'after_event':
    case 'ongoing':
    case 'no_date':
      return [];
  }
}

function yearly(
  window: { readonly from: string; readonly to: string },
  day: YearlyDay,
  bySetting: boolean,
): readonly Occurrence[] {
  const first = yearOf(window.from) - 1;
  // "Before 1 January" is due in the year before: one year more on either side.
  const count = Math.max(0, yearOf(window.to) + 2 - first);
  return Array.from({ length: count }, (_, index) => ({
    period: String(first + index),
    dueOn: lastDayInTime(first + index, day),
    bySetting,
  }));
}

function cycles(
  months: number,
  anchor: string | null,
  window: { readonly from: string; readonly to: string },
): readonly Occurrence[] {
  if (anchor === null) return [];
  const found: Occurrence[] = [];
  const before = Math.floor(((yearOf(window.from) - 1 - yearOf(anchor)) * 12) / months);
  for (let cycle = Math.max(1, before); ; cycle++) {
    const dueOn = addMonths(anchor, cycle * months);
    if (dueOn > window.to) return found;
    found.push({ period: months === 12 ? dueOn.slice(0, 4) : dueOn.slice(0, 7), dueOn, bySetting: true });
  }
}

/**
 * When what was published must be brought up to date. Whether the clock starts again at each update is an
 * interpretation: `restarts` asks for an update within so many months of the last one, `once` for one
 * update within so many months of publication and no more.
 *
 * @param publishedOn the day of publication
 * @param updates days of the updates since, in any order
 */
export function dueAfterEvent(
  months: number,
  clock: 'restarts' | 'once',
  publishedOn: string,
  updates: readonly string[],
): readonly { readonly from: string; readonly dueOn: string; readonly doneOn: string | null }[] {
  const later = [...new Set(updates)].filter((day) => day >= publishedOn).sort();
  const starts = clock === 'restarts' ? [publishedOn, ...later] : [publishedOn];
  return starts.map((from, index) => ({
    from,
    dueOn: addMonths(from, months),
    doneOn: later[index] ?? null,
  }));
}

function later(day: string, other: string | null): string {
  return other !== null && other > day ? other : day;
}

function earlier(day: string, other: string | null): string {
  return other !== null && other < day ? other : day;
}
