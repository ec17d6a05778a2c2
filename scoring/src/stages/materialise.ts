import type { NodeResult, Rank, ReasonCode, ScoreState, UnitResult } from '../model/assessment.js';
import { MARK, SCORE_STATES, STATE, type Column } from '../model/column.js';
import { OBSERVATION_STATUSES, type ObservationStatus } from '../model/dataset.js';
import { effectiveWeights, isAdditive, type Child } from './aggregate/aggregate.js';
import type { Evaluation, NodeColumns } from './evaluate.js';
import type { ElementSource } from './indicators/element-source.js';
import { statusesOf } from './indicators/statuses.js';
import type { ParentRules, Plan, PlanNode } from './plan.js';
import { reasonsOf } from './reasons.js';

/** Reasons of a node that the method lists without weight. */
const LISTED: readonly ReasonCode[] = Object.freeze(['LISTED_WITHOUT_POINTS'] as const);

/** Rank and band of each unit by position; `null`, or nothing at all, where it has none. */
export interface Standing {
  readonly ranks: readonly (Rank | null)[];
  readonly bands: readonly (string | null)[];
}

/** The units of an evaluation with their scores and ranks, without their nodes. */
export function scoresOf({ roster, nodes }: Evaluation, { ranks, bands }: Standing): readonly UnitResult[] {
  const { column, coverage } = nodes.get(0) as NodeColumns;
  return roster.units.map(({ code, group }, u) => ({
    unit: code,
    group,
    state: SCORE_STATES[column.states[u] as number] as ScoreState,
    score: valueAt(column, u),
    nodes: [],
    coverage: coverageAt(column, coverage, u),
    rank: ranks[u] ?? null,
    band: bands[u] ?? null,
  }));
}

/** The units of an evaluation with every node: what was asked, what was used, what came of it and why. */
export function detailOf(
  plan: Plan,
  evaluation: Evaluation,
  elements: ElementSource,
  standing: Standing,
): readonly UnitResult[] {
  const shares = sharesOf(plan, evaluation);
  const sheets = plan.nodes.map((at) => sheetOf(at, plan, evaluation, elements, shares));
  const units = scoresOf(evaluation, standing);
  const nodes = units.map(() => new Array<NodeResult>(sheets.length));
  sheets.forEach((sheet, i) => {
    for (let u = 0; u < nodes.length; u++) (nodes[u] as NodeResult[])[i] = nodeAt(sheet, u);
  });
  return units.map((unit, u) => ({ ...unit, nodes: nodes[u] as NodeResult[] }));
}

/** One node for all units: the columns that its results are read from. */
interface Sheet {
  readonly code: string;
  readonly parent: string | null;
  readonly scored: boolean;
  readonly leftOut: boolean;
  readonly isLeaf: boolean;
  readonly column: Column;
  readonly coverage: Float64Array | null;
  readonly raw: Column | null;
  readonly statuses: Uint8Array | null;
  readonly maxPoints: number | null;
  readonly asked: number;
  /** Share used, NaN where the parent has no value; `null` for the root. */
  readonly effective: Float64Array | null;
  readonly additive: boolean;
}

function sheetOf(
  at: PlanNode,
  plan: Plan,
  evaluation: Evaluation,
  elements: ElementSource,
  shares: ReadonlyMap<number, Float64Array>,
): Sheet {
  const { node, index, parent, scored, asked } = at;
  const { column, coverage } = evaluation.nodes.get(index) as NodeColumns;
  const raw = evaluation.leaves.get(index)?.raw ?? null;
  const above = parent < 0 ? null : (plan.nodes[parent] as PlanNode);
  return {
    code: node.code,
    parent: above === null ? null : above.node.code,
    scored,
    leftOut: evaluation.exclusions.nodes?.[index] === 1,
    isLeaf: at.leaf !== null,
    column,
    coverage,
    raw,
    statuses: raw === null ? null : statusesOf(node, raw, elements),
    maxPoints: node.points ?? null,
    asked,
    effective: shares.get(index) ?? null,
    additive: above?.parentRules == null || isAdditive(above.parentRules.aggregation),
  };
}

