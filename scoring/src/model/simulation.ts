import type { Aggregation, MissingRule } from './aggregation.js';
import type { Framework, Method } from './framework.js';
import type { Normalisation } from './normalisation.js';
import type { Imputation } from './screening.js';
import type { Treatment } from './treatment.js';

/*
 * What is uncertain about an index, and what came of it: Monte Carlo over the choices of its method
 * (OECD/JRC Handbook, step 7; Saisana, Saltelli and Tarantola 2005).
 */

/** How the weights of siblings are drawn. A weight of 0 stays 0; each set is brought to a sum of 1. */
export type WeightDistribution =
  /** Each weight × (1 + e), e uniform from −share to +share (COINr's noisy weights). `share` above 0, at most 1. */
  | { readonly method: 'noise'; readonly share: number }
  /** Dirichlet about the weights that the method asks for; the larger the concentration, the closer. */
  | { readonly method: 'dirichlet'; readonly concentration: number }
  /** Every split of the whole is as likely, whatever the method asks for. */
  | { readonly method: 'simplex' };

/** Noise on the raw value of an indicator. */
export interface DataNoise {
  readonly distribution: 'normal' | 'uniform';
  /** `relative`: `size` is a share of the value; `absolute`: it is in the indicator's unit. */
  readonly scale: 'relative' | 'absolute';
  /** Standard deviation of a normal, half the width of a uniform; above 0. */
  readonly size: number;
}

/**
 * Rules of which each draw takes one, each as likely. The method's own rule is among them only where it is
 * listed. They stand before what the method or a node says.
 */
interface Alternatives<Kind extends string, Rule> {
  /** Of its own; the input's random stream depends on the seed and this name alone. */
  readonly name: string;
  readonly kind: Kind;
  readonly alternatives: readonly Rule[];
  /**
   * Which nodes it is about; absent: all. Of rules for indicators a parent stands for every indicator
   * below it; of rules for parents each stands for itself.
   */
  readonly nodes?: readonly string[];
}

export interface UncertainWeights {
  readonly name: string;
  readonly kind: 'weights';
  readonly distribution: WeightDistribution;
  /** Parents whose children's weights are drawn; absent: as `levels` says, or all. */
  readonly nodes?: readonly string[];
  /** Levels whose weights are drawn: 1 = the children of the root, 2 = theirs. Not together with `nodes`. */
  readonly levels?: readonly number[];
}

export interface LeaveOneOut {
  readonly name: string;
  readonly kind: 'leave_out';
  /** Of which each draw leaves one out, with all that is below it; absent: every scored indicator. */
  readonly nodes?: readonly string[];
  /** Whether leaving none out is one of the choices. Absent: it is not. */
  readonly orNone?: boolean;
}

export interface UncertainData {
  readonly name: string;
  readonly kind: 'data';
  readonly noise: DataNoise;
  /** Indicators, or parents for all below; absent: all. */
  readonly nodes?: readonly string[];
}

export type UncertainInput =
  | UncertainWeights
  | Alternatives<'normalisation', Normalisation>
  | Alternatives<'imputation', Imputation>
  | Alternatives<'treatment', Treatment>
  | Alternatives<'aggregation', Aggregation>
  | Alternatives<'missing', MissingRule>
  | LeaveOneOut
  | UncertainData
  /** Rules of the method that stand in for its own; `{}` is the method as it is. */
  | { readonly name: string; readonly kind: 'method'; readonly alternatives: readonly Partial<Method>[] }
  /** Whole frameworks over the same data; the first input that is applied. */
  | { readonly name: string; readonly kind: 'framework'; readonly alternatives: readonly Framework[] };

/** What a sensitivity index is of: one number of each run. */
export type SensitivityTarget =
  /** Mean over the units of how many places each is from its nominal rank (COINr's target). */
  | { readonly of: 'rank_shift' }
  | { readonly of: 'score'; readonly unit: string }
  | { readonly of: 'rank'; readonly unit: string };

export interface SensitivitySpecification {
  /** Absent: the rank shift. */
  readonly targets?: readonly SensitivityTarget[];
  /** Resamples that the intervals of the indices come from; absent: 1,000; 0: no intervals. */
  readonly resamples?: number;
}

