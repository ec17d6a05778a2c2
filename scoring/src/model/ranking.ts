/** What separates units whose scores are equal, tried in order. */
export type TieBreak =
  /** The value of another node, e.g. the heaviest component; a unit without one comes after those with. */
  | { readonly by: 'node'; readonly node: string; readonly direction: 'descending' | 'ascending' }
  /** The code of the unit, by code point. */
  | { readonly by: 'code' };

/** How units are put in order within their peer group. */
export interface RankRule {
  /**
   * - `competition`: 1, 2, 2, 4. - `dense`: 1, 2, 2, 3. - `fractional`: 1, 2.5, 2.5, 4.
   * - `ordinal`: 1, 2, 3, 4 by `tieBreaks`; what they cannot separate keeps the order of the input.
   */
  readonly method: 'competition' | 'dense' | 'fractional' | 'ordinal';
  /**
   * Decimals that scores, and the nodes of tie-breaks, are rounded to before they are compared, half up
   * in decimal; `null` = unrounded.
   */
  readonly decimals: number | null;
  readonly rounding: 'half_up_decimal';
  /** `descending`: the highest score is first. */
  readonly direction: 'descending' | 'ascending';
  /** For any method: units that these separate are no longer tied. */
  readonly tieBreaks?: readonly TieBreak[];
}

/** A class of scores, e.g. "very high" from 0.8; compared at the precision of the rank. */
export interface Band {
  readonly code: string;
  readonly from: number;
}
