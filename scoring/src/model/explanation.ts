import type { Rank, ReasonCode, ScoreState } from './assessment.js';

/**
 * How a contribution was worked out.
 * - `exact`: share × value; of an additive parent, where contributions add up to the value.
 * - `shapley`: mean over every order in which the siblings go from their baselines to their values; these
 *   add up to the value less the value at the baselines.
 * - `leave_one_out`: the value less what it would be with this node alone at its baseline. These need
 *   not add up to anything.
 */
export type ContributionMeasure = 'exact' | 'shapley' | 'leave_one_out';

/** What a node is put at where a measure needs something to compare with. */
export type Baseline = 'group_median' | 'scale_low';

export interface Contribution {
  /** `null`: nothing to say, since the node or what it adds to has no value, or none at the baseline. */
  readonly value: number | null;
  readonly measure: ContributionMeasure | null;
  /** The node's value at the baseline; `null` for `exact`, which compares with nothing. */
  readonly baseline: number | null;
}

/** What a node falls short of the upper end of its scale. */
export interface Loss {
  readonly node: string;
  /** On the node's own scale. */
  readonly ofNode: number;
  /** In the score of the whole: `exact` × weights, or rescored with this node alone at the upper end. */
  readonly ofWhole: number | null;
  readonly measure: 'exact' | 'leave_one_out' | null;
  /** `ofWhole` in points of the whole; `null` where the framework gives no points. */
  readonly points: number | null;
}

/** Where the unit stands among its peers at one node; distances are the unit's value less theirs. */
export interface PeerDistance {
  /** Peers with a value, the unit among them. */
  readonly count: number;
  readonly median: number;
  readonly best: number;
  /** The first of the data that has it. */
  readonly bestUnit: string;
  readonly unitsAtBest: number;
  /** `null` where the unit has no value. */
  readonly toMedian: number | null;
  readonly toBest: number | null;
}

export interface NodeExplanation {
  readonly code: string;
  readonly parent: string | null;
  readonly state: ScoreState;
  readonly value: number | null;
  readonly weightAsked: number;
  /** Share of the parent that was used; `null` when the parent has no value. */
  readonly weightEffective: number | null;
  readonly toParent: Contribution;
  readonly toWhole: Contribution;
  /** Both ends of what the node can reach, the lower as a limit; `null` where there is none (z-scores). */
  readonly scale: { readonly low: number; readonly high: number } | null;
  /** `null` without a scale, a score, or weight in it. */
  readonly lost: Loss | null;
  /** `null` where nobody of the group (without one, of all units) has a value. */
  readonly peers: PeerDistance | null;
  readonly reasons: readonly ReasonCode[];
}

/** Why a unit has the score it has. Codes and numbers; sentences are the reader's. */
export interface Explanation {
  readonly unit: string;
  readonly group: string | null;
  readonly state: ScoreState;
  readonly score: number | null;
  readonly rank: Rank | null;
  readonly baseline: Baseline;
  /** Parents before children. */
  readonly nodes: readonly NodeExplanation[];
  /**
   * What the leaves lose, the most first; those that lose nothing are not listed. A node that counts as zero
   * because nothing below it has a value stands for its leaves.
   */
  readonly losses: readonly Loss[];
}

export interface ExplainOptions {
  /** Absent: `group_median` (of all units, for a unit without a group). */
  readonly baseline?: Baseline;
}

/** A step in one data element; every one is in the direction that helps the indicator. */
export type GainStep =
  /** By an amount in the element's own unit of measure, above 0. */
  | { readonly kind: 'change_by'; readonly amount: number }
  /** To the threshold of the next level or step, or until a condition or a yes holds. */
  | { readonly kind: 'next_level' }
  /** To the target that the framework states. */
  | { readonly kind: 'target' }
  /** To where the indicator equals the median, or the best, of the unit's group. */
  | { readonly kind: 'group_median' }
  | { readonly kind: 'group_best' }
  /** To the most that the indicator can reach. */
  | { readonly kind: 'maximum' };

export interface GainsOptions {
  /** Absent: each kind but `change_by`. */
  readonly steps?: readonly GainStep[];
  /** Data elements to look at; absent, each that an indicator can be raised by. */
  readonly elements?: readonly string[];
  /** Smallest change of an element, e.g. 1 for a count; steps are rounded up to it. Absent: none. */
  readonly grain?: Readonly<Record<string, number>>;
  /** Cost of one unit of measure of an element, above 0; then the gain for each unit of cost orders the list. */
  readonly costs?: Readonly<Record<string, number>>;
  /** Also look for the least change of each element that brings the unit to a score or a rank. */
  readonly reach?: { readonly score: number } | { readonly rank: number };
}

/** A step, rescored. */
export interface Gain {
  readonly element: string;
  /** The indicator that the step was chosen for; every indicator that uses the element is rescored. */
  readonly node: string;
  readonly step: GainStep;
  /** `null`: the unit has no value yet. */
  readonly from: number | null;
  readonly to: number;
  readonly change: number | null;
  /** The step went beyond what the indicator can take, and was cut off there. */
  readonly limited: boolean;
  /** After the step. */
  readonly score: number;
  readonly rank: number | null;
  /** Score after less score before; `null` where there was none before. */
  readonly gain: number | null;
  /** In points of the whole; `null` where the framework gives none. */
  readonly points: number | null;
  /** Rank after less rank before: below zero is a rise. */
  readonly rankChange: number | null;
  readonly cost: number | null;
  readonly gainPerCost: number | null;
}

/** Why a step was not tried. */
export type NoStep =
  | 'NOT_APPLICABLE'
  | 'NO_VALUE'
  | 'NO_DENOMINATOR'
  | 'NO_PEERS'
  | 'NO_TARGET'
  | 'NO_NEXT_LEVEL'
  | 'NO_MAXIMUM'
  | 'ALREADY_THERE'
  | 'BEYOND_NUMBERS'
  | 'NOT_ALLOWED'
  | 'NO_SCORE_AFTER';

export interface StepNotTaken {
  readonly element: string;
  readonly node: string;
  readonly step: GainStep;
  readonly reason: NoStep;
}

/**
 * The least change of one element that reaches what was asked.
 * - `reached`: found by bisection; met at `to`, and not met one grain (without one, 2⁻³⁰ of the way)
 *   before it.
 * - `already_there`. - `out_of_reach`: not met at the most that the indicator can reach.
 * - `not_monotone`: the score or rank got worse between the points looked at, so that a least change cannot
 *   be told.
 * - `no_range`: the element has no value, or no end to look up to.
 */
export interface Reach {
  readonly element: string;
  readonly node: string;
  readonly outcome: 'reached' | 'already_there' | 'out_of_reach' | 'not_monotone' | 'no_range';
  readonly from: number | null;
  readonly to: number | null;
  readonly change: number | null;
  readonly score: number | null;
  readonly rank: number | null;
  readonly cost: number | null;
}

export interface Gains {
  readonly unit: string;
  readonly score: number | null;
  readonly rank: number | null;
  /** Greatest gain (or gain for its cost) first; steps without effect or with a loss stand at the end. */
  readonly gains: readonly Gain[];
  readonly notTaken: readonly StepNotTaken[];
  /** Those that reach it first, by cost where there is one; empty where nothing was to be reached. */
  readonly reach: readonly Reach[];
}
