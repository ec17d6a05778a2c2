import { searchKey } from '../units/name-key.js';
import { isOrBecame } from './task-bodies.js';
import type { TaskDto, TaskFilter } from './task.dto.js';

/** The tasks that fit every filter; words are looked for without diacritics. */
export function filterTasks(tasks: readonly TaskDto[], filter: Omit<TaskFilter, 'dataSet'>): TaskDto[] {
  const { part, group, lead, state, kind } = filter;
  const words = filter.q === undefined ? null : searchKey(filter.q);
  return tasks.filter(
    (task) =>
      (part === undefined || task.part === part) &&
      (group === undefined || task.group === group) &&
      (kind === undefined || task.kind === kind) &&
      (state === undefined || task.state === state) &&
      (lead === undefined || task.leads.some((body) => isOrBecame(body, lead))) &&
      (words === null || searchText(task).includes(words)),
  );
}

function searchText(task: TaskDto): string {
  return searchKey(
    [
      task.code,
      task.nameVi,
      task.nameEn,
      ...task.leads.flatMap(({ nameVi, nameEn }) => [nameVi, nameEn]),
      ...task.actions.map(({ textVi }) => textVi ?? ''),
    ].join('\n'),
  );
}
