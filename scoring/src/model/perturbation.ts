import type { Assessment, ScoreState } from './assessment.js';
import type { ObservationStatus, Unit } from './dataset.js';
import type { FrameworkNode, Method } from './framework.js';

/** Keys to set; `null` takes the key away, so that the rule above it holds (JSON merge patch, RFC 7396). */
export type Patch<T> = { readonly [K in keyof T]?: T[K] | null };

/** One thing that a what-if changes. Changes run in the order given, and all before anything is computed. */
export type Change =
  | {
      readonly kind: 'value';
      readonly unit: string;
      readonly element: string;
      readonly value: number | null;
      /** Absent: `A` with a value, `L` without. */
      readonly status?: ObservationStatus;
      /** Absent: 0, the period itself. */
      readonly periodsBack?: number;
    }
  | { readonly kind: 'weight'; readonly node: string; readonly weight: number }
  /** Maximum points. The nodes above take the new sums; of a node with children, theirs are scaled. */
  | { readonly kind: 'points'; readonly node: string; readonly points: number }
  | { readonly kind: 'method'; readonly set: Patch<Method> }
  | {
      readonly kind: 'node';
      readonly node: string;
      readonly set: Patch<Omit<FrameworkNode, 'code' | 'children'>>;
    }
  | {
      readonly kind: 'add_unit';
      readonly unit: Unit;
      /** What is not named was not collected. */
      readonly values: readonly {
        readonly element: string;
        readonly value: number | null;
        readonly status?: ObservationStatus;
      }[];
    }
  | { readonly kind: 'remove_unit'; readonly unit: string };

/** A unit's result on one side. */
export interface Standing {
  readonly state: ScoreState;
  readonly score: number | null;
  readonly rank: number | null;
  readonly band: string | null;
}

/** What became of one unit; `after` − `before`, so that a rank that falls below zero is a rise. */
export interface UnitDifference {
  readonly unit: string;
  /** `null`: the unit was added. */
  readonly before: Standing | null;
  /** `null`: the unit was removed. */
  readonly after: Standing | null;
  /** `null` unless it has a score on both sides. */
  readonly score: number | null;
  readonly rank: number | null;
}

/** A what-if: the same call twice, and what differs. */
export interface Perturbation {
  readonly before: Assessment;
  readonly after: Assessment;
  /** The changes that were made, in the order given. */
  readonly changes: readonly Change[];
  /** Every unit of either side: those of `before` in its order, then the added ones. */
  readonly differences: readonly UnitDifference[];
}
