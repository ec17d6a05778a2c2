import type {
  ChangeFactor,
  JoinReason,
  NoSplit,
  RankPart,
  RankSplit,
  ScorePart,
  ScoreSplit,
  SplitMethod,
} from '../../model/comparison.js';
import { sum } from '../../numeric/sum.js';
import { fraction, shapleyFractions, shapleyValues, type Fraction } from '../explain/shapley.js';
import type { InMix, Mixes } from './mixes.js';
import { consecutiveBlocks, finestBlocks, unionOf } from './partition.js';
import { FACTORS } from './sides.js';

/** What became of a unit, and which factors it came from. */
export interface Splits {
  readonly before: InMix;
  readonly after: InMix;
  readonly score: ScoreSplit | null;
  readonly rank: RankSplit | null;
  readonly reasons: readonly NoSplit[];
}

/** From the most that is in the way to the least. */
const JOIN_REASONS: readonly JoinReason[] = [
  'METHOD_REFUSES_DATA',
  'NO_RESULT_IN_MIX',
  'PEERS_WITHOUT_SCORE_IN_MIX',
];

/**
 * Splits the change of a unit's score and of its rank among the factors in play. Where a mix that would
 * tell factors apart has no result they stand in one part; score and rank are divided each for itself,
 * as a score may be there where a rank would mean nothing.
 *
 * @param inPlay bits of the factors in which the sides differ; every other has a part of 0
 */
export function splitsOf(mixes: Mixes, unit: string, inPlay: number, split: SplitMethod): Splits {
  const before = mixes.of(unit, 0);
  const after = mixes.of(unit, inPlay);
  const reasons: NoSplit[] = [];
  if (before.score === null) reasons.push('NO_SCORE_BEFORE');
  if (after.score === null) reasons.push('NO_SCORE_AFTER');
  if (reasons.length > 0) return { before, after, score: null, rank: null, reasons };
  const game = new Game(mixes, unit, inPlay, split);
  const score = scoreSplit(game, (after.score as number) - (before.score as number));
  if (score === null) reasons.push('BEYOND_NUMBERS');
  if (before.rank === null) reasons.push('NO_RANK_BEFORE');
  if (after.rank === null) reasons.push('NO_RANK_AFTER');
  const ranked = before.rank !== null && after.rank !== null;
  const rank = ranked ? rankSplit(game, (after.rank as number) - (before.rank as number)) : null;
  return { before, after, score, rank, reasons };
}

/** The mixes of one unit as a game of the factors in play. */
class Game {
  private readonly known = new Map<number, InMix>();
  /** Bits of the players in a mix. */
  private readonly bits: readonly number[];

  constructor(
    private readonly mixes: Mixes,
    private readonly unit: string,
    readonly inPlay: number,
    readonly split: SplitMethod,
  ) {
    this.bits = FACTORS.map((_, bit) => 1 << bit).filter((bit) => (inPlay & bit) !== 0);
  }

  get players(): number {
    return this.bits.length;
  }

  /** The mix of a subset of the players. */
  at(subset: number): InMix {
    const mix = unionOf(this.bits, subset);
    const found = this.known.get(mix) ?? this.mixes.of(this.unit, mix);
    this.known.set(mix, found);
    return found;
  }

  factorsOf(block: number): readonly ChangeFactor[] {
    const mix = unionOf(this.bits, block);
    return FACTORS.filter((_, bit) => ((mix >> bit) & 1) === 1);
  }

  /** Players that can be told apart, and the subsets that were looked at for it. */
  divided(allowed: (subset: number) => boolean): {
    readonly blocks: readonly number[];
    readonly subsets: readonly number[];
  } {
    if (this.split.method === 'shapley') {
      const subsets = Array.from({ length: 1 << this.players }, (_, subset) => subset);
      return { blocks: finestBlocks(this.players, allowed), subsets };
    }
    const order = this.order();
    const subsets = order.map((_, place) =>
      order.slice(0, place).reduce((all, player) => all | (1 << player), 0),
    );
    return { blocks: consecutiveBlocks(order, allowed), subsets };
  }