export interface SimulationSpecification {
  /** Monte Carlo draws; with sensitivity, the rows of each of the matrices A and B. */
  readonly draws: number;
  /** A whole number from 0 to 2⁵³ − 1. */
  readonly seed: number;
  readonly inputs: readonly UncertainInput[];
  /** Quantiles that intervals run between; absent: 0.05 and 0.95. */
  readonly interval?: readonly [number, number];
  /** Neighbours are told apart where one is ahead with at least this probability; absent: 0.95. */
  readonly confidence?: number;
  /** Absent: no sensitivity analysis, and no runs for it. */
  readonly sensitivity?: SensitivitySpecification;
}

/** The same with everything that may be absent filled in. */
export interface ResolvedSpecification {
  readonly draws: number;
  readonly seed: number;
  readonly inputs: readonly UncertainInput[];
  readonly interval: readonly [number, number];
  readonly confidence: number;
  readonly sensitivity: Required<SensitivitySpecification> | null;
}

/** How far a simulation has come. */
export interface SimulationProgress {
  /** Runs that are done, and runs in all. */
  readonly done: number;
  readonly of: number;
}

/** What draws made of one number of a unit, over the draws in which it had one. */
export interface Spread {
  readonly mean: number;
  readonly median: number;
  /** Sample standard deviation; `null` for a single draw. */
  readonly deviation: number | null;
  /** The quantiles that the specification asks for (type 7). */
  readonly lower: number;
  readonly upper: number;
  readonly lowest: number;
  readonly highest: number;
}

export interface SimulatedUnit {
  readonly unit: string;
  readonly group: string | null;
  /** As the method has it, without anything drawn. */
  readonly nominal: { readonly score: number | null; readonly rank: number | null };
  /** `null` where no draw gave one. */
  readonly score: Spread | null;
  readonly rank: Spread | null;
  /** Ranks that it had, lowest first, and in how many draws. */
  readonly ranks: readonly { readonly rank: number; readonly draws: number }[];
  /** Share of the draws in which it had no score. */
  readonly withoutScore: number;
}

/** Two units next to each other in the nominal order of their group. */
export interface Neighbours {
  readonly group: string;
  readonly ahead: string;
  readonly behind: string;
  /** Draws in which both have a rank: what the shares are of. */
  readonly draws: number;
  /** Share in which `ahead` has the better rank, and in which the ranks are equal; `null` for 0 draws. */
  readonly probabilityAhead: number | null;
  readonly probabilityEqual: number | null;
}

/** Units in a row of which no two neighbours are told apart. Its ends may well be. */
export interface Indistinguishable {
  readonly group: string;
  /** In the nominal order. */
  readonly units: readonly string[];
}

/** An estimate and the quantiles of its bootstrap, `null` where there is none. */
export interface IndexEstimate {
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface SensitivityOfTarget {
  readonly target: SensitivityTarget;
  /** Rows that the estimates are over: those in which every run gave the number; and the others. */
  readonly rows: number;
  readonly rowsWithout: number;
  /** Of the runs of A and B; `null` with fewer than two rows. */
  readonly mean: number | null;
  readonly variance: number | null;
  /** In the order of the specification. `null` indices: the target does not vary, or there are no two rows. */
  readonly inputs: readonly {
    readonly input: string;
    /** Share of the variance that the input explains by itself. */
    readonly first: IndexEstimate | null;
    /** Share that it has any part in, alone or with others. */
    readonly total: IndexEstimate | null;
  }[];
}

/** The result, with the recipe it was made by. */
export interface Simulation {
  readonly engineVersion: string;
  readonly recipe: Framework;
  readonly specification: ResolvedSpecification;
  /** Name of the random generator. */
  readonly generator: string;
  /** Draws that the statistics are over: those of the specification, twice as many with sensitivity. */
  readonly draws: number;
  /** How often the index was worked out: draws, or draws × (inputs + 2) with sensitivity. */
  readonly runs: number;
  /** In the order of the data set. */
  readonly units: readonly SimulatedUnit[];
  /** By group, from the first rank to the last. */
  readonly neighbours: readonly Neighbours[];
  readonly indistinguishable: readonly Indistinguishable[];
  readonly sensitivity: readonly SensitivityOfTarget[] | null;
}
