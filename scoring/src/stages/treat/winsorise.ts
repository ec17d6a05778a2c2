import type { ColumnShape } from '../../model/assessment.js';
import type { OutlierTest } from '../../model/treatment.js';
import { columnShape } from '../../numeric/moments.js';

/** How far winsorising may go. */
export interface WinsoriseRule {
  readonly test: OutlierTest;
  /** `null`: no limit. */
  readonly points: number | null;
  readonly force?: boolean;
}

export interface Winsorised {
  readonly values: Float64Array;
  /** How many of them changed. */
  readonly count: number;
  readonly shape: ColumnShape;
  readonly passes: boolean;
}

/**
 * Whether a shape passes: |skewness| < threshold or kurtosis < threshold, both strict (COINr's
 * `check_SkewKurt`).
 *
 * @returns `null` where it cannot be told: no spread, or fewer values than the deciding moment needs
 */
export function passesTest({ skewness, kurtosis }: ColumnShape, test: OutlierTest): boolean | null {
  if (skewness !== null && Math.abs(skewness) < test.skewness) return true;
  if (kurtosis !== null && kurtosis < test.kurtosis) return true;
  return skewness === null || kurtosis === null ? null : false;
}

/**
 * Winsorises a column that fails the test, as COINr's `winsorise` does: while it fails and fewer than
 * `points` values have changed, the highest value (with a skewness of 0 or more, else the lowest) and all
 * that equal it are set to the next one. Values that are equal go together, so `points` may be passed.
 *
 * @param values of the column, NaN where there is none; left as they are
 * @param shape theirs, which fails the test
 * @returns `null` where no spread would be left
 */
export function winsorise(values: Float64Array, shape: ColumnShape, rule: WinsoriseRule): Winsorised | null {
  const { test, points, force = false } = rule;
  const held = values.slice();
  let now = shape;
  let passes = false;
  let high = 0;
  let low = 0;
  while ((!passes || force) && (points === null || high + low < points)) {
    if ((now.skewness ?? 0) >= 0) high = lowerTheHighest(held);
    else low = raiseTheLowest(held);
    now = columnShape(held);
    const answer = passesTest(now, test);
    if (answer === null) return null;
    passes = answer;
  }
  return { values: held, count: high + low, shape: now, passes };
}

/** Sets the highest value to the next lower one; tells how many places have it. */
function lowerTheHighest(values: Float64Array): number {
  let highest = -Infinity;
  let next = -Infinity;
  for (let u = 0; u < values.length; u++) {
    const value = values[u] as number;
    if (value > highest) {
      next = highest;
      highest = value;
    } else if (value > next && value < highest) next = value;
  }
  return replace(values, highest, next);
}

/** Sets the lowest value to the next higher one; tells how many places have it. */
function raiseTheLowest(values: Float64Array): number {
  let lowest = Infinity;
  let next = Infinity;
  for (let u = 0; u < values.length; u++) {
    const value = values[u] as number;
    if (value < lowest) {
      next = lowest;
      lowest = value;
    } else if (value < next && value > lowest) next = value;
  }
  return replace(values, lowest, next);
}

function replace(values: Float64Array, value: number, by: number): number {
  let count = 0;
  for (let u = 0; u < values.length; u++) {
    if (values[u] !== value) continue;
    values[u] = by;
    count += 1;
  }
  return count;
}
