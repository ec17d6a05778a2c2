import type { LeftOut } from './assessment.js';
import type { Framework } from './framework.js';

/*
 * What the data say of a framework: statistics of its indicators, what goes together with what, what
 * changes nothing. An audit advises; it changes no weight and leaves nothing out.
 */

export type CorrelationMethod = 'pearson' | 'spearman' | 'kendall';

/** From where on something is told as a finding. The defaults are COINr's, where it has them. */
export interface AuditThresholds {
  /** `LOW_AVAILABILITY` below this share of units with a value. Default 0.65. */
  readonly availability: number;
  /** `FEW_NON_ZERO` below this share of values other than zero. Default 0.5. */
  readonly nonZero: number;
  /** `FEW_UNIQUE` below this share of values that differ. Default 0.5. */
  readonly unique: number;
  /** `OUTLIERS` above this absolute skewness and, at once, above `kurtosis`. Default 2. */
  readonly skewness: number;
  /** Default 3.5. */
  readonly kurtosis: number;
  /** `REDUNDANT_PAIR` from this absolute correlation on, under one parent. Default 0.92. */
  readonly redundant: number;
  /** `NEGATIVE_PAIR` below this correlation, under one parent. Default 0. */
  readonly negative: number;
  /** `WEAK_WITH_INDEX` below this absolute correlation of an indicator with the whole. Default 0.3. */
  readonly silent: number;
}

export interface AuditOptions {
  /** Of all correlations. Default `pearson`. */
  readonly correlation?: CorrelationMethod;
  readonly thresholds?: Partial<AuditThresholds>;
}

/** Why a step has no answer; where the answer would be, there is `null`. */
export type RefusalCode =
  /** No unit has a value, or fewer than the step needs. */
  | 'TOO_FEW_VALUES'
  /** Fewer units than the step needs have a value in every column it is about. */
  | 'TOO_FEW_CASES'
  /** A column is constant among the units that the step is about. */
  | 'NO_SPREAD'
  /** A step on the way leaves the range of doubles. */
  | 'OUT_OF_RANGE'
  /** A group of one child: there is nothing to compare it with, and no weight to choose. */
  | 'SINGLE_CHILD'
  /** Nothing that counts is left without the node. */
  | 'NOTHING_LEFT'
  /** Fewer than two units have a rank. */
  | 'TOO_FEW_RANKED'
  /** Components of equal variance: none of them is the first. */
  | 'FIRST_COMPONENT_NOT_UNIQUE'
  /** A child goes against the others, and would have a negative weight. */
  | 'NEGATIVE_LOADING'
  /** The aggregation takes no notice of weights. */
  | 'WEIGHTS_WITHOUT_EFFECT'
  /** The result moves in steps as weights move, so that no target can be aimed at. */
  | 'WEIGHTS_MOVE_IN_STEPS'
  /** The correlations do not add up to more than zero, so that none is a share of them. */
  | 'CORRELATIONS_NOT_POSITIVE';

export type AuditStep = 'statistics' | 'correlation' | 'consistency' | 'components' | 'removal' | 'weights';

/** A step that could not run: never left out in silence. */
export interface AuditRefusal {
  readonly step: AuditStep;
  readonly code: RefusalCode;
  /** What the step is about: an indicator, a pair, a parent. */
  readonly nodes: readonly string[];
  readonly params: Readonly<Record<string, string | number | null>>;
}

/** Statistics of one indicator as it was worked out from the data, before imputation and treatment. */
export interface IndicatorStatistics {
  readonly node: string;
  readonly units: number;
  /** Units for which it cannot exist: no gaps, and in no share. */
  readonly notApplicable: number;
  /** Units with a value (COINr `N.Avail`). */
  readonly available: number;
  /** Units without one for any other reason. */
  readonly missing: number;
  /** COINr `N.NonZero`, `N.Unique` and `N.Same`: the most units that share one value. */
  readonly nonZero: number;
  readonly unique: number;
  readonly same: number;
  /** The value that they share; the lowest of several as common. */
  readonly commonest: number | null;
  /** Of the units for which it can exist; `null` where there are none (COINr `Frc.Avail`). */
  readonly availableShare: number | null;
  readonly missingShare: number | null;
  /** Of the units with a value; `null` where there are none (COINr `Frc.NonZero`, `Frc.Unique`, `Frc.Same`). */
  readonly nonZeroShare: number | null;
  readonly zeroShare: number | null;
  readonly uniqueShare: number | null;
  readonly sameShare: number | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly mean: number | null;
  readonly median: number | null;
  readonly lowerQuartile: number | null;
  readonly upperQuartile: number | null;
  /** Sample standard deviation. */
  readonly deviation: number | null;
  readonly skewness: number | null;
  readonly kurtosis: number | null;
}

/** Correlation of two nodes over the units that have a value in both. */
export interface NodeCorrelation {
  readonly node: string;
  readonly other: string;
  readonly units: number;
  readonly correlation: number | null;
}

