import { STATE } from '../../model/column.js';
import type { Dataset } from '../../model/dataset.js';
import type { Framework } from '../../model/framework.js';
import type { Problem } from '../../model/outcome.js';
import type { SuccessionRule } from '../../model/succession.js';
import { elementSource } from '../indicators/element-source.js';
import { keepElements } from '../perturb/asked-data.js';
import { validate } from '../validate/validate.js';
import { leavesOf, type Origin } from './lineage.js';
import type { MeanWeights } from './merged-values.js';
import { LARGEST_WEIGHT, type MeanRule } from './rule-problems.js';

/** The data element that says how much a predecessor counts; `null` where none does. */
export function weightsElement(rule: SuccessionRule): string | null {
  if (rule.method !== 'population_weighted_mean') return null;
  return 'element' in rule.weights ? rule.weights.element : null;
}

/**
 * Validates a framework and a data set that may hold one data element more than the framework asks for.
 *
 * @returns the problems, and the data set as `compute` takes it
 */
export function checkedBeside(
  framework: Framework,
  dataset: Dataset,
  beside: string | null,
): { readonly problems: readonly Problem[]; readonly dataset: Dataset } {
  const isBeside = ({ code, params }: Problem): boolean =>
    code === 'ELEMENT_UNKNOWN' && beside !== null && params['element'] === beside;
  const problems = validate(framework, dataset);
  if (!problems.some(isBeside)) return { problems, dataset };
  const rest = problems.filter((problem) => !isBeside(problem));
  if (rest.length > 0) return { problems: rest, dataset };
  const asked = keepElements(dataset, (element) => element !== beside);
  return { problems: validate(framework, asked), dataset: asked };
}

/**
 * How much each unit of the data counts in a mean, for every unit that some merged unit goes back to.
 *
 * @param dataset with the element of the weights
 */
export function weightOfUnits(
  rule: MeanRule,
  dataset: Dataset,
  origins: readonly Origin[],
): { readonly weights: MeanWeights; readonly problems: readonly Problem[] } {
  const { withoutValue } = rule;
  if (rule.method === 'mean_of_indices') return { weights: { withoutValue, weightOf: null }, problems: [] };
  const weightOf =
    'element' in rule.weights ? byElement(rule.weights.element, dataset) : byName(rule.weights.given);
  const problems: Problem[] = [];
  for (const origin of origins) {
    if (origin.kind !== 'merged') continue;
    for (const leaf of leavesOf(origin)) {
      if (leaf.kind === 'absent') continue;
      const weight = weightOf(leaf.unit, leaf.row);
      if (weight > 0 && weight <= LARGEST_WEIGHT) continue;
      const params = { unit: leaf.unit, successor: origin.unit };
      problems.push({ code: 'PREDECESSOR_WEIGHT_ABSENT', path: 'rule.weights', params });
    }
  }
  return { weights: { withoutValue, weightOf }, problems };
}

function byName(given: Readonly<Record<string, number>>): (unit: string) => number {
  const weights = new Map(Object.entries(given));
  return (unit) => weights.get(unit) ?? 0;
}

function byElement(element: string, dataset: Dataset): (unit: string, row: number) => number {
  const { values, states } = elementSource(dataset).element(element);
  return (_unit, row) => (states[row] === STATE.scored ? (values[row] as number) : 0);
}
