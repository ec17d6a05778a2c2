import type { NodeResult, UnitResult } from '../model/assessment.js';
import type { Framework } from '../model/framework.js';
import { roundHalfUp } from '../numeric/round.js';
import { planOf, type PlanNode } from './plan.js';

/** One step of the arithmetic, in codes and numbers. */
export interface TraceStep {
  readonly node: string;
  readonly stage: 'input' | 'normalise' | 'aggregate' | 'round' | 'rank';
  readonly method: string;
  readonly parameters: Readonly<Record<string, string | number | boolean | null>>;
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * Every step by which a unit's score and rank came about, leaves first. It is computed when asked
 * for and says nothing that the result does not hold.
 */
export function trace(framework: Framework, result: UnitResult): readonly TraceStep[] {
  const steps: TraceStep[] = [];
  const children = childrenByParent(result.nodes);
  const rules = new Map(planOf(framework).nodes.map((at) => [at.node.code, at]));
  for (const node of [...result.nodes].reverse()) {
    const own = children.get(node.code) ?? [];
    const at = rules.get(node.code) as PlanNode;
    if (own.length === 0) steps.push(...leafSteps(node, at));
    else steps.push(aggregateStep(node, own, at));
  }
  if (result.score === null) return steps;
  const { decimals, method, direction, rounding } = framework.method.rank;
  const root = framework.root.code;
  const rounded = decimals === null ? result.score : roundHalfUp(result.score, decimals);
  if (decimals !== null) {
    const parameters = { decimals };
    steps.push({
      node: root,
      stage: 'round',
      method: rounding,
      parameters,
      before: result.score,
      after: rounded,
    });
  }
  if (result.rank !== null) {
    const parameters = { direction, group: result.group, tied: result.rank.tied };
    steps.push({ node: root, stage: 'rank', method, parameters, before: rounded, after: result.rank.rank });
  }
  return steps;
}

/**
 * How the raw value was worked out, where it was, and what became of it. Imputation and treatment are
 * named by the reasons: their amounts for all units are in the assessment's own list.
 */
function leafSteps(node: NodeResult, { node: of, leaf }: PlanNode): readonly TraceStep[] {
  const steps: TraceStep[] = [];
  const formula = of.formula?.kind ?? 'value';
  if (formula !== 'value') {
    const parameters = { state: node.state, unit: of.unit ?? null };
    steps.push({
      node: node.code,
      stage: 'input',
      method: formula,
      parameters,
      before: null,
      after: node.raw,
    });
  }
  const method = leaf?.normalise.method ?? 'ratio_to_maximum';
  const isRatio = method === 'ratio_to_maximum';
  const parameters: TraceStep['parameters'] = isRatio
    ? { state: node.state, maxPoints: node.maxPoints }
    : { state: node.state, direction: leaf?.direction ?? null, reasons: node.reasons.join(' ') };
  const before = isRatio && node.points !== null ? node.points : node.raw;
  steps.push({ node: node.code, stage: 'normalise', method, parameters, before, after: node.value });
  return steps;
}

function aggregateStep(
  node: NodeResult,
  children: readonly NodeResult[],
  { parentRules }: PlanNode,
): TraceStep {
  const contributions = children.map((child) => [`contribution.${child.code}`, child.contribution] as const);
  return {
    node: node.code,
    stage: 'aggregate',
    method: parentRules?.aggregation.method ?? 'arithmetic',
    parameters: {
      state: node.state,
      missing: parentRules?.missing ?? null,
      ...Object.fromEntries(contributions),
    },
    before: null,
    after: node.value,
  };
}

function childrenByParent(nodes: readonly NodeResult[]): ReadonlyMap<string, readonly NodeResult[]> {
  const byParent = new Map<string, NodeResult[]>();
  for (const node of nodes) {
    if (node.parent === null) continue;
    const siblings = byParent.get(node.parent) ?? [];
    siblings.push(node);
    byParent.set(node.parent, siblings);
  }
  return byParent;
}