  private order(): readonly number[] {
    if (this.split.method !== 'sequence') return [];
    const factors = this.factorsOf((1 << this.players) - 1);
    return this.split.order.map((factor) => factors.indexOf(factor)).filter((player) => player >= 0);
  }
}

interface Part<T> {
  readonly factors: readonly ChangeFactor[];
  readonly share: T;
  readonly reason: JoinReason | null;
}

function scoreSplit(game: Game, change: number): ScoreSplit | null {
  if (!Number.isFinite(change)) return null;
  const worth = (subset: number): number => game.at(subset).score as number;
  const { blocks, subsets } = game.divided((subset) => game.at(subset).noScore === null);
  const shares = (of: readonly number[]): readonly number[] => {
    const ofBlocks = (chosen: number): number => worth(unionOf(of, chosen));
    if (game.split.method === 'shapley') return shapleyValues(of.length, ofBlocks);
    return of.map((_, place) => ofBlocks((2 << place) - 1) - ofBlocks((1 << place) - 1));
  };
  const values = shares(blocks);
  const parts: readonly Part<number>[] = values.every(Number.isFinite)
    ? blocks.map((block, i) => ({
        factors: game.factorsOf(block),
        share: values[i] as number,
        reason: reasonOf(block, subsets, (subset) => game.at(subset).noScore),
      }))
    : [{ factors: game.factorsOf((1 << game.players) - 1), share: change, reason: 'BEYOND_NUMBERS' }];
  const all = withAbsent(parts, 0).map(({ factors, share, reason }): ScorePart => ({
    factors,
    value: share + 0,
    reason,
  }));
  return { change, parts: all, remainder: change - sum(all.map(({ value }) => value)) + 0 };
}

function rankSplit(game: Game, change: number): RankSplit {
  const { blocks, subsets } = game.divided((subset) => game.at(subset).noRank === null);
  const worth = (chosen: number): number => game.at(unionOf(blocks, chosen)).rank as number;
  const shares =
    game.split.method === 'shapley'
      ? shapleyFractions(blocks.length, worth)
      : blocks.map((_, place) => fraction(2 * (worth((2 << place) - 1) - worth((1 << place) - 1)), 2));
  const parts = blocks.map((block, i): Part<Fraction> => ({
    factors: game.factorsOf(block),
    share: shares[i] as Fraction,
    reason: reasonOf(block, subsets, (subset) => game.at(subset).noRank),
  }));
  const all = withAbsent(parts, { numerator: 0, denominator: 1 }).map(
    ({ factors, share, reason }): RankPart => ({
      factors,
      ...share,
      value: share.numerator / share.denominator,
      reason,
    }),
  );
  return { change, parts: all };
}

/** The worst of what is wrong with mixes that hold some of a block and not all of it. */
function reasonOf(
  block: number,
  subsets: readonly number[],
  reasonAt: (subset: number) => JoinReason | null,
): JoinReason | null {
  const apart = subsets.filter((subset) => (subset & block) !== 0 && (subset & block) !== block);
  const found = new Set(apart.map(reasonAt));
  return JOIN_REASONS.find((reason) => found.has(reason)) ?? null;
}

/** Parts of 0 for the factors that no part is of, all in the order of the factors. */
function withAbsent<T>(parts: readonly Part<T>[], nothing: T): readonly Part<T>[] {
  const told = new Set(parts.flatMap(({ factors }) => factors));
  const absent = FACTORS.filter((factor) => !told.has(factor)).map((factor): Part<T> => ({
    factors: [factor],
    share: nothing,
    reason: null,
  }));
  const placeOf = ({ factors }: Part<T>): number => FACTORS.indexOf(factors[0] as ChangeFactor);
  return [...parts, ...absent].sort((a, b) => placeOf(a) - placeOf(b));
}
