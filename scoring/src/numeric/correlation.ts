import { averageRanks, orderOf } from './order.js';

/*
 * Correlation of two columns over the units that have a value in both (R's `pairwise.complete.obs`).
 * `null` where it is not defined: fewer than 2 such units, no spread in either, or a step beyond the
 * range of doubles. Both columns are of the same length.
 */

export type CorrelationMethod = 'pearson' | 'spearman' | 'kendall';

interface Pairs {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/** Product-moment correlation, −1 to 1. */
export function pearson(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  const pairs = completePairs(x, y);
  return pearsonOfPairs(pairs.x, pairs.y);
}

/** Spearman's rank correlation: Pearson's on average ranks among the units that have both values. */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  const pairs = completePairs(x, y);
  return pearsonOfPairs(averageRanks(pairs.x), averageRanks(pairs.y));
}

/**
 * Kendall's tau-b, which allows for ties (R's `cor(method = "kendall")`).
 * Cost: n log n, by counting exchanges (W. R. Knight, JASA 61 (1966), 436–439).
 */
export function kendall(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  const pairs = completePairs(x, y);
  const count = pairs.x.length;
  // In order of x, and of y where x is equal: stable orders, the lesser first.
  const byY = orderOf(pairs.y);
  const xByY = permuted(pairs.x, byY);
  const byX = orderOf(xByY);
  const xs = permuted(xByY, byX);
  const ys = permuted(permuted(pairs.y, byY), byX);
  const tiedInX = tiedPairs(count, (a, b) => xs[a] === xs[b]);
  const tiedInBoth = tiedPairs(count, (a, b) => xs[a] === xs[b] && ys[a] === ys[b]);
  const exchanges = sortCountingExchanges(ys);
  const tiedInY = tiedPairs(count, (a, b) => ys[a] === ys[b]);
  const all = (count * (count - 1)) / 2;
  const spread = Math.sqrt(all - tiedInX) * Math.sqrt(all - tiedInY);
  return held((all - tiedInX - tiedInY + tiedInBoth - 2 * exchanges) / spread);
}

export function correlation(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  method: CorrelationMethod = 'pearson',
): number | null {
  if (method === 'spearman') return spearman(x, y);
  if (method === 'kendall') return kendall(x, y);
  return pearson(x, y);
}

/** Correlation of every column with every other; symmetric, on the diagonal 1, or `null` without spread. */
export function correlationMatrix(
  columns: readonly ArrayLike<number>[],
  method: CorrelationMethod = 'pearson',
): readonly (readonly (number | null)[])[] {
  const matrix = columns.map(() => new Array<number | null>(columns.length).fill(null));
  // A column without gaps is brought to its mean, or to its ranks, once for all its partners.
  const prepared = columns.map((column) => (method === 'kendall' ? null : preparedWhole(column, method)));
  columns.forEach((column, row) => {
    for (let other = 0; other <= row; other += 1) {
      const partner = columns[other] as ArrayLike<number>;
      const own = prepared[row] ?? null;
      const its = prepared[other] ?? null;
      const both = own !== null && its !== null;
      const value = both ? productOf(own, its) : correlation(column, partner, method);
      (matrix[row] as (number | null)[])[other] = value;
      (matrix[other] as (number | null)[])[row] = value;
    }
    if ((matrix[row] as (number | null)[])[row] !== null) (matrix[row] as (number | null)[])[row] = 1;
  });
  return matrix;
}

/**
 * Pearson's correlation of each column with any other: what a search asks for many times, the columns being
 * brought to their means once.
 */
export function pearsonWith(
  columns: readonly ArrayLike<number>[],
): (other: ArrayLike<number>) => readonly (number | null)[] {
  const prepared = columns.map((column) => preparedWhole(column, 'pearson'));
  return (other) => {
    const its = preparedWhole(other, 'pearson');
    return columns.map((column, at) => {
      const own = prepared[at] ?? null;
      return own !== null && its !== null ? productOf(own, its) : pearson(column, other);
    });
  };
}

