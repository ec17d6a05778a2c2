import type { FrameworkNode } from '../../model/framework.js';
import type { Problem } from '../../model/outcome.js';
import { isCode, isFiniteNumber, isRecord, shown, type Unknowns } from '../validate/shape.js';

/** Looks at one part of a formula of which nothing is known yet. */
type Check = (formula: Unknowns, path: string) => readonly Problem[];

const NO_NUMBER = ['not_applicable', 'missing', 'undetermined'];
const EXCEEDING = ['keep', 'cap', ...NO_NUMBER];
const COMPARISONS = ['equal', 'not_equal', 'at_least', 'at_most', 'more_than', 'less_than'];

const SCALE = optional('scale', (scale) => scale !== 0);

const CHECKS: ReadonlyMap<unknown, readonly Check[]> = new Map([
  ['value', [element('element')]],
  [
    'ratio',
    [
      element('numerator'),
      element('denominator'),
      different('numerator', 'denominator'),
      SCALE,
      zeroPolicy('zeroDenominator'),
      zeroPolicy('nothingToCount'),
      word('exceeding', EXCEEDING),
    ],
  ],
  ['sum', [elements, word('gap', ['missing', 'zero'])]],
  [
    'per_head',
    [
      element('element'),
      element('population'),
      different('element', 'population'),
      number('per', (per) => per > 0),
      zeroPolicy('zeroPopulation'),
    ],
  ],
  ['growth', [element('element'), SCALE, zeroPolicy('zeroBefore')]],
  ['share_of_yes', [elements, word('gap', ['missing', 'no', 'leave_out'])]],
  ['age', [element('element'), number('at', Number.isSafeInteger), word('future', [...NO_NUMBER, 'zero'])]],
  ['yes_no', [conditions, word('holds', ['all', 'any'])]],
  ['levels', [element('element'), steps, number('below')]],
  [
    'count_against_target',
    [element('element'), target, zeroPolicy('zeroTarget'), word('exceeding', EXCEEDING)],
  ],
]);

/**
 * Everything that is wrong with the formula of a leaf; a leaf without one has its own data element and no
 * problem. It may be anything, as read from a file.
 *
 * @param path of the leaf, e.g. `framework.open_data.portals`
 */
export function formulaProblems(leaf: FrameworkNode, path: string): readonly Problem[] {
  const formula: unknown = leaf.formula;
  const own = `${path}.formula`;
  if (formula === undefined) return [];
  if (!isRecord(formula)) return [{ code: 'FORMULA_INVALID', path: own, params: { found: shown(formula) } }];
  const checks = CHECKS.get(formula['kind']);
  if (checks !== undefined) return checks.flatMap((check) => check(formula, own));
  const params = { found: shown(formula['kind']), known: [...CHECKS.keys()].join(' ') };
  return [{ code: 'FORMULA_KIND_UNKNOWN', path: `${own}.kind`, params }];
}

function element(field: string): Check {
  return (formula, path) => {
    if (isCode(formula[field])) return [];
    const params = { found: shown(formula[field]) };
    return [{ code: 'FORMULA_ELEMENT_INVALID', path: `${path}.${field}`, params }];
  };
}

/** A quotient of an element and itself says nothing. */
function different(field: string, other: string): Check {
  return (formula, path) => {
    const code = formula[field];
    if (!isCode(code) || code !== formula[other]) return [];
    return [{ code: 'FORMULA_ELEMENT_DOUBLED', path: `${path}.${other}`, params: { element: code } }];
  };
}

function elements(formula: Unknowns, path: string): readonly Problem[] {
  const list: unknown = formula['elements'];
  const own = `${path}.elements`;
  if (!Array.isArray(list) || list.length === 0)
    return [{ code: 'FORMULA_ELEMENTS_EMPTY', path: own, params: {} }];
  const seen = new Set<unknown>();
  return list.flatMap((code: unknown, index): readonly Problem[] => {
    const at = `${own}[${index}]`;
    if (!isCode(code)) return [{ code: 'FORMULA_ELEMENT_INVALID', path: at, params: { found: shown(code) } }];
    if (seen.has(code)) return [{ code: 'FORMULA_ELEMENT_DOUBLED', path: at, params: { element: code } }];
    seen.add(code);
    return [];
  });
}

function number(field: string, holds: (value: number) => boolean = () => true): Check {
  return (formula, path) => {
    const value = formula[field];
    if (isFiniteNumber(value) && holds(value)) return [];
    return [{ code: 'FORMULA_NUMBER_INVALID', path: `${path}.${field}`, params: { found: shown(value) } }];
  };
}

function optional(field: string, holds: (value: number) => boolean): Check {
  const check = number(field, holds);
  return (formula, path) => (formula[field] === undefined ? [] : check(formula, path));
}

function word(field: string, known: readonly string[]): Check {
  return (formula, path) => {
    const found = formula[field];
    if ((known as readonly unknown[]).includes(found)) return [];
    const params = { found: shown(found), known: known.join(' ') };
    return [{ code: 'FORMULA_WORD_UNKNOWN', path: `${path}.${field}`, params }];
  };
}

/** No number, by a word, or a number that the method states. */
function zeroPolicy(field: string): Check {
  const byWord = word(field, NO_NUMBER);
  const byNumber = number('value');
  return (formula, path) => {
    const policy = formula[field];
    return isRecord(policy) ? byNumber(policy, `${path}.${field}`) : byWord(formula, path);
  };
}

/** A data element, or a number above zero: a count cannot be measured against nothing. */
function target(formula: Unknowns, path: string): readonly Problem[] {
  if (typeof formula['target'] === 'number') return number('target', (value) => value > 0)(formula, path);
  return [...element('target')(formula, path), ...different('element', 'target')(formula, path)];
}

function conditions(formula: Unknowns, path: string): readonly Problem[] {
  return listed(formula['conditions'], `${path}.conditions`, 'FORMULA_CONDITIONS_EMPTY', (condition, at) => [
    ...element('element')(condition, at),
    ...word('is', COMPARISONS)(condition, at),
    ...number('value')(condition, at),
  ]);
}

function steps(formula: Unknowns, path: string): readonly Problem[] {
  const list: unknown = formula['steps'];
  const own = `${path}.steps`;
  const problems = listed(list, own, 'FORMULA_STEPS_EMPTY', (step, at) => [
    ...number('from')(step, at),
    ...number('value')(step, at),
  ]);
  if (problems.length > 0) return problems;
  return (list as readonly { readonly from: number }[]).flatMap(({ from }, index, all) => {
    const before = all[index - 1]?.from ?? Number.NEGATIVE_INFINITY;
    if (from > before) return [];
    return [{ code: 'FORMULA_STEPS_NOT_ASCENDING', path: `${own}[${index}].from`, params: { from, before } }];
  });
}

function listed(list: unknown, path: string, empty: string, check: Check): readonly Problem[] {
  if (!Array.isArray(list) || list.length === 0) return [{ code: empty, path, params: {} }];
  return list.flatMap((entry: unknown, index): readonly Problem[] => {
    const at = `${path}[${index}]`;
    return isRecord(entry)
      ? check(entry, at)
      : [{ code: 'FORMULA_INVALID', path: at, params: { found: shown(entry) } }];
  });
}
