import { STATE, type Column } from '../../model/column.js';
import type { ZeroPolicy } from '../../model/formula.js';

/**
 * State of a cell that needs both of two cells: scored where both are. What cannot exist makes the answer
 * impossible, whatever else is absent; then comes what has no number, what was not given, and what nobody
 * collected.
 */
export function stateOfBoth(first: number, second: number): number {
  if (first === STATE.not_applicable || second === STATE.not_applicable) return STATE.not_applicable;
  // Among the others the number of the state is its weight: scored, not collected, missing, undetermined.
  return first > second ? first : second;
}

/** Writes a number. One that arithmetic could not hold is undetermined; −0 is 0. */
export function putNumber(into: Column, unit: number, value: number): void {
  // What vanishes against itself is finite; it costs less than asking, for every cell of every column.
  if (value - value === 0) into.values[unit] = value + 0;
  else putState(into, unit, STATE.undetermined);
}

/** Writes that there is no number, and why. */
export function putState(into: Column, unit: number, state: number): void {
  into.values[unit] = Number.NaN;
  into.states[unit] = state;
}

/** Writes what the method states for a case in which the formula has no answer, and marks the cell. */
export function putPolicy(into: Column, unit: number, policy: ZeroPolicy, mark: number): void {
  into.marks[unit] = mark;
  if (typeof policy === 'string') putState(into, unit, STATE[policy]);
  else putNumber(into, unit, policy.value);
}