/** `null` for a column with gaps, whose ranks and mean depend on its partner. */
function preparedWhole(column: ArrayLike<number>, method: CorrelationMethod): Centred | null {
  if (!isWhole(column)) return null;
  return centred(method === 'spearman' ? averageRanks(column) : column);
}

/** The units that have a value in both columns; the columns themselves where neither has a gap. */
function completePairs(x: ArrayLike<number>, y: ArrayLike<number>): Pairs {
  if (isWhole(x) && isWhole(y)) return { x, y };
  const pairs = { x: new Float64Array(x.length), y: new Float64Array(x.length) };
  let count = 0;
  for (let at = 0; at < x.length; at += 1) {
    const left = x[at] as number;
    const right = y[at] as number;
    if (Number.isNaN(left) || Number.isNaN(right)) continue;
    pairs.x[count] = left;
    pairs.y[count] = right;
    count += 1;
  }
  return { x: pairs.x.subarray(0, count), y: pairs.y.subarray(0, count) };
}

function isWhole(column: ArrayLike<number>): boolean {
  for (let at = 0; at < column.length; at += 1) if (Number.isNaN(column[at] as number)) return false;
  return true;
}

function pearsonOfPairs(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  return productOf(centred(x), centred(y));
}

function productOf(left: Centred, right: Centred): number | null {
  let product = 0;
  for (let at = 0; at < left.distances.length; at += 1) {
    product += (left.distances[at] as number) * (right.distances[at] as number);
  }
  return held(product / (left.length * right.length));
}

/** Distances from the mean, and the length of the vector that they are. */
interface Centred {
  readonly distances: Float64Array;
  readonly length: number;
}

/**
 * The distances are in units of the range, from −1 to 1, so that no square leaves the range of doubles.
 * Without spread, or with a range beyond doubles, they are NaN, and so is what is made of them.
 */
function centred(values: ArrayLike<number>): Centred {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < values.length; at += 1) {
    lowest = Math.min(lowest, values[at] as number);
    highest = Math.max(highest, values[at] as number);
  }
  const range = highest - lowest;
  const distances = new Float64Array(values.length);
  let total = 0;
  for (let at = 0; at < values.length; at += 1) {
    const distance = ((values[at] as number) - lowest) / range;
    distances[at] = distance;
    total += distance;
  }
  const centre = total / values.length;
  let squares = 0;
  for (let at = 0; at < values.length; at += 1) {
    const distance = (distances[at] as number) - centre;
    distances[at] = distance;
    squares += distance * distance;
  }
  return { distances, length: Math.sqrt(squares) };
}

/** What no spread divides by is 0: what is not a finite number is not defined. Never -0. */
function held(value: number): number | null {
  return Number.isFinite(value) ? Math.max(-1, Math.min(1, value)) + 0 : null;
}

function permuted(values: ArrayLike<number>, order: Int32Array): Float64Array {
  const result = new Float64Array(values.length);
  for (let at = 0; at < result.length; at += 1) result[at] = values[order[at] as number] as number;
  return result;
}

/** Pairs within runs of neighbours that are equal. */
function tiedPairs(count: number, equal: (a: number, b: number) => boolean): number {
  let pairs = 0;
  let run = 1;
  for (let at = 1; at < count; at += 1) {
    run = equal(at - 1, at) ? run + 1 : 1;
    pairs += run - 1;
  }
  return pairs;
}

/** Puts the values in ascending order by merging, and counts the pairs that stood the wrong way round. */
function sortCountingExchanges(values: Float64Array): number {
  const count = values.length;
  const merged = new Float64Array(count);
  let exchanges = 0;
  for (let width = 1; width < count; width *= 2) {
    for (let start = 0; start < count; start += 2 * width) {
      const middle = Math.min(start + width, count);
      const end = Math.min(start + 2 * width, count);
      let left = start;
      let right = middle;
      for (let at = start; at < end; at += 1) {
        const takesLeft =
          left < middle && (right >= end || (values[left] as number) <= (values[right] as number));
        merged[at] = values[takesLeft ? left : right] as number;
        if (takesLeft) left += 1;
        else {
          right += 1;
          exchanges += middle - left;
        }
      }
    }
    values.set(merged);
  }
  return exchanges;
}
