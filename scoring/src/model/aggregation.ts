/** What an average that multiplies or divides does with a value it cannot take. */
export type NonPositivePolicy = 'undetermined' | 'zero' | { readonly floor: number };

export type Aggregation =
  /** Σ wᵢxᵢ. Compensatory: a surplus makes good a deficit. */
  | { readonly method: 'arithmetic' }
  /** exp Σ wᵢ ln xᵢ. */
  | { readonly method: 'geometric'; readonly nonPositive: NonPositivePolicy }
  /** 1 / Σ (wᵢ / xᵢ). */
  | { readonly method: 'harmonic'; readonly nonPositive: NonPositivePolicy }
  /** (Σ wᵢ xᵢᵖ)^(1/p); p = 0 is the geometric mean. */
  | { readonly method: 'generalised_mean'; readonly power: number; readonly nonPositive: NonPositivePolicy }
  /** Weighted median. */
  | { readonly method: 'median' }
  /** The weakest child alone counts; weights do not. */
  | { readonly method: 'minimum' }
  /** Pairwise among the units of the data, by the weight of the children in which one leads. */
  | { readonly method: 'copeland' };

/** Where the weights of siblings come from; each set is brought to a sum of 1. */
export type Weighting =
  /** In proportion to the points of each. */
  | { readonly method: 'points' }
  /** In proportion to the `weight` of each. */
  | { readonly method: 'given' }
  | { readonly method: 'equal' };

/**
 * What a node does when a scored child has no value.
 * - `no_value`: it has no value either. Nothing is guessed; the DTI's rule here.
 * - `zero`: the child counts as zero.
 * - `reweight`: the remaining children share its weight in proportion.
 */
export type MissingRule = 'no_value' | 'zero' | 'reweight';

/** A child that cannot exist for a unit: its weight is shared by the others, or the node has no value. */
export type NotApplicableRule = 'reweight' | 'no_value';
