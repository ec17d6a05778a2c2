import type { Assessment, UnitResult } from '../../model/assessment.js';
import type { Dataset } from '../../model/dataset.js';
import type { Framework } from '../../model/framework.js';
import { failure, success, type Outcome, type Problem } from '../../model/outcome.js';
import type { Change, Perturbation, Standing, UnitDifference } from '../../model/perturbation.js';
import { compute, type ComputeOptions } from '../compute.js';
import { frameworkProblems, frameworkShapeProblems } from '../validate/framework-problems.js';
import { shown } from '../validate/shape.js';
import { elementsAsked, keepElements } from './asked-data.js';
import { makeChanges, type Changed } from './changes.js';
import { wayTo } from './framework-edit.js';

/**
 * What if: the same call again with some things changed (values, weights, points, rules, units), and
 * what differs. Everything is computed anew, so that all that follows from a change follows: another
 * range of the data moves everybody's normalised values, another unit everybody's rank.
 *
 * Problems of the changed framework and data stand under `after.`; those of the changes themselves
 * under `changes[i]`. Cost: twice that of `compute`.
 *
 * @param options as in `compute`; `scores` where only scores and ranks are shown
 */
export function perturb(
  framework: Framework,
  dataset: Dataset,
  changes: readonly Change[],
  options: ComputeOptions = {},
): Outcome<Perturbation> {
  const before = compute(framework, dataset, options);
  if (!before.ok) return before;
  if (!Array.isArray(changes)) {
    return failure([{ code: 'CHANGES_INVALID', path: 'changes', params: { found: shown(changes) } }]);
  }
  const changed = makeChanges(framework, dataset, changes);
  const problems = [...changed.problems, ...rulesProblems(changed)];
  if (problems.length > 0) return failure(problems);
  const data = withoutUnasked(framework, changed);
  const unheard = [...unknownElements(changed), ...idleWeights(changed)];
  if (unheard.length > 0) return failure(unheard);
  const after = compute(changed.framework, data, options);
  if (!after.ok) return failure(after.problems.map(afterwards));
  const differences = differencesOf(before.value, after.value);
  return success({ before: before.value, after: after.value, changes, differences });
}

function rulesProblems({ framework, dataset }: Changed): readonly Problem[] {
  const shape = frameworkShapeProblems(framework);
  return (shape.length > 0 ? shape : frameworkProblems(framework, dataset.units)).map(afterwards);
}

function afterwards(problem: Problem): Problem {
  return { ...problem, path: `after.${problem.path}` };
}

/** Without the data elements that the framework asked for before, and asks for no more. */
function withoutUnasked(before: Framework, { framework, dataset }: Changed): Dataset {
  const asked = elementsAsked(framework);
  const dropped = [...elementsAsked(before)].filter((element) => !asked.has(element));
  if (dropped.length === 0) return dataset;
  return keepElements(dataset, (element) => !dropped.includes(element));
}

/** A value of a data element that nothing is worked out from would change nothing, and say nothing of it. */
function unknownElements({ framework, elements }: Changed): readonly Problem[] {
  const asked = elementsAsked(framework);
  return elements
    .filter(({ element }) => !asked.has(element))
    .map(({ element, path }) => ({
      code: 'CHANGE_ELEMENT_UNKNOWN',
      path: `${path}.element`,
      params: { element },
    }));
}

/** So would a weight where siblings are not weighed by what is given, or where there are none to weigh against. */
function idleWeights({ framework, weighted }: Changed): readonly Problem[] {
  return weighted.flatMap(({ node, path }) => {
    const parent = wayTo(framework, node).at(-2);
    const rule = parent?.weights ?? framework.method.weights ?? { method: 'points' };
    if (parent !== undefined && rule.method === 'given') return [];
    const params = { node, weights: parent === undefined ? null : rule.method };
    return [{ code: 'CHANGE_WEIGHT_NOT_USED', path: `${path}.weight`, params }];
  });
}

/** What became of each unit of either assessment. */
export function differencesOf(before: Assessment, after: Assessment): readonly UnitDifference[] {
  const now = new Map(after.units.map((unit) => [unit.unit, unit] as const));
  const known = new Set(before.units.map(({ unit }) => unit));
  const added = after.units.filter(({ unit }) => !known.has(unit));
  return [
    ...before.units.map((unit) => difference(unit.unit, unit, now.get(unit.unit) ?? null)),
    ...added.map((unit) => difference(unit.unit, null, unit)),
  ];
}

function difference(unit: string, before: UnitResult | null, after: UnitResult | null): UnitDifference {
  return {
    unit,
    before: standingOf(before),
    after: standingOf(after),
    score: change(before?.score ?? null, after?.score ?? null),
    rank: change(before?.rank?.rank ?? null, after?.rank?.rank ?? null),
  };
}

function standingOf(result: UnitResult | null): Standing | null {
  if (result === null) return null;
  const { state, score, rank, band } = result;
  return { state, score, rank: rank?.rank ?? null, band };
}

/** `null` also where the difference of two numbers is none. */
function change(before: number | null, after: number | null): number | null {
  if (before === null || after === null) return null;
  const by = after - before;
  return Number.isFinite(by) ? by : null;
}
