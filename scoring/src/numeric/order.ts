/*
 * Order within a column. NaN, the gap of a column, is left out everywhere; -0 and 0 are equal.
 */

/** Runs of this length are put in order by insertion before they are merged. */
const RUN = 12;

/** The values in ascending order, in an array of its own. */
export function sortedValues(values: ArrayLike<number>): Float64Array {
  const sorted = new Float64Array(values.length);
  let count = 0;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number;
    if (Number.isNaN(value)) continue;
    sorted[count] = value;
    count += 1;
  }
  return sorted.subarray(0, count).sort();
}

/** Places of the values in ascending order; equal values keep the order of the input. Cost: n log n. */
export function orderOf(values: ArrayLike<number>): Int32Array {
  const { keys, places } = present(values);
  const count = keys.length;
  for (let start = 0; start < count; start += RUN)
    insertRun(keys, places, start, Math.min(start + RUN, count));
  let from: Keyed = { keys, places };
  let to: Keyed = { keys: new Float64Array(count), places: new Int32Array(count) };
  for (let width = RUN; width < count; width *= 2) {
    for (let start = 0; start < count; start += 2 * width) {
      mergeRuns(from, to, start, Math.min(start + width, count), Math.min(start + 2 * width, count));
    }
    [from, to] = [to, from];
  }
  return from.places;
}

/** Rank of each value from the lowest (1); equal values share the mean of their ranks. A gap stays NaN. */
export function averageRanks(values: ArrayLike<number>): Float64Array {
  return ranksOf(values, (first, last) => (first + last) / 2);
}

/** Rank of each value from the lowest (1); equal values share the lowest of their ranks. A gap stays NaN. */
export function minimumRanks(values: ArrayLike<number>): Float64Array {
  return ranksOf(values, (first) => first);
}

/** The middle value, or the mean of the two in the middle; `null` for nothing. Never -0. */
export function median(values: ArrayLike<number>): number | null {
  return medianOfSorted(sortedValues(values));
}

/** The same for values that are in ascending order, without gaps. */
export function medianOfSorted(sorted: Float64Array): number | null {
  const upper = sorted[sorted.length >> 1];
  if (upper === undefined) return null;
  if (sorted.length % 2 === 1) return upper + 0;
  const lower = sorted[(sorted.length >> 1) - 1] as number;
  const middle = (lower + upper) / 2;
  return Number.isFinite(middle) ? middle + 0 : lower / 2 + upper / 2;
}

interface Keyed {
  readonly keys: Float64Array;
  readonly places: Int32Array;
}

function present(values: ArrayLike<number>): Keyed {
  const keys = new Float64Array(values.length);
  const places = new Int32Array(values.length);
  let count = 0;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number;
    if (Number.isNaN(value)) continue;
    keys[count] = value;
    places[count] = at;
    count += 1;
  }
  return { keys: keys.subarray(0, count), places: places.slice(0, count) };
}

function insertRun(keys: Float64Array, places: Int32Array, start: number, end: number): void {
  for (let next = start + 1; next < end; next += 1) {
    const key = keys[next] as number;
    const place = places[next] as number;
    let at = next;
    while (at > start && (keys[at - 1] as number) > key) {
      keys[at] = keys[at - 1] as number;
      places[at] = places[at - 1] as number;
      at -= 1;
    }
    keys[at] = key;
    places[at] = place;
  }
}

function mergeRuns(from: Keyed, to: Keyed, start: number, middle: number, end: number): void {
  const { keys, places } = from;
  let left = start;
  let right = middle;
  for (let at = start; at < end; at += 1) {
    const takesLeft = left < middle && (right >= end || (keys[left] as number) <= (keys[right] as number));
    const source = takesLeft ? left : right;
    to.keys[at] = keys[source] as number;
    to.places[at] = places[source] as number;
    if (takesLeft) left += 1;
    else right += 1;
  }
}

function ranksOf(values: ArrayLike<number>, shared: (first: number, last: number) => number): Float64Array {
  const ranks = new Float64Array(values.length).fill(Number.NaN);
  const order = orderOf(values);
  let start = 0;
  while (start < order.length) {
    const value = values[order[start] as number];
    let end = start + 1;
    while (end < order.length && values[order[end] as number] === value) end += 1;
    const rank = shared(start + 1, end);
    for (let at = start; at < end; at += 1) ranks[order[at] as number] = rank;
    start = end;
  }
  return ranks;
}
