/** The language a letter is written in: that of its reader. */
export type LetterLocale = 'vi' | 'en';

interface LinkParams {
  /** Whom it speaks to, as the account names them. */
  readonly name: string;
  /** The whole address, its token in the fragment. */
  readonly link: string;
  readonly expiresAt: Date;
}

/** What a letter of each kind needs. */
export interface LetterParams {
  readonly invitation: LinkParams & {
    /** Roles in words, each with its unit and period: "Trưởng đơn vị, Phú Thọ, từ 01/12/2026". */
    readonly roles: readonly string[];
  };
  readonly 'password-reset': LinkParams;
  readonly unlock: LinkParams;
  readonly delegation: {
    readonly name: string;
    /** Who delegates, as the account names them. */
    readonly from: string;
    /** The role in words, with its unit. */
    readonly role: string;
    /** Days, `2026-12-01`. */
    readonly validFrom: string;
    readonly validTo: string;
    /** Where the reader sees it: the own profile. */
    readonly link: string;
  };
}

export type LetterKind = keyof LetterParams;

/** A letter before it is set as text and as HTML. */
export interface Letter {
  readonly subject: string;
  readonly greeting: string;
  /** What it is and why it came. */
  readonly paragraphs: readonly string[];
  readonly items: readonly string[];
  readonly link: { readonly label: string; readonly address: string };
  /** Until when the link holds, what to do if one did not ask, who sent it. */
  readonly closing: readonly string[];
}

/** The letters of one language. */
export type Letters = { readonly [K in LetterKind]: (params: LetterParams[K]) => Letter };

const INSTANT = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** An instant at the clock of Viet Nam, apart: the time 14:05 and the day 01/12/2026. */
export function timeAndDay(instant: Date): { readonly time: string; readonly day: string } {
  const [day = '', time = ''] = INSTANT.format(instant).split(', ');
  return { time, day };
}

/** A day as it is written in both languages: 01/12/2026. */
export function writtenDay(day: string): string {
  return day.split('-').reverse().join('/');
}
