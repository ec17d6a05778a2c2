import type { Task } from '../../api-client/models/task.js';
import type { ChartTable } from '../../shared/charts/chart-table.js';
import type { Wording } from '../../shared/language/wording.js';
import { periodText } from './task-words.js';

/** The years that the Decision speaks of. */
export const TIMELINE = { from: 2024, to: 2030 } as const;

/** One line of the timeline. */
export interface TimelineRow {
  readonly code: string;
  readonly label: string;
  /** First year; of an ongoing task the first of the timeline. */
  readonly from: number;
  /** Last year, its end included; null for an open bar. */
  readonly to: number | null;
  readonly done: boolean;
  /** Dates of the ministry's plan. */
  readonly plan: readonly string[];
  readonly said: string;
}

/** Tasks with years or ongoing, as lines; a duty without a time has no place on it. */
export function timelineRows(tasks: readonly Task[], wording: Wording): readonly TimelineRow[] {
  return tasks.flatMap((task): TimelineRow[] => {
    const { kind, from, to } = task.schedule;
    if (kind === 'unstated') return [];
    return [
      {
        code: task.code,
        label: `${task.code} ${wording.name(task)}`,
        from: from ?? TIMELINE.from,
        to,
        done: task.state === 'done',
        plan: task.plan.flatMap(({ due }) => due ?? []),
        said: `${periodText(task.schedule, wording)} · ${wording.t(`tasks.state.${task.state}`)}`,
      },
    ];
  });
}

/** What the timeline says, as a table. */
export function timelineTable(tasks: readonly Task[], wording: Wording): ChartTable {
  const { t, name, formats } = wording;
  return {
    columns: [
      { label: t('tasks.column.task') },
      { label: t('tasks.column.period') },
      { label: t('tasks.column.due') },
      { label: t('tasks.column.plan') },
      { label: t('tasks.column.state') },
    ],
    rows: tasks.map((task) => [
      `${task.code} ${name(task)}`,
      periodText(task.schedule, wording),
      task.schedule.due === null ? '–' : formats.date(task.schedule.due),
      task.plan.flatMap(({ due }) => (due === null ? [] : formats.date(due))).join(', ') || '–',
      t(`tasks.state.${task.state}`),
    ]),
  };
}

/** What the timeline shows, in a sentence. */
export function timelineFinding(tasks: readonly Task[], { t }: Wording): string {
  const ongoing = tasks.filter(({ schedule }) => schedule.kind === 'ongoing').length;
  const open = tasks.filter(({ schedule, pastDue }) => schedule.kind === 'years' && !pastDue).length;
  const past = tasks.filter(({ schedule }) => schedule.kind === 'years').length - open;
  return t('tasks.timeline.finding', { ongoing, open, past });
}
