import { MARK, SCORE_STATES, type Column } from '../../model/column.js';
import type { ObservationStatus } from '../../model/dataset.js';
import type { Formula } from '../../model/formula.js';
import { elementSource, type ElementSource } from './element-source.js';
import { indicator } from './indicator.js';

/** A number, or the status of a cell that has none. */
export type Entry = number | 'M' | 'L' | 'O';

/** Data elements by code, one entry per unit; `before` is one period back. */
export function sourceOf(
  now: Readonly<Record<string, readonly Entry[]>>,
  before: Readonly<Record<string, readonly Entry[]>> = {},
): ElementSource {
  const size = Object.values(now)[0]?.length ?? 0;
  const units = Array.from({ length: size }, (_, index) => ({ code: `u${index}`, group: null }));
  return elementSource({ units, columns: columnsOf(now), earlier: [{ columns: columnsOf(before) }] });
}

function columnsOf(data: Readonly<Record<string, readonly Entry[]>>) {
  return Object.entries(data).map(([element, entries]) => ({
    element,
    values: entries.map((entry) => (typeof entry === 'number' ? entry : null)),
    statuses: entries.map((entry): ObservationStatus => (typeof entry === 'number' ? 'A' : entry)),
  }));
}

/** A column to read in a test: the number of a cell or its state, then its mark if it has one. */
export function readable({ values, states, marks }: Column): readonly (number | string)[] {
  return [...values].map((value, unit) => {
    const state = SCORE_STATES[states[unit] as number] as string;
    if (Number.isNaN(value) !== (state !== 'scored')) return `broken: ${value}, ${state}`;
    const [mark] = Object.entries(MARK).find(([, bit]) => bit === marks[unit]) ?? [null];
    const told = state === 'scored' ? value : state;
    return mark === null ? told : `${told} ${mark}`;
  });
}

/** The cells that a formula gives, readable. */
export function cellsOf(
  formula: Formula,
  now: Readonly<Record<string, readonly Entry[]>>,
  before?: Readonly<Record<string, readonly Entry[]>>,
): readonly (number | string)[] {
  return readable(indicator({ code: 'n', formula }, sourceOf(now, before)));
}
