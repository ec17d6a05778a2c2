import { sum } from '../../numeric/sum.js';

/**
 * Shapley values of a game: what each player adds, over every order in which they can come.
 *
 * φᵢ = Σ over S without i of |S|! (n − |S| − 1)! / n! · (v(S ∪ i) − v(S)). They sum to v(all) − v(nobody); a
 * player who never changes anything has exactly 0, and two who change the same have the same. Sums are
 * compensated; what rounding is left is not hidden in any of them. Cost: n · 2ⁿ.
 *
 * @param players up to 20
 * @param worth v of a subset, by its bit mask
 * Source: L. S. Shapley, A value for n-person games (1953).
 */
export function shapleyValues(players: number, worth: (subset: number) => number): readonly number[] {
  const weights = orderWeights(players);
  const ofAll = factorial(players);
  return Array.from({ length: players }, (_, player) => {
    const bit = 1 << player;
    const terms: number[] = [];
    for (let subset = 0; subset < 1 << players; subset++) {
      if ((subset & bit) !== 0) continue;
      const weight = (weights[sizeOf(subset)] as number) / ofAll;
      terms.push(weight * (worth(subset | bit) - worth(subset)));
    }
    return sum(terms);
  });
}

/** A share of a whole number or a half, exactly: in lowest terms, the denominator above 0. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * The same for worths that are whole numbers or halves, as ranks are, exactly.
 *
 * @param players up to 8, so that every number stays whole in a double
 */
export function shapleyFractions(players: number, worth: (subset: number) => number): readonly Fraction[] {
  const weights = orderWeights(players);
  return Array.from({ length: players }, (_, player) => {
    const bit = 1 << player;
    let halves = 0;
    for (let subset = 0; subset < 1 << players; subset++) {
      if ((subset & bit) !== 0) continue;
      halves += (weights[sizeOf(subset)] as number) * 2 * (worth(subset | bit) - worth(subset));
    }
    return fraction(halves, 2 * factorial(players));
  });
}

/** In lowest terms. */
export function fraction(numerator: number, denominator: number): Fraction {
  const divisor = greatestDivisor(Math.abs(numerator), denominator);
  return { numerator: numerator / divisor + 0, denominator: denominator / divisor };
}

function greatestDivisor(a: number, b: number): number {
  return a === 0 ? b : greatestDivisor(b % a, a);
}

/** By the size of a subset: in how many orders of n players it comes just before one that is not in it. */
function orderWeights(players: number): readonly number[] {
  return Array.from({ length: players }, (_, size) => factorial(size) * factorial(players - size - 1));
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

function sizeOf(subset: number): number {
  let size = 0;
  for (let rest = subset; rest > 0; rest >>= 1) size += rest & 1;
  return size;
}
