import { daysSince1970 } from '@dti-monitor/scoring';
import type { Characters } from './characters.js';
import type { DrawsFor } from './draws.js';
import { shapeOf } from './element-shapes.js';
import { conditionsOf, databasesOwnedBy, PRIORITY_DATABASES } from './owned-databases.js';
import type { Shape } from './shapes.js';
import {
  SAMPLE,
  type SampleElement,
  type SampleUnit,
  type SampleWorld,
  type SampleYear,
} from './sample-world.js';

/** A value before gaps are made; null = not applicable to the unit. */
export type DrawnValue = number | string | null;

/** What the units of one year would report if all of them reported everything. */
export interface YearValues {
  valueOf(unit: SampleUnit, element: string): DrawnValue;
}

/** Population of all provinces, and exchanges a year through the platforms: orders of magnitude, no statistics. */
const POPULATION = { first: 100_300_000, growth: 0.008 };
const EXCHANGES: Readonly<Record<string, number>> = {
  '2023': 860_000_000,
  '2024': 1_020_000_000,
  '2025': 1_260_000_000,
  '2026': 1_080_000_000,
};
/** Chance of the moment, year by year, in log-odds. */
const MOMENT = 0.22;

const STATES = ['not_yet', 'partly', 'done'];

interface Setting {
  readonly world: SampleWorld;
  readonly year: SampleYear;
  readonly characters: Characters;
  readonly drawsFor: DrawsFor;
}

/**
 * @param reported what units did report, where that is known: the nation is worked out from it, gaps and
 *   outliers included, as it would be
 */
export function yearValues(
  setting: Setting,
  reported?: (unitId: string, element: string) => DrawnValue,
): YearValues {
  const known = new Map<string, DrawnValue>();
  const shapes = new Map<string, Shape>();
  const elements = new Map(setting.world.elements.map((element) => [element.code, element]));
  const values: YearValues = {
    valueOf: (unit, code) => {
      if (reported !== undefined && unit.level !== 'nation') return reported(unit.id, code);
      const key = `${unit.id} ${code}`;
      const found = known.get(key);
      if (found !== undefined) return found;
      const shape =
        shapes.get(`${unit.level} ${code}`) ?? shapeOf(elements.get(code) ?? unnamed(code), unit.level);
      shapes.set(`${unit.level} ${code}`, shape);
      const made = drawn(shape, { ...setting, unit, code, values });
      known.set(key, made);
      return made;
    },
  };
  return values;
}

/** One that a shape leans on and that is no element of the seeds is drawn all the same. */
function unnamed(code: string): SampleElement {
  return { code, valueType: 'count', levels: [] };
}

interface Cell extends Setting {
  readonly unit: SampleUnit;
  readonly code: string;
  readonly values: YearValues;
}

type Of<K extends Shape['kind']> = Extract<Shape, { readonly kind: K }>;

/** One way of drawing for each kind of shape; those of the end are worked out from other figures. */
const DRAWN: { readonly [K in Shape['kind']]: (shape: Of<K>, cell: Cell) => DrawnValue } = {
  yes: ({ ease, needs }, cell) => (has(cell, needs) && adopted(cell, ease) ? 1 : 0),
  whole: (shape, cell) => (has(cell, shape.needs) ? wholeOf(shape, cell) : 0),
  part: ({ of, ease }, cell) => Math.floor(number(cell, of) * share(cell, ease)),
  planned: ({ of, needs }, cell) => (has(cell, needs) ? plannedFor(number(cell, of), cell) : null),
  reviewed: ({ needs }, cell) => (has(cell, needs) ? reviewedOn(cell) : null),
  age: ({ of }, cell) => {
    const on = cell.values.valueOf(cell.unit, of);
    return typeof on === 'number' ? lastDay(cell) - on : null;
  },
  criteria: ({ needs }, cell) => (has(cell, needs) ? 'Tiêu chí mẫu, bản 1' : null),
  population: (_, cell) => populationOf(cell),
  volume: (_, cell) => volumeOf(cell),
  only: ({ level, units, shape }, cell) =>
    cell.unit.level !== level || units.includes(cell.unit.id) ? drawn(shape, cell) : null,
  state: ({ ease }, cell) => stateOf(cell, ease),
  owned: (_, cell) => ownedBy(cell).length,
  'owned-with': ({ condition }, cell) =>
    ownedBy(cell).filter((database) => meets(cell, database, condition)).length,
  database: ({ database, condition }, cell) => (meets(cell, database, condition) ? 1 : 0),
  sum: (shape, cell) =>
    sum(
      below(cell)
        .filter(({ level }) => reports(cell, shape.of, level) && (shape.level ?? level) === level)
        .map((unit) => Number(cell.values.valueOf(unit, shape.of) ?? 0)),
    ),
  'units-with': ({ of }, cell) =>
    below(cell).filter((unit) => of.every((code) => holds(cell, unit, code))).length,
  units: (_, cell) => below(cell).length,
  regions: (_, { year }) => year.regions.length,
  'regions-with': ({ of }, cell) =>
    cell.year.regions.filter((region) =>
      below(cell).some((unit) => unit.regionId === region && holds(cell, unit, of)),
    ).length,
};

function drawn<K extends Shape['kind']>(shape: Of<K>, cell: Cell): DrawnValue {
  return DRAWN[shape.kind as K](shape, cell);
}

