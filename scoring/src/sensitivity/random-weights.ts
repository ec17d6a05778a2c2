import type { RandomGenerator } from '../numeric/random.js';
import type { WeightDistribution } from '../model/simulation.js';

/**
 * Draws the weights of one set of siblings, as shares that add up to 1. A weight of 0 stays 0: what the
 * method gives no weight is not given any by chance.
 *
 * Source: noise as COINr's `get_noisy_weights`; Dirichlet and simplex as in the Handbook's step 7.
 *
 * @param nominal weights that the method asks for, ≥ 0, on any scale, with a sum above 0
 * @param into as long as `nominal`
 */
export function drawWeights(
  nominal: Float64Array,
  distribution: WeightDistribution,
  random: RandomGenerator,
  into: Float64Array,
): void {
  if (distribution.method === 'noise') {
    let total = 0;
    // With a share of 1 every weight may come out as 0, once in a very long time.
    while (!(total > 0)) total = addNoise(nominal, distribution.share, random, into);
    for (let at = 0; at < into.length; at += 1) into[at] = (into[at] as number) / total;
    return;
  }
  const weighted = nominal.filter((weight) => weight > 0);
  const shares = random.dirichlet(concentrationOf(weighted, distribution));
  let next = 0;
  for (let at = 0; at < nominal.length; at += 1) {
    const counts = (nominal[at] as number) > 0;
    into[at] = counts ? (shares[next] as number) : 0;
    if (counts) next += 1;
  }
}

function addNoise(nominal: Float64Array, share: number, random: RandomGenerator, into: Float64Array): number {
  let total = 0;
  for (let at = 0; at < nominal.length; at += 1) {
    const weight = (nominal[at] as number) * (1 + share * (2 * random.uniform() - 1));
    into[at] = weight;
    total += weight;
  }
  return total;
}

/** The smallest parameter of a Dirichlet that its logarithms can work with. */
const SMALLEST = 1e-300;

function concentrationOf(
  weights: Float64Array,
  distribution: Exclude<WeightDistribution, { method: 'noise' }>,
): Float64Array {
  if (distribution.method === 'simplex') return new Float64Array(weights.length).fill(1);
  let total = 0;
  for (const weight of weights) total += weight;
  return weights.map((weight) => Math.max(distribution.concentration * (weight / total), SMALLEST));
}
