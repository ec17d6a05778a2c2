/** Steps shorter than this, beside 1 or the place itself, end the search. */
const PRECISION = 2 * Number.EPSILON;
const MOST_STEPS = 200;

/**
 * Where a continuous function is zero between two places at which its signs differ.
 *
 * False position in the Illinois form (M. Dowell and P. Jarratt, BIT 11 (1971), 168–174): the end that
 * stays counts by half each time it stays, so that both ends move.
 *
 * @throws RangeError when the signs do not differ
 */
export function rootBetween(valueAt: (place: number) => number, from: number, upTo: number): number {
  let far = from;
  let farValue = valueAt(from);
  let near = upTo;
  let nearValue = valueAt(upTo);
  if (farValue === 0) return far;
  if (!(farValue * nearValue <= 0))
    throw new RangeError('rootBetween: the signs at the two places do not differ');
  for (let count = 0; count < MOST_STEPS && nearValue !== 0; count += 1) {
    const place = near - (nearValue * (near - far)) / (nearValue - farValue);
    const step = Math.abs(place - near);
    const value = valueAt(place);
    if (value * nearValue > 0) {
      farValue /= 2;
    } else {
      far = near;
      farValue = nearValue;
    }
    near = place;
    nearValue = value;
    if (step <= PRECISION * Math.max(1, Math.abs(place))) break;
  }
  return near;
}
