import { Problem } from '../../platform/http/problem.js';
import type { SubmissionEvent } from './submission-state.js';

/** 422: no submissions are recorded under the duty. */
export function notTracked(duty: string): Problem {
  return new Problem(
    422,
    'DUTY_NOT_TRACKED',
    'Nothing is recorded under this duty',
    `${duty} is history, was never in force, or is nobody's among the units.`,
  );
}

/** 422: the duty never falls due for the period. */
export function unknownPeriod(duty: string, period: string): Problem {
  return new Problem(
    422,
    'DUTY_PERIOD_UNKNOWN',
    'The duty does not fall due for this period',
    `${duty} does not fall due for "${period}".`,
  );
}

/** @throws Problem DUTY_NOT_OF_UNIT unless the unit is among those that owe it on the due day */
export function refuseUnowed(duty: string, unit: string, owing: readonly { readonly id: string }[]): void {
  if (owing.some(({ id }) => id === unit)) return;
  throw new Problem(
    422,
    'DUTY_NOT_OF_UNIT',
    'The unit does not have this duty',
    `${unit} does not owe ${duty} on its due day.`,
  );
}

/**
 * Holds a new line against those before it: sent, returned, sent again; never in the future and never
 * before the line it follows. An event duty has sendings alone, as many as there are.
 *
 * @throws Problem DAY_AHEAD, SUBMISSION_OUT_OF_ORDER, SUBMISSION_STANDS, SUBMISSION_NOTHING_TO_RETURN
 */
export function refuseOutOfOrder(
  line: SubmissionEvent,
  before: readonly SubmissionEvent[],
  today: string,
  eventDuty: boolean,
): void {
  const last = before.at(-1);
  if (line.happenedOn > today) {
    throw new Problem(
      422,
      'DAY_AHEAD',
      'The day has not come',
      `${line.happenedOn} is after today, ${today}.`,
    );
  }
  if (last !== undefined && line.happenedOn < last.happenedOn) {
    const detail = `${line.happenedOn} is before ${last.happenedOn}, when it was last ${last.action}.`;
    throw new Problem(
      422,
      'SUBMISSION_OUT_OF_ORDER',
      'The day is before the last line of the history',
      detail,
    );
  }
  if (line.action === 'returned' && (eventDuty || last?.action !== 'sent')) {
    throw new Problem(
      409,
      'SUBMISSION_NOTHING_TO_RETURN',
      'Nothing that was sent stands, so nothing is returned',
    );
  }
  if (line.action === 'sent' && last?.action === 'sent' && !eventDuty) {
    throw new Problem(
      409,
      'SUBMISSION_STANDS',
      'It was sent and stands; it is sent again after it is returned',
    );
  }
}
