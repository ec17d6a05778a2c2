import type { Assessment, Rank, TreatmentRecord, UnitResult } from '../model/assessment.js';
import type { Dataset } from '../model/dataset.js';
import type { Framework } from '../model/framework.js';
import { failure, success, type Outcome, type Problem } from '../model/outcome.js';
import { ENGINE_VERSION } from '../version.js';
import { evaluate, sourceOf, type Evaluation, type NodeColumns } from './evaluate.js';
import { detailOf, scoresOf, type Standing } from './materialise.js';
import { nodeWeights, planOf, type Plan, type PlanNode } from './plan.js';
import { bandOf, codeOrder, standingsOf } from './rank.js';
import { treatmentRecord } from './treat/treat.js';
import { optionsProblems } from './validate/options-problems.js';
import { shown } from './validate/shape.js';
import { validate } from './validate/validate.js';

export interface ComputeOptions {
  /** `scores`: units with scores and ranks, without nodes, in the memory of a few columns. Default `nodes`. */
  readonly detail?: 'nodes' | 'scores';
}

const DETAILS: readonly unknown[] = ['nodes', 'scores'];

/**
 * Scores and ranks every unit of a data set by a framework.
 *
 * The same input gives the same result; nothing outside the arguments is read. Scores are unrounded, on
 * the scale of the normalisation; ranks are taken at the precision that the method states. Cost:
 * units × nodes, plus sorting where a stage asks for order.
 *
 * @returns the assessment with its recipe, or all problems of the input at once
 */
export function compute(
  framework: Framework,
  dataset: Dataset,
  options: ComputeOptions = {},
): Outcome<Assessment> {
  const problems = [...validate(framework, dataset), ...computeOptionProblems(options)];
  if (problems.length > 0) return failure(problems);
  const { detail = 'nodes' } = options;
  const plan = planOf(framework);
  const source = sourceOf(dataset);
  const tieBreaks = framework.method.rank.tieBreaks ?? [];
  const needsNodes = detail === 'nodes' || tieBreaks.some(({ by }) => by === 'node');
  const evaluation = evaluate(plan, source, needsNodes ? 'all' : 'root');
  const standing = standingOf(plan, evaluation);
  const units: readonly UnitResult[] =
    detail === 'nodes'
      ? detailOf(plan, evaluation, source.elements, standing)
      : scoresOf(evaluation, standing);
  return success({
    engineVersion: ENGINE_VERSION,
    recipe: framework,
    units,
    weights: nodeWeights(plan),
    leftOut: evaluation.exclusions.leftOut,
    treated: detail === 'nodes' ? treatmentRecords(plan, evaluation) : [],
  });
}

/** What is wrong with the options of `compute`, and of what-ifs, which take the same. */
export function computeOptionProblems(options: ComputeOptions): readonly Problem[] {
  const problems = optionsProblems(options, ['detail']);
  if (problems.length > 0) return problems;
  const { detail } = options;
  if (detail === undefined || DETAILS.includes(detail)) return [];
  const params = { found: shown(detail), known: DETAILS.join(' ') };
  return [{ code: 'OPTIONS_INVALID', path: 'options.detail', params }];
}

/** Ranks within peer groups and bands, both at the precision of the method's rank. */
export function standingOf({ framework, nodes: planned }: Plan, { roster, nodes }: Evaluation): Standing {
  const { rank: rule, bands = [] } = framework.method;
  const { values } = (nodes.get(0) as NodeColumns).column;
  const breakers = (rule.tieBreaks ?? []).map((tieBreak) => {
    if (tieBreak.by === 'code') return codeOrder(roster.units.map(({ code }) => code));
    const at = planned.find(({ node }) => node.code === tieBreak.node) as PlanNode;
    return (nodes.get(at.index) as NodeColumns).column.values;
  });
  const { ranks, tied, compared } = standingsOf(values, roster.groups, rule, breakers);
  return {
    ranks: roster.units.map((_unit, u): Rank | null => {
      const own = ranks[u] as number;
      return Number.isNaN(own) ? null : { rank: own, tied: tied[u] === 1, compared: compared[u] as number };
    }),
    bands: bands.length === 0 ? [] : roster.units.map((_unit, u) => bandOf(values[u] as number, bands, rule)),
  };
}

function treatmentRecords(plan: Plan, { leaves, roster }: Evaluation): readonly TreatmentRecord[] {
  const records: TreatmentRecord[] = [];
  for (const [index, { imputed, outcome }] of leaves) {
    if (outcome === null) continue;
    const { node } = plan.nodes[index] as PlanNode;
    records.push(treatmentRecord(node.code, roster.units, imputed, outcome));
  }
  return records;
}
