import { roundHalfUp, type ScoreState } from '@dti-monitor/scoring';
import type { MeasureStateRule } from './measure-state-rule.js';
import type { Comparator, MeasureKind } from './target.entity.js';

export type MeasureState = 'met' | 'on_course' | 'behind' | 'at_risk' | 'no_data' | 'not_applicable';

/** Why a measure has its state, for a screen to put into words. */
export type StateReason =
  | 'target_reached'
  | 'on_the_path'
  | 'below_the_path'
  | 'far_below_the_path'
  | 'without_figure'
  | 'too_few_reported'
  | 'no_number'
  | 'no_need';

export interface JudgedMeasure {
  readonly code: string;
  readonly kind: MeasureKind;
  readonly comparator: Comparator | null;
  /** The target, in the unit of the measure. */
  readonly target: number | null;
  /** Year by which it is to be met. */
  readonly due: number;
}

export interface JudgedFigure {
  readonly value: number | null;
  readonly state: ScoreState;
  /** Of the units that could report, how many did; of a single one 1 of 1. */
  readonly reported: number;
  readonly couldReport: number;
}

export interface Judgement {
  readonly state: MeasureState;
  readonly reason: StateReason;
  /** Value of the straight path in the year; null without a target. An assumption. */
  readonly path: number | null;
  /** What is left to the target, not below 0; null without target or value. */
  readonly distance: number | null;
}

/** Digits that are compared: what lies beyond is noise of doubles. */
const DIGITS = 9;
const tidy = (value: number): number => roundHalfUp(value, DIGITS);

/**
 * The straight path from the baseline to the target: the baseline up to its year, the target from the due
 * year on. An assumption of the operator, as no document gives a value between.
 */
export function pathValue(measure: JudgedMeasure, year: number, rule: MeasureStateRule): number | null {
  const { target, due } = measure;
  if (target === null) return null;
  const from = baselineOf(measure, rule);
  if (year >= due) return target;
  if (year <= from.year) return from.value;
  return tidy(from.value + ((target - from.value) * (year - from.year)) / (due - from.year));
}

/** The baseline of a measure: its own, or the one of the rule. */
export function baselineOf({ code }: JudgedMeasure, rule: MeasureStateRule) {
  return rule.baselines[code] ?? { year: rule.baselineYear, value: rule.baselineValue };
}

/** The state of a measure in a year, by the rule. */
export function judge(
  measure: JudgedMeasure,
  figure: JudgedFigure,
  year: number,
  rule: MeasureStateRule,
): Judgement {
  const { value } = figure;
  const path = pathValue(measure, year, rule);
  if (figure.state === 'not_applicable') {
    return { state: 'not_applicable', reason: 'no_need', path, distance: null };
  }
  if (value === null) return { state: 'no_data', reason: 'no_number', path, distance: null };
  const distance = measure.target === null ? null : Math.max(0, tidy(measure.target - value));
  if (figure.reported < rule.coverageFrom * figure.couldReport) {
    return { state: 'no_data', reason: 'too_few_reported', path, distance };
  }
  return { ...byValue(measure, value, path, rule), path, distance };
}

function byValue(
  measure: JudgedMeasure,
  value: number,
  path: number | null,
  rule: MeasureStateRule,
): Pick<Judgement, 'state' | 'reason'> {
  if (reaches(measure, value)) return { state: 'met', reason: 'target_reached' };
  if (path === null) return { state: rule.unmetWithoutFigure, reason: 'without_figure' };
  const { value: baseline } = baselineOf(measure, rule);
  const planned = path - baseline;
  const gained = tidy(value - baseline);
  if (gained >= tidy(planned * rule.onCourseFrom)) return { state: 'on_course', reason: 'on_the_path' };
  if (gained >= tidy(planned * rule.behindFrom)) return { state: 'behind', reason: 'below_the_path' };
  return { state: 'at_risk', reason: 'far_below_the_path' };
}

/** "Tối thiểu" and a bare figure are reached at the figure; "trên" above it; "toàn bộ" with a yes. */
function reaches({ target, comparator }: JudgedMeasure, value: number): boolean {
  if (target === null) return value === 1;
  return comparator === 'more_than' ? tidy(value) > target : tidy(value) >= target;
}
