import { MARK, SCORE_STATES, STATE, type Column } from '../../model/column.js';
import type { ScoreState } from '../../model/assessment.js';

/** A cell without a value, by its state. */
export type Gap = Exclude<ScoreState, 'scored'>;

/** A column as evaluation makes one: numbers are scored, anything else says why there is none. */
export function columnOf(cells: readonly (number | Gap)[]): Column {
  return {
    values: Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : NaN)),
    states: Uint8Array.from(cells, (cell) => (typeof cell === 'number' ? STATE.scored : STATE[cell])),
    marks: new Uint16Array(cells.length),
  };
}

/** The cells as they were given to `columnOf`. */
export function cellsOf({ values, states }: Column): readonly (number | Gap)[] {
  return Array.from(values, (value, u) => {
    const state = SCORE_STATES[states[u] as number] as ScoreState;
    return state === 'scored' ? value : state;
  });
}

/** Names of the marks of each cell. */
export function marksOf({ marks }: Column): readonly string[] {
  const names = Object.entries(MARK);
  return Array.from(marks, (bits) =>
    names
      .filter(([, bit]) => (bits & bit) !== 0)
      .map(([name]) => name)
      .join(' '),
  );
}

/** Stops a test where a column breaks what every stage may rely on: NaN exactly where there is no value. */
export function assertSound({ values, states }: Column): void {
  values.forEach((value, u) => {
    const sound = states[u] === STATE.scored ? Number.isFinite(value) : Number.isNaN(value);
    if (!sound || Object.is(value, -0)) throw new Error(`cell ${u}: state ${states[u]} with ${value}`);
  });
}
