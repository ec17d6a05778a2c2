import { MARK } from '../../model/column.js';
import type { Transformation } from '../../model/treatment.js';
import { boxCox, boxCoxLambda } from '../../numeric/box-cox.js';
import { skewness } from '../../numeric/moments.js';
import { extremesOf } from '../normalise/extremes.js';

/** Share of the range that keeps the lowest value away from ln 0. */
const MARGIN = 0.01;

export interface Transformed {
  /** NaN where there was none, and where there is none now. */
  readonly values: Float64Array;
  /** Exponent of a Box-Cox transformation, else `null`. */
  readonly lambda: number | null;
  /** Mark that says why the whole column has no values now; else 0. */
  readonly refused: number;
}

/**
 * Transforms a column by one of COINr's functions or a plain one: see `Transformation` for the formulas.
 * Every one of them rises with its values. Without a value then:
 * - what is not positive, where the logarithm or the power is taken of the values themselves;
 * - a column whose highest value is 1 or less, under `log_gii`: its formula would level or turn the order;
 * - what leaves the range of doubles on the way.
 *
 * @param values NaN where there is none; left as they are. With spread, where `measuresSpread`
 * @throws TypeError for a kind that does not exist
 */
export function transform(values: Float64Array, transformation: Transformation): Transformed {
  switch (transformation.kind) {
    case 'log':
      return logarithms(values, { slope: 1, origin: 0, shift: 0 });
    case 'log_shifted_by_one':
      return logarithms(values, { slope: 1, origin: extremesOf(values).lowest, shift: 1 });
    case 'box_cox':
      return byBoxCox(values, transformation);
    default:
      return byRange(values, transformation.kind);
  }
}

/** Whether a transformation takes positive values only. */
export function needsPositive(transformation: Transformation): boolean {
  return (
    transformation.kind === 'log' || (transformation.kind === 'box_cox' && transformation.shifted !== true)
  );
}

/** Whether the formula, or the exponent, is one of the spread of the data and has no meaning without one. */
export function measuresSpread(transformation: Transformation): boolean {
  if (transformation.kind === 'box_cox') return transformation.lambda === 'maximum_likelihood';
  return transformation.kind !== 'log' && transformation.kind !== 'log_shifted_by_one';
}

type ByRange = Exclude<Transformation['kind'], 'log' | 'log_shifted_by_one' | 'box_cox'>;

/** The ones that measure by the range of the column. */
function byRange(values: Float64Array, kind: ByRange): Transformed {
  const { lowest, highest } = extremesOf(values);
  const range = highest - lowest;
  if (!Number.isFinite(range)) return refused(values, 0);
  const shift = MARGIN * range;
  switch (kind) {
    case 'log_shifted':
      return logarithms(values, { slope: 1, origin: lowest, shift });
    case 'log_against_skew':
      // Of two values there is no skewness; either formula would do.
      if ((skewness(values) ?? 1) > 0) return logarithms(values, { slope: 1, origin: lowest, shift });
      return logarithms(values, { slope: -1, origin: highest, shift });
    case 'log_gii':
      if (highest <= 1) return refused(values, MARK.nonPositive);
      return logarithms(values, { slope: (highest - 1) / range, origin: lowest, shift: 1 });
    default:
      throw new TypeError(`transform: no such transformation: ${String(kind)}`);
  }
}

interface Line {
  /** Where it falls, the sign of the logarithm is turned, so that the order stays. */
  readonly slope: number;
  readonly origin: number;
  readonly shift: number;
}

/** ln(slope · (x − origin) + shift). */
function logarithms(values: Float64Array, { slope, origin, shift }: Line): Transformed {
  const turn = slope < 0 ? -1 : 1;
  const logs = new Float64Array(values.length);
  for (let u = 0; u < logs.length; u++) {
    logs[u] = finiteOrNone(Math.log(slope * ((values[u] as number) - origin) + shift) * turn);
  }
  return { values: logs, lambda: null, refused: 0 };
}

type BoxCox = Extract<Transformation, { readonly kind: 'box_cox' }>;

function byBoxCox(values: Float64Array, { lambda: asked, shifted = false }: BoxCox): Transformed {
  const positive = shifted ? aboveLowest(values) : positiveOnly(values);
  const lambda = asked === 'maximum_likelihood' ? boxCoxLambda(positive) : asked;
  if (lambda === null) return refused(values, MARK.constant);
  const powers = new Float64Array(values.length);
  for (let u = 0; u < powers.length; u++) powers[u] = finiteOrNone(boxCox(positive[u] as number, lambda));
  return { values: powers, lambda, refused: 0 };
}

/** x − min + 1. */
function aboveLowest(values: Float64Array): Float64Array {
  const { lowest } = extremesOf(values);
  const above = new Float64Array(values.length);
  for (let u = 0; u < above.length; u++) above[u] = finiteOrNone((values[u] as number) - lowest + 1);
  return above;
}

function positiveOnly(values: Float64Array): Float64Array {
  const positive = values.slice();
  for (let u = 0; u < positive.length; u++) if (!((positive[u] as number) > 0)) positive[u] = NaN;
  return positive;
}

function refused(values: Float64Array, why: number): Transformed {
  return { values: new Float64Array(values.length).fill(NaN), lambda: null, refused: why };
}

/** Never −0 either. */
function finiteOrNone(value: number): number {
  return Number.isFinite(value) ? value + 0 : NaN;
}
