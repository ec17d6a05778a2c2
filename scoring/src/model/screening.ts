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

/** A gap that is filled is marked `I` in the result; `none` keeps it. */
export type Imputation =
  | { readonly method: 'none' }
  | { readonly method: 'constant'; readonly value: number }
  | { readonly method: 'mean' }
  | { readonly method: 'median' }
  /** Of the unit's peer group; where the group has no value, `fallback`. */
  | { readonly method: 'group_mean'; readonly fallback: 'none' | 'mean' }
  | { readonly method: 'group_median'; readonly fallback: 'none' | 'median' }
  /** The unit's newest earlier value, at most `periods` back. */
  | { readonly method: 'last_value'; readonly periods: number };
