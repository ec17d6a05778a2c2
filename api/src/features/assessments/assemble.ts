import {
  compute,
  rank,
  reconcile,
  roundHalfUp,
  type NodeResult,
  type Outcome,
  type Rank,
  type UnitResult,
} from '@dti-monitor/scoring';
import { datasetOf, participants, type AssemblyInput, type Participant } from './assembly-input.js';
import type { AssessmentFigure, AssessmentNode, AssessmentUnit } from './assessment.entity.js';

/**
 * Two published roundings meet here: of the parts and of the total, each to 4 decimals. They may
 * differ by one unit of the last decimal without either being wrong; any difference is still shown.
 */
const EXACT = 0;

export type AssessedUnit = Omit<AssessmentUnit, 'assessmentId'> & {
  readonly nodes: readonly Omit<AssessmentNode, 'assessmentId'>[];
  /** The observations that went in, of every period. */
  readonly figures: readonly Omit<AssessmentFigure, 'assessmentId'>[];
};

export interface Assembled {
  readonly basis: 'as_published' | 'computed';
  readonly units: readonly AssessedUnit[];
}

interface Draft {
  readonly member: Participant;
  readonly result: UnitResult;
  readonly publishedTotal: number | null;
  readonly publishedRank: number | null;
  readonly total: number | null;
}

/**
 * Scores a period by a recipe. Where totals were published, they are shown and ranked, and the
 * computed ones stand beside them; a published rank stands even without a total.
 *
 * @returns every unit in the order of the ranking, or the engine's problems
 */
export function assemble(input: AssemblyInput): Outcome<Assembled> {
  const members = participants(input);
  // One nation has nobody to be ranked with.
  const ranked = input.level !== 'nation';
  const scored = members.map(({ unit, groupCode }) => ({ unitId: unit.id, groupCode }));
  const periods = { current: input.observations, earlier: input.earlier };
  const outcome = compute(input.recipe.framework, datasetOf(input.recipe, scored, periods, ranked));
  if (!outcome.ok) return outcome;
  const drafts = members.map((member, i) => draft(member, outcome.value.units[i] as UnitResult, input));
  const published = drafts.some((unit) => unit.publishedTotal !== null || unit.publishedRank !== null);
  const ranks = ranked ? ranksOf(drafts, input, published) : new Map<string, Rank>();
  const units = drafts.map((unit) => assessed(unit, ranks.get(unit.member.unit.id) ?? null, input));
  const placed = inOrder(units).map((unit, position) => ({ ...unit, position, tied: isTied(unit, units) }));
  return { ok: true, value: { basis: published ? 'as_published' : 'computed', units: placed } };
}

function draft(member: Participant, result: UnitResult, { recipe }: AssemblyInput): Draft {
  const figure = (element: string | null): number | null =>
    element === null ? null : (member.figures.get(element)?.value ?? null);
  const publishedTotal = figure(recipe.totalElement);
  const { decimals } = recipe.framework.method.rank;
  const computed =
    result.score === null || decimals === null ? result.score : roundHalfUp(result.score, decimals);
  return {
    member,
    result,
    publishedTotal,
    publishedRank: figure(recipe.rankElement),
    total: publishedTotal ?? computed,
  };
}

/**
 * Ranks by the totals shown. Beside published ranks they are worked out only where every member of
 * the group has a total: among a part of a group they would be ranks of something else.
 */
function ranksOf(
  drafts: readonly Draft[],
  { recipe }: AssemblyInput,
  published: boolean,
): ReadonlyMap<string, Rank> {
  const complete = (code: string | null): boolean => {
    const group = recipe.groups.find((candidate) => candidate.code === code);
    const members = drafts.filter((unit) => unit.member.groupCode === code);
    const size = group?.expected ?? (group?.wholeRoster === true ? members.length : null);
    return members.length === size && members.every((unit) => unit.total !== null);
  };
  const rankable = drafts.filter((unit) => !published || complete(unit.member.groupCode));
  return rank(
    rankable.map(({ member, total }) => ({ code: member.unit.id, group: member.groupCode, score: total })),
    recipe.framework.method.rank,
  );
}

