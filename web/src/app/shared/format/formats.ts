import type { LanguageCode } from '../language/text-key.js';

/** How figures, dates and names are written in one language. Pure; made once per language. */
export interface Formats {
  /** A ratio or index value to its published precision: four decimals ("0,8002"). */
  readonly ratio: (value: number) => string;
  /** A number with at most `decimals` decimals, trailing zeros dropped ("1.234,5"). */
  readonly number: (value: number, decimals?: number) => string;
  /** A number with exactly `decimals` decimals, so that columns align ("12,50"). */
  readonly fixed: (value: number, decimals: number) => string;
  /** A share as a percentage ("41,3%"). */
  readonly percent: (share: number, decimals?: number) => string;
  /** A difference with its sign; a real minus, and no sign on zero ("+0,0012", "−0,0012"). */
  readonly signed: (value: number, decimals: number) => string;
  /** A calendar date, dd/mm/yyyy in both languages; the text itself where it is not a date. */
  readonly date: (iso: string) => string;
  /** An instant to the minute at Viet Nam's clock ("22/11/2026 15:30"). */
  readonly instant: (iso: string) => string;
  /** Order of names in the Vietnamese alphabet (Đ after D, tones by rule), numbers by value. */
  readonly compare: (a: string, b: string) => number;
}

const LOCALES: Readonly<Record<LanguageCode, string>> = { vi: 'vi-VN', en: 'en-GB' };
const MINUS = '\u2212';

/** Formats of a language: Vietnamese writes 1.234,5 and English 1,234.5. */
export function formatsFor(language: LanguageCode): Formats {
  const locale = LOCALES[language];
  const plain = (value: number, minimum: number, maximum: number): string =>
    withRealMinus(
      new Intl.NumberFormat(locale, {
        minimumFractionDigits: minimum,
        maximumFractionDigits: maximum,
        // Some locales group only from 10 000 on; columns need one rule.
        useGrouping: 'always',
      }).format(value),
    );
  const collator = new Intl.Collator('vi', { numeric: true });
  return {
    ratio: (value) => plain(value, 4, 4),
    number: (value, decimals = 2) => plain(value, 0, decimals),
    fixed: (value, decimals) => plain(value, decimals, decimals),
    percent: (share, decimals = 1) => `${plain(share * 100, 0, decimals)}%`,
    signed: (value, decimals) => signed(value, decimals, plain),
    date: formatDate,
    instant: formatInstant,
    compare: (a, b) => collator.compare(a, b),
  };
}

function signed(
  value: number,
  decimals: number,
  plain: (value: number, minimum: number, maximum: number) => string,
): string {
  const text = plain(Math.abs(value), decimals, decimals);
  if (Number(value.toFixed(decimals)) === 0) return text;
  return value > 0 ? `+${text}` : `${MINUS}${text}`;
}

function withRealMinus(text: string): string {
  return text.replace('-', MINUS);
}

/** "2023-07-12" or an instant of that day at Viet Nam's clock, as "12/07/2023". */
function formatDate(iso: string): string {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (day) return `${day[3]}/${day[2]}/${day[1]}`;
  const instant = new Date(iso);
  if (Number.isNaN(instant.getTime())) return iso;
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format(instant);
}

function formatInstant(iso: string): string {
  const instant = new Date(iso);
  if (Number.isNaN(instant.getTime())) return iso;
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    hour: '2-digit',
    minute: '2-digit',
  }).format(instant);
  return `${formatDate(iso)} ${time}`;
}
