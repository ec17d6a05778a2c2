import type { SuccessionRule } from '../../model/succession.js';
import type { Problem } from '../../model/outcome.js';
import { isCode, isFiniteNumber, isRecord, shown, type Unknowns } from '../validate/shape.js';

/** A rule that averages node values; the other one sums data elements. */
export type MeanRule = Exclude<SuccessionRule, { readonly method: 'sum_of_elements' }>;

const METHODS = ['mean_of_indices', 'population_weighted_mean', 'sum_of_elements'];
/** Beyond any population; sums of weights below it stay finite. */
export const LARGEST_WEIGHT = 1e100;

const WITHOUT_VALUE = ['no_value', 'of_those_present'];

/**
 * What is wrong with a rule of succession, which may be anything.
 *
 * @param path of the rule, e.g. `rule`
 */
export function successionRuleProblems(rule: SuccessionRule, path: string): readonly Problem[] {
  const found: unknown = rule;
  const method = isRecord(found) ? found['method'] : found;
  if (!isRecord(found) || !METHODS.includes(method as string)) {
    const params = { found: shown(method), known: METHODS.join(' ') };
    return [{ code: 'SUCCESSION_RULE_UNKNOWN', path, params }];
  }
  const problems: Problem[] = [];
  if (!WITHOUT_VALUE.includes(found['withoutValue'] as string)) {
    const params = { found: shown(found['withoutValue']), known: WITHOUT_VALUE.join(' ') };
    problems.push({ code: 'WITHOUT_VALUE_UNKNOWN', path: `${path}.withoutValue`, params });
  }
  if (method === 'sum_of_elements') {
    return [
      ...problems,
      ...codesProblems(found['elements'], `${path}.elements`, 'SUCCESSION_ELEMENTS_INVALID'),
    ];
  }
  if (found['nodes'] !== undefined) {
    problems.push(...codesProblems(found['nodes'], `${path}.nodes`, 'SUCCESSION_NODES_INVALID'));
  }
  return method === 'mean_of_indices' ? problems : [...problems, ...weightsProblems(found['weights'], path)];
}

function codesProblems(list: unknown, path: string, code: string): readonly Problem[] {
  if (!Array.isArray(list) || list.length === 0) return [{ code, path, params: { found: shown(list) } }];
  const seen = new Set<unknown>();
  return list.flatMap((entry: unknown, index) => {
    const sound = isCode(entry) && !seen.has(entry);
    seen.add(entry);
    return sound ? [] : [{ code, path: `${path}[${index}]`, params: { found: shown(entry) } }];
  });
}

function weightsProblems(weights: unknown, path: string): readonly Problem[] {
  const own = `${path}.weights`;
  const code = 'SUCCESSION_WEIGHTS_INVALID';
  const rule: Unknowns = isRecord(weights) ? weights : {};
  const { element, given } = rule;
  if (element !== undefined && given === undefined) {
    return isCode(element) ? [] : [{ code, path: `${own}.element`, params: { found: shown(element) } }];
  }
  if (!isRecord(given) || element !== undefined) {
    return [{ code, path: own, params: { found: shown(weights) } }];
  }
  return Object.entries(given)
    .filter(([, weight]) => !(isFiniteNumber(weight) && weight > 0 && weight <= LARGEST_WEIGHT))
    .map(([unit, weight]) => ({
      code: 'PREDECESSOR_WEIGHT_INVALID',
      path: `${own}.given`,
      params: { unit, weight: shown(weight) },
    }));
}
