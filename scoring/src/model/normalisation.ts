/** Whether more of an indicator is better (the default) or worse. */
export type Direction = 'higher_is_better' | 'lower_is_better';

/** A value beyond the range: held at its end and flagged, or kept as it is and flagged. */
export type ClampPolicy = 'clamp' | 'keep';

/** What a column without spread gives (a constant indicator, a single unit): no value, or a stated one. */
export type ConstantPolicy = 'undetermined' | { readonly value: number };

/** Both ends of the scale that values come out on; [0, 1] where absent. */
export type Scale = readonly [number, number];

export type Normalisation =
  /** The value over its maximum: 1, or the points of the leaf where its input is points. */
  | { readonly method: 'ratio_to_maximum' }
  /** Between the lowest and the highest value of the data. */
  | { readonly method: 'min_max'; readonly to?: Scale; readonly constant: ConstantPolicy }
  /** Between fixed goalposts, on the value or on its logarithm (HDI's income). */
  | {
      readonly method: 'goalposts';
      readonly from: number;
      readonly upTo: number;
      readonly logarithm?: boolean;
      readonly to?: Scale;
      readonly clamp: ClampPolicy;
    }
  /** Value over target; where lower is better, target over value. */
  | {
      readonly method: 'ratio_to_target';
      readonly target: number;
      readonly to?: Scale;
      readonly clamp: ClampPolicy;
    }
  /** From the worst value of the data to the target; beyond the target held, or not. */
  | {
      readonly method: 'distance_to_target';
      readonly target: number;
      readonly to?: Scale;
      readonly clamp: ClampPolicy;
      readonly constant: ConstantPolicy;
    }
  | { readonly method: 'z_score'; readonly constant: ConstantPolicy }
  /** z-score brought to a mean and a standard deviation. */
  | {
      readonly method: 'scaled_z_score';
      readonly mean: number;
      readonly deviation: number;
      readonly constant: ConstantPolicy;
    }
  /** Rank from the worst (1) to the best (n); ties have the lower rank. */
  | { readonly method: 'rank' }
  /** Share of the other units that are behind. */
  | { readonly method: 'percentile_rank'; readonly to?: Scale; readonly constant: ConstantPolicy }
  /** Units behind, plus half of those that are equal. */
  | { readonly method: 'borda' }
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
  /** Value over the highest value (COINr's fraction of the maximum). */
  | { readonly method: 'fraction_of_maximum'; readonly to?: Scale; readonly constant: ConstantPolicy }
  /** The value of the highest step reached. */
  | {
      readonly method: 'steps';
      readonly steps: readonly { readonly from: number; readonly value: number }[];
      readonly below: number;
    }
  /** 1 where the value is at least (lower is better: at most) the threshold, else 0. */
  | { readonly method: 'boolean'; readonly threshold: number };
