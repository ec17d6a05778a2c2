import { latest } from './task-state.js';
import type { TaskStatus } from './task-status.entity.js';

/** Of each body and action, the status that counts: neither withdrawn nor followed by a later one. */
export function currentIds(rows: readonly TaskStatus[]): ReadonlySet<string> {
  const withdrawn = new Set(rows.flatMap(({ withdraws }) => withdraws ?? []));
  const cells = new Map<string, (TaskStatus & { state: NonNullable<TaskStatus['state']> })[]>();
  for (const row of rows) {
    const { state } = row;
    if (state === null || withdrawn.has(row.id)) continue;
    const key = `${row.unitId ?? ''} ${row.action ?? ''}`;
    cells.set(key, [...(cells.get(key) ?? []), { ...row, state }]);
  }
  return new Set([...cells.values()].flatMap((cell) => latest(cell)?.id ?? []));
}
