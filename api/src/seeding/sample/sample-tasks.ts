import type { Characters } from './characters.js';
import type { DrawsFor } from './draws.js';
import {
  DECISION_YEARS,
  type SampleAction,
  type SampleReference,
  type SampleTask,
  type TableRows,
} from './sample-reference.js';
import { SAMPLE, type SampleUnit, type SampleWorld } from './sample-world.js';

/** Of a year's statuses, how many nobody sent. */
const SILENT = 0.08;
const NOTES = {
  not_started: 'Mẫu: chưa triển khai.',
  in_progress: 'Mẫu: đang triển khai theo kế hoạch.',
  done: 'Mẫu: đã hoàn thành.',
} as const;

type State = keyof typeof NOTES;

/** A status a year of every task: part B by each ministry and province, the others by their lead for all. */
export function sampleTaskStatuses(
  world: SampleWorld,
  { tasks }: SampleReference,
  characters: Characters,
  drawsFor: DrawsFor,
): TableRows {
  const rows = world.years.flatMap(({ period, units }, yearIndex) =>
    DECISION_YEARS.some((year) => year === period)
      ? tasks.flatMap((task) =>
          bodies(task, units).flatMap((unit) =>
            actions(task, period).flatMap((action) => {
              const draws = drawsFor('task', task.code, action?.number ?? 0, unit?.id ?? 'lead', period);
              if (draws.chance(SILENT)) return [];
              const strength = characters.strength(unit?.id ?? 'viet-nam', `task.${task.code}`, yearIndex);
              return [row(task, action, unit, period, stateOf(task, strength + 0.2 * draws.normal()))];
            }),
          ),
        )
      : [],
  );
  return { table: 'task_status', rows };
}

/** Null stands for the lead, who answers for all. */
function bodies({ answeredBy }: SampleTask, units: readonly SampleUnit[]): readonly (SampleUnit | null)[] {
  if (answeredBy === 'lead') return [null];
  const levels = {
    each_ministry: ['ministry'],
    each_province: ['province'],
    each_ministry_and_province: ['ministry', 'province'],
  };
  return units.filter(({ level }) => levels[answeredBy].includes(level));
}

/** A row of one action is reported as a whole; one that has not begun is not reported. */
function actions({ actions: all }: SampleTask, period: string): readonly (SampleAction | null)[] {
  const begun = all.filter(({ yearFrom }) => yearFrom === null || yearFrom <= Number(period));
  return all.length < 2 ? (begun.length < all.length ? [] : [null]) : begun;
}

/** What goes on all the time is under way; the rest gets done in the end. */
function stateOf({ actions: all }: SampleTask, strength: number): State {
  const ongoing = all.every(({ schedule }) => schedule === 'ongoing');
  if (strength < -0.2) return 'not_started';
  return strength < 1.2 || ongoing ? 'in_progress' : 'done';
}

function row(
  task: SampleTask,
  action: SampleAction | null,
  unit: SampleUnit | null,
  period: string,
  state: State,
) {
  const asOf = period === SAMPLE.yearInCourse ? `${period}-10-15` : `${period}-12-15`;
  const evidence = {
    number: `${task.code}/BC-MẪU`,
    date: asOf,
    description: 'Văn bản mẫu, không có thật',
    url: null,
  };
  return {
    dataSet: SAMPLE.dataSet,
    taskCode: task.code,
    action: action?.number ?? null,
    unitId: unit?.id ?? null,
    state,
    asOf,
    note: NOTES[state],
    evidence: state === 'not_started' ? [] : [evidence],
    recordedAt: `${asOf}T02:00:00.000Z`,
    recordedBy: SAMPLE.actor,
  };
}
