import { describe, expect, it } from '@jest/globals';
import { mean, standardDeviation } from './moments.js';
import { nextBits, RANDOM_GENERATOR_NAME, randomGenerator, splitmix64, stateOf } from './random.js';

function drawn<T>(count: number, draw: () => T): T[] {
  return Array.from({ length: count }, draw);
}

describe('published test vectors', () => {
  it('xoshiro128++ from the state 1, 2, 3, 4 (reference C code, as in the tests of rand_xoshiro)', () => {
    const state = Uint32Array.of(1, 2, 3, 4);
    expect(drawn(10, () => nextBits(state))).toEqual([
      641, 1573767, 3222811527, 3517856514, 836907274, 4247214768, 3867114732, 1355841295, 495546011,
      621204420,
    ]);
  });

  it('splitmix64 from 1477776061723855037 (reference C code, as in the tests of rand_xoshiro)', () => {
    expect(drawn(5, () => 0n).map((_, index) => splitmix64(1477776061723855037n, index))).toEqual([
      1985237415132408290n,
      2979275885539914483n,
      13511426838097143398n,
      8488337342461049707n,
      15141737807933549159n,
    ]);
  });

  it('both together from the seed 0 (rand 0.9, Xoshiro128PlusPlus::seed_from_u64)', () => {
    const state = stateOf(0n);
    const expected = [
      1179900579, 1938959192, 3089844957, 3657088315, 1015453891, 479942911, 3433842246, 669252886,
      3985671746, 2737205563,
    ];
    expect(drawn(10, () => nextBits(state))).toEqual(expected);
    const generator = randomGenerator(0);
    expect(drawn(10, () => generator.bits())).toEqual(expected);
  });

  it('has its name', () => {
    expect(RANDOM_GENERATOR_NAME).toBe('xoshiro128++ 1.0, splitmix64');
  });
});

describe('randomGenerator', () => {
  it('repeats itself from the same seed, and not from another', () => {
    const draws = (seed: number): number[] => {
      const generator = randomGenerator(seed);
      return drawn(5, () => generator.bits());
    };
    expect(draws(7)).toEqual(draws(7));
    expect(draws(7)).not.toEqual(draws(8));
    expect(draws(Number.MAX_SAFE_INTEGER)).not.toEqual(draws(0));
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses the seed %p', (seed) => {
    expect(() => randomGenerator(seed)).toThrow('the seed must be a whole number from 0 to 2^53 - 1');
  });
});

describe('uniform', () => {
  it('takes 27 bits of one draw and 26 of the next', () => {
    // From the vector of seed 0: (1179900579 >>> 5) · 2²⁶ + (1938959192 >>> 6), over 2⁵³.
    const expected = (Math.floor(1179900579 / 32) * 2 ** 26 + Math.floor(1938959192 / 64)) / 2 ** 53;
    expect(randomGenerator(0).uniform()).toBe(expected);
  });

  it('lies from 0 to below 1, with mean 1/2 and deviation √(1/12)', () => {
    const generator = randomGenerator(1);
    const values = drawn(20_000, () => generator.uniform());
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    expect(mean(values)).toBeCloseTo(0.5, 2);
    expect(standardDeviation(values)).toBeCloseTo(Math.sqrt(1 / 12), 2);
  });
});

describe('below', () => {
  it('gives each number as often', () => {
    const generator = randomGenerator(2);
    const counts = [0, 0, 0, 0, 0];
    for (let at = 0; at < 10_000; at += 1) {
      const one = generator.below(5);
      counts[one] = (counts[one] as number) + 1;
    }
    // Five standard deviations of a binomial count of 2,000.
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });

  it('draws again what would favour a number', () => {
    // 2³² − 1 leaves a rest of one number, 3 · 2³⁰ one of a quarter of all: the draws 3222811527 upwards.
    const vector = [
      1179900579, 1938959192, 3089844957, 3657088315, 1015453891, 479942911, 3433842246, 669252886,
    ];
    const generator = randomGenerator(0);
    const count = 3 * 2 ** 30;
    const kept = vector.filter((bits) => bits < count);
    expect(drawn(kept.length, () => generator.below(count))).toEqual(kept);
    expect(kept.length).toBeLessThan(vector.length);
  });

  it('takes 1 and 2³²', () => {
    expect(randomGenerator(0).below(1)).toBe(0);
    expect(randomGenerator(0).below(2 ** 32)).toBe(1179900579);
    expect(randomGenerator(0).below(10)).toBe(9);
  });

  it.each([0, -1, 1.5, Number.NaN, 2 ** 32 + 1])('refuses %p', (count) => {
    expect(() => randomGenerator(0).below(count)).toThrow('the count must be a whole number from 1 to 2^32');
  });
});

