import { elementsOf, type Framework, type FrameworkNode } from '@dti-monitor/scoring';

/** Everything beside the data that a result depends on, kept with the assessment word for word. */
export interface Recipe {
  readonly framework: Framework;
  readonly totalElement: string | null;
  readonly rankElement: string | null;
  readonly groupElement: string | null;
  readonly checkElements: readonly string[];
  /** Data element behind each that the engine asks for; what is not named is left without a figure. */
  readonly elements: Readonly<Record<string, string>>;
  readonly groups: readonly RecipeGroup[];
  /** Absent: the period alone is looked at. */
  readonly earlier?: EarlierNeed;
}

export interface RecipeGroup {
  readonly code: string;
  readonly expected: number | null;
  readonly wholeRoster: boolean;
}

/** How many periods back growth and carried values look, and at which data elements. */
export interface EarlierNeed {
  readonly periods: number;
  readonly elements: readonly string[];
}

/** What a framework looks at in earlier periods; null where it does not. */
export function earlierNeed({ method, root }: Framework): EarlierNeed | null {
  const needs = leavesOf(root).map((leaf) => {
    const impute = leaf.impute ?? method.impute;
    const carried = impute?.method === 'last_value' ? impute.periods : 0;
    // A value that is carried from one period back may itself be a growth.
    const grown = leaf.formula?.kind === 'growth' ? 1 : 0;
    return { periods: carried + grown, elements: elementsOf(leaf) };
  });
  const elements = needs.flatMap((need) => (need.periods > 0 ? need.elements : []));
  if (elements.length === 0) return null;
  return { periods: Math.max(...needs.map(({ periods }) => periods)), elements: [...new Set(elements)] };
}

/** Data elements behind each leaf, by its code. */
export function leafElements({ framework, elements }: Recipe): ReadonlyMap<string, readonly string[]> {
  return new Map(
    leavesOf(framework.root).map((leaf) => [
      leaf.code,
      elementsOf(leaf).flatMap((asked) => elements[asked] ?? []),
    ]),
  );
}

function leavesOf(node: FrameworkNode): readonly FrameworkNode[] {
  return (node.children ?? []).length === 0 ? [node] : (node.children ?? []).flatMap(leavesOf);
}

/** The periods before a year, the newest first. */
export function periodsBefore(period: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, back) => String(Number(period) - 1 - back).padStart(4, '0'));
}
