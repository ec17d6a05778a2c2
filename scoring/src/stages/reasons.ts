import type { ReasonCode, ScoreState } from '../model/assessment.js';
import { MARK, SCORE_STATES, STATE } from '../model/column.js';

const BY_STATE: Partial<Record<ScoreState, ReasonCode>> = {
  not_collected: 'NOT_COLLECTED',
  missing: 'MISSING',
  not_applicable: 'NOT_APPLICABLE',
};

const BY_MARK: readonly (readonly [number, ReasonCode])[] = [
  [MARK.screenedOut, 'SCREENED_OUT'],
  [MARK.zeroDenominator, 'ZERO_DENOMINATOR'],
  [MARK.nothingToCount, 'NOTHING_TO_COUNT'],
  [MARK.exceeding, 'NUMERATOR_ABOVE_DENOMINATOR'],
  [MARK.futureDay, 'DAY_IN_THE_FUTURE'],
  [MARK.imputed, 'IMPUTED'],
  [MARK.winsorised, 'WINSORISED'],
  [MARK.transformed, 'TRANSFORMED'],
  [MARK.constant, 'CONSTANT_INDICATOR'],
  [MARK.nonPositive, 'NON_POSITIVE_VALUE'],
  [MARK.clamped, 'CLAMPED'],
  [MARK.beyondRange, 'BEYOND_RANGE'],
  [MARK.childWithoutValue, 'CHILD_WITHOUT_VALUE'],
  [MARK.belowAvailability, 'BELOW_AVAILABILITY'],
  [MARK.childCountedAsZero, 'CHILD_COUNTED_AS_ZERO'],
  [MARK.weightShared, 'WEIGHT_SHARED_BY_OTHERS'],
];

/** What explains that there are data and no number; without any of them the number is beyond the doubles. */
const CAUSES =
  MARK.zeroDenominator |
  MARK.nothingToCount |
  MARK.exceeding |
  MARK.futureDay |
  MARK.constant |
  MARK.nonPositive;

const NONE: readonly ReasonCode[] = Object.freeze([]);
const MARKS_RANGE = 1 << 16;
const known = new Map<number, readonly ReasonCode[]>();

/** Why a cell is as it is, from the state before anything was done to it to the last stage; remembered. */
export function reasonsOf(state: number, marks: number): readonly ReasonCode[] {
  if (state === STATE.scored && marks === 0) return NONE;
  const key = state * MARKS_RANGE + marks;
  const found = known.get(key) ?? Object.freeze(reasonsFrom(state, marks));
  known.set(key, found);
  return found;
}

/** The same, worked out. */
export function reasonsFrom(state: number, marks: number): ReasonCode[] {
  const byState = BY_STATE[SCORE_STATES[state] as ScoreState];
  const reasons = BY_MARK.filter(([bit]) => (marks & bit) !== 0).map(([, code]) => code);
  if (state === STATE.undetermined && (marks & CAUSES) === 0) reasons.push('NO_FINITE_NUMBER');
  return byState === undefined ? reasons : [byState, ...reasons];
}
