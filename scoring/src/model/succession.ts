import type { Assessment } from './assessment.js';
import type { Dataset } from './dataset.js';
import type { Framework } from './framework.js';

/** One unit that went into another. A unit that lives on as part of a merged one links to itself. */
export interface SuccessionLink {
  readonly predecessor: string;
  readonly successor: string;
  /**
   * Of a unit that was split: the share of it, above 0 and up to 1, that this successor took over. Sums
   * and population weights use it; a mean of indices needs it stated and takes the index as it is.
   */
  readonly share?: number;
}

/** A predecessor without a value: the merged unit has none either, or it is worked out from the others. */
export type WithoutValue = 'no_value' | 'of_those_present';

/** How a merged unit has a value for a period in which it did not exist. */
export type SuccessionRule =
  /** Mean of the predecessors' values at some nodes; everything above is computed (DTI 2024). */
  | {
      readonly method: 'mean_of_indices';
      /** The nodes that are averaged, one on each path to a leaf; absent, the children of the root. */
      readonly nodes?: readonly string[];
      readonly withoutValue: WithoutValue;
    }
  /** The same, each predecessor by its population (or anything else that says how much it counts). */
  | {
      readonly method: 'population_weighted_mean';
      readonly weights: { readonly element: string } | { readonly given: Readonly<Record<string, number>> };
      readonly nodes?: readonly string[];
      readonly withoutValue: WithoutValue;
    }
  /** Sum of the predecessors' data elements, numerators and denominators, then computed as one unit. */
  | {
      readonly method: 'sum_of_elements';
      /** What may be summed: counts and amounts. Any other data element that the framework uses is refused. */
      readonly elements: readonly string[];
      readonly withoutValue: WithoutValue;
    };

/**
 * Where the values of a unit come from.
 * - `reported`: its own data. - `restated`: worked out from its predecessors by the rule.
 * - `absent`: on today's roster, and neither it nor a predecessor was in the data.
 */
export type Basis = 'reported' | 'restated' | 'absent';

/** A unit that a restated value was worked out from. */
export interface PredecessorShare {
  readonly unit: string;
  /** Share of the mean where every predecessor has a value; `null` for a sum. Along a chain, the product. */
  readonly weight: number | null;
  /** Share of it that was taken over; 1 where it was not split. */
  readonly share: number;
  /** `false`: the data have no such unit, so it has no value. */
  readonly inData: boolean;
}

export interface UnitBasis {
  readonly unit: string;
  readonly basis: Basis;
  /** Method of the rule; `null` unless restated. */
  readonly rule: SuccessionRule['method'] | null;
  /** The units of the data that it was worked out from; empty unless restated. */
  readonly predecessors: readonly PredecessorShare[];
}

/** A period under another roster than its own. */
export interface Restatement {
  readonly rule: SuccessionRule;
  /**
   * What `compute` gives `assessment` by. With a mean the tree ends at the averaged nodes, since a
   * restated unit has nothing below them; `dataset` then holds their values.
   */
  readonly framework: Framework;
  readonly dataset: Dataset;
  readonly assessment: Assessment;
  /** In the order of the units of `assessment`. */
  readonly units: readonly UnitBasis[];
}
