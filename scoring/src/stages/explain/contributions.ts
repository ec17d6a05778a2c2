import type { NodeResult } from '../../model/assessment.js';
import { STATE } from '../../model/column.js';
import type { Contribution, Loss } from '../../model/explanation.js';
import { isAdditive } from '../aggregate/aggregate.js';
import type { Evaluation, NodeColumns } from '../evaluate.js';
import type { Plan, PlanNode } from '../plan.js';
import { familyShares, type FamilyShares } from './family-game.js';
import { aloneIn } from './one-unit.js';
import { recombined, withValue } from './recombine.js';
import type { Ends } from './scales.js';

/** What one unit's nodes are measured by. */
export interface Measuring {
  readonly plan: Plan;
  /** With all nodes kept. */
  readonly evaluation: Evaluation;
  readonly unit: number;
  /** The unit's results, in the order of the plan. */
  readonly results: readonly NodeResult[];
  /** By node index; `null` = there is none. */
  readonly baselines: readonly (number | null)[];
  readonly scales: readonly (Ends | null)[];
}

/** What a node adds, and what it falls short of. */
export interface Measures {
  readonly toParent: Contribution;
  readonly toWhole: Contribution;
  readonly lost: Loss | null;
}

const NOTHING: Contribution = Object.freeze({ value: null, measure: null, baseline: null });
const NONE_AT_ALL: Contribution = Object.freeze({ value: 0, measure: 'exact', baseline: null });

/**
 * Contributions and losses of every node of one unit, by node index.
 *
 * To its parent a node contributes share × value where the parent is additive, else by the measure that
 * `familyShares` names. To the whole it contributes that times the shares of what is above, as long as all
 * of it is additive (the leaves of a wholly additive tree then add up to the score); else the score less
 * the score with this node alone at its baseline. A loss is measured in the same two ways.
 */
export function measuresOf(measuring: Measuring): readonly Measures[] {
  const { plan, results } = measuring;
  const measure = new Measurement(measuring);
  return plan.nodes.map((at) => {
    const own = results[at.index] as NodeResult;
    const toParent = measure.toParent(at, own);
    return { toParent, toWhole: measure.toWhole(at, own, toParent), lost: measure.lost(at, own) };
  });
}

class Measurement {
  private readonly families = new Map<number, FamilyShares>();
  /** Where nodes are put at other values: the unit alone, unless units meet in a contest. */
  private readonly ground: { readonly evaluation: Evaluation; readonly unit: number };

  constructor(private readonly about: Measuring) {
    const { plan, evaluation, unit } = about;
    const contest = plan.nodes.some(({ parentRules }) => parentRules?.aggregation.method === 'copeland');
    this.ground = contest ? { evaluation, unit } : { evaluation: aloneIn(evaluation, unit), unit: 0 };
  }

  toParent(at: PlanNode, own: NodeResult): Contribution {
    if (at.parent < 0 || own.weightEffective === null) return NOTHING;
    if (own.weightEffective === 0) return NONE_AT_ALL;
    if (own.contribution !== null) return { value: own.contribution, measure: 'exact', baseline: null };
    const { measure, values } = this.familyOf(at.parent);
    const value = values.get(at.index) ?? null;
    const baseline = this.about.baselines[at.index] ?? null;
    return value === null ? { ...NOTHING, baseline } : { value, measure, baseline };
  }

  toWhole(at: PlanNode, own: NodeResult, toParent: Contribution): Contribution {
    const { results, baselines, plan } = this.about;
    const score = (results[0] as NodeResult).value;
    if (score === null) return NOTHING;
    if (at.parent < 0) return { value: score, measure: 'exact', baseline: null };
    // Below a node without a value, which may itself count as zero, nothing adds anything.
    if (!own.weightEffective) return NONE_AT_ALL;
    const share = this.shareOfWhole(plan.nodes[at.parent] as PlanNode);
    if (share === 0) return NONE_AT_ALL;
    if (share !== null && toParent.value !== null) return { ...toParent, value: share * toParent.value };
    const baseline = baselines[at.index] ?? null;
    const value = this.changed(at, baseline);
    if (value === null) return { ...NOTHING, baseline };
    return { value: 0 - value, measure: 'leave_one_out', baseline };
  }

  lost(at: PlanNode, own: NodeResult): Loss | null {
    const { results, scales } = this.about;
    const scale = scales[at.index] ?? null;
    const { value: score, maxPoints } = results[0] as NodeResult;
    if (score === null || scale === null || !this.counts(at)) return null;
    // A gap that counts as zero loses all that there is.
    const ofNode = finite(scale.high - (own.value ?? 0));
    if (ofNode === null) return null;
    const share = this.shareOfWhole(at);
    const ofWhole = finite(share === null ? this.changed(at, scale.high) : share * ofNode);
    const measure = ofWhole === null ? null : share === null ? 'leave_one_out' : 'exact';
    const points = ofWhole === null || maxPoints === null ? null : finite(ofWhole * maxPoints);
    return { node: own.code, ofNode, ofWhole, measure, points };
  }

  /** Whether the unit's score hangs on the node: it and all above it are in use. */
  private counts(at: PlanNode): boolean {
    const { plan, results } = this.about;
    if (at.parent < 0) return true;
    const { weightEffective } = results[at.index] as NodeResult;
    return weightEffective !== null && weightEffective > 0 && this.counts(plan.nodes[at.parent] as PlanNode);
  }

  /** Product of the shares from the node up to the root; `null` where something above it is not additive. */
  private shareOfWhole(at: PlanNode): number | null {
    const { plan, results } = this.about;
    if (at.parent < 0) return 1;
    const { weightEffective } = results[at.index] as NodeResult;
    const above = plan.nodes[at.parent] as PlanNode;
    if (weightEffective === 0) return 0;
    const rest = this.shareOfWhole(above);
    if (rest === 0) return 0;
    if (rest === null || above.parentRules === null || !isAdditive(above.parentRules.aggregation))
      return null;
    return (weightEffective ?? 0) * rest;
  }

  private familyOf(parent: number): FamilyShares {
    const { plan, evaluation, unit, baselines } = this.about;
    const at = plan.nodes[parent] as PlanNode;
    const found = this.families.get(parent) ?? familyShares(plan, evaluation, at, unit, baselines);
    this.families.set(parent, found);
    return found;
  }

  /** By how much the score is other with this node alone at a value; `null` where there is no such score. */
  private changed(at: PlanNode, value: number | null): number | null {
    if (value === null) return null;
    const { plan, results } = this.about;
    const { evaluation, unit } = this.ground;
    const own = evaluation.nodes.get(at.index) as NodeColumns;
    const put = recombined(plan, evaluation, new Map([[at.index, withValue(own, unit, value)]]));
    const { column } = put.nodes.get(0) as NodeColumns;
    if (column.states[unit] !== STATE.scored) return null;
    return finite((column.values[unit] as number) - ((results[0] as NodeResult).value as number));
  }
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value + 0 : null;
}
