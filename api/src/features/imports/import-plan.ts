import type { Observation } from '../observations/observation.entity.js';
import type { ReadFigure } from './figures-reader.js';

export interface PlannedChange {
  readonly change: 'new' | 'changed' | 'unchanged';
  readonly before: Observation | null;
  readonly figure: ReadFigure;
}

/**
 * Sets what a file says beside what is stored. An empty cell never takes a stored figure away; to say
 * that a figure does not exist, a file writes the status code L, O or M.
 */
export function planImport(
  figures: readonly ReadFigure[],
  current: readonly Observation[],
): readonly PlannedChange[] {
  const stored = new Map(current.map((o) => [`${o.unitId}\u0000${o.dataElement}`, o]));
  return figures.map((figure) => {
    const before = stored.get(`${figure.unitId}\u0000${figure.element}`) ?? null;
    return { change: changeOf(figure, before), before, figure };
  });
}

function changeOf(figure: ReadFigure, before: Observation | null): PlannedChange['change'] {
  if (before === null) return 'new';
  if (figure.fromEmptyCell) return 'unchanged';
  const same =
    before.value === figure.value && before.textValue === figure.text && before.status === figure.status;
  return same ? 'unchanged' : 'changed';
}