/** The units whose figures the nation's are worked out from. */
function below({ year }: Setting): readonly SampleUnit[] {
  return year.units.filter(({ level }) => level !== 'nation');
}

function holds({ values }: Cell, unit: SampleUnit, code: string): boolean {
  return Number(values.valueOf(unit, code) ?? 0) > 0;
}

function reports({ world }: Cell, code: string, level: string): boolean {
  return world.elements.some((element) => element.code === code && element.levels.includes(level));
}

function number({ values, unit }: Cell, code: string): number {
  return Number(values.valueOf(unit, code) ?? 0);
}

function has(cell: Cell, needs: string | undefined): boolean {
  return needs === undefined || needs === '' || number(cell, needs) > 0;
}

function yearIndex({ world, year }: Setting): number {
  return world.years.indexOf(year);
}

function strength(cell: Cell): number {
  return cell.characters.strength(cell.unit.id, cell.code, yearIndex(cell));
}

/** Once adopted, kept: what it takes does not change, and strength only grows. */
function adopted(cell: Cell, ease: number): boolean {
  const hurdle = mean(rootsOf(cell).map(({ id }) => 0.5 * cell.drawsFor('hurdle', id, cell.code).normal()));
  return strength(cell) + ease > hurdle;
}

function share(cell: Cell, ease: number): number {
  const moment = MOMENT * cell.drawsFor('moment', cell.unit.id, cell.code, cell.year.period).normal();
  return 1 / (1 + Math.exp(-(strength(cell) + ease + moment)));
}

function stateOf(cell: Cell, ease: number): string {
  const reached = share(cell, ease);
  return STATES[reached < 0.45 ? 0 : reached < 0.72 ? 1 : 2] ?? '';
}

/** A unit made of others has what those would have together. */
function wholeOf(
  { median, spread, growth, none = 0 }: Extract<Shape, { kind: 'whole' }>,
  cell: Cell,
): number {
  if (cell.drawsFor('none', cell.unit.id, cell.code, cell.year.period).chance(none)) return 0;
  const moment = Math.exp(0.05 * cell.drawsFor('moment', cell.unit.id, cell.code, cell.year.period).normal());
  const parts = rootsOf(cell).map((root) => {
    const own = Math.exp(spread * cell.drawsFor('size', root.id, cell.code).normal());
    const large = root.level === 'nation' ? 1 : Math.sqrt(cell.characters.size(root));
    return median * own * large * Math.exp(growth * yearIndex(cell));
  });
  return Math.round(sum(parts) * moment);
}

function plannedFor(reached: number, cell: Cell): number {
  const beside = Math.exp(0.3 * cell.drawsFor('planned', cell.unit.id, cell.year.period).normal());
  return Math.max(1, Math.round(reached * beside));
}

/** Mostly within the half year that is asked for; some long ago. */
function reviewedOn(cell: Cell): number {
  const draws = cell.drawsFor('reviewed', cell.unit.id, cell.code, cell.year.period);
  const old = draws.chance(0.25);
  const asOf = cell.year.period === SAMPLE.yearInCourse ? day(`${cell.year.period}-10-30`) : lastDay(cell);
  return asOf - (old ? 185 + draws.below(400) : 5 + draws.below(175));
}

function lastDay({ year }: Setting): number {
  return day(`${year.period}-12-31`);
}

function day(text: string): number {
  return daysSince1970(text) ?? 0;
}

function populationOf(cell: Cell): number {
  const weight = (root: SampleUnit) => cell.characters.size(root);
  const all = rootsOfLevel(cell, 'province');
  const total = POPULATION.first * (1 + POPULATION.growth) ** yearIndex(cell);
  return Math.round((total * sum(rootsOf(cell).map(weight))) / sum(all.map(weight)) / 100) * 100;
}

function volumeOf(cell: Cell): number {
  const weight = (root: SampleUnit): number => {
    const own = Math.exp(1.2 * cell.drawsFor('volume', root.id).normal());
    return own * cell.characters.size(root) ** 0.7 * (root.level === 'ministry' ? 4 : 1);
  };
  const all = [...rootsOfLevel(cell, 'province'), ...rootsOfLevel(cell, 'ministry')];
  const moment = Math.exp(0.08 * cell.drawsFor('moment', cell.unit.id, cell.code, cell.year.period).normal());
  const total = EXCHANGES[cell.year.period] ?? 1_000_000_000;
  return Math.round((moment * total * sum(rootsOf(cell).map(weight))) / sum(all.map(weight)));
}

function rootsOf({ characters, unit }: Cell): readonly SampleUnit[] {
  return characters.roots(unit.id);
}

/** Whom the units of a level come from; the same all through, so that shares are comparable. */
function rootsOfLevel({ year, characters }: Cell, level: string): readonly SampleUnit[] {
  const roots = year.units.filter((unit) => unit.level === level).flatMap(({ id }) => characters.roots(id));
  return [...new Map(roots.map((root) => [root.id, root])).values()];
}

function ownedBy(cell: Cell): readonly string[] {
  if (cell.unit.level === 'nation') return PRIORITY_DATABASES;
  return databasesOwnedBy(rootsOf(cell).map(({ id }) => id));
}

/** The same answer whoever gives it: the owner, or the nation. */
function meets(cell: Cell, database: string, condition: string): boolean {
  return conditionsOf(database, yearIndex(cell), cell.drawsFor).has(condition);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / Math.max(values.length, 1);
}
