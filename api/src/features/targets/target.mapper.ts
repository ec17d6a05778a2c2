import type { NamedUnit } from '../units/units.service.js';
import type { NationalFigure } from './measure-figures.js';
import { baselineOf, judge, type JudgedFigure, type JudgedMeasure } from './measure-state.js';
import type { MeasureStateRule } from './measure-state-rule.js';
import type { MeasureDto, MeasureFigureDto, TargetDto } from './target.dto.js';
import type { Measure, Target, TargetCondition, TargetOwner } from './target.entity.js';

/** A figure that nobody has given. */
export const NO_FIGURE: NationalFigure = {
  value: null,
  state: 'not_collected',
  numerator: null,
  denominator: null,
  reported: 0,
  notApplicable: 0,
  expected: 0,
  gaps: [],
  units: [],
};

/** What the state rule asks of a measure. */
export function judged(measure: Measure, due: string): JudgedMeasure {
  const { code, kind, comparator, value: target } = measure;
  return { code, kind, comparator, target, due: Number(due.slice(0, 4)) };
}

export function judgedFigure(figure: NationalFigure): JudgedFigure {
  return {
    value: figure.value,
    state: figure.state,
    reported: figure.reported,
    couldReport: figure.expected - figure.notApplicable,
  };
}

export function figureDto(
  measure: JudgedMeasure,
  figure: NationalFigure,
  period: string,
  rule: MeasureStateRule,
): MeasureFigureDto {
  return {
    period,
    value: figure.value,
    scoreState: figure.state,
    numerator: figure.numerator,
    denominator: figure.denominator,
    reported: figure.reported,
    notApplicable: figure.notApplicable,
    expected: figure.expected,
    ...judge(measure, judgedFigure(figure), Number(period), rule),
  };
}

/** What a measure is shown with, beside itself. */
export interface MeasureContext {
  readonly due: string;
  readonly period: string;
  readonly rule: MeasureStateRule;
  readonly figures: ReadonlyMap<string, NationalFigure>;
  readonly elementNames: ReadonlyMap<string, { readonly nameVi: string; readonly nameEn: string }>;
}

export function measureDto(measure: Measure, context: MeasureContext): MeasureDto {
  const { programme: _, position: _position, formula, value: target, notApplicable, ...own } = measure;
  const asked = judged(measure, context.due);
  return {
    ...own,
    target,
    notApplicableRule: notApplicable,
    baseline: target === null || formula === null ? null : baselineOf(asked, context.rule),
    dataElements: measure.dataElements.map((code) => ({
      code,
      nameVi: context.elementNames.get(code)?.nameVi ?? code,
      nameEn: context.elementNames.get(code)?.nameEn ?? code,
    })),
    figure: figureDto(asked, context.figures.get(measure.code) ?? NO_FIGURE, context.period, context.rule),
  };
}

/** What was reported of a condition. */
export interface ConditionStatus {
  readonly status: string | null;
  readonly note: string | null;
}

/** Everything about one target, apart from its figures. */
export interface TargetParts {
  readonly target: Target;
  readonly owners: readonly TargetOwner[];
  readonly ownerNames: ReadonlyMap<string, NamedUnit>;
  readonly successors: ReadonlyMap<string, readonly NamedUnit[]>;
  readonly conditions: readonly TargetCondition[];
  readonly statuses: ReadonlyMap<string, ConditionStatus>;
  /** Who follows it by decision of the operator. */
  readonly tracking: string | undefined;
  readonly measures: readonly MeasureDto[];
}

export function targetDto({ target, tracking, measures, ...parts }: TargetParts): TargetDto {
  const { position: _, ...own } = target;
  const operator = { trackingVi: tracking ?? null, trackingEn: tracking ?? null, trackingBasis: null };
  return {
    ...own,
    ...(tracking === undefined ? {} : operator),
    owners: parts.owners.map(({ unitId, role, legalBasis, partVi, partEn }) => ({
      unitId,
      nameVi: parts.ownerNames.get(unitId)?.nameVi ?? unitId,
      nameEn: parts.ownerNames.get(unitId)?.nameEn ?? unitId,
      role,
      legalBasis,
      partVi,
      partEn,
      successors: [...(parts.successors.get(unitId) ?? [])],
    })),
    conditions: parts.conditions.map(({ code, words, nameVi, nameEn, dataElement }) => ({
      code,
      words,
      nameVi,
      nameEn,
      status: parts.statuses.get(dataElement ?? '')?.status ?? null,
      note: parts.statuses.get(dataElement ?? '')?.note ?? null,
    })),
    measures: [...measures],
  };
}
