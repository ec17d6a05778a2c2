/**
 * Arithmetic on calendar days written `2025-12-30`. A day here is a day in Viet Nam and never an instant: no
 * clock and no zone takes part, so that no due date moves with the machine that reckons it.
 */

const VIET_NAM_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });
const DAY = 86_400_000;

/** The calendar day that an instant falls on in Viet Nam: 23:59 on 30 December is still the 30th. */
export function dayInVietNam(instant: Date): string {
  return VIET_NAM_DAY.format(instant);
}

/** How many days a month has; `month` from 1. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether such a day exists: 29 February does in leap years alone. */
export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The day of a year; a day that its month lacks becomes the month's last: 29 February 2025 is the 28th. */
export function dayOf(year: number, month: number, day: number): string {
  const last = Math.min(day, daysInMonth(year, month));
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(last).padStart(2, '0')}`;
}

/** The day so many days later, or earlier when negative. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/**
 * The same day so many months later; where that month is too short, its last day: 6 months after 31 August
 * is 28 or 29 February. Count from the anchor each time and not from the last result, or the day is lost.
 */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) + months;
  return dayOf(Math.floor(index / 12), (index % 12) + 1, date);
}

/** Days from one day to a later one; negative when it is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** The year of a day. */
export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
