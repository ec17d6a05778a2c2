import type { MeasureState } from '../../api-client/models/measure-state.js';
import type { MeasureUnitFigure } from '../../api-client/models/measure-unit-figure.js';
import type { Wording } from '../../shared/language/wording.js';

const ORDER: readonly MeasureState[] = ['at_risk', 'behind', 'no_data', 'on_course', 'met', 'not_applicable'];

/** Units that lag first, then those that have not reported; within a state the lowest first, then by name. */
export function worstFirst(
  figures: readonly MeasureUnitFigure[],
  { name, formats }: Wording,
): readonly MeasureUnitFigure[] {
  return [...figures].sort(
    (a, b) =>
      ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
      (a.value ?? 0) - (b.value ?? 0) ||
      formats.compare(name(a), name(b)),
  );
}

/** How many units of a list are behind or at risk, and how many have not reported. */
export function laggards(figures: readonly MeasureUnitFigure[]): {
  readonly late: number;
  readonly silent: number;
  readonly all: number;
} {
  const of = (...states: MeasureState[]) => figures.filter(({ state }) => states.includes(state)).length;
  return { late: of('behind', 'at_risk'), silent: of('no_data'), all: figures.length };
}
