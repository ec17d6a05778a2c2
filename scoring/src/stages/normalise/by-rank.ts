import { type Column } from '../../model/column.js';
import type { Direction, RankTies, Scale } from '../../model/normalisation.js';
import { averageRanks, minimumRanks } from '../../numeric/order.js';
import { ontoScale, shareOfWay, unbounded } from './scale.js';

/** Rank from the worst (1): COINr's n_rank. Cost: n log n. */
export function rankFromWorst(column: Column, ties: RankTies | undefined, direction: Direction): Column {
  return unbounded(column, ranksOf(column, ties, direction));
}

/** rank − 1: COINr's n_borda. */
export function borda(column: Column, ties: RankTies | undefined, direction: Direction): Column {
  return unbounded(column, shareOfWay(ranksOf(column, ties, direction), 1, 1));
}

interface PercentileRank {
  readonly ties?: RankTies;
  readonly to?: Scale;
}

/** (rank − 1) / (n − 1): COINr's n_prank. */
export function percentileRank(column: Column, { ties, to }: PercentileRank, direction: Direction): Column {
  const ranks = ranksOf(column, ties, direction);
  let count = 0;
  for (const rank of ranks) if (!Number.isNaN(rank)) count += 1;
  return ontoScale(column, shareOfWay(ranks, 1, count - 1), to);
}

function ranksOf({ values }: Column, ties: RankTies | undefined, direction: Direction): Float64Array {
  const ascending = direction === 'higher_is_better' ? values : values.map((value) => -value);
  return ties === 'average' ? averageRanks(ascending) : minimumRanks(ascending);
}
