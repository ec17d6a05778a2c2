import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { WeightDistribution } from '../model/simulation.js';
import { mean, variance } from '../numeric/moments.js';
import { randomGenerator, type RandomGenerator } from '../numeric/random.js';
import { drawWeights } from './random-weights.js';

function drawn(
  nominal: readonly number[],
  distribution: WeightDistribution,
  random: RandomGenerator,
): Float64Array {
  const into = new Float64Array(nominal.length);
  drawWeights(Float64Array.from(nominal), distribution, random, into);
  return into;
}

/** Weights of one child over many draws. */
function sample(nominal: readonly number[], distribution: WeightDistribution, child: number): Float64Array {
  const random = randomGenerator(11);
  return Float64Array.from({ length: 20_000 }, () => drawn(nominal, distribution, random)[child] ?? NaN);
}

const DISTRIBUTIONS: readonly WeightDistribution[] = [
  { method: 'noise', share: 0.25 },
  { method: 'noise', share: 1 },
  { method: 'dirichlet', concentration: 10 },
  { method: 'dirichlet', concentration: 1e-6 },
  { method: 'simplex' },
];

describe('drawWeights', () => {
  it.each(DISTRIBUTIONS)('gives shares that add up to 1 and leaves 0 at 0: %j', (distribution) => {
    const weights = fc.array(fc.constantFrom(0, 1, 2.5, 400, 1e-3), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        weights.filter((own) => own.some((weight) => weight > 0)),
        fc.nat(),
        (nominal, seed) => {
          const shares = drawn(nominal, distribution, randomGenerator(seed));
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
          shares.forEach((share, child) => {
            expect(share).toBeGreaterThanOrEqual(0);
            if (nominal[child] === 0) expect(share).toBe(0);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('moves each weight by no more than the share, before all are brought to 1', () => {
    const random = randomGenerator(3);
    for (let draw = 0; draw < 500; draw += 1) {
      const [first = NaN, second = NaN] = drawn([2, 1], { method: 'noise', share: 0.25 }, random);
      // 2(1 ± 0.25) against 1(1 ± 0.25): the odds are within 2 × 0.75 / 1.25 and 2 × 1.25 / 0.75.
      expect(first / second).toBeGreaterThanOrEqual((2 * 0.75) / 1.25);
      expect(first / second).toBeLessThanOrEqual((2 * 1.25) / 0.75);
    }
  });

  it('is noise as COINr has it: w + (2u − 1) · share · w, one number per weight', () => {
    const random = randomGenerator(9);
    const [u, v] = [random.uniform(), random.uniform()];
    const [first = NaN, second = NaN] = drawn([3, 1], { method: 'noise', share: 0.4 }, randomGenerator(9));
    const expected = (3 + (2 * u - 1) * 0.4 * 3) / (1 + (2 * v - 1) * 0.4);
    expect(first / second).toBeCloseTo(expected, 12);
  });

  it('has the mean and the variance of a Dirichlet: w and w(1 − w) / (k + 1)', () => {
    const second = sample([1, 3], { method: 'dirichlet', concentration: 19 }, 1);
    expect(mean(second)).toBeCloseTo(0.75, 2);
    expect(variance(second)).toBeCloseTo((0.75 * 0.25) / 20, 3);
  });

  it('does not ask what a simplex was about: mean 1/n, variance (n − 1) / (n²(n + 1))', () => {
    const first = sample([1, 100, 7], { method: 'simplex' }, 0);
    expect(mean(first)).toBeCloseTo(1 / 3, 2);
    expect(variance(first)).toBeCloseTo(2 / (9 * 4), 2);
  });

  it('gives the only weighted child everything', () => {
    for (const distribution of DISTRIBUTIONS) {
      expect([...drawn([0, 5, 0], distribution, randomGenerator(1))]).toEqual([0, 1, 0]);
    }
  });

  it('draws again where noise took every weight away', () => {
    const zerosFirst: RandomGenerator = { ...randomGenerator(1), uniform: countingUp([0, 0, 0.5, 0.25]) };
    expect([...drawn([1, 1], { method: 'noise', share: 1 }, zerosFirst)]).toEqual([
      expect.closeTo(2 / 3, 12),
      expect.closeTo(1 / 3, 12),
    ]);
  });
});

function countingUp(numbers: readonly number[]): () => number {
  let next = 0;
  return () => {
    next += 1;
    return numbers[next - 1] ?? NaN;
  };
}
