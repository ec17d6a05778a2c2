import { STATE } from '../../model/column.js';
import type { DataColumn, ObservationStatus } from '../../model/dataset.js';
import type { Framework, FrameworkNode, Method } from '../../model/framework.js';
import type { Normalisation } from '../../model/normalisation.js';
import type { Evaluation, NodeColumns } from '../evaluate.js';
import type { Plan, PlanNode } from '../plan.js';
import type { Cut } from './cut.js';
import type { Origin } from './lineage.js';
import { meanOf, type MeanWeights } from './merged-values.js';

/** Whose values are averaged, and how. */
export interface Means {
  readonly origins: readonly Origin[];
  readonly weights: MeanWeights;
}

/**
 * The values of a cut as a data set of one data element for each of its nodes, averaged where a unit was
 * merged: estimated (`E`), where all others are as they were.
 */
export function cutColumns(
  plan: Plan,
  cut: Cut,
  { nodes }: Evaluation,
  { origins, weights }: Means,
): readonly DataColumn[] {
  return cut.indices.map((index) => {
    const { column } = nodes.get(index) as NodeColumns;
    const cells = origins.map((origin) => {
      const { value, state } = meanOf(origin, column, weights);
      if (state !== STATE.scored) return { value: null, status: statusOf(state) };
      return { value, status: origin.kind === 'merged' ? ('E' as const) : ('A' as const) };
    });
    return {
      element: (plan.nodes[index] as PlanNode).node.code,
      values: cells.map(({ value }) => value),
      statuses: cells.map(({ status }) => status),
    };
  });
}

function statusOf(state: number): ObservationStatus {
  if (state === STATE.not_applicable || state === STATE.not_scored) return 'M';
  return state === STATE.not_collected ? 'L' : 'O';
}

/** The framework down to the cut, whose nodes become leaves that hold values as they are. */
export function cutFramework(plan: Plan, cut: Cut, evaluation: Evaluation): Framework {
  const {
    screen: _screen,
    impute: _impute,
    treat: _treat,
    normalise: _normalise,
    ...method
  } = plan.framework.method satisfies Method;
  const ends = new Set(cut.indices);
  const node = (at: PlanNode): FrameworkNode => {
    const { code, points, weight, scored, weights, aggregation, missing, notApplicable } = at.node;
    const own = { code, ...defined({ points, weight, scored }) };
    if (ends.has(at.index))
      return { ...own, normalise: asItIs(evaluation.nodes.get(at.index) as NodeColumns) };
    const { availability, availabilityBy } = at.node;
    const rules = { weights, aggregation, missing, notApplicable, availability, availabilityBy };
    const children = at.children
      .map((child) => plan.nodes[child] as PlanNode)
      .filter((child) => leads(child));
    return { ...own, ...defined(rules), children: children.map(node) };
  };
  const leads = (at: PlanNode): boolean =>
    ends.has(at.index) || at.children.some((child) => leads(plan.nodes[child] as PlanNode));
  return { code: plan.framework.code, method, root: node(plan.nodes[0] as PlanNode) };
}

function defined<T extends object>(rules: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(rules).filter(([, rule]) => rule !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/** A normalisation that changes nothing: of shares as they are, of any other scale kept beyond 0 to 1. */
function asItIs({ column }: NodeColumns): Normalisation {
  const isShare = column.values.every((value) => !(value < 0 || value > 1));
  if (isShare) return { method: 'ratio_to_maximum' };
  return { method: 'goalposts', from: 0, upTo: 1, clamp: 'keep' };
}
