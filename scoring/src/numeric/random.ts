/**
 * A source of random numbers: xoshiro128++ 1.0 (D. Blackman and S. Vigna 2019), its state filled by
 * splitmix64 from a seed. Whole numbers and `uniform` are the same on every engine; what takes a
 * logarithm is the same to the last digits that engines agree on.
 *
 * It is handed in wherever something is drawn: nothing here is shared or global.
 */
export interface RandomGenerator {
  /** The next 32 bits, 0 to 2³² − 1. */
  bits(): number;
  /** From 0 (included) to 1 (excluded), in steps of 2⁻⁵³. */
  uniform(): number;
  /**
   * A whole number from 0 to `count` − 1, each as likely.
   *
   * @throws RangeError when `count` is not a whole number from 1 to 2³²
   */
  below(count: number): number;
  /** Standard normal: mean 0, standard deviation 1. */
  normal(): number;
  /** Exponential with mean 1; above 0. */
  exponential(): number;
  /**
   * Shares that add up to 1, by a Dirichlet distribution; all 1 = every split is as likely.
   *
   * @param concentration one finite number above 0 for each share
   * @throws RangeError when one is not
   */
  dirichlet(concentration: ArrayLike<number>): Float64Array;
  /**
   * An independent generator, decided by the seed and the label alone: not by what was drawn before,
   * so that draw 17 is the same whether or not draws 1 to 16 were made.
   */
  fork(label: string | number): RandomGenerator;
}

/** Its name and version, for a result to say what it was drawn by. */
export const RANDOM_GENERATOR_NAME = 'xoshiro128++ 1.0, splitmix64';

const MASK_64 = 0xffff_ffff_ffff_ffffn;
const TWO_TO_THE_32 = 0x1_0000_0000;
const PER_TWO_TO_THE_53 = 2 ** -53;

/**
 * A generator from a seed.
 *
 * @param seed a whole number from 0 to 2⁵³ − 1
 * @throws RangeError when it is not
 */
export function randomGenerator(seed: number): RandomGenerator {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError('randomGenerator: the seed must be a whole number from 0 to 2^53 - 1');
  }
  return new Xoshiro128(BigInt(seed));
}

/** The `index`-th output (from 0) of splitmix64 (S. Vigna 2015) for a 64-bit seed. */
export function splitmix64(seed: bigint, index: number): bigint {
  let z = (seed + 0x9e37_79b9_7f4a_7c15n * BigInt(index + 1)) & MASK_64;
  z = ((z ^ (z >> 30n)) * 0xbf58_476d_1ce4_e5b9n) & MASK_64;
  z = ((z ^ (z >> 27n)) * 0x94d0_49bb_1331_11ebn) & MASK_64;
  return z ^ (z >> 31n);
}

/** Four words of state from a 64-bit seed, low word first, as rand's `seed_from_u64` fills them. */
export function stateOf(seed: bigint): Uint32Array {
  const first = splitmix64(seed, 0);
  const second = splitmix64(seed, 1);
  return Uint32Array.of(low(first), low(first >> 32n), low(second), low(second >> 32n));
}

/** Moves the state one step on and gives its output. */
export function nextBits(state: Uint32Array): number {
  const s0 = state[0] as number;
  const s1 = state[1] as number;
  const s2 = (state[2] as number) ^ s0;
  const s3 = (state[3] as number) ^ s1;
  const sum = (s0 + (state[3] as number)) | 0;
  state[0] = s0 ^ s3;
  state[1] = s1 ^ s2;
  state[2] = s2 ^ (s1 << 9);
  state[3] = (s3 << 11) | (s3 >>> 21);
  return (((sum << 7) | (sum >>> 25)) + s0) >>> 0;
}

class Xoshiro128 implements RandomGenerator {
  private readonly state: Uint32Array;

  constructor(private readonly seed: bigint) {
    this.state = stateOf(seed);
  }

  bits(): number {
    return nextBits(this.state);
  }

  uniform(): number {
    const high = nextBits(this.state) >>> 5;
    const rest = nextBits(this.state) >>> 6;
    return (high * 67_108_864 + rest) * PER_TWO_TO_THE_53;
  }

  below(count: number): number {
    if (!Number.isInteger(count) || count < 1 || count > TWO_TO_THE_32) {
      throw new RangeError('below: the count must be a whole number from 1 to 2^32');
    }
    // What is left over when 2³² is split evenly is drawn again, so that no number is favoured.
    const even = TWO_TO_THE_32 - (TWO_TO_THE_32 % count);
    let drawn = this.bits();
    while (drawn >= even) drawn = this.bits();
    return drawn % count;
  }

  normal(): number {
    // Polar method (G. Marsaglia and T. A. Bray 1964): what is refused depends on exact arithmetic alone.
    for (;;) {
      const x = 2 * this.uniform() - 1;
      const y = 2 * this.uniform() - 1;
      const square = x * x + y * y;
      if (square < 1 && square > 0) return x * Math.sqrt((-2 * Math.log(square)) / square);
    }
  }

  exponential(): number {
    // Never 0, which has no logarithm.
    return -Math.log1p(-Math.max(this.uniform(), PER_TWO_TO_THE_53));
  }

  dirichlet(concentration: ArrayLike<number>): Float64Array {
    const shares = new Float64Array(concentration.length);
    let largest = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < shares.length; at += 1) {
      const logarithm = this.logGamma(concentration[at] as number);
      shares[at] = logarithm;
      if (logarithm > largest) largest = logarithm;
    }
    // By logarithms: with small concentrations every gamma variate could be below the smallest double.
    let total = 0;
    for (let at = 0; at < shares.length; at += 1) {
      shares[at] = Math.exp((shares[at] as number) - largest);
      total += shares[at] as number;
    }
    for (let at = 0; at < shares.length; at += 1) shares[at] = (shares[at] as number) / total;
    return shares;
  }

  fork(label: string | number): RandomGenerator {
    return new Xoshiro128(splitmix64(this.seed ^ hash64(`${typeof label}:${label}`), 2));
  }

  /** Logarithm of a gamma variate (G. Marsaglia and W. W. Tsang 2000; below 1 by a power of a uniform). */
  private logGamma(shape: number): number {
    if (!(shape > 0) || shape === Number.POSITIVE_INFINITY) {
      throw new RangeError('dirichlet: a concentration must be finite and above 0');
    }
    if (shape === 1) return Math.log(this.exponential());
    if (shape < 1) return this.logGamma(shape + 1) - this.exponential() / shape;
    const third = shape - 1 / 3;
    const scale = 1 / Math.sqrt(9 * third);
    for (;;) {
      const x = this.normal();
      const root = 1 + scale * x;
      if (root <= 0) continue;
      const cube = root * root * root;
      const limit = 0.5 * x * x + third - third * cube + third * Math.log(cube);
      if (-this.exponential() < limit) return Math.log(third) + Math.log(cube);
    }
  }
}

function low(bits: bigint): number {
  return Number(bits & 0xffff_ffffn);
}

/** FNV-1a with 64 bits over the code units of a label. */
function hash64(label: string): bigint {
  let hash = 0xcbf2_9ce4_8422_2325n;
  for (let at = 0; at < label.length; at += 1) {
    hash = ((hash ^ BigInt(label.charCodeAt(at))) * 0x100_0000_01b3n) & MASK_64;
  }
  return hash;
}
