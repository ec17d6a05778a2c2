import type { Framework } from '@dti-monitor/scoring';

/** Everything beside the data that a result depends on, kept with the assessment word for word. */
export interface Recipe {
  readonly framework: Framework;
  readonly totalElement: string | null;
  readonly rankElement: string | null;
  readonly groupElement: string | null;
  readonly checkElements: readonly string[];
  /** Data element of each leaf, by node code. */
  readonly elements: Readonly<Record<string, string>>;
  readonly groups: readonly RecipeGroup[];
}

export interface RecipeGroup {
  readonly code: string;
  readonly expected: number | null;
  readonly wholeRoster: boolean;
}
