import { roundHalfUp } from '@dti-monitor/scoring';

/** How administrative Vietnamese writes numbers, days and lists. Pure; the clock is never read. */

const TIME_ZONE = 'Asia/Ho_Chi_Minh';

/** Rounded half up in decimal, with a decimal comma and a point for thousands: 1234.5 → "1.234,50". */
export function formatDecimal(value: number, decimals: number): string {
  return new Intl.NumberFormat('vi-VN', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(roundHalfUp(value, decimals));
}

/** A whole number with a point for thousands: 1000 → "1.000". */
export function formatCount(value: number): string {
  return formatDecimal(value, 0);
}

/** Without trailing zeros, at most four decimals, for shares and points: 0.4 → "0,4". */
export function formatShort(value: number): string {
  return new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 4 }).format(roundHalfUp(value, 4));
}

/** "2022-05-20" → "20/05/2022". @throws RangeError when it is not a day */
export function formatDay(day: string): string {
  const [year, month, date] = partsOf(day);
  return `${date}/${month}/${year}`;
}

/**
 * "2026-02-05" → "ngày 05 tháng 02 năm 2026"; "2026-11-22" → "ngày 22 tháng 11 năm 2026". By Decree
 * 30/2020/NĐ-CP a day below 10 and the months 1 and 2 take a leading zero, the other months none.
 *
 * @throws RangeError when it is not a day
 */
export function formatOfficialDay(day: string): string {
  const [year, month, date] = partsOf(day);
  const shownMonth = Number(month) <= 2 ? month : String(Number(month));
  return `ngày ${date} tháng ${shownMonth} năm ${year}`;
}

/** An instant in the national time zone, or a day: "2026-11-22T01:05:00Z" → "08:05 ngày 22/11/2026". */
export function formatInstant(instant: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(instant)) return `ngày ${formatDay(instant)}`;
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: TIME_ZONE,
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  }).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('hour')}:${part('minute')} ngày ${part('day')}/${part('month')}/${part('year')}`;
}

/** A document number: below 10 it takes a leading zero; null leaves room for the pen. */
export function formatDocumentNumber(number: number | null): string {
  if (number === null) return '      ';
  return String(number).padStart(2, '0');
}

/** "a", "a và b", "a, b và c". */
export function formatList(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} và ${last}`;
}

/** The first letter small, for a sentence told after a colon. */
export function uncapitalised(text: string): string {
  const [first = '', ...rest] = text;
  return first.toLocaleLowerCase('vi') + rest.join('');
}

/** The first letter in capitals: "các bộ" → "Các bộ". */
export function capitalised(text: string): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase('vi') + rest.join('');
}

function partsOf(day: string): [year: string, month: string, date: string] {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (year === undefined || month === undefined || date === undefined) {
    throw new RangeError(`not a day: ${day}`);
  }
  return [year, month, date];
}
