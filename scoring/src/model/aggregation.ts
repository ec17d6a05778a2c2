/**
 * What an average that multiplies, divides or takes powers does with a value it cannot take: one that
 * is not positive; for a generalised mean of positive power, one that is negative.
 * - `undetermined`: the node has no value.
 * - `zero`: the value counts as zero, and pulls the mean of a power of 0 or less to zero with it.
 * - `floor`: any value below the floor counts as the floor, so that more is never less.
 */
export type NonPositivePolicy = 'undetermined' | 'zero' | { readonly floor: number };

export type Aggregation =
  /** Σ wᵢxᵢ. Compensatory: a surplus makes good a deficit. */
  | { readonly method: 'arithmetic' }
  /** exp Σ wᵢ ln xᵢ. */
  | { readonly method: 'geometric'; readonly nonPositive: NonPositivePolicy }
  /** 1 / Σ (wᵢ / xᵢ). */
  | { readonly method: 'harmonic'; readonly nonPositive: NonPositivePolicy }
  /** (Σ wᵢ xᵢᵖ)^(1/p); p = 0 is the geometric mean, p = 1 the arithmetic, p = −1 the harmonic. */
  | { readonly method: 'generalised_mean'; readonly power: number; readonly nonPositive: NonPositivePolicy }
  /** Weighted median: half of the weight lies on either side; the mean of both middles where two meet. */
  | { readonly method: 'median' }
  /** The weakest child alone counts; weights do not. */
  | { readonly method: 'minimum' }
  /** Pairwise among the units of the data, by the weight of the children in which one leads. */
  | {
      readonly method: 'copeland';
      /** Whom a unit is compared with. Default `all`: every unit that has a value here. */
      readonly among?: 'all' | 'group';
      /**
       * What a pair gives. `majority`, the default (Copeland's rule, and COINr 1.1.14): 1 to the unit with
       * more weight behind it, −1 to the other, 0 to both when even. `weight` (row sums of the outranking
       * matrix): the share of the weight in which the unit leads, and half of what is even.
       */
      readonly pairs?: 'majority' | 'weight';
      /** `sum`, the default: over all pairs of the unit. `share`: from 0, behind everybody, to 1. */
      readonly scale?: 'sum' | 'share';
    };

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

/** How a node comes from its children. */
export interface AggregationRule {
  readonly aggregation: Aggregation;
  readonly missing: MissingRule;
  readonly notApplicable: NotApplicableRule;
  /** Share of its applicable children that a node needs values for, 0 to 1; 0 asks for nothing. */
  readonly availability: number;
  /** What that share is of. Default `weight`; `children` counts them, as COINr's `dat_thresh` does. */
  readonly availabilityBy?: 'weight' | 'children';
}
