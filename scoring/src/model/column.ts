import type { ScoreState } from './assessment.js';

/**
 * One node's values, unit by unit: what every stage takes and gives. A stage never writes into a
 * column that it was given.
 */
export interface Column {
  /** NaN exactly where `states` is not `scored`; NaN never leaves the engine. */
  readonly values: Float64Array;
  /** Number of the state in `SCORE_STATES`; 0 = scored. */
  readonly states: Uint8Array;
  /** What happened to the cell: bits of `MARK`. */
  readonly marks: Uint16Array;
}

export const SCORE_STATES: readonly ScoreState[] = [
  'scored',
  'not_collected',
  'missing',
  'not_applicable',
  'incomplete',
  'not_scored',
  'undetermined',
];

export const STATE = {
  scored: 0,
  not_collected: 1,
  missing: 2,
  not_applicable: 3,
  incomplete: 4,
  not_scored: 5,
  undetermined: 6,
} as const;

/** Bits of `Column.marks`, each one reason of the result; `MARKS` in stages/reasons.ts names them. */
export const MARK = {
  imputed: 1,
  winsorised: 2,
  transformed: 4,
  clamped: 8,
  /** Beyond the range, and kept. */
  beyondRange: 16,
  zeroDenominator: 32,
  nothingToCount: 64,
  exceeding: 128,
  constant: 256,
  nonPositive: 512,
  childCountedAsZero: 1024,
  weightShared: 2048,
  childWithoutValue: 4096,
  belowAvailability: 8192,
  screenedOut: 16384,
  futureDay: 32768,
} as const;

/** A column of `length` cells, all scored, values 0. */
export function emptyColumn(length: number): Column {
  return {
    values: new Float64Array(length),
    states: new Uint8Array(length),
    marks: new Uint16Array(length),
  };
}
