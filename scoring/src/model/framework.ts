/**
 * A node of the tree index → sub-index → component → indicator. A node without children is a
 * leaf and takes its value from the data set; any other takes it from its children.
 */
export interface FrameworkNode {
  /** Unique within the framework. */
  readonly code: string;
  /** Maximum points, ≥ 0. Siblings weigh in proportion to their points. */
  readonly points: number;
  /** `false` = listed by the method and carrying no points; default `true`. */
  readonly scored?: boolean;
  /** What a leaf's value is: a ratio to the maximum (0 to 1, the default) or points (0 to `points`). */
  readonly input?: 'ratio' | 'points';
  readonly children?: readonly FrameworkNode[];
}

/**
 * What a node does when a scored child has no value.
 * - `no_value`: it has no value either. Nothing is guessed; the DTI's rule here.
 * - `zero`: the child counts as zero.
 * - `reweight`: the remaining children share its weight in proportion.
 */
export type MissingRule = 'no_value' | 'zero' | 'reweight';

/** How units are put in order. */
export interface RankRule {
  /** Standard competition ranking: 1, 2, 2, 4. */
  readonly method: 'competition';
  /** Decimals that scores are rounded to, half up in decimal, before they are compared; `null` = unrounded. */
  readonly decimals: number | null;
  readonly rounding: 'half_up_decimal';
  /** `descending`: the highest score is first. */
  readonly direction: 'descending' | 'ascending';
}

export interface Method {
  /** Weighted sum of the children's points over the sum of their maxima. */
  readonly aggregation: 'weighted_sum_of_points';
  readonly missing: MissingRule;
  /** A child that cannot exist for a unit: its weight is shared by the others, or the node has no value. */
  readonly notApplicable: 'reweight' | 'no_value';
  readonly rank: RankRule;
}

/** A method of scoring: the tree and the rules. It is an input apart from the data. */
export interface Framework {
  readonly code: string;
  readonly root: FrameworkNode;
  readonly method: Method;
}
