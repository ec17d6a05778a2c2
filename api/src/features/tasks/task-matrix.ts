import type { UnitSummary } from '../units/unit.dto.js';
import { isOrBecame } from './task-bodies.js';
import type { TaskMatrix } from './task-matrix.dto.js';
import type { AnsweredBy } from './task.entity.js';
import {
  countStates,
  scheduleDto,
  scheduleOf,
  taskDto,
  wholeSchedule,
  type TaskView,
} from './task.mapper.js';
import { latest, rowState, type TaskState } from './task-state.js';
import type { StandingStatus } from './task-statuses.repository.js';
import type { TaskRecord } from './tasks.repository.js';

type Row = TaskMatrix['rows'][number];

/** Whether a task that each body answers for itself speaks to a body of this level. */
export function speaksTo(answeredBy: AnsweredBy, level: string): boolean {
  if (level === 'ministry')
    return answeredBy === 'each_ministry' || answeredBy === 'each_ministry_and_province';
  return level === 'province' && answeredBy !== 'each_ministry' && answeredBy !== 'lead';
}

/**
 * Part B: a column for each task, a row for each body. A task with one lead (B.I.4) has its one status in the
 * row of that lead, or of what the lead went over into, and nothing elsewhere.
 */
export function taskMatrix(
  records: readonly TaskRecord[],
  units: readonly UnitSummary[],
  statuses: readonly StandingStatus[],
  view: TaskView,
): Pick<TaskMatrix, 'columns' | 'rows'> {
  const rows = units.flatMap(({ id, level, regionId, nameVi, nameEn, shortNameVi }): Row[] => {
    if (level === 'nation') return [];
    const cells = records.map((record) => cell(record, { id, level }, statuses, view));
    return [{ unitId: id, nameVi, nameEn, shortNameVi, level, regionId, cells }];
  });
  const columns = records.map(({ task, actions }, index) => ({
    code: task.code,
    nameVi: task.nameVi,
    nameEn: task.nameEn,
    answeredBy: task.answeredBy,
    schedule: scheduleDto(wholeSchedule(actions)),
    counts: countStates(rows.flatMap((row) => row.cells[index]?.state ?? [])),
  }));
  return { columns, rows };
}

function cell(
  record: TaskRecord,
  unit: { readonly id: string; readonly level: string },
  statuses: readonly StandingStatus[],
  view: TaskView,
): Row['cells'][number] {
  const { task, actions } = record;
  const own = statuses.filter(({ taskCode }) => taskCode === task.code);
  if (task.answeredBy === 'lead') {
    const { leads, state } = taskDto(record, own, view);
    return leads.some((lead) => isOrBecame(lead, unit.id))
      ? { state, asOf: latest(own)?.asOf ?? null }
      : { state: null, asOf: null };
  }
  if (!speaksTo(task.answeredBy, unit.level)) return { state: null, asOf: null };
  const reported = own.filter(({ unitId }) => unitId === unit.id);
  const { state } = rowState(
    actions.map((action) => ({ number: action.number, schedule: scheduleOf(action) })),
    reported,
    view.today,
  );
  return { state, asOf: latest(reported)?.asOf ?? null };
}

/** Bodies with at least one task in a state. */
export function withState(rows: readonly Row[], state: TaskState): Row[] {
  return rows.filter(({ cells }) => cells.some((cell) => cell.state === state));
}
