import { MARK, STATE, type Column } from '../../model/column.js';
import type { ClampPolicy, Direction, Normalisation } from '../../model/normalisation.js';
import { allUndetermined, ontoScale, shareOfWay, unbounded } from './scale.js';

type Rule<M extends Normalisation['method']> = Extract<Normalisation, { readonly method: M }>;

/** value / maximum; where lower is better, (maximum − value) / maximum. */
export function ratioToMaximum(
  column: Column,
  maximum: number,
  { clamp }: Rule<'ratio_to_maximum'>,
  direction: Direction,
): Column {
  if (!(maximum > 0)) return allUndetermined(column, MARK.zeroDenominator);
  const shares =
    direction === 'higher_is_better'
      ? shareOfWay(column.values, 0, maximum)
      : shareOfWay(column.values, maximum, -maximum);
  return ontoScale(column, shares, undefined, clamp);
}

/**
 * (value − from) / (upTo − from); where lower is better, (upTo − value) / (upTo − from): COINr's n_goalposts,
 * and its n_scaled where kept. On logarithms, each of the three is replaced by its natural logarithm (HDI's
 * income index, UNDP Technical note 1); what has none is undetermined, whatever the clamp.
 */
export function betweenGoalposts(column: Column, rule: Rule<'goalposts'>, direction: Direction): Column {
  const { to, clamp, logarithm = false } = rule;
  const from = logarithm ? Math.log(rule.from) : rule.from;
  const upTo = logarithm ? Math.log(rule.upTo) : rule.upTo;
  const values = logarithm ? logarithms(column.values) : column.values;
  const shares =
    direction === 'higher_is_better'
      ? shareOfWay(values, from, upTo - from)
      : shareOfWay(values, upTo, from - upTo);
  const result = ontoScale(column, shares, to, clamp);
  return logarithm ? withReasons(result, column) : result;
}

/** NaN for what is not positive. */
function logarithms(values: Float64Array): Float64Array {
  const logs = new Float64Array(values.length);
  for (let u = 0; u < values.length; u++) {
    const value = values[u] as number;
    logs[u] = value > 0 ? Math.log(value) : NaN;
  }
  return logs;
}

/**
 * value / target; where lower is better, target / value. A value of zero or below is then better than any
 * target: held at the end of the scale, or without a number.
 */
export function ratioToTarget(column: Column, rule: Rule<'ratio_to_target'>, direction: Direction): Column {
  const { target, to, clamp } = rule;
  const { values } = column;
  if (direction === 'higher_is_better') return ontoScale(column, shareOfWay(values, 0, target), to, clamp);
  const shares = new Float64Array(values.length);
  const beyondAny = beyondAnyTarget(clamp);
  for (let u = 0; u < values.length; u++) {
    const value = values[u] as number;
    shares[u] = value <= 0 ? beyondAny : target / value;
  }
  return withReasons(ontoScale(column, shares, to, clamp), column);
}

function beyondAnyTarget(clamp: ClampPolicy): number {
  return clamp === 'clamp' ? Infinity : NaN;
}

/** Marks the values of zero or below that have become undetermined. `result` is fresh and is written to. */
function withReasons(result: Column, { values }: Column): Column {
  for (let u = 0; u < values.length; u++) {
    if (!((values[u] as number) <= 0) || result.states[u] !== STATE.undetermined) continue;
    result.marks[u] = (result.marks[u] as number) | MARK.nonPositive;
  }
  return result;
}

/** The value of the best step reached, `below` where none is. The steps are listed by rising `from`. */
export function stepReached(column: Column, { steps, below }: Rule<'steps'>, direction: Direction): Column {
  const { values } = column;
  const hardestFirst = direction === 'higher_is_better' ? steps.toReversed() : steps;
  const reached = new Float64Array(values.length);
  for (let u = 0; u < values.length; u++) {
    let value = below;
    for (const step of hardestFirst) {
      if (!isReached(values[u] as number, step.from, direction)) continue;
      value = step.value;
      break;
    }
    reached[u] = value;
  }
  return unbounded(column, reached);
}

/** 1 where the threshold is reached, else 0. */
export function thresholdReached(column: Column, threshold: number, direction: Direction): Column {
  return stepReached(
    column,
    { method: 'steps', steps: [{ from: threshold, value: 1 }], below: 0 },
    direction,
  );
}

function isReached(value: number, from: number, direction: Direction): boolean {
  return direction === 'higher_is_better' ? value >= from : value <= from;
}
