import type { Cell, Dataset } from '@dti-monitor/scoring';
import type { LoadedFramework } from '../frameworks/frameworks.service.js';
import type { Observation } from '../observations/observation.entity.js';
import type { UnitSummary } from '../units/unit.dto.js';
import type { Recipe } from './recipe.js';

/** Everything one scoring run depends on, apart from the engine. */
export interface AssemblyInput {
  readonly recipe: Recipe;
  readonly level: 'nation' | 'ministry' | 'province';
  readonly period: string;
  readonly rosterDate: string;
  /** Units of the level on the roster date, in Vietnamese order. */
  readonly roster: readonly UnitSummary[];
  /** Observations that count for the period, of the recipe's data elements. */
  readonly observations: readonly Observation[];
}

/** What a framework version asks of the data, as it is kept with the assessment. */
export function recipeOf(framework: LoadedFramework): Recipe {
  const { version, nodes, groups, scoring } = framework;
  const elements = nodes.flatMap((node) => {
    const leaf = !nodes.some((other) => other.parentCode === node.code);
    // Where the tree is the total alone, the published total is not a part to compute it from.
    const usable = leaf && node.dataElement !== null && node.dataElement !== version.totalElement;
    return usable ? [[node.code, node.dataElement as string] as const] : [];
  });
  return {
    framework: scoring,
    totalElement: version.totalElement,
    rankElement: version.rankElement,
    groupElement: version.groupElement,
    checkElements: version.checkElements,
    elements: Object.fromEntries(elements),
    groups: groups.map(({ code, expected, wholeRoster }) => ({ code, expected, wholeRoster })),
  };
}

/** Every data element that a recipe reads. */
export function recipeElements(recipe: Recipe): readonly string[] {
  const own = [recipe.totalElement, recipe.rankElement, recipe.groupElement].filter((code) => code !== null);
  return [...new Set([...own, ...recipe.checkElements, ...Object.values(recipe.elements)])];
}

/** Observations of one unit by data element. */
export type UnitFigures = ReadonlyMap<string, Observation>;

/** A unit that takes part, its peer group and its figures. */
export interface Participant {
  readonly unit: UnitSummary;
  readonly groupCode: string | null;
  readonly figures: UnitFigures;
}

/**
 * Who takes part: every unit of the roster where a group is the whole roster, so that who has no
 * figure is seen; elsewhere the units that the published table puts in a group.
 */
export function participants(input: AssemblyInput): readonly Participant[] {
  const { recipe, roster, observations } = input;
  const byUnit = new Map<string, Map<string, Observation>>();
  for (const observation of observations) {
    const own = byUnit.get(observation.unitId) ?? new Map<string, Observation>();
    own.set(observation.dataElement, observation);
    byUnit.set(observation.unitId, own);
  }
  const whole = recipe.groups.find((group) => group.wholeRoster)?.code ?? null;
  return roster.flatMap((unit) => {
    const figures: UnitFigures = byUnit.get(unit.id) ?? new Map();
    const told = recipe.groupElement === null ? undefined : figures.get(recipe.groupElement)?.textValue;
    const groupCode = told ?? whole;
    return groupCode === null ? [] : [{ unit, groupCode, figures }];
  });
}

/** The same data as the engine takes them. */
export function datasetOf(recipe: Recipe, members: readonly Participant[], ranked: boolean): Dataset {
  const cells = members.flatMap(({ unit, figures }) =>
    Object.entries(recipe.elements).flatMap(([node, element]): Cell[] => {
      const observation = figures.get(element);
      if (observation === undefined) return [];
      return [{ unit: unit.id, element: node, value: observation.value, status: observation.status }];
    }),
  );
  return {
    units: members.map(({ unit, groupCode }) => ({ code: unit.id, group: ranked ? groupCode : null })),
    cells,
  };
}