/** Share of its parent that each node but the root really had, by node; NaN where the parent has no value. */
function sharesOf(plan: Plan, evaluation: Evaluation): ReadonlyMap<number, Float64Array> {
  const shares = new Map<number, Float64Array>();
  for (const above of plan.nodes) {
    if (above.parentRules !== null) addShares(above, above.parentRules, plan, evaluation, shares);
  }
  return shares;
}

function addShares(
  above: PlanNode,
  rules: ParentRules,
  plan: Plan,
  { nodes, exclusions, roster }: Evaluation,
  shares: Map<number, Float64Array>,
): void {
  const size = roster.units.length;
  for (const index of above.children) shares.set(index, new Float64Array(size));
  const counted = above.children.filter(
    (index) => (plan.nodes[index] as PlanNode).scored && exclusions.nodes?.[index] !== 1,
  );
  const children: Child[] = counted.map((index) => ({
    ...(nodes.get(index) as NodeColumns),
    weight: (plan.nodes[index] as PlanNode).weight,
  }));
  const { states } = (nodes.get(above.index) as NodeColumns).column;
  const columns = counted.map((index) => shares.get(index) as Float64Array);
  const used = new Float64Array(children.length);
  // Where every child has a value the shares are the same for everybody: worked out once, and filled in.
  if (size > 0 && children.every(({ column }) => !column.states.some(isGap)) && !states.some(isGap)) {
    effectiveWeights(children, rules, 0, used);
    columns.forEach((column, c) => column.fill(used[c] as number));
    return;
  }
  for (let u = 0; u < size; u++) {
    const has = states[u] === STATE.scored;
    if (has) effectiveWeights(children, rules, u, used);
    else for (const index of above.children) (shares.get(index) as Float64Array)[u] = NaN;
    for (let c = 0; has && c < columns.length; c++) (columns[c] as Float64Array)[u] = used[c] as number;
  }
}

function isGap(state: number): boolean {
  return state !== STATE.scored;
}

function nodeAt(sheet: Sheet, u: number): NodeResult {
  const { column, scored, leftOut, maxPoints, raw, asked } = sheet;
  const state = column.states[u] as number;
  const value = state === STATE.scored ? (column.values[u] as number) : null;
  const share = sheet.effective === null ? (value === null ? NaN : 1) : (sheet.effective[u] as number);
  // NaN, the one number that is not itself, stands for "no share" in the column.
  const effective = Number.isNaN(share) ? null : share;
  const weighed = scored && !leftOut;
  return {
    code: sheet.code,
    parent: sheet.parent,
    state: weighed ? (SCORE_STATES[state] as ScoreState) : 'not_scored',
    value,
    raw: raw === null ? null : valueAt(raw, u),
    status: statusAt(sheet, u),
    points: value === null || maxPoints === null ? null : numberOrNone(value * maxPoints),
    maxPoints,
    weightAsked: asked,
    weightEffective: effective,
    // A gap that counts as zero adds zero; where the parent has no value, nothing adds anything.
    contribution: effective === null || !sheet.additive ? null : value === null ? 0 : effective * value + 0,
    coverage: scored || !sheet.isLeaf ? coverageAt(column, sheet.coverage, u) : 0,
    reasons: reasonsAt(sheet, u),
  };
}

/** A product of two finite numbers: never −0, and nothing where it is beyond the doubles. */
function numberOrNone(product: number): number | null {
  return Number.isFinite(product) ? product + 0 : null;
}

function reasonsAt({ scored, leftOut, isLeaf, column }: Sheet, u: number): readonly ReasonCode[] {
  if (!scored && isLeaf) return LISTED;
  const marks = column.marks[u] as number;
  return reasonsOf(column.states[u] as number, leftOut ? marks | MARK.screenedOut : marks);
}

function statusAt({ statuses, column }: Sheet, u: number): ObservationStatus | null {
  if (statuses === null) return null;
  if (((column.marks[u] as number) & MARK.imputed) !== 0) return 'I';
  return OBSERVATION_STATUSES[statuses[u] as number] as ObservationStatus;
}

function coverageAt({ states }: Column, coverage: Float64Array | null, u: number): number {
  if (coverage !== null) return coverage[u] as number;
  return states[u] === STATE.scored ? 1 : 0;
}

function valueAt(column: Column, u: number): number | null {
  return column.states[u] === STATE.scored ? (column.values[u] as number) : null;
}
