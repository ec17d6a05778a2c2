import type { Aggregation, MissingRule, NotApplicableRule, Weighting } from './aggregation.js';
import type { Formula } from './formula.js';
import type { Direction, Normalisation } from './normalisation.js';
import type { Band, RankRule } from './ranking.js';
import type { Imputation, Screening } from './screening.js';
import type { Treatment } from './treatment.js';

/**
 * A node of the tree index → sub-index → component → indicator. A node without children is a
 * leaf and takes its value from the data set; any other takes it from its children. What a node
 * says of a stage stands before what the method says of it.
 */
export interface FrameworkNode {
  /** Unique within the framework. */
  readonly code: string;
  /** Maximum points, ≥ 0; of a node with children, the sum of theirs. */
  readonly points?: number;
  /** Weight among its siblings, ≥ 0, on any scale. */
  readonly weight?: number;
  /** `false` = listed by the method and carrying no weight; default `true`. */
  readonly scored?: boolean;
  readonly children?: readonly FrameworkNode[];

  /** Of a leaf: how it is worked out; absent, the data element of its own code. */
  readonly formula?: Formula;
  /** Of a leaf: unit of measure of its raw value, e.g. `percent`; named where values are listed. */
  readonly unit?: string;
  /** Of a leaf: raw values beyond these are refused. By `ratio_to_maximum`: 0 to the maximum. */
  readonly bounds?: Bounds;
  /** Of a leaf: what its raw value is under `ratio_to_maximum`: a ratio (the default) or points. */
  readonly input?: 'ratio' | 'points';
  readonly direction?: Direction;
  readonly impute?: Imputation;
  readonly treat?: Treatment;
  readonly normalise?: Normalisation;

  /** Of a node with children. */
  readonly weights?: Weighting;
  readonly aggregation?: Aggregation;
  readonly missing?: MissingRule;
  readonly notApplicable?: NotApplicableRule;
  readonly availability?: number;
  readonly availabilityBy?: 'weight' | 'children';
}

export interface Bounds {
  readonly minimum?: number;
  readonly maximum?: number;
}

/** The rules for the whole tree, in the order in which they run. */
export interface Method {
  /** Absent: nothing is left out. */
  readonly screen?: Screening;
  /** Absent: gaps stay gaps. */
  readonly impute?: Imputation;
  /** Absent: values stay as they are. */
  readonly treat?: Treatment;
  /** Absent: `ratio_to_maximum`. */
  readonly normalise?: Normalisation;
  /** Absent: by points. */
  readonly weights?: Weighting;
  readonly aggregation: Aggregation;
  readonly missing: MissingRule;
  readonly notApplicable: NotApplicableRule;
  /** Share of its applicable children that a node needs values for, 0 to 1. Absent: 0. */
  readonly availability?: number;
  /** What that share is of: their weight (the default), or their number, as COINr's `dat_thresh` has it. */
  readonly availabilityBy?: 'weight' | 'children';
  readonly rank: RankRule;
  /** Absent: no bands. Highest first or last, as the reader lists them. */
  readonly bands?: readonly Band[];
}

/** A method of scoring: the tree and the rules. It is an input apart from the data. */
export interface Framework {
  readonly code: string;
  readonly root: FrameworkNode;
  readonly method: Method;
}
