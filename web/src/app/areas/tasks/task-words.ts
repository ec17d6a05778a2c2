import type { TaskBody } from '../../api-client/models/task-body.js';
import type { TaskSchedule } from '../../api-client/models/task-schedule.js';
import type { TaskState } from '../../api-client/models/task-state.js';
import type { Wording } from '../../shared/language/wording.js';
import type { IconName } from '../../shared/ui/icon.js';

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

/** A shape for each state; the word stands beside it. */
export const STATE_ICONS: Readonly<Record<TaskState, IconName>> = {
  overdue: 'bad',
  ongoing_status_missing: 'warn',
  no_status: 'unknown',
  not_started: 'ring',
  in_progress: 'half',
  ongoing_reported: 'repeat',
  done: 'check',
  not_yet_due: 'clock',
};

/** The years of a task as the annex has them: "2024–2027", "2024", "Thường xuyên". */
export function periodText(
  { kind, from, to }: Pick<TaskSchedule, 'kind' | 'from' | 'to'>,
  { t }: Wording,
): string {
  if (kind !== 'years') return t(`tasks.schedule.${kind}`);
  return from === to ? String(from) : `${from}–${to}`;
}

/** A body as the Decision names it, and what it went over into. */
export function bodyText(body: TaskBody, { t, name }: Wording): string {
  if (body.successors.length === 0) return name(body);
  return t('tasks.body.now', { body: name(body), successors: body.successors.map(name).join(', ') });
}

/** Words of a clause reference: document and code. */
export function clauseOf(reference: string): { readonly document: string; readonly clause: string } {
  const [document = '', clause = ''] = reference.split('#');
  return { document, clause };
}
