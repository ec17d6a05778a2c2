import type { DueDate } from '../../api-client/models/due-date.js';
import type { DutyStanding } from '../../api-client/models/duty-standing.js';
import type { Wording } from '../../shared/language/wording.js';

/** One day of the year on which something falls due, with everything that does, by recipient. */
export interface DueDay {
  readonly day: string;
  readonly date: string;
  /** "còn 38 ngày", "hôm nay", "đã qua 3 ngày". */
  readonly away: string;
  readonly past: boolean;
  readonly count: number;
  readonly recipients: readonly {
    readonly name: string;
    readonly duties: readonly {
      readonly key: string;
      readonly name: string;
      /** Null where it is the year of the day itself. */
      readonly period: string | null;
      readonly standing: DutyStanding;
      readonly bySetting: boolean;
    }[];
  }[];
}

const DAY = 86_400_000;

/** Days from one calendar day to another. */
export function daysUntil(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/**
 * The year as a line of days; a duty with two recipients stands under both. What names nobody stands
 * last, and says so.
 */
export function dueDays(items: readonly DueDate[], today: string, wording: Wording): readonly DueDay[] {
  const { t, formats } = wording;
  return [...new Set(items.map(({ dueOn }) => dueOn))].sort().map((day) => {
    const own = items.filter(({ dueOn }) => dueOn === day);
    const away = daysUntil(today, day);
    return {
      day,
      date: formats.date(day),
      away:
        away === 0
          ? t('duties.away.today')
          : t(away > 0 ? 'duties.away.ahead' : 'duties.away.past', { days: formats.number(Math.abs(away)) }),
      past: away < 0,
      count: own.length,
      recipients: byRecipient(own, wording),
    };
  });
}

function byRecipient(items: readonly DueDate[], { t, name }: Wording): DueDay['recipients'] {
  const groups = new Map<string, DueDate[]>();
  const unnamed: DueDate[] = [];
  for (const item of items) {
    if (item.recipients.length === 0) unnamed.push(item);
    for (const one of item.recipients) {
      const to = one.toBeVerified ? t('duties.toBeVerified', { name: name(one) }) : name(one);
      groups.set(to, [...(groups.get(to) ?? []), item]);
    }
  }
  const none: [string, DueDate[]][] = unnamed.length === 0 ? [] : [[t('duties.recipients.none'), unnamed]];
  return [...groups, ...none].map(([to, own]) => ({
    name: to,
    duties: own.map((item) => ({
      key: `${item.duty} ${item.period}`,
      name: name(item),
      period: item.period === item.dueOn.slice(0, 4) ? null : item.period,
      standing: item.standing,
      bySetting: item.bySetting,
    })),
  }));
}
