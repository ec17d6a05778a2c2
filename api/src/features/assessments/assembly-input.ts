import type { Cell, Dataset } from '@dti-monitor/scoring';
import { askedElements } from '../frameworks/scoring-framework.js';
import type { LoadedFramework } from '../frameworks/frameworks.service.js';
import type { Observation } from '../observations/observation.entity.js';
import type { UnitSummary } from '../units/unit.dto.js';
import { earlierNeed, type Recipe } from './recipe.js';

/** Everything one scoring run depends on, apart from the engine. */
export interface AssemblyInput {
  readonly recipe: Recipe;
  readonly level: 'nation' | 'ministry' | 'province';
  readonly dataSet: string;
  readonly period: string;
  readonly rosterDate: string;
  /** Units of the level on the roster date, in Vietnamese order. */
  readonly roster: readonly UnitSummary[];
  /** Observations that count for the period, of the recipe's data elements. */
  readonly observations: readonly Observation[];
  /** Those of the periods before that the recipe looks at, the newest first. */
  readonly earlier: readonly EarlierFigures[];
}

export interface EarlierFigures {
  readonly period: string;
  readonly observations: readonly Observation[];
}

/** What a framework version asks of the data, as it is kept with the assessment. */
export function recipeOf({ version, nodes, groups, scoring }: LoadedFramework): Recipe {
  const earlier = earlierNeed(scoring);
  return {
    framework: scoring,
    totalElement: version.totalElement,
    rankElement: version.rankElement,
    groupElement: version.groupElement,
    checkElements: version.checkElements,
    elements: Object.fromEntries(askedElements(version, nodes).map((code) => [code, code])),
    groups: groups.map(({ code, expected, wholeRoster }) => ({ code, expected, wholeRoster })),
    ...(earlier === null ? {} : { earlier }),
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
  const byUnit = figuresByUnit(observations);
  const whole = recipe.groups.find((group) => group.wholeRoster)?.code ?? null;
  return roster.flatMap((unit) => {
    const figures: UnitFigures = byUnit.get(unit.id) ?? new Map();
    const told = recipe.groupElement === null ? undefined : figures.get(recipe.groupElement)?.textValue;
    const groupCode = told ?? whole;
    return groupCode === null ? [] : [{ unit, groupCode, figures }];
  });
}

/** Observations of one period by unit and data element. */
export function figuresByUnit(observations: readonly Observation[]): ReadonlyMap<string, UnitFigures> {
  const byUnit = new Map<string, Map<string, Observation>>();
  for (const observation of observations) {
    const own = byUnit.get(observation.unitId) ?? new Map<string, Observation>();
    own.set(observation.dataElement, observation);
    byUnit.set(observation.unitId, own);
  }
  return byUnit;
}

/** A unit that is scored, as the engine needs to know it. */
export interface ScoredUnit {
  readonly unitId: string;
  readonly groupCode: string | null;
}

/** The figures of units as the engine takes them. A unit that is not ranked is in no group. */
export function datasetOf(
  recipe: Recipe,
  units: readonly ScoredUnit[],
  periods: { readonly current: readonly Observation[]; readonly earlier: readonly EarlierFigures[] },
  ranked: boolean,
): Dataset {
  const cells = (observations: readonly Observation[], only?: readonly string[]): Cell[] => {
    const byUnit = figuresByUnit(observations);
    return units.flatMap(({ unitId }) =>
      Object.entries(recipe.elements).flatMap(([element, dataElement]): Cell[] => {
        const found = byUnit.get(unitId)?.get(dataElement);
        if (found === undefined || only?.includes(element) === false) return [];
        return [{ unit: unitId, element, value: found.value, status: found.status }];
      }),
    );
  };
  return {
    units: units.map(({ unitId, groupCode }) => ({ code: unitId, group: ranked ? groupCode : null })),
    cells: cells(periods.current),
    ...(periods.earlier.length === 0
      ? {}
      : {
          earlier: periods.earlier.map(({ observations }) => ({
            cells: cells(observations, recipe.earlier?.elements),
          })),
        }),
  };
}