/** How far columns that are combined measure one thing. */
export interface GroupConsistency {
  /** The node above them. */
  readonly node: string;
  /** What is looked at: what it is combined from, or every indicator below it. */
  readonly of: 'children' | 'indicators';
  readonly members: readonly string[];
  /** Cronbach's alpha, on covariances of the units that have both values. */
  readonly alpha: number | null;
  readonly components: GroupComponents | null;
}

export interface GroupComponents {
  /** Units with a value in every member. */
  readonly cases: number;
  /** Share of the variance that each principal component explains, highest first. */
  readonly shares: readonly number[];
  /** Components with a variance above 1, more than a single member has (Kaiser's rule). */
  readonly aboveOne: number;
  /** Loading of each member on the first component, in the order of `members`. */
  readonly first: readonly number[];
}

/** What becomes of the ranks without a node, its weight shared by its siblings. */
export interface RemovalEffect {
  readonly node: string;
  /** Units whose rank is another, or that have one only with or only without the node. */
  readonly changed: number;
  readonly lost: number;
  readonly gained: number;
  /** Mean and largest distance between both ranks, of the units that have both. */
  readonly meanShift: number | null;
  readonly largestShift: number | null;
}

export type FindingCode =
  | 'LOW_AVAILABILITY'
  | 'FEW_NON_ZERO'
  | 'FEW_UNIQUE'
  | 'OUTLIERS'
  | 'REDUNDANT_PAIR'
  | 'NEGATIVE_PAIR'
  | 'WEAK_WITH_INDEX'
  | 'AGAINST_INDEX'
  | 'REMOVAL_CHANGES_NO_RANK';

/** Something to look at, with the numbers that it is told by. */
export interface AuditFinding {
  readonly code: FindingCode;
  readonly nodes: readonly string[];
  readonly params: Readonly<Record<string, number>>;
}

/** The result, with the recipe and the thresholds it was made by. */
export interface Audit {
  readonly engineVersion: string;
  readonly recipe: Framework;
  readonly correlation: CorrelationMethod;
  readonly thresholds: AuditThresholds;
  /** What the method's screening leaves out; it takes part in nothing but the statistics. */
  readonly leftOut: readonly LeftOut[];
  /** Of every indicator, in the order of the framework. */
  readonly indicators: readonly IndicatorStatistics[];
  /** Each pair of children under one parent, as they are combined. */
  readonly withinGroups: readonly (NodeCorrelation & { readonly parent: string })[];
  /** Each node with each node above it, `other`. */
  readonly acrossLevels: readonly NodeCorrelation[];
  readonly groups: readonly GroupConsistency[];
  readonly removals: readonly RemovalEffect[];
  readonly findings: readonly AuditFinding[];
  readonly refusals: readonly AuditRefusal[];
}

/** A way to weights from the data, for the children of one parent at a time. */
export type WeightAid =
  /**
   * In proportion to the loadings on the first principal component (COINr's `get_PCA`), or to their
   * squares, which are shares of the variance of that component (OECD/JRC Handbook, step 6).
   */
  | {
      readonly method: 'principal_component';
      readonly loadings?: 'plain' | 'squared';
      /** Parents; absent: all. */
      readonly nodes?: readonly string[];
    }
  /**
   * So that the correlations of the children with their parent are in proportion to a target (COINr's
   * `get_opt_weights`, `balance`). Absent: equal, each child as influential as the next.
   */
  | {
      readonly method: 'target_correlation';
      /** By child, above 0, on any scale among siblings. */
      readonly target?: Readonly<Record<string, number>>;
      readonly nodes?: readonly string[];
    };

/** What a proposal says of one child. */
export interface ProposedWeight {
  readonly node: string;
  /** Share that the framework asks for. */
  readonly asked: number;
  /** Share that is proposed; those of siblings add up to 1. */
  readonly proposed: number;
}

export interface ComponentWeights {
  readonly method: 'principal_component';
  readonly parent: string;
  readonly cases: number;
  /** Share of the variance that the first component explains. */
  readonly explained: number;
  readonly weights: readonly (ProposedWeight & { readonly loading: number })[];
}

export interface TargetWeights {
  readonly method: 'target_correlation';
  readonly parent: string;
  /** Whether every share of the correlations is at its target, to 1e-6. */
  readonly met: boolean;
  /** The largest distance of a share from its target. */
  readonly distance: number;
  readonly weights: readonly (ProposedWeight & {
    /** Share of the correlations that was aimed at, and the one that the proposal gives. */
    readonly target: number;
    readonly reached: number;
    /** Correlation with the parent by the weights asked, and by those proposed; `null` where not defined. */
    readonly correlationAsked: number | null;
    readonly correlation: number;
  })[];
}

/** Weights that the data suggest. Nothing is changed by them until somebody writes them into a framework. */
export interface WeightProposal {
  readonly engineVersion: string;
  readonly recipe: Framework;
  readonly groups: readonly (ComponentWeights | TargetWeights)[];
  readonly refusals: readonly AuditRefusal[];
}
