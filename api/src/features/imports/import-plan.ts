import type { Observation } from '../observations/observation.entity.js';
import type { ReadFigure } from './figures-reader.js';
import type { SourceCell } from './source-cell.js';

/** A figure of a file with the sources that its row names. */
export interface SourcedFigure {
  readonly figure: ReadFigure;
  readonly source: SourceCell;
}

export interface PlannedChange extends SourcedFigure {
  readonly change: 'new' | 'changed' | 'unchanged';
  readonly before: Observation | null;
}

/**
 * Sets what a file says beside what is stored. An empty cell never takes anything away, neither a
 * figure nor what is known about it; to say that a figure does not exist, a file writes the status
 * code L, O or M. A figure that stays the same with another source, confidence or note is changed:
 * where it comes from is part of what is stored.
 */
export function planImport(
  figures: readonly SourcedFigure[],
  current: readonly Observation[],
): readonly PlannedChange[] {
  const stored = new Map(current.map((o) => [`${o.unitId}\u0000${o.dataElement}`, o]));
  return figures.map(({ figure, source }) => {
    const before = stored.get(`${figure.unitId}\u0000${figure.element}`) ?? null;
    return { change: changeOf(figure, source, before), before, ...kept(figure, before), source };
  });
}

function changeOf(
  figure: ReadFigure,
  source: SourceCell,
  before: Observation | null,
): PlannedChange['change'] {
  if (before === null) return 'new';
  if (figure.fromEmptyCell) return 'unchanged';
  const sameOrigin =
    before.sourceIds.join(' ') === source.ids.join(' ') &&
    (figure.confidence ?? before.confidence) === before.confidence &&
    (figure.note ?? before.note) === before.note;
  return isSame(figure, before) && sameOrigin ? 'unchanged' : 'changed';
}

/** The same figure keeps the confidence and note it has where the file says nothing of them. */
function kept(figure: ReadFigure, before: Observation | null): { figure: ReadFigure } {
  if (before === null || !isSame(figure, before)) return { figure };
  const { confidence, note } = before;
  return { figure: { ...figure, confidence: figure.confidence ?? confidence, note: figure.note ?? note } };
}

function isSame(figure: ReadFigure, before: Observation): boolean {
  return before.value === figure.value && before.textValue === figure.text && before.status === figure.status;
}
