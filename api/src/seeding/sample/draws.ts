import { createHash } from 'node:crypto';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of draws. */
export interface Draws {
  /** From 0 (included) to 1 (excluded). */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** A whole number from 0 to `count` − 1. */
  below(count: number): number;
  /** True with a probability. */
  chance(probability: number): boolean;
}

/** The stream of a label: what was drawn for other labels before does not change it. */
export type DrawsFor = (...label: readonly (string | number)[]) => Draws;

/**
 * Streams of xoroshiro128+ (pure-rand), each begun from the SHA-256 of the seed and its label, so that a
 * figure stays what it is when units or data elements come or go around it.
 *
 * @param seed a whole number from 0
 */
export function drawsOf(seed: number): DrawsFor {
  return (...label) => {
    const digest = createHash('sha256')
      .update(JSON.stringify([seed, ...label]))
      .digest();
    const generator = xoroshiro128plusFromState([0, 4, 8, 12].map((at) => digest.readInt32LE(at)));
    const uniform = (): number => uniformFloat64(generator);
    return {
      uniform,
      // Box and Muller; 1 − u is never 0.
      normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
      below: (count) => Math.floor(uniform() * count),
      chance: (probability) => uniform() < probability,
    };
  };
}
