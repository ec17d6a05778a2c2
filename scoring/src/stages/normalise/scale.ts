import { MARK, STATE, type Column } from '../../model/column.js';
import type { ClampPolicy, Scale } from '../../model/normalisation.js';

const WHOLE: Scale = [0, 1];

/**
 * Brings shares of a range, 0 at its worst end and 1 at its best, onto a scale: low + share · (high − low).
 * A share beyond 0 to 1 is held at the end and marked as clamped, or kept and marked as beyond the range.
 * What is not a finite number then is undetermined.
 *
 * @param column where the shares come from: its states and marks are carried over
 * @param shares one for each cell; what stands where there is no value does not matter. Taken over, not copied
 */
export function ontoScale(
  column: Column,
  shares: Float64Array,
  to: Scale = WHOLE,
  policy: ClampPolicy = 'keep',
): Column {
  const result = { values: shares, states: column.states.slice(), marks: column.marks.slice() };
  if (!areWithin(shares)) settle(result, to, policy);
  else if (to[0] !== 0 || to[1] !== 1) stretch(shares, to);
  return result;
}

/** Whether every share is from 0 to 1: most columns, and the fast way through. */
function areWithin(shares: Float64Array): boolean {
  let within = 0;
  for (let u = 0; u < shares.length; u++) {
    const share = shares[u] as number;
    if (share >= 0 && share <= 1) within += 1;
  }
  return within === shares.length;
}

function stretch(shares: Float64Array, [low, high]: Scale): void {
  const width = high - low;
  for (let u = 0; u < shares.length; u++) shares[u] = between(low, high, width, shares[u] as number);
}

/** low + 1 · (high − low) may miss `high` by the last digit. */
function between(low: number, high: number, width: number, share: number): number {
  const value = low + share * width;
  return share < 1 && value < high ? value : high;
}

/** Writes what stands for each share, in place of it. */
function settle({ values: shares, states, marks }: Column, [low, high]: Scale, policy: ClampPolicy): void {
  const width = high - low;
  for (let u = 0; u < shares.length; u++) {
    const share = shares[u] as number;
    if (states[u] !== STATE.scored) shares[u] = NaN;
    else if (share >= 0 && share <= 1) shares[u] = between(low, high, width, share);
    else if (policy === 'clamp' && !Number.isNaN(share)) {
      shares[u] = share > 1 ? high : low;
      marks[u] = (marks[u] as number) | MARK.clamped;
    } else {
      const value = low + share * width;
      const isNumber = Number.isFinite(value);
      shares[u] = isNumber ? value : NaN;
      if (isNumber) marks[u] = (marks[u] as number) | MARK.beyondRange;
      else states[u] = STATE.undetermined;
    }
  }
}

/**
 * Shares of the way from `origin`, onto a scale, where every value is known to lie on that way: one pass,
 * and no cell to mark. States and marks are those of the column, which nobody writes into.
 */
export function alongRange(
  { values, states, marks }: Column,
  origin: number,
  way: number,
  [low, high]: Scale = WHOLE,
): Column {
  const width = high - low;
  const scaled = new Float64Array(values.length);
  for (let u = 0; u < values.length; u++) {
    const share = ((values[u] as number) - origin) / way;
    const value = low + share * width;
    // As `between`, but NaN, a gap, stays NaN.
    scaled[u] = share >= 1 || value > high ? high : value + 0;
  }
  return { values: scaled, states, marks };
}

/** (value − origin) / way for every value, never −0; a gap stays NaN. */
export function shareOfWay(values: Float64Array, origin: number, way: number): Float64Array {
  const shares = new Float64Array(values.length);
  for (let u = 0; u < values.length; u++) shares[u] = ((values[u] as number) - origin) / way + 0;
  return shares;
}

/**
 * A column of these values as they are, whatever their range; what is not a finite number is undetermined.
 *
 * @param values taken over, not copied
 */
export function unbounded(column: Column, values: Float64Array): Column {
  const states = column.states.slice();
  for (let u = 0; u < values.length; u++) {
    const value = values[u] as number;
    if (states[u] !== STATE.scored) values[u] = NaN;
    else if (Number.isFinite(value)) values[u] = value + 0;
    else {
      values[u] = NaN;
      states[u] = STATE.undetermined;
    }
  }
  return { values, states, marks: column.marks.slice() };
}

/** Values below or above the limits are set to them and marked as clamped. */
export function heldBetween(column: Column, [low, high]: Scale): Column {
  const values = column.values.slice();
  const marks = column.marks.slice();
  for (let u = 0; u < values.length; u++) {
    const value = values[u] as number;
    if (!(value < low || value > high)) continue;
    values[u] = value < low ? low : high;
    marks[u] = (marks[u] as number) | MARK.clamped;
  }
  return { values, states: column.states.slice(), marks };
}

/** Every value replaced by one, with the marks that say why. */
export function allAt(column: Column, value: number, why: number): Column {
  const values = column.values.slice();
  const marks = column.marks.slice();
  for (let u = 0; u < values.length; u++) {
    if (column.states[u] !== STATE.scored) continue;
    values[u] = value + 0;
    marks[u] = (marks[u] as number) | why;
  }
  return { values, states: column.states.slice(), marks };
}

/** No value for anybody who had one, with the marks that say why. */
export function allUndetermined(column: Column, why: number): Column {
  const states = column.states.slice();
  const marks = column.marks.slice();
  for (let u = 0; u < states.length; u++) {
    if (states[u] !== STATE.scored) continue;
    states[u] = STATE.undetermined;
    marks[u] = (marks[u] as number) | why;
  }
  return { values: new Float64Array(states.length).fill(NaN), states, marks };
}
