import { addDays } from '../../duties/calendar.js';

/** Days a fact holds for, inclusive; null = open on that side. */
export interface Period {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

const BEFORE_ALL = '';
const AFTER_ALL = '~';

/** A first day as text that sorts; an open one comes before every day. */
export function startOf({ validFrom }: Period): string {
  return validFrom ?? BEFORE_ALL;
}

/** A last day as text that sorts; an open one comes after every day. */
export function endOf({ validTo }: Period): string {
  return validTo ?? AFTER_ALL;
}

export function dayBefore(day: string): string {
  return addDays(day, -1);
}

export function holdsOn(period: Period, day: string): boolean {
  return startOf(period) <= day && day <= endOf(period);
}

export function overlap(a: Period, b: Period): boolean {
  return startOf(a) <= endOf(b) && startOf(b) <= endOf(a);
}

/** What of a period lies within another; null where nothing does. */
export function within(period: Period, outer: Period): Period | null {
  if (!overlap(period, outer)) return null;
  return {
    validFrom: startOf(period) >= startOf(outer) ? period.validFrom : outer.validFrom,
    validTo: endOf(period) <= endOf(outer) ? period.validTo : outer.validTo,
  };
}

/**
 * The first day on which something differs when the days of a fact change, or it comes or goes; '' when that
 * is before every day, null when it differs on none.
 */
export function firstDifference(before: Period | null, after: Period | null): string | null {
  if (before === null || after === null) {
    const there = before ?? after;
    return there === null ? null : startOf(there);
  }
  if (startOf(before) !== startOf(after)) {
    return startOf(before) < startOf(after) ? startOf(before) : startOf(after);
  }
  if (endOf(before) === endOf(after)) return null;
  return addDays(endOf(before) < endOf(after) ? endOf(before) : endOf(after), 1);
}

/** Whether a fact comes to hold on days on which it did not. */
export function widens(before: Period | null, after: Period): boolean {
  return before === null || startOf(after) < startOf(before) || endOf(after) > endOf(before);
}
