import type { Framework } from './framework.js';
import type { ObservationStatus } from './dataset.js';
import type { Transformation } from './treatment.js';

/**
 * Why a node has its value, or has none.
 * - `scored`: it has one (zero included).
 * - `not_collected`: nobody collected or published it. `missing`: it was asked for and not given.
 * - `not_applicable`: it cannot exist for this unit.
 * - `incomplete`: a scored child has no value, and the method does not fill gaps.
 * - `not_scored`: the method lists it and gives it no weight.
 * - `undetermined`: there are data, and the method gives no number for them (a constant indicator, a zero denominator).
 */
export type ScoreState =
  'scored' | 'not_collected' | 'missing' | 'not_applicable' | 'incomplete' | 'not_scored' | 'undetermined';

/** Codes of what happened at a node, for a screen to put into words. */
export type ReasonCode =
  | 'NOT_COLLECTED'
  | 'MISSING'
  | 'NOT_APPLICABLE'
  | 'LISTED_WITHOUT_POINTS'
  | 'CHILD_WITHOUT_VALUE'
  | 'CHILD_COUNTED_AS_ZERO'
  | 'WEIGHT_SHARED_BY_OTHERS'
  | 'BELOW_AVAILABILITY'
  | 'SCREENED_OUT'
  | 'IMPUTED'
  | 'WINSORISED'
  | 'TRANSFORMED'
  | 'CLAMPED'
  | 'BEYOND_RANGE'
  | 'ZERO_DENOMINATOR'
  | 'NOTHING_TO_COUNT'
  | 'NUMERATOR_ABOVE_DENOMINATOR'
  | 'CONSTANT_INDICATOR'
  | 'NON_POSITIVE_VALUE'
  | 'DAY_IN_THE_FUTURE'
  /** Beyond the range of doubles, or measured against a unit that has no value itself. */
  | 'NO_FINITE_NUMBER';

export interface NodeResult {
  readonly code: string;
  readonly parent: string | null;
  readonly state: ScoreState;
  /** On the scale of the normalisation (0 to 1 for a ratio to the maximum), unrounded. */
  readonly value: number | null;
  /** Of a leaf: the indicator before imputation, treatment and normalisation, in its own unit; else `null`. */
  readonly raw: number | null;
  /** Of a leaf: `I` where the value was imputed, else as observed; else `null`. */
  readonly status: ObservationStatus | null;
  /** `value` × `maxPoints`; `null` where the framework gives no points. */
  readonly points: number | null;
  readonly maxPoints: number | null;
  /** Share of the parent that the method asks for; 1 for the root. */
  readonly weightAsked: number;
  /** Share that was used; `null` when the parent has no value, 0 when others took it over. */
  readonly weightEffective: number | null;
  /**
   * What it adds to the parent's value; the children's contributions add up to it. `null` where the
   * parent's aggregation is not additive: `explain` has a named measure for those.
   */
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
  /** Parents before children; empty where only scores were asked for. */
  readonly nodes: readonly NodeResult[];
  readonly coverage: number;
  /** `null` without a score or a group. */
  readonly rank: Rank | null;
  /** Code of the band; `null` without a score or bands, or below the lowest. */
  readonly band: string | null;
}

export interface Rank {
  readonly rank: number;
  /** Another unit of the group has the same. */
  readonly tied: boolean;
  /** The score that was compared: rounded as the method states. */
  readonly compared: number;
}

/** Weight of a node, from the framework alone. */
export interface NodeWeight {
  readonly node: string;
  /** Share of its parent. */
  readonly ofParent: number;
  /** Share of the whole: the product of the shares up to the root. */
  readonly ofWhole: number;
}

/** A unit or an indicator that had too little data, and by which threshold. */
export interface LeftOut {
  readonly kind: 'unit' | 'indicator';
  readonly code: string;
  readonly threshold: 'unitAvailability' | 'unitNonZero' | 'indicatorAvailability';
  readonly share: number;
  readonly asked: number;
}

/** What outlier treatment did to one indicator. */
export interface TreatmentRecord {
  readonly node: string;
  /** Shape before and after; `null` where it is not defined (fewer than 4 values, no spread). */
  readonly before: ColumnShape;
  readonly after: ColumnShape;
  readonly winsorised: number;
  readonly transformation: Transformation | null;
  /** Exponent that a Box-Cox transformation used. */
  readonly lambda: number | null;
  /** Whether the column passes the test now; `null` where nothing was tested. */
  readonly passes: boolean | null;
  readonly cells: readonly { readonly unit: string; readonly before: number; readonly after: number }[];
}

export interface ColumnShape {
  readonly skewness: number | null;
  readonly kurtosis: number | null;
}

/** The result, with the recipe it was made by. */
export interface Assessment {
  readonly engineVersion: string;
  readonly recipe: Framework;
  readonly units: readonly UnitResult[];
  readonly weights: readonly NodeWeight[];
  readonly leftOut: readonly LeftOut[];
  /** Indicators that were tested or treated; none where only scores were asked for. */
  readonly treated: readonly TreatmentRecord[];
}
