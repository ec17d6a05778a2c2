import type { TaskBodies } from './task-bodies.js';
import type { StateCount, TaskBodyDto, TaskDto, TaskPlanDutyDto, TaskScheduleDto } from './task.dto.js';
import type { AnsweredBy, TaskAction, TaskPlanDuty } from './task.entity.js';
import {
  dueOn,
  isPastDue,
  latest,
  ofAction,
  rollUp,
  rowState,
  TASK_STATES,
  wasLate,
  type Schedule,
  type TaskState,
} from './task-state.js';
import type { StandingStatus } from './task-statuses.repository.js';
import type { TaskRecord } from './tasks.repository.js';

/** What a task is looked at with. */
export interface TaskView {
  readonly bodies: TaskBodies;
  /** Bodies that each answer part B, by the kind of task; empty where a lead answers. */
  readonly answering: (answeredBy: AnsweredBy) => readonly string[];
  readonly today: string;
}

export function scheduleOf({ schedule, yearFrom, yearTo }: TaskAction): Schedule {
  return schedule === 'years' && yearFrom !== null && yearTo !== null
    ? { kind: 'years', from: yearFrom, to: yearTo }
    : { kind: schedule === 'ongoing' ? 'ongoing' : 'unstated' };
}

/** The schedule of a row over its actions: from the first year to the last. */
export function wholeSchedule(actions: readonly TaskAction[]): Schedule {
  const schedules = actions.map(scheduleOf);
  const years = schedules.filter((one) => one.kind === 'years');
  return years.length === 0
    ? (schedules[0] ?? { kind: 'unstated' })
    : {
        kind: 'years',
        from: Math.min(...years.map(({ from }) => from)),
        to: Math.max(...years.map(({ to }) => to)),
      };
}

export function scheduleDto(schedule: Schedule): TaskScheduleDto {
  const [from, to] = schedule.kind === 'years' ? [schedule.from, schedule.to] : [null, null];
  return { kind: schedule.kind, from, to, due: dueOn(schedule) };
}

/** How many of each state, in the order of states; those that nobody is in are left out. */
export function countStates(states: readonly TaskState[]): StateCount[] {
  return TASK_STATES.map((state) => ({
    state,
    count: states.filter((other) => other === state).length,
  })).filter(({ count }) => count > 0);
}

/** A task as it stands today. `statuses` are those of this task that stand. */
export function taskDto(record: TaskRecord, statuses: readonly StandingStatus[], view: TaskView): TaskDto {
  const { task, group } = record;
  const actions = record.actions.map((action) => ({ number: action.number, schedule: scheduleOf(action) }));
  const schedule = wholeSchedule(record.actions);
  const answering = view.answering(task.answeredBy);
  const single = task.answeredBy === 'lead';
  const rows = (single ? [null] : answering).map((unit) =>
    rowState(actions, single ? statuses : statuses.filter(({ unitId }) => unitId === unit), view.today),
  );
  const state = rollUp(rows.map((row) => row.state));
  return {
    code: task.code,
    part: group.part,
    group: group.code,
    kind: group.part === 'body' ? 'body_duty' : 'annex_row',
    nameVi: task.nameVi,
    nameEn: task.nameEn,
    textCheck: task.textCheck,
    answeredBy: task.answeredBy,
    schedule: scheduleDto(schedule),
    leads: named(task.leads, view.bodies),
    leadsPrinted: task.leadsPrinted,
    leadsCheck: task.leadsCheck,
    coordinators: named(task.coordinators, view.bodies),
    coordinatorsPrinted: task.coordinatorsPrinted,
    coordinatorsCheck: task.coordinatorsCheck,
    actions: record.actions.map((action, index) => ({
      number: action.number,
      textVi: action.textVi,
      schedule: scheduleDto(scheduleOf(action)),
      state: rollUp(rows.map((row) => row.actions[index] ?? 'no_status')),
      bodyClauses: action.bodyClauses,
    })),
    state,
    pastDue: state !== 'done' && isPastDue(schedule, view.today),
    late: single && actions.some((one) => wasLate(one.schedule, ofAction(statuses, one.number))),
    unitStates: single ? null : countStates(rows.map((row) => row.state)),
    lastAsOf: latest(statuses)?.asOf ?? null,
    plan: record.plan.map((duty) => planDto(duty, planned(record, rows, duty, state), view.today)),
  };
}

function named(ids: readonly string[], bodies: TaskBodies): TaskBodyDto[] {
  return ids.flatMap((id) => bodies.get(id) ?? []);
}

/** The state of what a plan's duty speaks of: one action, or the whole row. */
function planned(
  record: TaskRecord,
  rows: readonly { readonly actions: readonly TaskState[] }[],
  duty: TaskPlanDuty,
  whole: TaskState,
): TaskState {
  const index = record.actions.findIndex(({ number }) => number === duty.action);
  return index < 0 ? whole : rollUp(rows.map((row) => row.actions[index] ?? 'no_status'));
}

export function planEntry(duty: TaskPlanDuty): Omit<TaskPlanDutyDto, 'passed'> {
  const { documentId, taskCode, position: _, ...own } = duty;
  return { ...own, document: documentId, task: taskCode };
}

function planDto(duty: TaskPlanDuty, state: TaskState, today: string): TaskPlanDutyDto {
  return { ...planEntry(duty), passed: duty.due !== null && today > duty.due && state !== 'done' };
}
