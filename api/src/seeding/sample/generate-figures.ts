import { charactersOf, type Characters } from './characters.js';
import { drawsOf, type DrawsFor } from './draws.js';
import { shapeOf } from './element-shapes.js';
import { outlierAt } from './outliers.js';
import { reportOf, type UnitReport } from './reporting.js';
import {
  reportedBy,
  SAMPLE,
  type SampleElement,
  type SampleFigure,
  type SampleStatus,
  type SampleUnit,
  type SampleWorld,
  type SampleYear,
} from './sample-world.js';
import { yearValues, type DrawnValue } from './year-values.js';

export interface GeneratedFigures {
  /** In the order in which they were written: a corrected figure after the one it replaces. */
  readonly figures: readonly SampleFigure[];
  readonly reports: readonly UnitReport[];
}

/** The Decision and what it asks for did not exist yet, so nobody was asked in 2023. */
const NOT_COLLECTED = {
  period: '2023',
  codes: /^target\.|^data\.big\.kinds|^data\.sharing\.obstacles/,
} as const;

/** Chances that a single figure is missing, by how the report came. */
const GAPS = { full: 0.012, late: 0.02, returned: 0.012, partial: 0.22, none: 1 } as const;
const IN_COURSE_GAP = 0.45;
const ESTIMATED = 0.012;
/** Of the figures of a report that was sent back, how many were wrong. */
const WRONG = 0.12;

/**
 * Every unit × data element × year: a value, or a gap that says why. Pure: the same world gives the same
 * rows, and no row depends on the order of the others.
 */
export function generateFigures(world: SampleWorld): GeneratedFigures {
  const drawsFor = drawsOf(world.seed);
  const characters = charactersOf(world, drawsFor);
  const made = world.years.map((year) => yearOf({ world, year, characters, drawsFor }));
  return { figures: made.flatMap(({ figures }) => figures), reports: made.flatMap(({ reports }) => reports) };
}

interface Setting {
  readonly world: SampleWorld;
  readonly year: SampleYear;
  readonly characters: Characters;
  readonly drawsFor: DrawsFor;
}

function yearOf(setting: Setting): GeneratedFigures {
  const { world, year } = setting;
  const full = yearValues(setting);
  const reports = year.units.map((unit) => reportOf(unit, year.period, setting.drawsFor));
  const below = year.units.flatMap((unit, at) =>
    unit.level === 'nation'
      ? []
      : unitFigures(unit, reports[at] as UnitReport, setting, (code) => full.valueOf(unit, code)),
  );
  const latest = new Map(
    below.map((figure) => [`${figure.unitId} ${figure.dataElement}`, figure.value ?? figure.textValue]),
  );
  const national = yearValues(setting, (unitId, code) => latest.get(`${unitId} ${code}`) ?? null);
  const above = year.units.flatMap((unit, at) =>
    unit.level === 'nation'
      ? unitFigures(unit, reports[at] as UnitReport, setting, (code) => national.valueOf(unit, code))
      : [],
  );
  return {
    figures: [...above, ...below].filter(({ dataElement }) =>
      world.elements.some(({ code }) => code === dataElement),
    ),
    reports: reports.filter(({ unitId }) =>
      year.units.some(({ id, level }) => id === unitId && level !== 'nation'),
    ),
  };
}

function unitFigures(
  unit: SampleUnit,
  report: UnitReport,
  setting: Setting,
  valueOf: (code: string) => DrawnValue,
): SampleFigure[] {
  return reportedBy(setting.world.elements, unit.level).flatMap((element) =>
    cellOf({ unit, report, element, setting, value: valueOf(element.code) }),
  );
}

interface Cell {
  readonly unit: SampleUnit;
  readonly report: UnitReport;
  readonly element: SampleElement;
  readonly setting: Setting;
  readonly value: DrawnValue;
}

/** One figure, two where the first was sent back, or the gap that stands for it. */
function cellOf(cell: Cell): SampleFigure[] {
  const { unit, report, element, setting, value } = cell;
  const { period } = report;
  const draws = setting.drawsFor('gap', unit.id, element.code, period);
  const gap = (status: SampleStatus, note: string | null = null) => [
    figure(cell, status, null, report.resubmittedOn ?? report.submittedOn ?? closing(period), note),
  ];
  if (period === NOT_COLLECTED.period && NOT_COLLECTED.codes.test(element.code)) return gap('L');
  if (value === null) return report.kind === 'none' ? gap(missing(period)) : gap('M');
  const outlier = outlierAt(unit.id, element.code, period);
  if (outlier !== undefined && typeof value === 'number') {
    return [
      figure(
        cell,
        statusOf(cell, draws.uniform()),
        outlier.value(value),
        report.resubmittedOn ?? report.submittedOn ?? closing(period),
        outlier.note,
      ),
    ];
  }
  if (unit.level !== 'nation' && draws.chance(gapChance(report, period))) return gap(missing(period));
  const status = statusOf(cell, draws.uniform());
  if (report.resubmittedOn === null || report.submittedOn === null) {
    return [figure(cell, status, value, report.submittedOn ?? closing(period), null)];
  }
  const wrong = wrongFirst(cell, draws.chance(WRONG));
  return [
    ...(wrong === null ? [] : [figure(cell, 'V', wrong, report.submittedOn, 'Bị trả lại để chỉnh sửa.')]),
    figure(cell, status, value, wrong === null ? report.submittedOn : report.resubmittedOn, null),
  ];
}

/** Before it was returned a whole was too large, or a part too small: never a part above its whole. */
function wrongFirst({ element, unit, value }: Cell, wrong: boolean): number | null {
  if (!wrong || typeof value !== 'number' || value === 0) return null;
  const { kind } = shapeOf(element, unit.level);
  if (kind === 'part') return Math.floor(value * 0.6);
  return kind === 'whole' ? value * 2 : null;
}

function gapChance({ kind }: UnitReport, period: string): number {
  return kind === 'partial' && period === SAMPLE.yearInCourse ? IN_COURSE_GAP : GAPS[kind];
}

/** Asked and not answered; in the year in course, not due yet. */
function missing(period: string): SampleStatus {
  return period === SAMPLE.yearInCourse ? 'L' : 'O';
}

function statusOf({ unit, element, report, setting }: Cell, at: number): SampleStatus {
  if (report.period === SAMPLE.yearInCourse) return 'P';
  if (element.valueType === 'count' && unit.level !== 'nation' && at < ESTIMATED) return 'E';
  const merged = setting.characters.roots(unit.id).length > 1;
  return merged && report.period === '2025' && element.valueType === 'count' ? 'B' : 'A';
}

/** When the collection of a year was closed: of what never came, the day on which that was written down. */
function closing(period: string): string {
  return period === SAMPLE.yearInCourse ? `${period}-10-31` : `${Number(period) + 1}-03-31`;
}

function figure(
  { unit, element, report }: Cell,
  status: SampleStatus,
  value: DrawnValue,
  day: string,
  note: string | null,
): SampleFigure {
  return {
    unitId: unit.id,
    dataElement: element.code,
    period: report.period,
    value: typeof value === 'number' ? value : null,
    textValue: typeof value === 'string' ? value : null,
    status,
    note,
    // Nine in the morning in Viet Nam.
    writtenAt: `${day}T02:00:00.000Z`,
  };
}
