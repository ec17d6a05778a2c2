import { emptyColumn, MARK, STATE, type Column } from '../../model/column.js';
import type { Formula } from '../../model/formula.js';
import { putNumber, putPolicy, putState } from './cell.js';
import type { ElementSource } from './element-source.js';

/** Days from the day that the element holds to `at`; a day after `at` by the declared policy, marked. */
export function age(formula: Extract<Formula, { readonly kind: 'age' }>, source: ElementSource): Column {
  const { at } = formula;
  const future = formula.future === 'zero' ? { value: 0 } : formula.future;
  const element = source.element(formula.element);
  const into = emptyColumn(source.size);
  for (let unit = 0; unit < source.size; unit++) {
    const state = element.states[unit] as number;
    const day = element.values[unit] as number;
    if (state !== STATE.scored) putState(into, unit, state);
    else if (day > at) putPolicy(into, unit, future, MARK.futureDay);
    else putNumber(into, unit, at - day);
  }
  return into;
}
