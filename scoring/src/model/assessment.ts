import type { Framework } from './framework.js';

/**
 * Why a node has its value, or has none.
 * - `scored`: it has one (zero included).
 * - `not_collected`: nobody collected or published it. `missing`: it was asked for and not given.
 * - `not_applicable`: it cannot exist for this unit.
 * - `incomplete`: a scored child has no value, and the method does not fill gaps.
 * - `not_scored`: the method lists it and gives it no points.
 */
export type ScoreState =
  'scored' | 'not_collected' | 'missing' | 'not_applicable' | 'incomplete' | 'not_scored';

/** Codes of what happened at a node, for a screen to put into words. */
export type ReasonCode =
  | 'NOT_COLLECTED'
  | 'MISSING'
  | 'NOT_APPLICABLE'
  | 'LISTED_WITHOUT_POINTS'
  | 'CHILD_WITHOUT_VALUE'
  | 'CHILD_COUNTED_AS_ZERO'
  | 'WEIGHT_SHARED_BY_OTHERS';

export interface NodeResult {
  readonly code: string;
  readonly parent: string | null;
  readonly state: ScoreState;
  /** Ratio to the maximum, 0 to 1, unrounded. */
  readonly value: number | null;
  /** `value` × `maxPoints`. */
  readonly points: number | null;
  readonly maxPoints: number;
  /** Share of the parent that the method asks for; 1 for the root. */
  readonly weightAsked: number;
  /** Share that was used; `null` when the parent has no value, 0 when others took it over. */
  readonly weightEffective: number | null;
  /** What it adds to the parent's value; the children's contributions add up to it. */
  readonly contribution: number | null;
  /** Share of the weight below that has a value, 0 to 1. */
  readonly coverage: number;
  readonly reasons: readonly ReasonCode[];
}

export interface UnitResult {
  readonly unit: string;
  readonly group: string | null;
  readonly state: ScoreState;
  /** Value of the root, unrounded. */
  readonly score: number | null;
  /** Parents before children. */
  readonly nodes: readonly NodeResult[];
  readonly coverage: number;
  /** `null` without a score or a group. */
  readonly rank: Rank | null;
}

export interface Rank {
  readonly rank: number;
  /** Another unit of the group has the same. */
  readonly tied: boolean;
  /** The score that was compared: rounded as the method states. */
  readonly compared: number;
}

/** The result, with the recipe it was made by. */
export interface Assessment {
  readonly engineVersion: string;
  readonly recipe: Framework;
  readonly units: readonly UnitResult[];
}
