/** What a body may report of a task. */
export type ReportedState = 'not_started' | 'in_progress' | 'done';

/**
 * How a task stands on a day:
 * - `no_status`: nobody has reported; whether it is past its deadline is told apart ({@link isPastDue})
 * - `not_yet_due`: before its first year
 * - `overdue`: reported, not as done, and its last year is over; an ongoing task never is
 * - `ongoing_reported`, `ongoing_status_missing`: an ongoing task has, or lacks, a status of this year
 */
export type TaskState =
  ReportedState | 'no_status' | 'not_yet_due' | 'overdue' | 'ongoing_reported' | 'ongoing_status_missing';

/** In the order in which a reader should meet them. */
export const TASK_STATES = [
  'overdue',
  'ongoing_status_missing',
  'no_status',
  'not_started',
  'in_progress',
  'ongoing_reported',
  'done',
  'not_yet_due',
] as const satisfies readonly TaskState[];

/** Years as a document prints them; a year ends on 31 December in Viet Nam. */
export type Schedule =
  | { readonly kind: 'years'; readonly from: number; readonly to: number }
  | { readonly kind: 'ongoing' }
  | { readonly kind: 'unstated' };

/** What the state needs of a status; those that were withdrawn are left out before. */
export interface StatusFact {
  readonly id: string;
  /** Null: of the whole row. */
  readonly action: number | null;
  readonly state: ReportedState;
  /** Calendar day in Viet Nam. */
  readonly asOf: string;
}

/** The last day of a task; null where there is none. */
export function dueOn(schedule: Schedule): string | null {
  return schedule.kind === 'years' ? `${schedule.to}-12-31` : null;
}

/** The status that counts: of the latest day; of one day, the one recorded last. */
export function latest<T extends StatusFact>(statuses: readonly T[]): T | null {
  return statuses.reduce<T | null>(
    (best, next) =>
      best === null || next.asOf > best.asOf || (next.asOf === best.asOf && BigInt(next.id) > BigInt(best.id))
        ? next
        : best,
    null,
  );
}

/** How one action stands on `today`, by the statuses that speak of it or of its whole row. */
export function actionState(schedule: Schedule, statuses: readonly StatusFact[], today: string): TaskState {
  const last = latest(statuses);
  if (schedule.kind === 'ongoing') {
    return last !== null && last.asOf.slice(0, 4) === today.slice(0, 4)
      ? 'ongoing_reported'
      : 'ongoing_status_missing';
  }
  if (schedule.kind === 'unstated') return last?.state ?? 'no_status';
  if (last?.state === 'done') return 'done';
  const begun = today >= `${schedule.from}-01-01`;
  if (!begun && last?.state !== 'in_progress') return 'not_yet_due';
  if (last === null) return 'no_status';
  return isPastDue(schedule, today) ? 'overdue' : last.state;
}

/** Whether the last year is over. */
export function isPastDue(schedule: Schedule, today: string): boolean {
  const due = dueOn(schedule);
  return due !== null && today > due;
}

/** Whether it was reported as done after its last day: of the first report of it as done. */
export function wasLate(schedule: Schedule, statuses: readonly StatusFact[]): boolean {
  const due = dueOn(schedule);
  const done = statuses.filter(({ state }) => state === 'done').map(({ asOf }) => asOf);
  return due !== null && latest(statuses)?.state === 'done' && done.every((asOf) => asOf > due);
}

/**
 * One state for several: of the actions of a row, or of the bodies that each answer for themselves. All
 * alike give that state; one overdue makes the whole overdue; what has not begun waits aside unless all
 * else is done.
 */
export function rollUp(states: readonly TaskState[]): TaskState {
  const [first] = states;
  if (first === undefined) return 'no_status';
  if (states.every((state) => state === first)) return first;
  for (const decisive of ['overdue', 'ongoing_status_missing'] as const) {
    if (states.includes(decisive)) return decisive;
  }
  const begun = states.filter((state) => state !== 'not_yet_due');
  const [common] = begun;
  if (common !== undefined && common !== 'done' && begun.every((state) => state === common)) return common;
  const idle: readonly TaskState[] = ['no_status', 'not_started'];
  return begun.every((state) => idle.includes(state)) ? 'no_status' : 'in_progress';
}

/** How a row stands for one body, or for its lead: by its actions. */
export function rowState(
  actions: readonly { readonly number: number; readonly schedule: Schedule }[],
  statuses: readonly StatusFact[],
  today: string,
): { readonly state: TaskState; readonly actions: readonly TaskState[] } {
  const states = actions.map(({ number, schedule }) =>
    actionState(schedule, ofAction(statuses, number), today),
  );
  return { state: rollUp(states), actions: states };
}

/** The statuses that speak of an action, or of the whole row. */
export function ofAction<T extends StatusFact>(statuses: readonly T[], number: number): T[] {
  return statuses.filter(({ action }) => action === null || action === number);
}
