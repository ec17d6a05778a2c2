import { solvePositive } from './linear.js';

/** The place at which residuals are smallest, as far as the search came. */
export interface LeastSquares {
  readonly place: Float64Array;
  readonly residuals: Float64Array;
}

const MOST_STEPS = 200;
/** Half the distance over which a slope is taken. */
const STENCIL = 1e-5;
const FIRST_DAMPING = 1e-3;
/** Beside the largest slope; below it a direction in which nothing changes would be followed for ever. */
const LEAST_DAMPING = 1e-9;
const MOST_DAMPING = 1e9;
/** Residuals that are 0 but for rounding. */
const SOLVED = 1e-30;
/** An improvement by less than this share is none. */
const NO_BETTER = 1e-12;

/**
 * Looks for the place at which the sum of the squares of the residuals is smallest, from a start, by
 * damped steps of Gauss and Newton (K. Levenberg 1944, D. W. Marquardt 1963), slopes by differences. The
 * residuals are smooth, and places on a scale on which 1 is a large step. What it finds is the lowest
 * place down from the start, which need not be the lowest of all.
 *
 * @param residualsAt one residual or more; `null` where there are none, which no step leads to
 * @returns `null` where the start has no residuals
 */
export function leastSquares(
  residualsAt: (place: Float64Array) => Float64Array | null,
  start: ArrayLike<number>,
): LeastSquares | null {
  const place = Float64Array.from(start);
  const residuals = residualsAt(place);
  if (residuals === null) return null;
  let best: LeastSquares = { place, residuals };
  let damping = FIRST_DAMPING;
  for (let step = 0; step < MOST_STEPS && squaresOf(best) > SOLVED; step += 1) {
    const slopes = slopesAt(residualsAt, best);
    if (slopes === null) break;
    const found = stepFrom(residualsAt, best, slopes, damping);
    if (found === null) break;
    const better = squaresOf(best) - squaresOf(found.next);
    const enough = better > NO_BETTER * squaresOf(best);
    best = found.next;
    damping = Math.max(LEAST_DAMPING, found.damping / 10);
    if (!enough) break;
  }
  return best;
}

function squaresOf({ residuals }: LeastSquares): number {
  let total = 0;
  for (const residual of residuals) total += residual * residual;
  return total;
}

/** For each coordinate, how the residuals change with it. */
function slopesAt(
  residualsAt: (place: Float64Array) => Float64Array | null,
  { place }: LeastSquares,
): readonly Float64Array[] | null {
  const slopes: Float64Array[] = [];
  for (let at = 0; at < place.length; at += 1) {
    const above = residualsAt(moved(place, at, STENCIL));
    const below = residualsAt(moved(place, at, -STENCIL));
    if (above === null || below === null) return null;
    slopes.push(above.map((residual, k) => (residual - (below[k] as number)) / (2 * STENCIL)));
  }
  return slopes;
}

/** A step that makes the residuals smaller, damped until it does; `null` where none does. */
function stepFrom(
  residualsAt: (place: Float64Array) => Float64Array | null,
  from: LeastSquares,
  slopes: readonly Float64Array[],
  firstDamping: number,
): { readonly next: LeastSquares; readonly damping: number } | null {
  const matrix = slopes.map((own) => Float64Array.from(slopes, (other) => product(own, other)));
  const descent = slopes.map((own) => -product(own, from.residuals));
  const steepest = matrix.reduce((most, row, at) => Math.max(most, row[at] as number), 0);
  for (let damping = firstDamping; damping <= MOST_DAMPING; damping *= 10) {
    const damped = matrix.map((row, at) => {
      const own = row.slice();
      own[at] = (own[at] as number) + damping * steepest;
      return own;
    });
    const step = solvePositive(damped, descent);
    if (step === null) continue;
    const place = from.place.map((coordinate, at) => coordinate + (step[at] as number));
    const residuals = residualsAt(place);
    if (residuals === null) continue;
    const next = { place, residuals };
    if (squaresOf(next) < squaresOf(from)) return { next, damping };
  }
  return null;
}

function moved(place: Float64Array, at: number, by: number): Float64Array {
  const other = place.slice();
  other[at] = (other[at] as number) + by;
  return other;
}

function product(left: Float64Array, right: Float64Array): number {
  let total = 0;
  for (let at = 0; at < left.length; at += 1) total += (left[at] as number) * (right[at] as number);
  return total;
}
