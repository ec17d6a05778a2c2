/**
 * Transformations of a whole column. Each keeps the order of the values; min and max are those of the
 * column. What has no logarithm has no value (`undetermined`).
 */
export type Transformation =
  /** ln(x − min + 0.01 · (max − min)): COINr's `log_CT`, any sign. */
  | { readonly kind: 'log_shifted' }
  /** ln(x − min + 1): COINr's `log_CT_orig`, any sign; depends on the unit of measure. */
  | { readonly kind: 'log_shifted_by_one' }
  /** `log_shifted` where the skewness is positive, else −ln(max + 0.01 · (max − min) − x): COINr's `log_CT_plus`. */
  | { readonly kind: 'log_against_skew' }
  /** ln((max − 1)(x − min) / (max − min) + 1): COINr's `log_GII`; needs a maximum above 1. */
  | { readonly kind: 'log_gii' }
  /** ln(x), positive values only. */
  | { readonly kind: 'log' }
  /**
   * Box-Cox, (x^λ − 1) / λ or ln(x) for λ = 0, with a given exponent or the one of greatest likelihood.
   * `shifted`: of x − min + 1, so that any sign will do (COINr's `boxcox`); else positive values only.
   */
  | { readonly kind: 'box_cox'; readonly lambda: number | 'maximum_likelihood'; readonly shifted?: boolean };

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
   * COINr's default: a column that fails the test is winsorised until it passes or `points` values are
   * changed; if it still fails, its original values are transformed (with `combine`, the winsorised ones).
   */
  | {
      readonly method: 'test_and_treat';
      readonly test: OutlierTest;
      /** COINr's `winmax`, 5 by default; `null` = no limit. */
      readonly points: number | null;
      /** COINr's `force_win`: once the column has failed, winsorises up to `points` even if fewer would do. */
      readonly force?: boolean;
      /** `null`: the winsorised values stand, whether they pass or not. COINr's default is `log_shifted`. */
      readonly transformation: Transformation | null;
      readonly combine: boolean;
    };
