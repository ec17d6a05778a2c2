import type { UnitWork } from '../../api-client/models/unit-work.js';
import type { WorkDatabase } from '../../api-client/models/work-database.js';
import type { WorkDuty } from '../../api-client/models/work-duty.js';
import type { WorkTask } from '../../api-client/models/work-task.js';

/** What is due within so many days is due soon. */
const SOON_DAYS = 60;

export type Urgency = 'returned' | 'overdue' | 'soon' | 'later';

/** One thing to be sent, and how much it presses. */
export interface OpenDuty {
  readonly duty: WorkDuty;
  readonly urgency: Urgency;
  /** Days to the due day; negative when it is past. */
  readonly days: number;
}

const ORDER: readonly Urgency[] = ['returned', 'overdue', 'soon', 'later'];

/**
 * Duties that wait, what presses first; within one year ahead, since the rest only fills the list. A unit that
 * is no more owes nothing.
 */
export function openDuties({
  duties,
  today,
  unit,
}: Pick<UnitWork, 'duties' | 'today' | 'unit'>): readonly OpenDuty[] {
  if (unit.endedOn !== null) return [];
  return duties
    .filter(({ state }) => state === 'missing' || state === 'not_yet_due')
    .map((duty) => {
      const days = daysBetween(today, duty.dueOn);
      return { duty, days, urgency: urgencyOf(duty, days) };
    })
    .filter(({ days }) => days <= 366)
    .sort(
      (a, b) =>
        ORDER.indexOf(a.urgency) - ORDER.indexOf(b.urgency) || a.duty.dueOn.localeCompare(b.duty.dueOn),
    );
}

function urgencyOf({ returned }: WorkDuty, days: number): Urgency {
  if (returned) return 'returned';
  if (days < 0) return 'overdue';
  return days <= SOON_DAYS ? 'soon' : 'later';
}

/** What was sent, the latest first. */
export function sentDuties({ duties }: Pick<UnitWork, 'duties'>): readonly WorkDuty[] {
  return duties
    .filter(({ state }) => state === 'received' || state === 'late')
    .sort((a, b) => b.dueOn.localeCompare(a.dueOn));
}

const WAITING: readonly WorkTask['state'][] = [
  'overdue',
  'ongoing_status_missing',
  'no_status',
  'not_started',
];

/** Tasks that want a report, what presses first; of a unit that is no more none does. */
export function waitingTasks({ tasks, unit }: Pick<UnitWork, 'tasks' | 'unit'>): readonly WorkTask[] {
  if (unit.endedOn !== null) return [];
  return tasks
    .filter(({ state }) => WAITING.includes(state))
    .sort((a, b) => WAITING.indexOf(a.state) - WAITING.indexOf(b.state));
}

/** Tasks of which something stands that needs nothing now. */
export function settledTasks(work: Pick<UnitWork, 'tasks' | 'unit'>): readonly WorkTask[] {
  const waiting = new Set(waitingTasks(work));
  return work.tasks.filter((task) => !waiting.has(task) && task.state !== 'no_status');
}

/** Databases whose inventory of the year is not at its end. */
export function waitingDatabases({ databases }: Pick<UnitWork, 'databases'>): readonly WorkDatabase[] {
  return databases.filter(({ next }) => next.length > 0);
}

export interface WorkCounts {
  readonly overdue: number;
  readonly soon: number;
  readonly unreported: number;
  readonly unpublished: number;
}

export function countWork(work: UnitWork): WorkCounts {
  const duties = openDuties(work);
  const of = (...wanted: Urgency[]) => duties.filter(({ urgency }) => wanted.includes(urgency)).length;
  const tasks = waitingTasks(work);
  return {
    overdue: of('returned', 'overdue') + tasks.filter(({ state }) => state === 'overdue').length,
    soon: of('soon'),
    unreported: tasks.length,
    unpublished: work.figures.total,
  };
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