function assessed(unit: Draft, computedRank: Rank | null, input: AssemblyInput): AssessedUnit {
  const { recipe } = input;
  const { member, result, publishedTotal, publishedRank, total } = unit;
  const comparison = reconcile(result.score, publishedTotal, recipe.framework.method.rank, EXACT);
  const own = publishedRank ?? computedRank?.rank ?? null;
  const figures = [...member.figures.values()];
  return {
    unitId: member.unit.id,
    position: 0,
    groupCode: member.groupCode,
    regionId: member.unit.regionId,
    state: total === null ? result.state : 'scored',
    total,
    totalBasis: total === null ? null : publishedTotal === null ? 'computed' : 'published',
    publishedTotal,
    computedTotal: result.score,
    difference: comparison.difference,
    agrees: comparison.agrees,
    rank: own,
    rankBasis: own === null ? null : publishedRank === null ? 'computed' : 'published',
    publishedRank,
    computedRank: computedRank?.rank ?? null,
    tied: false,
    coverage: result.coverage,
    band: result.band,
    confidence: lowestConfidence(figures.map((figure) => figure.confidence)),
    sourceIds: [...new Set(figures.flatMap((figure) => figure.sourceIds))],
    checks: recipe.checkElements.flatMap((element) => {
      const figure = member.figures.get(element);
      return figure?.value == null
        ? []
        : [{ dataElement: element, value: figure.value, observationId: figure.id }];
    }),
    nodes: result.nodes.map((node, position) => assessedNode(node, position, member.unit.id)),
    figures: figuresOf(member, input),
  };
}

function assessedNode(
  node: NodeResult,
  position: number,
  unitId: string,
): Omit<AssessmentNode, 'assessmentId'> {
  const { code, parent, state, value, raw, points, maxPoints, coverage } = node;
  const { weightAsked, weightEffective, contribution, reasons } = node;
  return {
    unitId,
    nodeCode: code,
    position,
    parentCode: parent,
    reasons: [...reasons],
    state,
    value,
    raw,
    points,
    maxPoints,
    weightAsked,
    weightEffective,
    contribution,
    coverage,
  };
}

function figuresOf(
  { unit, figures }: Participant,
  { recipe, earlier }: AssemblyInput,
): readonly Omit<AssessmentFigure, 'assessmentId'>[] {
  const before = earlier
    .flatMap(({ observations }) => observations)
    .filter((o) => o.unitId === unit.id && recipe.earlier?.elements.includes(o.dataElement) === true);
  return [...figures.values(), ...before].map(({ id, unitId, dataElement, period }) => ({
    unitId,
    dataElement,
    period,
    observationId: id,
  }));
}

const CONFIDENCES = ['low', 'medium', 'medium-high', 'high'];

function lowestConfidence(levels: readonly (string | null)[]): string | null {
  return CONFIDENCES.find((level) => levels.includes(level)) ?? null;
}

/** Ranked first, then those with a total, then those without; equals keep the roster's order. */
function inOrder(units: readonly AssessedUnit[]): readonly AssessedUnit[] {
  const last = Number.POSITIVE_INFINITY;
  return [...units].sort((a, b) => {
    const byRank = (a.rank ?? last) - (b.rank ?? last);
    if (!Number.isNaN(byRank) && byRank !== 0) return byRank;
    return (b.total ?? -1) - (a.total ?? -1);
  });
}

function isTied(unit: AssessedUnit, all: readonly AssessedUnit[]): boolean {
  if (unit.rank === null) return false;
  return all.some(
    (other) => other.unitId !== unit.unitId && other.groupCode === unit.groupCode && other.rank === unit.rank,
  );
}
