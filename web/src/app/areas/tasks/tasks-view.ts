import type { Task } from '../../api-client/models/task.js';
import type { TaskPart } from '../../api-client/models/task-part.js';
import type { TaskState } from '../../api-client/models/task-state.js';
import type { TaskStructure } from '../../api-client/models/task-structure.js';
import type { Wording } from '../../shared/language/wording.js';
import { highlight } from '../../shared/law/highlight.js';
import { periodText, TASK_STATES } from './task-words.js';

/** What the address asks for; what it asks for and nothing has is ignored. */
export interface TaskFilters {
  readonly part: TaskPart | null;
  readonly group: string | null;
  readonly lead: string | null;
  readonly state: TaskState | null;
  readonly period: string | null;
  readonly q: string;
}

export type TaskQuery = Readonly<
  Record<'part' | 'group' | 'lead' | 'state' | 'period' | 'q', string | undefined>
>;

const PARTS: readonly TaskPart[] = ['A', 'B', 'C', 'body'];

export function filtersOf(query: TaskQuery): TaskFilters {
  return {
    part: PARTS.find((part) => part === query.part) ?? null,
    group: query.group ?? null,
    lead: query.lead ?? null,
    state: TASK_STATES.find((state) => state === query.state) ?? null,
    period: query.period ?? null,
    q: query.q?.trim() ?? '',
  };
}

/** The years of a task as one word for the address. */
export function periodCode({ schedule }: Task): string {
  if (schedule.kind !== 'years') return schedule.kind;
  return schedule.from === schedule.to ? String(schedule.from) : `${schedule.from}-${schedule.to}`;
}

/** The tasks that fit every filter; words are found with or without diacritics. */
export function filterTasks(tasks: readonly Task[], filters: TaskFilters): readonly Task[] {
  return tasks.filter(
    (task) =>
      (filters.part === null || task.part === filters.part) &&
      (filters.group === null || task.group === filters.group) &&
      (filters.lead === null || task.leads.some(({ id }) => id === filters.lead)) &&
      (filters.state === null || task.state === filters.state) &&
      (filters.period === null || periodCode(task) === filters.period) &&
      (filters.q === '' || highlight(searchText(task), filters.q).some(({ found }) => found)),
  );
}

function searchText(task: Task): string {
  const bodies = task.leads.flatMap(({ nameVi, nameEn }) => [nameVi, nameEn]);
  const texts = task.actions.map(({ textVi }) => textVi ?? '');
  return [task.code, task.nameVi, task.nameEn, ...bodies, ...texts].join('\n');
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

function choices(
  tasks: readonly Task[],
  of: (task: Task) => readonly { readonly value: string; readonly label: string }[],
): readonly Choice[] {
  const found = new Map<string, Choice>();
  for (const { value, label } of tasks.flatMap(of)) {
    found.set(value, { value, label, count: (found.get(value)?.count ?? 0) + 1 });
  }
  return [...found.values()];
}

export function leadChoices(tasks: readonly Task[], { name, formats }: Wording): readonly Choice[] {
  const all = choices(tasks, (task) => task.leads.map((lead) => ({ value: lead.id, label: name(lead) })));
  return [...all].sort((a, b) => formats.compare(a.label, b.label));
}

export function periodChoices(tasks: readonly Task[], wording: Wording): readonly Choice[] {
  const all = choices(tasks, (task) => [
    { value: periodCode(task), label: periodText(task.schedule, wording) },
  ]);
  return [...all].sort((a, b) => wording.formats.compare(a.value, b.value));
}

export function stateChoices(tasks: readonly Task[], { t }: Wording): readonly Choice[] {
  return TASK_STATES.map((state) => ({
    value: state,
    label: t(`tasks.state.${state}`),
    count: tasks.filter((task) => task.state === state).length,
  })).filter(({ count }) => count > 0);
}

/** How many tasks are where; what nobody reported is apart from what is late. */
export interface TaskCounts {
  readonly all: number;
  readonly done: number;
  readonly underway: number;
  readonly overdue: number;
  readonly unreported: number;
  /** Of the unreported, those whose last year is over. */
  readonly unreportedPast: number;
  readonly annex: number;
}

export function countTasks(tasks: readonly Task[]): TaskCounts {
  const of = (...states: readonly TaskState[]): readonly Task[] =>
    tasks.filter(({ state }) => states.includes(state));
  const unreported = of('no_status', 'ongoing_status_missing');
  return {
    all: tasks.length,
    done: of('done').length,
    underway: of('in_progress', 'ongoing_reported').length,
    overdue: of('overdue').length,
    unreported: unreported.length,
    unreportedPast: unreported.filter(({ pastDue }) => pastDue).length,
    annex: tasks.filter(({ kind }) => kind === 'annex_row').length,
  };
}

export function tasksFinding(counts: TaskCounts, { t }: Wording): string {
  const { all, done, underway, overdue, unreported } = counts;
  if (unreported === all) return t('tasks.finding.none', { all });
  return t('tasks.finding', { all, done, underway, overdue, unreported });
}

export function taskTiles(
  counts: TaskCounts,
  { t, formats }: Wording,
): readonly { readonly label: string; readonly value: string; readonly note: string }[] {
  const note = t('tasks.tile.of', { all: counts.all });
  const tile = (label: string, value: number, own = note) => ({
    label,
    value: formats.number(value, 0),
    note: own,
  });
  return [
    tile(t('tasks.tile.done'), counts.done),
    tile(t('tasks.tile.underway'), counts.underway),
    tile(t('tasks.tile.overdue'), counts.overdue, t('tasks.tile.overdueNote')),
    tile(
      t('tasks.tile.unreported'),
      counts.unreported,
      t('tasks.tile.past', { count: counts.unreportedPast }),
    ),
  ];
}

export interface TaskSection {
  readonly part: TaskPart;
  readonly name: string;
  readonly groups: readonly {
    readonly code: string;
    readonly name: string;
    readonly remark: string | null;
    readonly tasks: readonly Task[];
  }[];
}

/** Tasks under the headings of the Decision; a heading without any is left out. */
export function taskSections(
  tasks: readonly Task[],
  structure: TaskStructure,
  { t, name }: Wording,
): readonly TaskSection[] {
  return structure.parts
    .map((part) => ({
      part: part.code,
      name: part.code === 'body' ? name(part) : t('tasks.part', { part: part.code, name: name(part) }),
      groups: structure.groups
        .filter((group) => group.part === part.code)
        .map((group) => ({
          code: group.code,
          name: name(group),
          remark:
            group.noteVi === null
              ? null
              : name({ nameVi: group.noteVi, nameEn: group.noteEn ?? group.noteVi }),
          tasks: tasks.filter((task) => task.group === group.code),
        }))
        .filter((group) => group.tasks.length > 0),
    }))
    .filter((section) => section.groups.length > 0);
}
