import type { ScoreState } from './assessment.js';
import type { Dataset } from './dataset.js';
import type { Framework } from './framework.js';
import type { SuccessionLink, SuccessionRule } from './succession.js';

/**
 * What can change a score or a rank between two assessments.
 * - `own_data`, `others_data`: the unit's values, and everybody else's.
 * - `method`: the framework.
 * - `roster`: who is assessed and in which group. A unit of one side alone brings its data with it.
 * - `correction`: the earlier data as they were, or as corrected since.
 */
export type ChangeFactor = 'own_data' | 'others_data' | 'method' | 'roster' | 'correction';

/** One side of a comparison. */
export interface ComparisonSide {
  readonly framework: Framework;
  readonly dataset: Dataset;
}

/** How the whole is divided among the factors: over all orders, or in one that is stated. */
export type SplitMethod =
  { readonly method: 'shapley' } | { readonly method: 'sequence'; readonly order: readonly ChangeFactor[] };

export interface CompareOptions {
  /** The data of `before` as corrected since, for the same units. */
  readonly corrected?: Dataset;
  /** Who merged into whom between the two. */
  readonly succession?: { readonly links: readonly SuccessionLink[]; readonly rule: SuccessionRule };
  /** Units of `after` to explain; absent, all. */
  readonly units?: readonly string[];
  /** Absent: `shapley`. */
  readonly split?: SplitMethod;
}

/** Why factors stand in one part: some mix that would tell them apart has no result. */
export type JoinReason =
  /** The data of one side are refused by the method of the other. */
  | 'METHOD_REFUSES_DATA'
  /** The unit has no score, or no rank, in a mix. */
  | 'NO_RESULT_IN_MIX'
  /** In a mix, units lack a score that they have on both sides, so a rank would mean something else. */
  | 'PEERS_WITHOUT_SCORE_IN_MIX'
  /** A difference is beyond the range of numbers. */
  | 'BEYOND_NUMBERS';

/** A share of the change in score. */
export interface ScorePart {
  /** One factor; several where they cannot be told apart. */
  readonly factors: readonly ChangeFactor[];
  readonly value: number;
  /** `null` for a single factor. */
  readonly reason: JoinReason | null;
}

/** A share of the change in rank, exactly: `numerator` / `denominator` in lowest terms. */
export interface RankPart {
  readonly factors: readonly ChangeFactor[];
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number;
  readonly reason: JoinReason | null;
}

export interface ScoreSplit {
  /** After less before. */
  readonly change: number;
  /** Every factor stands in exactly one part; a factor that nothing hangs on has 0. */
  readonly parts: readonly ScorePart[];
  /** `change` less the sum of the parts: the error of binary arithmetic, which no part is bent to hide. */
  readonly remainder: number;
}

export interface RankSplit {
  /** After less before: below zero is a rise. */
  readonly change: number;
  /** They add up to `change` exactly. */
  readonly parts: readonly RankPart[];
}

/** Why there is nothing to split. */
export type NoSplit =
  | 'NEW_UNIT'
  | 'ENDED_UNIT'
  | 'NO_SCORE_BEFORE'
  | 'NO_SCORE_AFTER'
  | 'NO_RANK_BEFORE'
  | 'NO_RANK_AFTER'
  | 'BEYOND_NUMBERS';

export interface ComparedStanding {
  readonly state: ScoreState;
  readonly score: number | null;
  readonly rank: number | null;
}

/**
 * Where the earlier value of a unit comes from.
 * - `same`: it was a unit then too. - `restated`: from its predecessors, by the rule of succession.
 * - `new`: there is none. - `ended`: a unit of `before` alone; `successors` says what it went into.
 */
export type ComparisonBasis = 'same' | 'restated' | 'new' | 'ended';

export interface UnitComparison {
  readonly unit: string;
  readonly basis: ComparisonBasis;
  readonly predecessors: readonly string[];
  readonly successors: readonly string[];
  readonly before: ComparedStanding | null;
  readonly after: ComparedStanding | null;
  readonly score: ScoreSplit | null;
  readonly rank: RankSplit | null;
  /** Why `score` or `rank` is `null`. */
  readonly reasons: readonly NoSplit[];
}

/** Why scores and ranks changed from one assessment to another. */
export interface Comparison {
  readonly split: SplitMethod;
  /** Those asked for, in the order of `after`; without a choice also those of `before` alone, at the end. */
  readonly units: readonly UnitComparison[];
}
