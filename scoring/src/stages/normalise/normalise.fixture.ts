import type { Direction, Normalisation } from '../../model/normalisation.js';
import { assertSound, cellsOf, columnOf, marksOf, type Gap } from './column.fixture.js';
import { normalise } from './normalise.js';

const UNITS = ['a', 'b', 'c', 'd', 'e'];

export function about(direction: Direction, maximum = 1) {
  return { direction, maximum, unitIndex: (code: string) => UNITS.indexOf(code) };
}

/** Cells to 12 decimals, so that a table can be read. */
export function run(
  cells: readonly (number | Gap)[],
  rule: Normalisation,
  direction: Direction = 'higher_is_better',
  maximum = 1,
): readonly (number | Gap)[] {
  const result = normalise(columnOf(cells), rule, about(direction, maximum));
  assertSound(result);
  return cellsOf(result).map((cell) => (typeof cell === 'number' ? Number(cell.toFixed(12)) : cell));
}

export function marks(
  cells: readonly (number | Gap)[],
  rule: Normalisation,
  direction: Direction = 'higher_is_better',
) {
  return marksOf(normalise(columnOf(cells), rule, about(direction, 8)));
}

export const undetermined = 'undetermined' as const;