describe('normal and exponential', () => {
  it('have the moments of their distributions', () => {
    const generator = randomGenerator(3);
    const normal = drawn(20_000, () => generator.normal());
    expect(mean(normal)).toBeCloseTo(0, 1);
    expect(standardDeviation(normal)).toBeCloseTo(1, 1);
    // Φ(1) − Φ(−1) = 0.6827.
    const within = normal.filter((value) => Math.abs(value) < 1).length / normal.length;
    expect(within).toBeCloseTo(0.6827, 2);
    const exponential = drawn(20_000, () => generator.exponential());
    expect(mean(exponential)).toBeCloseTo(1, 1);
    expect(standardDeviation(exponential)).toBeCloseTo(1, 1);
    expect(Math.min(...exponential)).toBeGreaterThan(0);
  });

  it('follow from the uniform draws: polar method, and −ln(1 − u)', () => {
    const uniform = randomGenerator(4);
    expect(randomGenerator(4).exponential()).toBeCloseTo(-Math.log(1 - uniform.uniform()), 12);
    const other = randomGenerator(9);
    let expected = Number.NaN;
    while (Number.isNaN(expected)) {
      const x = 2 * other.uniform() - 1;
      const square = x ** 2 + (2 * other.uniform() - 1) ** 2;
      if (square < 1) expected = x * Math.sqrt((-2 * Math.log(square)) / square);
    }
    expect(randomGenerator(9).normal()).toBeCloseTo(expected, 12);
  });
});

describe('dirichlet', () => {
  it.each([
    ['1 each', [1, 1, 1, 1]],
    ['above 1', [8, 4, 2, 2]],
    ['below 1', [0.5, 0.25, 0.125, 0.125]],
    ['very small', [1e-3, 1e-3, 1e-3, 1e-3]],
  ])(
    'has shares that add up to 1, in the mean in proportion to the concentration: %s',
    (_, concentration) => {
      const generator = randomGenerator(5);
      const total = concentration.reduce((all, one) => all + one, 0);
      const draws = drawn(4000, () => generator.dirichlet(concentration));
      for (const shares of draws) {
        expect(shares.reduce((all, share) => all + share, 0)).toBeCloseTo(1, 12);
        expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
      }
      concentration.forEach((one, at) => {
        const shares = draws.map((draw) => draw[at] as number);
        const expected = one / total;
        // Four standard errors of the mean: Var = m (1 − m) / (total + 1).
        const deviation = Math.sqrt((expected * (1 - expected)) / (total + 1));
        expect(Math.abs((mean(shares) as number) - expected)).toBeLessThan((4 * deviation) / Math.sqrt(4000));
        const spread = standardDeviation(shares) as number;
        expect(Math.abs(spread / deviation - 1)).toBeLessThan(0.1);
      });
    },
  );

  it('is nothing for nothing, all for one, and a share of each for concentrations of any size', () => {
    const generator = randomGenerator(6);
    expect([...generator.dirichlet([])]).toEqual([]);
    expect([...generator.dirichlet([2])]).toEqual([1]);
    const shares = generator.dirichlet([1e308, 1e308, 1e-300]);
    expect(shares[0]).toBeCloseTo(0.5, 6);
    expect(shares[2]).toBe(0);
  });

  it('is the method of Marsaglia and Tsang, worked out apart: proposals below 0 and too unlikely are drawn again', () => {
    const concentration = [1.2, 1, 0.3, 2.5];
    // With seed 233 two proposals are refused, with 3609 one, and one more has no cube.
    const expected: readonly (readonly [number, readonly number[]])[] = [
      [233, [0.24765153165405335, 0.0870046795399901, 0.007278685890026239, 0.6580651029159302]],
      [3609, [0.1042896743468528, 0.285739502509672, 0.002730927801513672, 0.6072398953419614]],
    ];
    for (const [seed, shares] of expected) {
      const found = randomGenerator(seed).dirichlet(concentration);
      shares.forEach((share, at) => expect(found[at]).toBeCloseTo(share, 12));
    }
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses the concentration %p', (one) => {
    expect(() => randomGenerator(0).dirichlet([1, one])).toThrow(
      'a concentration must be finite and above 0',
    );
  });
});

describe('fork', () => {
  it('depends on seed and label, not on what was drawn', () => {
    const fresh = randomGenerator(7);
    const used = randomGenerator(7);
    used.bits();
    expect(used.fork('weights').bits()).toBe(fresh.fork('weights').bits());
    expect(randomGenerator(8).fork('weights').bits()).not.toBe(fresh.fork('weights').bits());
  });

  it('leaves the generator itself where it is', () => {
    const forked = randomGenerator(7);
    forked.fork(1);
    expect(forked.bits()).toBe(randomGenerator(7).bits());
  });

  it('differs by label, also between a number and its digits, and by depth', () => {
    const generator = randomGenerator(7);
    const first = [
      generator.fork(1),
      generator.fork('1'),
      generator.fork(2),
      generator.fork('ab'),
      generator.fork('ba'),
      generator.fork(1).fork(1),
      generator.fork(1).fork(2),
      generator,
    ].map((fork) => fork.bits());
    expect(new Set(first).size).toBe(first.length);
  });

  it('gives streams that do not go together', () => {
    const generator = randomGenerator(7);
    const starts = drawn(2000, () => 0).map((_, label) => generator.fork(label).uniform());
    expect(mean(starts)).toBeCloseTo(0.5, 1);
    expect(standardDeviation(starts)).toBeCloseTo(Math.sqrt(1 / 12), 1);
  });

  it('stays what it is: a result is repeated by seed and label years later', () => {
    // Worked out apart: splitmix64's third output for 7 ^ FNV-1a('string:weights'), and for 'number:17'.
    expect(randomGenerator(7).fork('weights').bits()).toBe(2822639685);
    expect(randomGenerator(7).fork(17).bits()).toBe(1129073478);
  });
});
