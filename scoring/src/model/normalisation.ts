/** Whether more of an indicator is better (the default) or worse. */
export type Direction = 'higher_is_better' | 'lower_is_better';

/** A value beyond the range: held at its end and flagged, or kept as it is and flagged. */
export type ClampPolicy = 'clamp' | 'keep';

/** What a column without spread gives (a constant indicator, a single unit): no value, or a stated one. */
export type ConstantPolicy = 'undetermined' | { readonly value: number };

/** Both ends of the scale that values come out on, the lower one first; [0, 1] where absent. */
export type Scale = readonly [number, number];

/** Equal values all have the lowest of the ranks they take up (the default, COINr's), or the mean of them. */
export type RankTies = 'lowest' | 'average';

/** A level of `steps`; a unit reaches it at `from`. */
export interface NormalisationStep {
  readonly from: number;
  readonly value: number;
}

/**
 * How the values of an indicator come onto a common scale. With "best" and "worst" as the direction has
 * them, every method gives the better value the higher number.
 */
export type Normalisation =
  /**
   * The value over its maximum (1, or the points of the leaf where its input is points); where lower is
   * better, what is left to the maximum, over it. `clamp` absent: kept.
   */
  | { readonly method: 'ratio_to_maximum'; readonly clamp?: ClampPolicy }
  /** (value − worst) / (best − worst), of the data. */
  | { readonly method: 'min_max'; readonly to?: Scale; readonly constant: ConstantPolicy }
  /** Between fixed goalposts, on the value or on its logarithm (HDI's income). `from` is below `upTo` in either direction. */
  | {
      readonly method: 'goalposts';
      readonly from: number;
      readonly upTo: number;
      readonly logarithm?: boolean;
      readonly to?: Scale;
      readonly clamp: ClampPolicy;
    }
  /** Value over target, which is positive; where lower is better, target over value. */
  | {
      readonly method: 'ratio_to_target';
      readonly target: number;
      readonly to?: Scale;
      readonly clamp: ClampPolicy;
    }
  /** (value − worst) / (target − worst), the worst being of the data; beyond the target held, or not. */
  | {
      readonly method: 'distance_to_target';
      readonly target: number;
      readonly to?: Scale;
      readonly clamp: ClampPolicy;
      readonly constant: ConstantPolicy;
    }
  /** (value − mean) / sample standard deviation. With `limits`, held between them. */
  | { readonly method: 'z_score'; readonly limits?: Scale; readonly constant: ConstantPolicy }
  /** z-score brought to a mean and a standard deviation. With `limits`, held between them. */
  | {
      readonly method: 'scaled_z_score';
      readonly mean: number;
      readonly deviation: number;
      readonly limits?: Scale;
      readonly constant: ConstantPolicy;
    }
  /** Rank from the worst (1) to the best (n). */
  | { readonly method: 'rank'; readonly ties?: RankTies }
  /** (rank − 1) / (n − 1): with ties at the lowest, the share of the other units that are behind. */
  | {
      readonly method: 'percentile_rank';
      readonly ties?: RankTies;
      readonly to?: Scale;
      readonly constant: ConstantPolicy;
    }
  /** rank − 1: with ties at the lowest, the number of units behind; with `average`, half of the equal ones too. */
  | { readonly method: 'borda'; readonly ties?: RankTies }
  /** 1 − (best − value) / (best − worst). */
  | { readonly method: 'distance_to_maximum'; readonly to?: Scale; readonly constant: ConstantPolicy }
  /** 1 − (reference − value) / (reference − worst), the reference being a unit of the data. */
  | {
      readonly method: 'distance_to_reference';
      readonly unit: string;
      readonly to?: Scale;
      readonly clamp: ClampPolicy;
      readonly constant: ConstantPolicy;
    }
  /** Value over the highest value; where lower is better, the lowest value over the value. `clamp` absent: kept. */
  | {
      readonly method: 'fraction_of_maximum';
      readonly to?: Scale;
      readonly clamp?: ClampPolicy;
      readonly constant: ConstantPolicy;
    }
  /**
   * The value of the best step reached, `below` where none is. A step is reached at or above `from`; where
   * lower is better, at or below it. Steps are listed by rising `from`.
   */
  | { readonly method: 'steps'; readonly steps: readonly NormalisationStep[]; readonly below: number }
  /** 1 where the value is at least (lower is better: at most) the threshold, else 0. */
  | { readonly method: 'boolean'; readonly threshold: number };
