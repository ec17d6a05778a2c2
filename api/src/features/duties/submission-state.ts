import { daysBetween } from './calendar.js';

/** One line of a unit's history for a period, oldest first. */
export interface SubmissionEvent {
  readonly action: 'sent' | 'returned';
  /** The day in Viet Nam. */
  readonly happenedOn: string;
}

export type SubmissionState = 'received' | 'late' | 'missing' | 'not_yet_due';

/** Which sending says whether a report was in time, where it was returned and sent again. No document says. */
export type TimelinessRule = 'first_sending' | 'last_sending';

export interface Standing {
  readonly state: SubmissionState;
  /** The latest line returned it, so that nothing stands. */
  readonly returned: boolean;
  readonly firstSentOn: string | null;
  readonly lastSentOn: string | null;
  /** Days after the due day that it came, or that it is overdue by today; 0 when it is not late. */
  readonly daysLate: number;
}

/**
 * Where one unit stands with one report: `received` in time, `late` when what stands came after the due
 * day, `missing` when the day has passed and nothing stands, `not_yet_due` before. A returned report does
 * not stand until it is sent again.
 */
export function standingOf(
  events: readonly SubmissionEvent[],
  dueOn: string,
  today: string,
  rule: TimelinessRule,
): Standing {
  const sent = events.filter(({ action }) => action === 'sent').map(({ happenedOn }) => happenedOn);
  const firstSentOn = sent.at(0) ?? null;
  const lastSentOn = sent.at(-1) ?? null;
  const returned = events.at(-1)?.action === 'returned';
  if (firstSentOn === null || lastSentOn === null || returned) {
    const overdue = Math.max(0, daysBetween(dueOn, today));
    const state = overdue > 0 ? 'missing' : 'not_yet_due';
    return { state, returned, firstSentOn, lastSentOn, daysLate: overdue };
  }
  const daysLate = Math.max(0, daysBetween(dueOn, rule === 'first_sending' ? firstSentOn : lastSentOn));
  return { state: daysLate > 0 ? 'late' : 'received', returned, firstSentOn, lastSentOn, daysLate };
}
