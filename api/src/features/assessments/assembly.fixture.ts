import type { Framework } from '@dti-monitor/scoring';
import { OFFICIAL } from '../../platform/http/data-set.js';
import type { Observation } from '../observations/observation.entity.js';
import type { UnitSummary } from '../units/unit.dto.js';
import type { AssemblyInput } from './assembly-input.js';
import type { Recipe } from './recipe.js';

/** Two indices of 60 and 40 points under a total, ranked at two decimals. */
export const FRAMEWORK: Framework = {
  code: 'two-indices',
  method: {
    weights: { method: 'points' },
    aggregation: { method: 'arithmetic' },
    missing: 'no_value',
    notApplicable: 'no_value',
    rank: { method: 'competition', decimals: 2, rounding: 'half_up_decimal', direction: 'descending' },
  },
  root: {
    code: 'total',
    points: 100,
    children: [
      { code: 'a', points: 60 },
      { code: 'b', points: 40 },
    ],
  },
};

export const RECIPE: Recipe = {
  framework: FRAMEWORK,
  totalElement: 'total',
  rankElement: 'rank',
  groupElement: 'group',
  checkElements: ['pillar'],
  elements: { a: 'a', b: 'b' },
  groups: [{ code: 'all', expected: null, wholeRoster: true }],
};

export function unit(id: string): UnitSummary {
  return {
    id,
    level: 'province',
    kind: 'province',
    nameVi: id,
    shortNameVi: id,
    nameEn: id,
    regionId: 'north',
    validFrom: null,
    validTo: null,
  };
}

/** Figures of one unit; a text is one of a data element that holds a code, or a status without a value. */
export function figures(
  unitId: string,
  values: Readonly<Record<string, number | string>>,
  about: Partial<Observation> = {},
): readonly Observation[] {
  return Object.entries(values).map(([dataElement, value]) => {
    const gap = typeof value === 'string' && ['L', 'O', 'M'].includes(value);
    return {
      id: `${unitId}-${dataElement}`,
      unitId,
      dataElement,
      period: '2022',
      dataSet: OFFICIAL,
      value: typeof value === 'number' ? value : null,
      textValue: typeof value === 'string' && !gap ? value : null,
      status: gap ? (value as 'L' | 'O' | 'M') : 'A',
      sourceIds: ['press'],
      confidence: 'high',
      note: null,
      writtenAt: new Date(0),
      writtenBy: 'spec',
      importId: null,
      ...about,
    };
  });
}

export function input(
  observations: readonly (readonly Observation[])[],
  about: Partial<AssemblyInput> = {},
): AssemblyInput {
  return {
    recipe: RECIPE,
    level: 'province',
    dataSet: OFFICIAL,
    period: '2022',
    rosterDate: '2022-12-31',
    roster: ['x', 'y', 'z'].map(unit),
    observations: observations.flat(),
    earlier: [],
    ...about,
  };
}
