/**
 * Places for labels that would lie on each other: as near to where they belong as an even gap
 * allows, in the same order (isotonic regression by pooling neighbours). O(n log n).
 *
 * @param places where each label belongs, along one axis
 * @param gap least distance between two labels, in the same unit
 * @returns where each goes, in the order given
 */
export function spreadLabels(places: readonly number[], gap: number): readonly number[] {
  const order = places.map((_, index) => index).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const pools: { sum: number; members: number[] }[] = [];
  order.forEach((index, rank) => {
    let pool = { sum: (places[index] ?? 0) - rank * gap, members: [index] };
    let before = pools.at(-1);
    while (before && before.sum / before.members.length >= pool.sum / pool.members.length) {
      pools.pop();
      pool = { sum: before.sum + pool.sum, members: [...before.members, ...pool.members] };
      before = pools.at(-1);
    }
    pools.push(pool);
  });
  const placed = new Array<number>(places.length).fill(0);
  let rank = 0;
  for (const { sum, members } of pools) {
    for (const index of members) {
      placed[index] = sum / members.length + rank * gap;
      rank += 1;
    }
  }
  return placed;
}
