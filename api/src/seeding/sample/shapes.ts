import type { SampleLevel } from './sample-world.js';

/** How the figures of a data element are drawn. `ease` is in log-odds: 0 is met by half of middling units. */
export type Shape =
  /** Adopted once and kept; only where what it `needs` is there. */
  | { readonly kind: 'yes'; readonly ease: number; readonly needs?: string }
  /** A count of everything there is: log-normal, larger for the large, growing by the year. */
  | {
      readonly kind: 'whole';
      readonly median: number;
      readonly spread: number;
      readonly growth: number;
      readonly none?: number;
      readonly needs?: string;
    }
  /** Some of a whole: never more than it. */
  | { readonly kind: 'part'; readonly of: string; readonly ease: number }
  /** A plan's figure, near what was reached; not applicable without the plan. */
  | { readonly kind: 'planned'; readonly of: string; readonly needs: string }
  /** A day of review, and its age at the end of the year; not applicable where there is nothing to review. */
  | { readonly kind: 'reviewed'; readonly needs: string }
  | { readonly kind: 'age'; readonly of: string }
  | { readonly kind: 'criteria'; readonly needs: string }
  | { readonly kind: 'population' }
  /** Exchanges of data; the country has about a billion a year. */
  | { readonly kind: 'volume' }
  /** National databases that a body owns, and those of them that meet a condition. */
  | { readonly kind: 'owned' }
  | { readonly kind: 'owned-with'; readonly condition: string }
  | { readonly kind: 'database'; readonly database: string; readonly condition: string }
  | { readonly kind: 'state'; readonly ease: number }
  /** The nation's: added up, or counted, from the units. */
  | { readonly kind: 'sum'; readonly of: string; readonly level?: SampleLevel }
  | { readonly kind: 'units-with'; readonly of: readonly string[] }
  | { readonly kind: 'units' }
  | { readonly kind: 'regions' }
  | { readonly kind: 'regions-with'; readonly of: string }
  /** Only of some units; not applicable to the others. */
  | {
      readonly kind: 'only';
      readonly units: readonly string[];
      readonly level: SampleLevel;
      readonly shape: Shape;
    };

/** Adopted by half of middling units at 0. */
export const yes = (ease: number, needs?: string): Shape => ({
  kind: 'yes',
  ease,
  ...(needs === undefined ? {} : { needs }),
});
/** A count of everything there is. */
export const whole = (
  median: number,
  spread = 0.5,
  growth = 0.08,
  more: { none?: number; needs?: string } = {},
): Shape => ({ kind: 'whole', median, spread, growth, ...more });
/** Some of a whole. */
export const part = (of: string, ease: number): Shape => ({ kind: 'part', of, ease });
