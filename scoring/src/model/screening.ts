/**
 * Which units and indicators have enough data to be scored. Shares run from 0 to 1; an absent
 * threshold screens nothing. "Not applicable" is not a gap: it is left out of either side of the share.
 */
export interface Screening {
  /** A unit needs a value in at least this share of its indicators. */
  readonly unitAvailability?: number;
  /** A unit needs values other than zero in at least this share of the indicators it has values in. */
  readonly unitNonZero?: number;
  /** What an indicator needs among the units; one that has less is left out as if it were not scored. */
  readonly indicatorAvailability?: number;
}

/** Names of the thresholds of a screening. */
export const SCREENING_THRESHOLDS = ['unitAvailability', 'unitNonZero', 'indicatorAvailability'] as const;

/** Largest number of periods over which a value is carried; beyond it nobody would call it the unit's own. */
export const IMPUTATION_PERIODS = 100;

/**
 * What fills a gap: a value that is missing or was not collected. What is not applicable is no gap, and
 * what is undetermined stays so. A gap that is filled is marked `I` in the result; `none` keeps it, and so
 * does a method that has no value to fill it with.
 */
export type Imputation =
  | { readonly method: 'none' }
  | { readonly method: 'constant'; readonly value: number }
  | { readonly method: 'mean' }
  | { readonly method: 'median' }
  /** Of the unit's peer group; where the group has no value, or the unit no group, `fallback`. */
  | { readonly method: 'group_mean'; readonly fallback: 'none' | 'mean' }
  | { readonly method: 'group_median'; readonly fallback: 'none' | 'median' }
  /** The unit's newest earlier value, at most `periods` back. */
  | { readonly method: 'last_value'; readonly periods: number };
