import { STATE } from '../../model/column.js';
import type { NoStep } from '../../model/explanation.js';
import type { Condition, Formula } from '../../model/formula.js';
import type { ElementSource } from '../indicators/element-source.js';
import { formulaOf } from '../indicators/indicator.js';
import type { LeafRules, PlanNode } from '../plan.js';

/**
 * A data element by which an indicator can be raised: numerators, counts and answers; not denominators,
 * populations and targets, which an agency cannot work on.
 */
export type Lever =
  /** The indicator moves with the element: in its direction (1) or against it (−1). */
  | {
      readonly kind: 'amount';
      readonly element: string;
      readonly slope: 1 | -1;
      /** The value of the element at which the indicator has a value. */
      readonly valueFor: (raw: number) => number | NoStep;
    }
  /** The indicator rises from threshold to threshold of the element, which are in ascending order. */
  | { readonly kind: 'level'; readonly element: string; readonly formula: LevelsFormula }
  /** Yes (1) or no (0). */
  | { readonly kind: 'answer'; readonly element: string }
  /** One of the conditions of a yes. */
  | { readonly kind: 'condition'; readonly element: string; readonly condition: Condition };

export type LevelsFormula = Extract<Formula, { readonly kind: 'levels' }>;

/** The levers of a leaf for one unit, in the order of its formula. */
export function leversOf({ node }: PlanNode, source: ElementSource, unit: number): readonly Lever[] {
  const formula = formulaOf(node);
  const at: Reader = (element, back = 0) => {
    const { values, states } = source.element(element, back);
    return { value: values[unit] as number, state: states[unit] as number };
  };
  switch (formula.kind) {
    case 'value':
      return [amount(formula.element, 1, (raw) => raw)];
    case 'sum':
      return formula.elements.map((element) => amount(element, 1, restOf(formula, element, at)));
    case 'age':
      return [amount(formula.element, -1, (raw) => formula.at - raw)];
    case 'ratio':
    case 'per_head':
    case 'growth':
    case 'count_against_target':
      return [quotient(formula, at)];
    case 'levels':
      return [{ kind: 'level', element: formula.element, formula }];
    case 'share_of_yes':
      return formula.elements.map((element) => ({ kind: 'answer', element }));
    case 'yes_no':
      return formula.conditions.map((condition) => ({
        kind: 'condition',
        element: condition.element,
        condition,
      }));
    default:
      throw new TypeError(`no such formula: ${String(formula satisfies never)}`);
  }
}

type Reader = (element: string, back?: number) => { readonly value: number; readonly state: number };

function amount(element: string, slope: 1 | -1, valueFor: (raw: number) => number | NoStep): Lever {
  return { kind: 'amount', element, slope, valueFor };
}

type Quotient = Extract<Formula, { kind: 'ratio' | 'per_head' | 'growth' | 'count_against_target' }>;

function quotient(formula: Quotient, at: Reader): Lever {
  if (formula.kind === 'growth') {
    const { element, scale = 1 } = formula;
    return amount(element, scale > 0 ? 1 : -1, (raw) => {
      const before = at(element, 1);
      if (before.state !== STATE.scored || before.value === 0) return 'NO_DENOMINATOR';
      return before.value + (raw / scale) * Math.abs(before.value);
    });
  }
  const { element, under, scale } = partsOf(formula);
  return amount(element, scale > 0 ? 1 : -1, (raw) => {
    const { value, state } = typeof under === 'number' ? { value: under, state: STATE.scored } : at(under);
    if (state !== STATE.scored || !(value > 0)) return 'NO_DENOMINATOR';
    return (raw * value) / scale;
  });
}

function partsOf(formula: Exclude<Quotient, { kind: 'growth' }>): {
  readonly element: string;
  readonly under: string | number;
  readonly scale: number;
} {
  switch (formula.kind) {
    case 'ratio':
      return { element: formula.numerator, under: formula.denominator, scale: formula.scale ?? 1 };
    case 'per_head':
      return { element: formula.element, under: formula.population, scale: formula.per };
    case 'count_against_target':
    default:
      return { element: formula.element, under: formula.target, scale: 1 };
  }
}

function restOf(
  { elements, gap }: Extract<Formula, { readonly kind: 'sum' }>,
  element: string,
  at: Reader,
): (raw: number) => number | NoStep {
  return (raw) => {
    let rest = raw;
    for (const other of elements) {
      if (other === element) continue;
      const { value, state } = at(other);
      if (state === STATE.scored) rest -= value;
      else if (state !== STATE.not_applicable && gap === 'missing') return 'NO_VALUE';
    }
    return rest;
  };
}

/**
 * The most that the raw value of a leaf may be (where lower is better, the least) before validation
 * refuses it or its formula cuts it off; infinite where nothing does.
 *
 * @param better 1 where higher is better, −1 where lower is
 */
export function limitOf({ node, leaf }: PlanNode, better: 1 | -1): number {
  const { bounds = {} } = node;
  const { normalise, maximum } = leaf as LeafRules;
  const limits = [better > 0 ? bounds.maximum : bounds.minimum, formulaLimit(formulaOf(node), better)];
  if (normalise.method === 'ratio_to_maximum' && normalise.clamp === undefined) {
    limits.push(better > 0 ? maximum : 0);
  }
  return tightest(limits, better);
}

/** Beyond which the normalised value no longer rises; infinite where it always does. */
export function saturationOf({ leaf }: PlanNode, better: 1 | -1): number {
  const { normalise, maximum } = leaf as LeafRules;
  switch (normalise.method) {
    case 'ratio_to_maximum':
      return better > 0 ? maximum : 0;
    case 'goalposts':
      return normalise.clamp === 'keep' ? better * Infinity : better > 0 ? normalise.upTo : normalise.from;
    case 'ratio_to_target':
    case 'distance_to_target':
      return normalise.clamp === 'keep' ? better * Infinity : normalise.target;
    case 'boolean':
      return normalise.threshold;
    case 'steps':
      return better > 0
        ? (normalise.steps.at(-1)?.from ?? Infinity)
        : (normalise.steps[0]?.from ?? -Infinity);
    default:
      return better * Infinity;
  }
}

function formulaLimit(formula: Formula, better: 1 | -1): number | undefined {
  switch (formula.kind) {
    case 'ratio': {
      const { scale = 1, exceeding } = formula;
      if (better * scale < 0) return 0;
      return exceeding === 'keep' ? undefined : scale;
    }
    case 'count_against_target':
      if (better < 0) return 0;
      return formula.exceeding === 'keep' ? undefined : 1;
    case 'age':
      return better < 0 ? 0 : undefined;
    default:
      return undefined;
  }
}

/** Of several ends the one that is reached first. */
export function tightest(limits: readonly (number | undefined)[], better: 1 | -1): number {
  return limits.reduce<number>(
    (least, limit) => (limit === undefined ? least : better * Math.min(better * least, better * limit)),
    better * Infinity,
  );
}
