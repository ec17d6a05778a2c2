/**
 * How an indicator is worked out from data elements. Every case in which a formula has no answer is
 * a declared policy, so that nothing is ever divided by zero, guessed or left to the reader. What
 * is absent in the data is no such case: it decides the state of the cell, as said of each formula.
 */

/** What a formula answers where it has no number. */
export type NoNumber = 'not_applicable' | 'missing' | 'undetermined';

/** A denominator of zero: no number, or a number that the method states. */
export type ZeroPolicy = NoNumber | { readonly value: number };

/** A numerator above its denominator: kept, held at the denominator, or without a number. */
export type ExceedingPolicy = 'keep' | 'cap' | NoNumber;

/**
 * A condition on one data element; of numbers only. A yes is 1, a no is 0. Values are compared as they
 * are, without tolerance.
 */
export interface Condition {
  readonly element: string;
  readonly is: 'equal' | 'not_equal' | 'at_least' | 'at_most' | 'more_than' | 'less_than';
  readonly value: number;
}

/** A level that is reached at a threshold, e.g. 0.5 points from 30 % on. */
export interface Step {
  readonly from: number;
  readonly value: number;
}

/**
 * Of two data elements that a formula needs both, what is not applicable stands before what is missing,
 * and that before what was not collected: the first makes the answer impossible whatever the other is.
 */
export type Formula =
  /** The data element as it is. */
  | { readonly kind: 'value'; readonly element: string }
  /**
   * Numerator over denominator, times `scale` (1 = a ratio, 100 = percent). Neither is below zero. Stated
   * numbers are not scaled; a capped ratio is `scale`.
   */
  | {
      readonly kind: 'ratio';
      readonly numerator: string;
      readonly denominator: string;
      readonly scale?: number;
      /** The denominator is zero and the numerator is not. */
      readonly zeroDenominator: ZeroPolicy;
      /** Numerator and denominator are both zero: there was nothing to count. */
      readonly nothingToCount: ZeroPolicy;
      readonly exceeding: ExceedingPolicy;
    }
  /**
   * Sum of data elements; with a gap: no number, or the gap counts as nothing. What is not applicable
   * is no gap: it adds nothing, and where that is all there is, neither is the sum.
   */
  | { readonly kind: 'sum'; readonly elements: readonly string[]; readonly gap: 'missing' | 'zero' }
  /** Per head: the element over the population, for each `per` inhabitants. The population is not below zero. */
  | {
      readonly kind: 'per_head';
      readonly element: string;
      readonly population: string;
      readonly per: number;
      readonly zeroPopulation: ZeroPolicy;
    }
  /** Relative change from the period before: (now − before) / |before|, times `scale`. */
  | {
      readonly kind: 'growth';
      readonly element: string;
      readonly scale?: number;
      readonly zeroBefore: ZeroPolicy;
    }
  /**
   * Share of the elements whose value is 1 (yes) among those that were answered with 1 or 0. With a gap:
   * no number, a no, or on neither side. What is not applicable is on neither side.
   */
  | {
      readonly kind: 'share_of_yes';
      readonly elements: readonly string[];
      readonly gap: 'missing' | 'no' | 'leave_out';
    }
  /** Age in days at `at`; the element holds a day as days since 1970-01-01. */
  | {
      readonly kind: 'age';
      readonly element: string;
      readonly at: number;
      readonly future: NoNumber | 'zero';
    }
  /**
   * 1 where all (or any) of the conditions hold, else 0. Decided as soon as no gap could change it; open
   * otherwise, and then what could still decide it (missing, not collected) stands before what cannot
   * exist.
   */
  | { readonly kind: 'yes_no'; readonly conditions: readonly Condition[]; readonly holds: 'all' | 'any' }
  /** The value of the highest step that the element reaches; below the first step `below`. */
  | {
      readonly kind: 'levels';
      readonly element: string;
      readonly steps: readonly Step[];
      readonly below: number;
    }
  /**
   * Count over its target, a data element or a number above zero; above the target kept, held at 1, or
   * without a number. Neither is below zero.
   */
  | {
      readonly kind: 'count_against_target';
      readonly element: string;
      readonly target: string | number;
      readonly zeroTarget: ZeroPolicy;
      readonly exceeding: ExceedingPolicy;
    };
