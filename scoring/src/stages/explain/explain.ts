import type { NodeResult } from '../../model/assessment.js';
import type { Dataset } from '../../model/dataset.js';
import type { Baseline, Explanation, ExplainOptions, Loss } from '../../model/explanation.js';
import type { Framework } from '../../model/framework.js';
import { failure, success, type Outcome, type Problem } from '../../model/outcome.js';
import { standingOf } from '../compute.js';
import { evaluate, sourceOf, type NodeColumns } from '../evaluate.js';
import { planOf, type Plan } from '../plan.js';
import { optionsProblems } from '../validate/options-problems.js';
import { shown } from '../validate/shape.js';
import { validate } from '../validate/validate.js';
import { measuresOf } from './contributions.js';
import { resultOf } from './one-unit.js';
import { peerDistance, peersOf } from './peers.js';
import { scalesOf } from './scales.js';

const BASELINES: readonly Baseline[] = ['group_median', 'scale_low'];

/**
 * Why a unit has the score it has: what every node adds to its parent and to the whole, what it loses
 * against the upper end of its scale, and how far it is from its peers' median and best.
 *
 * In additive trees contributions are exact and those of the leaves add up to the score. Elsewhere each
 * names its measure and the baseline it compares with. Codes and numbers only.
 *
 * Cost: one evaluation, and one more of what lies above it for each node below a parent that is not
 * additive; under Copeland every one of those is a contest of all units.
 *
 * @returns the explanation, or all problems of the input at once
 */
export function explain(
  framework: Framework,
  dataset: Dataset,
  unit: string,
  options: ExplainOptions = {},
): Outcome<Explanation> {
  const problems = [...validate(framework, dataset), ...explainOptionProblems(options)];
  if (problems.length > 0) return failure(problems);
  const { baseline = 'group_median' } = options;
  const plan = planOf(framework);
  const source = sourceOf(dataset);
  const at = source.roster.indexOf(unit);
  if (at < 0) return failure([unknownUnit(unit)]);
  const evaluation = evaluate(plan, source);
  const result = resultOf(plan, evaluation, source.elements, standingOf(plan, evaluation), at);
  const peers = peersOf(evaluation.roster, at);
  const distances = plan.nodes.map(({ index }) =>
    peerDistance(evaluation.nodes.get(index) as NodeColumns, peers, evaluation.roster, at),
  );
  const scales = scalesOf(plan, evaluation, at);
  const baselines = plan.nodes.map(({ index }) =>
    baseline === 'group_median' ? (distances[index]?.median ?? null) : (scales[index]?.low ?? null),
  );
  const { nodes: results } = result;
  const measures = measuresOf({ plan, evaluation, unit: at, results, baselines, scales });
  const nodes = results.map((own, index) => ({
    ...told(own),
    ...(measures[index] as (typeof measures)[number]),
    scale: scales[index] ?? null,
    peers: distances[index] ?? null,
  }));
  const { group, state, score, rank } = result;
  const losses = lossesOf(plan, nodes);
  return success({ unit, group, state, score, rank, baseline, nodes, losses });
}

export function unknownUnit(unit: unknown): Problem {
  return { code: 'UNIT_UNKNOWN', path: 'unit', params: { unit: shown(unit) } };
}

function explainOptionProblems(options: ExplainOptions): readonly Problem[] {
  const problems = optionsProblems(options, ['baseline']);
  if (problems.length > 0) return problems;
  const { baseline }: ExplainOptions = options;
  if (baseline === undefined || BASELINES.includes(baseline)) return [];
  const params = { found: shown(baseline), known: BASELINES.join(' ') };
  return [{ code: 'BASELINE_UNKNOWN', path: 'options.baseline', params }];
}

function told({ code, parent, state, value, weightAsked, weightEffective, reasons }: NodeResult) {
  return { code, parent, state, value, weightAsked, weightEffective, reasons };
}

/**
 * What the lowest nodes that lose anything lose (leaves, and parents that count as zero for want of all
 * their children), the most first; of equal losses the first of the framework.
 */
function lossesOf(plan: Plan, nodes: readonly { readonly lost: Loss | null }[]): readonly Loss[] {
  const lostAt = (index: number): Loss | null => nodes[index]?.lost ?? null;
  return plan.nodes
    .filter(({ children }) => children.every((child) => lostAt(child) === null))
    .flatMap(({ index }) => lostAt(index) ?? [])
    .filter(({ ofWhole }) => ofWhole !== null && ofWhole > 0)
    .sort((a, b) => (b.ofWhole as number) - (a.ofWhole as number));
}
