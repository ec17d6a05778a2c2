/** Transformations of a whole column; which formula each one is stands in the methodology guide. */
export type Transformation =
  /** ln(x − min + 0.01 · (max − min)): COINr's `log_CT`, any sign. */
  | { readonly kind: 'log_shifted' }
  /** ln(x + 1 − min) where the minimum is below 1, else ln(x). */
  | { readonly kind: 'log_gii' }
  /** ln(x), positive values only. */
  | { readonly kind: 'log' }
  /** Box-Cox with a given exponent, or the one of greatest likelihood. */
  | { readonly kind: 'box_cox'; readonly lambda: number | 'maximum_likelihood' };

/** A column passes when |skewness| < `skewness` or kurtosis < `kurtosis`. COINr's defaults are 2 and 3.5. */
export interface OutlierTest {
  readonly skewness: number;
  readonly kurtosis: number;
}

export type Treatment =
  | { readonly method: 'none' }
  /** Values beyond the limits are set to the limits. */
  | { readonly method: 'limits'; readonly lower?: number; readonly upper?: number }
  /** Transforms every column, whatever its shape. */
  | { readonly method: 'transform'; readonly transformation: Transformation }
  /**
   * COINr's default: a column that fails the test is winsorised, up to `points` values; if it still
   * fails, its original values are transformed (with `combine`, the winsorised ones).
   */
  | {
      readonly method: 'test_and_treat';
      readonly test: OutlierTest;
      readonly points: number;
      readonly transformation: Transformation | null;
      readonly combine: boolean;
    };
