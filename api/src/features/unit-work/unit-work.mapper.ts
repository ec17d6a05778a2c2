import type { DueDateDto } from '../duties/duty.dto.js';
import { allowedActions } from '../databases/inventory-flow.js';
import type { DatabaseSummary } from '../databases/register.dto.js';
import type { UnreleasedFigure } from '../observations/observations.repository.js';
import type { UnitWork } from './unit-work.dto.js';

/** A figure that is not released, beside what is. */
export function figureOf({ writtenAt, ...figure }: UnreleasedFigure): UnitWork['figures']['items'][number] {
  return { ...figure, writtenAt: writtenAt.toISOString() };
}

/** What a unit owes and is followed up: the due dates that have a state of its own. */
export function dutiesOf(items: readonly DueDateDto[]): UnitWork['duties'] {
  return items.flatMap(({ duty, nameVi, nameEn, period, dueOn, bySetting, state, daysLate, counts }) =>
    state === null
      ? []
      : [
          {
            duty,
            nameVi,
            nameEn,
            period,
            dueOn,
            bySetting,
            state,
            returned: (counts?.returned ?? 0) > 0,
            daysLate: daysLate ?? 0,
          },
        ],
  );
}

/** Open entries of the register and what their inventory waits for; going back is nobody's next step. */
export function databasesOf(entries: readonly DatabaseSummary[]): UnitWork['databases'] {
  return entries.map(({ id, nameVi, nameEn, inventory, openObstacles }) => ({
    id,
    nameVi,
    nameEn,
    inventory,
    openObstacles,
    next: allowedActions(inventory.state).filter((action) => action !== 'return'),
  }));
}
