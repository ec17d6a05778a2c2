/** Up to this many combinations of alternatives every one is looked at; beyond, every pair. */
export const MOST_COMBINATIONS = 64;

/**
 * Combinations of alternatives to be looked at before the first run: all of them where they are few.
 * Where they are many, enough for any two alternatives of two inputs to meet, the other inputs being at
 * their first one: each of these is one that a draw may make, so that what is found is a true problem, and
 * what only three together bring about shows in the draws.
 *
 * @param counts by input, how many there are to choose from
 * @returns positions by input
 */
export function combinationsOf(counts: readonly number[]): readonly (readonly number[])[] {
  const all = counts.reduce((product, count) => product * count, 1);
  return all <= MOST_COMBINATIONS ? everyOne(counts) : everyPair(counts);
}

function everyOne(counts: readonly number[]): readonly (readonly number[])[] {
  let combinations: readonly (readonly number[])[] = [[]];
  for (const count of counts) {
    combinations = combinations.flatMap((left) =>
      Array.from({ length: count }, (_, position) => [...left, position]),
    );
  }
  return combinations;
}

function everyPair(counts: readonly number[]): readonly (readonly number[])[] {
  const found = new Map<string, readonly number[]>();
  counts.forEach((ofFirst, first) => {
    counts.forEach((ofSecond, second) => {
      if (second < first) return;
      for (let a = 0; a < ofFirst; a += 1) {
        for (let b = 0; b < (second === first ? 1 : ofSecond); b += 1) {
          const positions = counts.map((_, at) => (at === first ? a : at === second ? b : 0));
          found.set(positions.join(' '), positions);
        }
      }
    });
  });
  return [...found.values()];
}
