/** The bracket is closed to this much, beside 1 or the place itself. */
const PRECISION = 2 * Number.EPSILON;

/**
 * Where a continuous function is zero between two places at which its signs differ.
 *
 * Inverse quadratic interpolation where the function is regular enough for it, else bisection
 * (T. R. Chandrupatla, Advances in Engineering Software 28 (1997), 145–149).
 *
 * @throws RangeError when the signs do not differ
 */
export function rootBetween(valueAt: (place: number) => number, from: number, upTo: number): number {
  let near = upTo;
  let nearValue = valueAt(upTo);
  let far = from;
  let farValue = valueAt(from);
  if (!(Math.sign(nearValue) * Math.sign(farValue) <= 0)) {
    throw new RangeError('rootBetween: the signs at the two places do not differ');
  }
  // How far from `near` to `far` the next place is: the first one half way.
  let share = 0.5;
  for (;;) {
    const best = Math.abs(nearValue) < Math.abs(farValue) ? near : far;
    const closed = (PRECISION * Math.max(1, Math.abs(best))) / Math.abs(far - near);
    if (nearValue === 0 || farValue === 0 || !(closed <= 0.5)) return best;
    const place = near + Math.max(closed, Math.min(1 - closed, share)) * (far - near);
    const value = valueAt(place);
    let before = near;
    let beforeValue = nearValue;
    if (value > 0 !== nearValue > 0) {
      [before, beforeValue] = [far, farValue];
      [far, farValue] = [near, nearValue];
    }
    near = place;
    nearValue = value;
    share = nextShare([near, nearValue], [far, farValue], [before, beforeValue]);
  }
}

type Point = readonly [place: number, value: number];

function nextShare([a, atA]: Point, [b, atB]: Point, [c, atC]: Point): number {
  const xi = (a - b) / (c - b);
  const phi = (atA - atB) / (atC - atB);
  if (!(phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi)) return 0.5;
  const nearer = (atA / (atB - atA)) * (atC / (atB - atC));
  return nearer + ((c - a) / (b - a)) * (atA / (atC - atA)) * (atB / (atC - atB));
}
