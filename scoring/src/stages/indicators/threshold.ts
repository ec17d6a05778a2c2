import { emptyColumn, STATE, type Column } from '../../model/column.js';
import type { Condition, Formula } from '../../model/formula.js';
import { putNumber, putState } from './cell.js';
import type { ElementSource } from './element-source.js';

type Of<Kind extends Formula['kind']> = Extract<Formula, { readonly kind: Kind }>;

/** The value of the highest step that the element reaches (at the step counts), or `below`. */
export function levels(formula: Of<'levels'>, source: ElementSource): Column {
  const { steps, below } = formula;
  const element = source.element(formula.element);
  const into = emptyColumn(source.size);
  for (let unit = 0; unit < source.size; unit++) {
    if (element.states[unit] !== STATE.scored) {
      putState(into, unit, element.states[unit] as number);
      continue;
    }
    let reached = below;
    for (const step of steps) {
      if ((element.values[unit] as number) < step.from) break;
      reached = step.value;
    }
    putNumber(into, unit, reached);
  }
  return into;
}

/**
 * 1 where all (or any) of the conditions hold, else 0. A cell is decided as soon as no gap could change
 * it: `all` by one condition that fails, `any` by one that holds. Undecided, it has the state of its gaps:
 * undetermined, missing, not collected, and not applicable only where nothing else is open.
 */
export function yesNo(formula: Of<'yes_no'>, source: ElementSource): Column {
  const decisive = formula.holds === 'any';
  const decided = new Uint8Array(source.size);
  const open = new Uint8Array(source.size);
  for (const condition of formula.conditions) {
    const element = source.element(condition.element);
    for (let unit = 0; unit < source.size; unit++) {
      const state = element.states[unit] as number;
      if (state !== STATE.scored) open[unit] = widerOpen(open[unit] as number, state);
      else if (holds(condition, element.values[unit] as number) === decisive) decided[unit] = 1;
    }
  }
  const into = emptyColumn(source.size);
  for (let unit = 0; unit < source.size; unit++) {
    if (decided[unit] === 1) putNumber(into, unit, decisive ? 1 : 0);
    else if (open[unit] !== STATE.scored) putState(into, unit, open[unit] as number);
    else putNumber(into, unit, decisive ? 0 : 1);
  }
  return into;
}

/** Of two reasons why a condition is open, the one that could still decide it. */
function widerOpen(first: number, second: number): number {
  if (first === STATE.scored || first === STATE.not_applicable) return second;
  if (second === STATE.not_applicable) return first;
  return first > second ? first : second;
}

function holds(condition: Condition, value: number): boolean {
  switch (condition.is) {
    case 'equal':
      return value === condition.value;
    case 'not_equal':
      return value !== condition.value;
    case 'at_least':
      return value >= condition.value;
    case 'at_most':
      return value <= condition.value;
    case 'more_than':
      return value > condition.value;
    case 'less_than':
      return value < condition.value;
    default:
      throw new TypeError(`no such condition: ${String(condition.is satisfies never)}`);
  }
}
