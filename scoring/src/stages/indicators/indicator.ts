import type { Column } from '../../model/column.js';
import type { Formula } from '../../model/formula.js';
import type { FrameworkNode } from '../../model/framework.js';
import { age } from './age.js';
import type { ElementSource } from './element-source.js';
import { shareOfYes, sumOf } from './list.js';
import { countAgainstTarget, growth, perHead, ratio } from './quotient.js';
import { levels, yesNo } from './threshold.js';

/** How a leaf is worked out: by its formula, or as the data element of its own code. */
export function formulaOf(leaf: FrameworkNode): Formula {
  return leaf.formula ?? { kind: 'value', element: leaf.code };
}

/**
 * The raw values of an indicator, unit by unit, by a formula that `formulaProblems` has passed. Each case
 * without an answer has the state that the formula declares and a mark that says which case it was; a
 * number too large for arithmetic is undetermined. What is absent in the data decides the state: see
 * `stateOfBoth` for two elements, `sumOf` for a list, `yesNo` for conditions.
 *
 * Shapes: one value per unit of the source, in the unit of measure of the leaf. The column may share its
 * arrays with the source. Cost: units × elements of the formula.
 * Source: OECD/JRC Handbook, step 2 (selecting variables); indicator types of DHIS2.
 */
export function indicator(leaf: FrameworkNode, source: ElementSource): Column {
  const formula = formulaOf(leaf);
  switch (formula.kind) {
    case 'value':
      return source.element(formula.element);
    case 'ratio':
      return ratio(formula, source);
    case 'sum':
      return sumOf(formula, source);
    case 'per_head':
      return perHead(formula, source);
    case 'growth':
      return growth(formula, source);
    case 'share_of_yes':
      return shareOfYes(formula, source);
    case 'age':
      return age(formula, source);
    case 'yes_no':
      return yesNo(formula, source);
    case 'levels':
      return levels(formula, source);
    case 'count_against_target':
      return countAgainstTarget(formula, source);
    default:
      throw new TypeError(`no such formula: ${String(formula satisfies never)}`);
  }
}

/** The data elements that an indicator is worked out from, each once, in the order of its formula. */
export function elementsOf(leaf: FrameworkNode): readonly string[] {
  const formula = formulaOf(leaf);
  switch (formula.kind) {
    case 'ratio':
      return distinct([formula.numerator, formula.denominator]);
    case 'per_head':
      return distinct([formula.element, formula.population]);
    case 'sum':
    case 'share_of_yes':
      return distinct(formula.elements);
    case 'yes_no':
      return distinct(formula.conditions.map(({ element }) => element));
    case 'count_against_target':
      return distinct([formula.element, ...(typeof formula.target === 'string' ? [formula.target] : [])]);
    case 'value':
    case 'growth':
    case 'age':
    case 'levels':
      return [formula.element];
    default:
      throw new TypeError(`no such formula: ${String(formula satisfies never)}`);
  }
}

function distinct(codes: readonly string[]): readonly string[] {
  return [...new Set(codes)];
}
