import {
  compute,
  sum,
  type Cell,
  type Dataset,
  type Framework,
  type NodeResult,
  type ObservationStatus,
  type Problem as EngineProblem,
  type ScoreState,
} from '@dti-monitor/scoring';
import type { Level } from '../units/unit.dto.js';
import { frameworkOfLeaves, fromUnits, nationLeaves, unitLeaves } from './measure-framework.js';
import type { Measure } from './target.entity.js';

/** A stored value that counts: the latest of its cell. */
export interface ReportedValue {
  readonly unitId: string;
  readonly dataElement: string;
  readonly value: number | null;
  readonly status: ObservationStatus;
}

export interface RosterUnit {
  readonly id: string;
  readonly level: Level;
}

/** A measure of one unit; without a value, `state` says why. */
export interface UnitFigure {
  readonly unitId: string;
  readonly value: number | null;
  readonly state: ScoreState;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** A measure of the nation, and what it rests on. */
export interface NationalFigure {
  readonly value: number | null;
  readonly state: ScoreState;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Units (of a list: its items) with a figure, without one to give, and how many there are. */
  readonly reported: number;
  readonly notApplicable: number;
  readonly expected: number;
  /** Who, or which data element, is still missing. */
  readonly gaps: readonly string[];
  readonly units: readonly UnitFigure[];
}

export interface FiguresInput {
  readonly measures: readonly Measure[];
  readonly values: readonly ReportedValue[];
  /** The units of the period, the nation among them. */
  readonly roster: readonly RosterUnit[];
}

const NATION = 'viet-nam';

/** Stored values that the engine refuses, with its own problems. */
export class FiguresRefused extends Error {
  constructor(readonly problems: readonly EngineProblem[]) {
    super('The engine refused the figures');
  }
}

/**
 * Every measure of a period, worked out by the engine: first each unit's own figure, then the nation's from
 * sums of numerators over sums of denominators, from the share of yes, or from what was reported for it.
 * @throws FiguresRefused
 */
export function measureFigures({
  measures,
  values,
  roster,
}: FiguresInput): ReadonlyMap<string, NationalFigure> {
  const cells = new Map(values.map((cell) => [key(cell.unitId, cell.dataElement), cell]));
  const computed = measures.filter(({ formula }) => formula !== null);
  const ofUnits = unitFigures(computed, roster, cells);
  const national = nationalCells(computed, ofUnits, cells);
  const framework = frameworkOfLeaves(
    nationLeaves(computed, ({ code }) => answeredBy(ofUnits.get(code) ?? []).map((id) => answer(code, id))),
  );
  const results = leaves(framework, { units: [{ code: NATION, group: null }], cells: national }).get(NATION);
  return new Map(
    computed.map((measure) => [
      measure.code,
      nationalFigure(measure, results?.get(measure.code), {
        units: ofUnits.get(measure.code) ?? [],
        cells,
      }),
    ]),
  );
}

const key = (unit: string, element: string): string => `${element} ${unit}`;
const answer = (measure: string, unit: string): string => `${measure} ${unit}`;

type Cells = ReadonlyMap<string, ReportedValue>;
type Leaves = ReadonlyMap<string, ReadonlyMap<string, NodeResult>>;

/** Results of the leaves, by unit and code. */
function leaves(framework: Framework | null, dataset: Dataset): Leaves {
  if (framework === null || dataset.units.length === 0) return new Map();
  const outcome = compute(framework, dataset);
  if (!outcome.ok) throw new FiguresRefused(outcome.problems);
  return new Map(
    outcome.value.units.map(({ unit, nodes }) => [unit, new Map(nodes.map((node) => [node.code, node]))]),
  );
}

function unitFigures(
  measures: readonly Measure[],
  roster: readonly RosterUnit[],
  cells: Cells,
): ReadonlyMap<string, readonly UnitFigure[]> {
  const collected = measures.filter(fromUnits);
  const elements = new Set(collected.flatMap(({ dataElements }) => dataElements));
  const units = roster.filter(({ level }) => level !== 'nation');
  const known = new Set(units.map(({ id }) => id));
  const given = [...cells.values()].filter((c) => known.has(c.unitId) && elements.has(c.dataElement));
  const results = leaves(frameworkOfLeaves(unitLeaves(collected)), {
    units: units.map(({ id }) => ({ code: id, group: null })),
    cells: given.map(cellOf),
  });
  return new Map(
    collected.map((measure) => [
      measure.code,
      units
        .filter(({ level }) => measure.levels.includes(level))
        .map(({ id }) => unitFigure(measure, id, results.get(id)?.get(measure.code), cells)),
    ]),
  );
}

function unitFigure(
  measure: Measure,
  unitId: string,
  node: NodeResult | undefined,
  cells: Cells,
): UnitFigure {
  const ratio = ratioElements(measure);
  const stored = (element: string | undefined) =>
    element === undefined ? null : (cells.get(key(unitId, element))?.value ?? null);
  return {
    unitId,
    value: node?.raw ?? null,
    state: node?.state ?? 'not_collected',
    numerator: stored(ratio?.numerator),
    denominator: stored(ratio?.denominator),
  };
}

/** What the nation's formulas read. */
function nationalCells(
  measures: readonly Measure[],
  ofUnits: ReadonlyMap<string, readonly UnitFigure[]>,
  cells: Cells,
): readonly Cell[] {
  const found = new Map<string, Cell>();
  const put = (element: string, value: number | null, status: ObservationStatus) =>
    void found.set(element, { unit: NATION, element, value, status });
  for (const measure of measures) {
    const units = ofUnits.get(measure.code) ?? [];
    const ratio = ratioElements(measure);
    if (measure.rollUp === 'share_of_yes') {
      for (const unit of answeredBy(units)) put(answer(measure.code, unit), valueOf(units, unit), 'A');
    } else if (measure.rollUp === 'sum_over_sum' && ratio !== null) {
      const counted = units.filter(({ state }) => state === 'scored' || state === 'not_applicable');
      const given = counted.filter(
        ({ numerator, denominator }) => numerator !== null && denominator !== null,
      );
      if (given.length === 0) continue;
      put(ratio.numerator, sum(given.map(({ numerator }) => numerator ?? 0)), 'A');
      put(ratio.denominator, sum(given.map(({ denominator }) => denominator ?? 0)), 'A');
    } else {
      for (const element of measure.dataElements) {
        const cell = cells.get(key(NATION, element));
        if (cell !== undefined) put(element, cell.value, cell.status);
      }
    }
  }
  return [...found.values()];
}

function nationalFigure(
  measure: Measure,
  node: NodeResult | undefined,
  { units, cells }: { units: readonly UnitFigure[]; cells: Cells },
): NationalFigure {
  const share = measure.rollUp === 'share_of_yes' || measure.rollUp === 'share_of_list';
  const raw = node?.raw ?? null;
  return {
    // The engine's share of yes is from 0 to 1; a measure is in percent.
    value: raw === null || !share ? raw : raw * 100,
    state: node?.state ?? 'not_collected',
    ...basis(measure, units, cells),
    units,
  };
}

type Basis = Pick<
  NationalFigure,
  'numerator' | 'denominator' | 'reported' | 'notApplicable' | 'expected' | 'gaps'
>;

function basis(measure: Measure, units: readonly UnitFigure[], cells: Cells): Basis {
  if (measure.rollUp === 'share_of_yes') {
    const answered = units.filter(({ value }) => value !== null);
    const yes = sum(answered.map(({ value }) => value ?? 0));
    return { ...coverage(units), ...fraction(answered.length, yes, answered.length) };
  }
  if (measure.rollUp === 'sum_over_sum') {
    const counted = units.filter(({ state }) => state === 'scored' || state === 'not_applicable');
    const given = counted.filter(({ numerator, denominator }) => numerator !== null && denominator !== null);
    const total = (part: 'numerator' | 'denominator') => sum(given.map((unit) => unit[part] ?? 0));
    return { ...coverage(units), ...fraction(given.length, total('numerator'), total('denominator')) };
  }
  const stored = measure.dataElements.map((element) => ({
    element,
    value: cells.get(key(NATION, element))?.value ?? null,
  }));
  const known = stored.filter(({ value }) => value !== null);
  const gaps = stored.filter(({ value }) => value === null).map(({ element }) => element);
  if (measure.rollUp === 'share_of_list') {
    const yes = sum(known.map(({ value }) => value ?? 0));
    const list = { reported: known.length, notApplicable: 0, expected: stored.length, gaps };
    return { ...list, ...fraction(known.length, yes, stored.length) };
  }
  const one = { reported: gaps.length === 0 ? 1 : 0, notApplicable: 0, expected: 1, gaps };
  const [numerator, denominator] = stored.map(({ value }) => value);
  return { ...one, numerator: numerator ?? null, denominator: denominator ?? null };
}

function fraction(of: number, numerator: number, denominator: number) {
  return of === 0 ? { numerator: null, denominator: null } : { numerator, denominator };
}

function coverage(units: readonly UnitFigure[]) {
  const reported = units.filter(({ value }) => value !== null);
  const notApplicable = units.filter(({ state }) => state === 'not_applicable');
  const gaps = units.filter(({ value, state }) => value === null && state !== 'not_applicable');
  return {
    reported: reported.length,
    notApplicable: notApplicable.length,
    expected: units.length,
    gaps: gaps.map(({ unitId }) => unitId),
  };
}

function answeredBy(units: readonly UnitFigure[]): readonly string[] {
  return units.filter(({ value }) => value !== null).map(({ unitId }) => unitId);
}

function valueOf(units: readonly UnitFigure[], id: string): number | null {
  return units.find(({ unitId }) => unitId === id)?.value ?? null;
}

function cellOf({ unitId, dataElement, value, status }: ReportedValue): Cell {
  return { unit: unitId, element: dataElement, value, status };
}

function ratioElements({ formula }: Measure): { numerator: string; denominator: string } | null {
  const { kind, numerator, denominator } = (formula ?? {}) as Partial<Record<string, unknown>>;
  return kind === 'ratio' ? { numerator: String(numerator), denominator: String(denominator) } : null;
}
