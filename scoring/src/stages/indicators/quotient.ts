import { emptyColumn, MARK, STATE, type Column } from '../../model/column.js';
import type { ExceedingPolicy, Formula, ZeroPolicy } from '../../model/formula.js';
import { putNumber, putPolicy, putState, stateOfBoth } from './cell.js';
import type { ElementSource } from './element-source.js';

type Of<Kind extends Formula['kind']> = Extract<Formula, { readonly kind: Kind }>;

/** What a quotient of two columns does at each of its edges. */
interface Rule {
  readonly scale: number;
  /** Both are zero; `null`: no case of its own. */
  readonly nothingToCount: ZeroPolicy | null;
  readonly zeroDenominator: ZeroPolicy;
  /** `null`: one is no part of the other, so either may be the larger. */
  readonly exceeding: ExceedingPolicy | null;
}

/** Numerator over denominator, times the scale. Neither counts below zero: such a cell is undetermined. */
export function ratio(formula: Of<'ratio'>, source: ElementSource): Column {
  const { nothingToCount, zeroDenominator, exceeding, scale = 1 } = formula;
  const rule = { scale, nothingToCount, zeroDenominator, exceeding };
  return quotient(source.element(formula.numerator), source.element(formula.denominator), rule);
}

/** The element over the population, times `per`; the element may be negative, the population may not. */
export function perHead(formula: Of<'per_head'>, source: ElementSource): Column {
  const { per, zeroPopulation } = formula;
  const rule = { scale: per, nothingToCount: null, zeroDenominator: zeroPopulation, exceeding: null };
  return quotient(source.element(formula.element), source.element(formula.population), rule);
}

/** The count over its target; neither is below zero. */
export function countAgainstTarget(formula: Of<'count_against_target'>, source: ElementSource): Column {
  const { target, zeroTarget, exceeding } = formula;
  const rule = { scale: 1, nothingToCount: null, zeroDenominator: zeroTarget, exceeding };
  const targets = typeof target === 'number' ? constant(source.size, target) : source.element(target);
  return quotient(source.element(formula.element), targets, rule);
}

/** (now − before) / |before|, times the scale. */
export function growth(formula: Of<'growth'>, source: ElementSource): Column {
  const { scale = 1, zeroBefore } = formula;
  const now = source.element(formula.element);
  const before = source.element(formula.element, 1);
  const into = emptyColumn(source.size);
  for (let unit = 0; unit < source.size; unit++) {
    const state = stateOfBoth(now.states[unit] as number, before.states[unit] as number);
    const old = before.values[unit] as number;
    if (state !== STATE.scored) putState(into, unit, state);
    else if (old === 0) putPolicy(into, unit, zeroBefore, MARK.zeroDenominator);
    else putNumber(into, unit, relativeChange(now.values[unit] as number, old, scale));
  }
  return into;
}

function relativeChange(now: number, before: number, scale: number): number {
  const change = now - before;
  if (Number.isFinite(change)) return scaledQuotient(change, Math.abs(before), scale);
  // The difference of two numbers of either sign may be too large for what their quotient is not.
  return (now / Math.abs(before) - Math.sign(before)) * scale;
}

function quotient(
  { values: overs, states: overStates }: Column,
  { values: unders, states: underStates }: Column,
  rule: Rule,
): Column {
  const { scale } = rule;
  const into = emptyColumn(overs.length);
  for (let unit = 0; unit < overs.length; unit++) {
    const over = overs[unit] as number;
    const under = unders[unit] as number;
    // Most cells are a part of a whole; NaN, and every edge of the method, goes the long way.
    if (over >= 0 && over <= under && under > 0) {
      putNumber(into, unit, scaledQuotient(over, under, scale));
      continue;
    }
    const state = stateOfBoth(overStates[unit] as number, underStates[unit] as number);
    if (state === STATE.scored) divide(into, unit, over, under, rule);
    else putState(into, unit, state);
  }
  return into;
}

/** The cells at an edge: a zero, a negative number, or more above than below. */
function divide(into: Column, unit: number, over: number, under: number, rule: Rule): void {
  const { scale, exceeding, nothingToCount, zeroDenominator } = rule;
  if (under < 0 || (over < 0 && exceeding !== null)) {
    putState(into, unit, STATE.undetermined);
  } else if (under === 0) {
    if (over === 0 && nothingToCount !== null) putPolicy(into, unit, nothingToCount, MARK.nothingToCount);
    else putPolicy(into, unit, zeroDenominator, MARK.zeroDenominator);
  } else if (exceeding !== null) {
    into.marks[unit] = MARK.exceeding;
    if (exceeding === 'keep') putNumber(into, unit, scaledQuotient(over, under, scale));
    else if (exceeding === 'cap') putNumber(into, unit, scale);
    else putState(into, unit, STATE[exceeding]);
  } else {
    putNumber(into, unit, scaledQuotient(over, under, scale));
  }
}

/**
 * over / under × scale, in the order that loses nothing: a scale of 1 and more goes to the numerator, so
 * that 57 of 100 is 57 percent and not 56.99999999999999. Where that product is too large, or the scale
 * below 1 would make it too small, the quotient comes first.
 */
function scaledQuotient(over: number, under: number, scale: number): number {
  const before = (over * scale) / under;
  if (Math.abs(scale) >= 1 && Number.isFinite(before)) return before;
  const after = (over / under) * scale;
  return Number.isFinite(after) ? after : before;
}

function constant(size: number, value: number): Column {
  const column = emptyColumn(size);
  column.values.fill(value);
  return column;
}
