/**
 * Follows what comes next until it ends or comes round.
 *
 * @returns the circle from `start` back to `start`; null where there is none through it
 */
export function circleIn<T>(start: T, next: (one: T) => T | undefined): readonly T[] | null {
  const way = [start];
  const seen = new Set(way);
  for (let one = next(start); one !== undefined; one = next(one)) {
    way.push(one);
    if (one === start) return way;
    if (seen.has(one)) return null;
    seen.add(one);
  }
  return null;
}
