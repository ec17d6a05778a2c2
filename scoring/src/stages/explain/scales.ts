import { STATE, type Column } from '../../model/column.js';
import type { Aggregation } from '../../model/aggregation.js';
import type { Normalisation, Scale } from '../../model/normalisation.js';
import { aggregate, effectiveWeights, type Child } from '../aggregate/aggregate.js';
import type { Evaluation, NodeColumns } from '../evaluate.js';
import type { LeafRules, ParentRules, Plan, PlanNode } from '../plan.js';
import { childrenOf, countedChildren } from './recombine.js';

/** Both ends of what a node can reach for one unit. */
export interface Ends {
  readonly low: number;
  readonly high: number;
}

const WHOLE: Scale = [0, 1];

/**
 * What each node can reach for one unit: a leaf by its normalisation, a parent with the children that the
 * unit has in use (without a value, all that it could have) at the lower or at the upper end. `null` where
 * the method sets no end (a z-score without limits).
 *
 * @param evaluation with all nodes kept
 * @returns by node index
 */
export function scalesOf(plan: Plan, evaluation: Evaluation, unit: number): readonly (Ends | null)[] {
  const scales: (Ends | null)[] = plan.nodes.map(() => null);
  // Children come after their parents.
  for (let index = plan.nodes.length - 1; index >= 0; index--) {
    const at = plan.nodes[index] as PlanNode;
    const { column } = evaluation.nodes.get(index) as NodeColumns;
    scales[index] =
      at.leaf === null ? parentScale(plan, evaluation, at, unit, scales) : leafScale(at.leaf, column);
  }
  return scales;
}

function leafScale({ normalise }: LeafRules, column: Column): Ends | null {
  switch (normalise.method) {
    case 'z_score':
    case 'scaled_z_score':
      return normalise.limits === undefined ? null : ends(normalise.limits);
    case 'rank':
      return countOf(column) === 0 ? null : { low: 1, high: countOf(column) };
    case 'borda':
      return countOf(column) === 0 ? null : { low: 0, high: countOf(column) - 1 };
    case 'steps': {
      const values = [normalise.below, ...normalise.steps.map(({ value }) => value)];
      return { low: Math.min(...values), high: Math.max(...values) };
    }
    case 'boolean':
    case 'ratio_to_maximum':
      return ends(WHOLE);
    default:
      return ends((normalise as Exclude<Normalisation, { method: 'rank' }> & { to?: Scale }).to ?? WHOLE);
  }
}

function ends([low, high]: Scale): Ends {
  return { low, high };
}

function countOf({ states }: Column): number {
  let count = 0;
  for (let u = 0; u < states.length; u++) if (states[u] === STATE.scored) count += 1;
  return count;
}

function parentScale(
  plan: Plan,
  evaluation: Evaluation,
  at: PlanNode,
  unit: number,
  scales: readonly (Ends | null)[],
): Ends | null {
  const { column } = evaluation.nodes.get(at.index) as NodeColumns;
  if (at.parentRules === null) return null;
  const { aggregation } = at.parentRules;
  if (aggregation.method === 'copeland') return contestScale(aggregation, evaluation, column, unit);
  const children = childrenOf(plan, evaluation, at);
  const used = new Float64Array(children.length);
  // Without a value for want of its children, it could reach what they all could.
  if (!effectiveWeights(children, at.parentRules, unit, used)) {
    children.forEach((child, c) => (used[c] = isPossible(child.column.states[unit]) ? child.weight : 0));
  }
  if (used.every((share) => share === 0)) return null;
  const own = countedChildren(plan, evaluation.exclusions.nodes, at).map((index) => scales[index] ?? null);
  if (own.some((scale, c) => (used[c] as number) > 0 && scale === null)) return null;
  const reaching = children.map(({ weight, column: given }, c): Child => {
    const scale = own[c] ?? null;
    const inUse = (used[c] as number) > 0 && scale !== null;
    const state = given.states[unit] as number;
    return {
      column: {
        values: Float64Array.from(inUse ? [scale.low, scale.high] : [NaN, NaN]),
        states: Uint8Array.from(inUse ? [STATE.scored, STATE.scored] : [state, state]),
        marks: new Uint16Array(2),
      },
      coverage: null,
      weight,
    };
  });
  const { column: reached } = aggregate(reaching, reachRules(at.parentRules), 2, Int32Array.of(-1, -1));
  const [low, high] = reached.values as unknown as readonly [number, number];
  return Number.isFinite(low) && Number.isFinite(high) ? { low, high } : null;
}

function isPossible(state: number | undefined): boolean {
  return state !== STATE.not_applicable && state !== STATE.not_scored;
}

/** The end of a scale is a limit: a mean that takes no zero comes as near to it as one likes. */
function reachRules(rules: ParentRules): ParentRules {
  const { aggregation } = rules;
  if (!('nonPositive' in aggregation) || aggregation.nonPositive !== 'undetermined') return rules;
  return { ...rules, aggregation: { ...aggregation, nonPositive: 'zero' } };
}

/** From behind everybody to ahead of everybody that the unit is compared with. */
function contestScale(
  { among = 'all', pairs = 'majority', scale = 'sum' }: Extract<Aggregation, { method: 'copeland' }>,
  { roster }: Evaluation,
  { states }: Column,
  unit: number,
): Ends {
  if (scale === 'share') return ends(WHOLE);
  let others = 0;
  for (let u = 0; u < states.length; u++) {
    if (u === unit || states[u] !== STATE.scored) continue;
    if (among === 'all' || roster.groups[u] === roster.groups[unit]) others += 1;
  }
  return { low: pairs === 'majority' ? 0 - others : 0, high: others };
}
