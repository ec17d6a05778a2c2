import type { TaskMatrixRow } from '../../api-client/models/task-matrix-row.js';
import type { TaskState } from '../../api-client/models/task-state.js';
import type { Wording } from '../../shared/language/wording.js';
import { TASK_STATES } from './task-words.js';

export interface MatrixFilters {
  readonly level: 'ministry' | 'province' | null;
  readonly region: string | null;
  readonly state: TaskState | null;
}

export function matrixFiltersOf(query: {
  readonly level: string | undefined;
  readonly region: string | undefined;
  readonly state: string | undefined;
}): MatrixFilters {
  return {
    level: query.level === 'ministry' || query.level === 'province' ? query.level : null,
    region: query.region ?? null,
    state: TASK_STATES.find((state) => state === query.state) ?? null,
  };
}

/** Bodies of a level and region, with at least one task in the state asked for. */
export function matrixRows(rows: readonly TaskMatrixRow[], filters: MatrixFilters): readonly TaskMatrixRow[] {
  return rows.filter(
    (row) =>
      (filters.level === null || row.level === filters.level) &&
      (filters.region === null || row.regionId === filters.region) &&
      (filters.state === null || row.cells.some(({ state }) => state === filters.state)),
  );
}

/** How many cells are in each state. */
export function matrixCounts(
  rows: readonly TaskMatrixRow[],
): readonly { readonly state: TaskState; readonly count: number }[] {
  const cells = rows.flatMap((row) => row.cells);
  return TASK_STATES.map((state) => ({
    state,
    count: cells.filter((cell) => cell.state === state).length,
  })).filter(({ count }) => count > 0);
}

/** What the matrix shows, in a sentence. */
export function matrixFinding(rows: readonly TaskMatrixRow[], { t }: Wording): string {
  const cells = rows.flatMap((row) => row.cells).filter(({ state }) => state !== null);
  const of = (...states: readonly TaskState[]): number =>
    cells.filter(({ state }) => state !== null && states.includes(state)).length;
  return t('tasks.matrix.finding', {
    units: rows.length,
    cells: cells.length,
    done: of('done'),
    overdue: of('overdue'),
    unreported: of('no_status', 'ongoing_status_missing'),
  });
}
