/**
 * The finest division of players into blocks of which every union is allowed: what can still be told
 * apart when some subsets have no worth. Of several as fine, the one that keeps players of higher number
 * to themselves.
 *
 * @param players up to 8
 * @param allowed of a subset, by its bit mask; nobody and all are taken to be
 * @returns the blocks as bit masks, by their lowest player
 */
export function finestBlocks(players: number, allowed: (subset: number) => boolean): readonly number[] {
  let finest: readonly number[] = [];
  for (const blocks of divisions(players)) {
    if (blocks.length > finest.length && unionsOf(blocks).every(allowed)) finest = blocks;
  }
  return finest;
}

/** Consecutive players joined until the subset of all up to there is allowed, in the order given. */
export function consecutiveBlocks(
  order: readonly number[],
  allowed: (subset: number) => boolean,
): readonly number[] {
  const blocks: number[] = [];
  let open = 0;
  let before = 0;
  order.forEach((player, place) => {
    open |= 1 << player;
    if (place < order.length - 1 && !allowed(before | open)) return;
    blocks.push(open);
    before |= open;
    open = 0;
  });
  return blocks;
}

/** Every union of blocks but those of none and of all. */
function unionsOf(blocks: readonly number[]): readonly number[] {
  const all = (1 << blocks.length) - 1;
  return Array.from({ length: Math.max(0, all - 1) }, (_, i) => unionOf(blocks, i + 1));
}

/** The union of the blocks whose bits are set. */
export function unionOf(blocks: readonly number[], chosen: number): number {
  return blocks.reduce((union, block, i) => ((chosen >> i) & 1 ? union | block : union), 0);
}

/** All ways to divide players into blocks, each player going into a block that is there or a new one. */
function* divisions(players: number, next = 0, blocks: readonly number[] = []): Generator<readonly number[]> {
  if (next === players) {
    yield blocks;
    return;
  }
  const bit = 1 << next;
  for (let i = 0; i < blocks.length; i++) {
    yield* divisions(players, next + 1, blocks.with(i, (blocks[i] as number) | bit));
  }
  yield* divisions(players, next + 1, [...blocks, bit]);
}
