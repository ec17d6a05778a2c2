import type { Assessment } from '../../model/assessment.js';
import type { Dataset, Unit } from '../../model/dataset.js';
import type { Framework } from '../../model/framework.js';
import { failure, success, type Outcome, type Problem } from '../../model/outcome.js';
import type { Restatement, SuccessionLink, SuccessionRule } from '../../model/succession.js';
import { compute } from '../compute.js';
import { evaluate, sourceOf } from '../evaluate.js';
import { planOf, type PlanNode } from '../plan.js';
import { datasetShapeProblems } from '../validate/dataset-problems.js';
import { basesOf } from './bases.js';
import { cutOf } from './cut.js';
import { cutColumns, cutFramework } from './cut-recipe.js';
import { lineageOf, type Lineage, type Origin } from './lineage.js';
import { linksProblems } from './links-problems.js';
import type { MeanWeights } from './merged-values.js';
import { successionRuleProblems, type MeanRule } from './rule-problems.js';
import { notSummable, summed } from './sum-elements.js';
import { checkedBeside, weightOfUnits, weightsElement } from './unit-weights.js';

/**
 * Scores a past period under another roster: merged units by the rule of succession, all others as they
 * were.
 *
 * By a mean, the period is first scored with the units that it had; the predecessors' values at the
 * nodes of the rule are averaged, and the tree above is computed (DTI 2024: "main indices"). By
 * `sum_of_elements` the data elements are added up and everything is computed from them.
 *
 * @param links who went into whom; those that lead from no unit of the data are not used
 * @param roster the units wanted and their groups; absent, those of the data that did not end, then
 *   those that were formed, in the group that their predecessors share
 * @returns the restated period, or all problems at once
 */
export function restate(
  framework: Framework,
  dataset: Dataset,
  links: readonly SuccessionLink[],
  rule: SuccessionRule,
  roster?: readonly Unit[],
): Outcome<Restatement> {
  const shapes = [
    ...linksProblems(links, 'links'),
    ...successionRuleProblems(rule, 'rule'),
    ...(roster === undefined ? [] : rosterProblems(roster)),
  ];
  const checked = checkedBeside(framework, dataset, shapes.length === 0 ? weightsElement(rule) : null);
  if (shapes.length > 0 || checked.problems.length > 0) return failure([...checked.problems, ...shapes]);
  const lineage = lineageOf(links, dataset.units);
  if (lineage.problems.length > 0) return failure(lineage.problems);
  const wanted = rosterOf(lineage, dataset.units, roster);
  if (!wanted.ok) return wanted;
  const origins = wanted.value.map(({ code }) => lineage.originOf(code));
  const made =
    rule.method === 'sum_of_elements'
      ? bySums(framework, checked.dataset, wanted.value, origins, rule)
      : byMeans(framework, checked.dataset, { units: wanted.value, origins, rule, data: dataset });
  if (!made.ok) return made;
  const { weights, ...recipe } = made.value;
  const assessment = compute(recipe.framework, recipe.dataset);
  if (!assessment.ok) return assessment;
  return success(
    restatementOf(rule, recipe, assessment.value, basesOf(wanted.value, origins, rule, weights)),
  );
}

interface Recipe {
  readonly framework: Framework;
  readonly dataset: Dataset;
}

interface Made extends Recipe {
  readonly weights: MeanWeights | null;
}

function restatementOf(
  rule: SuccessionRule,
  recipe: Recipe,
  assessment: Assessment,
  units: Restatement['units'],
): Restatement {
  return { rule, framework: recipe.framework, dataset: recipe.dataset, assessment, units };
}

function rosterProblems(roster: readonly Unit[]): readonly Problem[] {
  return datasetShapeProblems({ units: roster }).map((problem) => ({
    ...problem,
    path: problem.path.replace('dataset.units', 'roster'),
  }));
}

function rosterOf(
  lineage: Lineage,
  units: readonly Unit[],
  roster: readonly Unit[] | undefined,
): Outcome<readonly Unit[]> {
  if (roster !== undefined) {
    const ended = roster.filter(({ code }) => lineage.ended.has(code));
    if (ended.length === 0) return success(roster);
    return failure(
      ended.map(({ code }) => ({ code: 'PREDECESSOR_ON_ROSTER', path: 'roster', params: { unit: code } })),
    );
  }
  const problems: Problem[] = [];
  const formed = new Set(lineage.formed);
  const stayed = units.filter(({ code }) => !lineage.ended.has(code) && !formed.has(code));
  const fresh = lineage.formed.map((code): Unit => {
    const groups = groupsOf(lineage.originOf(code), units);
    if (groups.length === 1) return { code, group: groups[0] ?? null };
    const params = { unit: code, groups: groups.map((group) => group ?? '').join(' ') };
    problems.push({ code: 'PREDECESSOR_GROUPS_DIFFER', path: 'links', params });
    return { code, group: null };
  });
  return problems.length > 0 ? failure(problems) : success([...stayed, ...fresh]);
}

/** The groups of the units of the data that an origin goes back to, each once. */
export function groupsOf(origin: Origin, units: readonly Unit[]): readonly (string | null)[] {
  if (origin.kind === 'absent') return [];
  if (origin.kind === 'unit') return [(units[origin.row] as Unit).group];
  return [...new Set(origin.parts.flatMap((part) => groupsOf(part.origin, units)))];
}

function bySums(
  framework: Framework,
  dataset: Dataset,
  units: readonly Unit[],
  origins: readonly Origin[],
  rule: Extract<SuccessionRule, { readonly method: 'sum_of_elements' }>,
): Outcome<Made> {
  const plan = planOf(framework);
  const leaves = plan.leaves.map((index) => (plan.nodes[index] as PlanNode).node);
  const refused = origins.some(({ kind }) => kind === 'merged') ? notSummable(leaves, rule) : [];
  if (refused.length > 0) return failure(refused);
  const { dataset: sums, problems } = summed(dataset, units, origins, leaves, rule);
  return problems.length > 0 ? failure(problems) : success({ framework, dataset: sums, weights: null });
}

interface Averaging {
  readonly units: readonly Unit[];
  readonly origins: readonly Origin[];
  readonly rule: MeanRule;
  /** With the data element of the weights, which the framework need not know. */
  readonly data: Dataset;
}

function byMeans(framework: Framework, dataset: Dataset, averaging: Averaging): Outcome<Made> {
  const { units, origins, rule, data } = averaging;
  const plan = planOf(framework);
  const cut = cutOf(plan, rule.nodes);
  const { weights, problems } = weightOfUnits(rule, data, origins);
  const evaluation = evaluate(plan, sourceOf(dataset));
  const left = cut.indices.filter((index) => evaluation.exclusions.nodes?.[index] === 1);
  const all = [
    ...cut.problems,
    ...problems,
    ...left.map((index) => {
      const params = { node: (plan.nodes[index] as PlanNode).node.code };
      return { code: 'CUT_NODE_LEFT_OUT', path: 'rule.nodes', params };
    }),
  ];
  if (all.length > 0) return failure(all);
  return success({
    framework: cutFramework(plan, cut, evaluation),
    dataset: { units, columns: cutColumns(plan, cut, evaluation, { origins, weights }) },
    weights,
  });
}
