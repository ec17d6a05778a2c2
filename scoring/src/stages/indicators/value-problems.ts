import { STATE, type Column } from '../../model/column.js';
import type { Unit } from '../../model/dataset.js';
import type { Bounds, FrameworkNode } from '../../model/framework.js';
import type { Problem } from '../../model/outcome.js';
import { LISTED_CELLS } from './column-problems.js';
import type { ElementSource } from './element-source.js';
import { formulaOf, indicator } from './indicator.js';

/**
 * Values of the period that cannot be what the method takes them for: a count below zero (`ELEMENT_NEGATIVE`
 * with its `role` in the formula), an answer that is neither yes nor no (`ANSWER_NOT_YES_OR_NO`), a day
 * that is not whole (`DAY_NOT_WHOLE`), an indicator beyond its bounds (`VALUE_OUT_OF_BOUNDS`). A bound
 * itself is within. Each names the unit; at most 20 of a kind are listed for a leaf and a data element, then
 * `CELLS_NOT_LISTED` says how many more there are. Cost: that of the indicator.
 *
 * @param leaf one whose formula `formulaProblems` has passed
 * @param bounds what the raw value of the leaf may be; an absent end is open
 */
export function valueProblems(
  leaf: FrameworkNode,
  source: ElementSource,
  units: readonly Unit[],
  bounds: Bounds,
): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { element, code, fault, params } of elementRulesOf(leaf)) {
    const about = { node: leaf.code, element };
    const pathOf = (unit: number): string => source.pathOf(element, unit);
    problems.push(...faults(source.element(element), fault, { code, about, params, pathOf }, units));
  }
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = bounds;
  if (minimum === Number.NEGATIVE_INFINITY && maximum === Number.POSITIVE_INFINITY) return problems;
  const formula = formulaOf(leaf);
  const alone = formula.kind === 'value' ? formula.element : null;
  const beyond = (value: number): boolean => value < minimum || value > maximum;
  const telling = {
    code: 'VALUE_OUT_OF_BOUNDS',
    about: { node: leaf.code, ...(alone === null ? {} : { element: alone }) },
    params: { minimum: bounds.minimum ?? null, maximum: bounds.maximum ?? null },
    // What several elements give has no one place in the data but the unit.
    pathOf: (unit: number): string =>
      alone === null ? `dataset.units[${unit}]` : source.pathOf(alone, unit),
  };
  return [...problems, ...faults(indicator(leaf, source), beyond, telling, units)];
}

interface ElementRule {
  readonly element: string;
  readonly code: string;
  readonly fault: (value: number) => boolean;
  readonly params: Problem['params'];
}

function elementRulesOf(leaf: FrameworkNode): readonly ElementRule[] {
  const formula = formulaOf(leaf);
  switch (formula.kind) {
    case 'ratio':
      return [counting(formula.numerator, 'numerator'), counting(formula.denominator, 'denominator')];
    case 'per_head':
      return [counting(formula.population, 'population')];
    case 'count_against_target':
      return [
        counting(formula.element, 'count'),
        ...(typeof formula.target === 'string' ? [counting(formula.target, 'target')] : []),
      ];
    case 'share_of_yes':
      return formula.elements.map((element) => ({
        element,
        code: 'ANSWER_NOT_YES_OR_NO',
        fault: (value) => value !== 0 && value !== 1,
        params: {},
      }));
    case 'age':
      return [{ element: formula.element, code: 'DAY_NOT_WHOLE', fault: isNotWhole, params: {} }];
    case 'value':
    case 'sum':
    case 'growth':
    case 'yes_no':
    case 'levels':
      return [];
    default:
      throw new TypeError(`no such formula: ${String(formula satisfies never)}`);
  }
}

function counting(element: string, role: string): ElementRule {
  return { element, code: 'ELEMENT_NEGATIVE', fault: (value) => value < 0, params: { role } };
}

function isNotWhole(value: number): boolean {
  return !Number.isSafeInteger(value);
}

interface Telling {
  readonly code: string;
  readonly about: Problem['params'];
  readonly params: Problem['params'];
  readonly pathOf: (unit: number) => string;
}

function faults(
  { values, states }: Column,
  isFault: (value: number) => boolean,
  { code, about, params, pathOf }: Telling,
  units: readonly Unit[],
): readonly Problem[] {
  const problems: Problem[] = [];
  let faulty = 0;
  for (let unit = 0; unit < units.length; unit++) {
    const value = values[unit] as number;
    if (states[unit] !== STATE.scored || !isFault(value)) continue;
    faulty++;
    if (faulty > LISTED_CELLS) continue;
    const own = { unit: (units[unit] as Unit).code, ...about, value, ...params };
    problems.push({ code, path: pathOf(unit), params: own });
  }
  if (faulty > LISTED_CELLS) {
    problems.push({
      code: 'CELLS_NOT_LISTED',
      path: 'dataset',
      params: { ...about, more: faulty - LISTED_CELLS },
    });
  }
  return problems;
}
