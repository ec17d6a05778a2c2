import type { NodeResult, UnitResult } from '../model/assessment.js';
import type { Framework } from '../model/framework.js';
import { roundHalfUp } from '../numeric/round.js';

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
  for (const node of [...result.nodes].reverse()) {
    const own = children.get(node.code) ?? [];
    steps.push(own.length === 0 ? leafStep(node) : aggregateStep(node, own, framework));
  }
  if (result.score === null) return steps;
  const { decimals, method, direction } = framework.method.rank;
  const root = framework.root.code;
  const rounded = decimals === null ? result.score : roundHalfUp(result.score, decimals);
  if (decimals !== null) {
    const parameters = { decimals };
    steps.push({
      node: root,
      stage: 'round',
      method: framework.method.rank.rounding,
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

function leafStep(node: NodeResult): TraceStep {
  return {
    node: node.code,
    stage: 'normalise',
    method: 'ratio_to_maximum',
    parameters: { state: node.state, maxPoints: node.maxPoints },
    before: node.points,
    after: node.value,
  };
}

function aggregateStep(node: NodeResult, children: readonly NodeResult[], framework: Framework): TraceStep {
  const contributions = children.map((child) => [`contribution.${child.code}`, child.contribution] as const);
  return {
    node: node.code,
    stage: 'aggregate',
    method: framework.method.aggregation,
    parameters: {
      state: node.state,
      missing: framework.method.missing,
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
    byParent.set(node.parent, [...(byParent.get(node.parent) ?? []), node]);
  }
  return byParent;
}
