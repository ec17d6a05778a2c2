import { compute, type NodeResult, type Outcome, type UnitResult } from '@dti-monitor/scoring';
import { datasetOf, participants, type AssemblyInput } from '../assembly-input.js';

/** A unit under one of the two versions. */
export interface BridgeStanding {
  /** Unrounded; null without one, and then `state` says why. */
  readonly score: number | null;
  readonly state: UnitResult['state'];
  readonly rank: number | null;
  readonly group: string | null;
  readonly coverage: number;
  readonly band: string | null;
}

/** A main part of the index on both sides: what it adds to the score, where the score is a sum of parts. */
export interface BridgePart {
  readonly node: string;
  readonly before: PartValue | null;
  readonly after: PartValue | null;
  /** Added after less added before; of a part that is on one side alone, all of it. Null without a sum. */
  readonly difference: number | null;
}

export interface PartValue {
  readonly value: number | null;
  readonly weightEffective: number | null;
  readonly contribution: number | null;
}

export interface BridgedUnit {
  readonly unitId: string;
  readonly before: BridgeStanding | null;
  readonly after: BridgeStanding | null;
  readonly scoreDifference: number | null;
  /** Rank after less rank before, where both are in the group of the same code: below zero is a rise. */
  readonly rankDifference: number | null;
  readonly parts: readonly BridgePart[];
}

/**
 * One year scored by two methods from the same figures, unit by unit in the order of the roster. Published
 * totals take no part: each side is what its own method makes of the figures.
 *
 * @returns every unit that either side scores, or the engine's problems
 */
export function bridge(before: AssemblyInput, after: AssemblyInput): Outcome<readonly BridgedUnit[]> {
  const [old, now] = [scored(before), scored(after)];
  if (!old.ok) return old;
  if (!now.ok) return now;
  const ids = before.roster.map(({ id }) => id);
  const units = ids.flatMap((id): BridgedUnit[] => {
    const [a, b] = [old.value.get(id), now.value.get(id)];
    return a === undefined && b === undefined ? [] : [bridged(id, a ?? null, b ?? null)];
  });
  return { ok: true, value: units };
}

function scored(input: AssemblyInput): Outcome<ReadonlyMap<string, UnitResult>> {
  const members = participants(input).map(({ unit, groupCode }) => ({ unitId: unit.id, groupCode }));
  const periods = { current: input.observations, earlier: input.earlier };
  const dataset = datasetOf(input.recipe, members, periods, input.level !== 'nation');
  const outcome = compute(input.recipe.framework, dataset);
  if (!outcome.ok) return outcome;
  return { ok: true, value: new Map(outcome.value.units.map((unit) => [unit.unit, unit])) };
}

function bridged(unitId: string, a: UnitResult | null, b: UnitResult | null): BridgedUnit {
  const [before, after] = [standing(a), standing(b)];
  const isComparable = before?.group === after?.group;
  return {
    unitId,
    before,
    after,
    scoreDifference: less(after?.score ?? null, before?.score ?? null),
    rankDifference: isComparable ? less(after?.rank ?? null, before?.rank ?? null) : null,
    parts: partsOf(a, b),
  };
}

function standing(unit: UnitResult | null): BridgeStanding | null {
  if (unit === null) return null;
  const { score, state, rank, group, coverage, band } = unit;
  return { score, state, rank: rank?.rank ?? null, group, coverage, band };
}

function partsOf(a: UnitResult | null, b: UnitResult | null): readonly BridgePart[] {
  const [old, now] = [mainNodes(a), mainNodes(b)];
  const codes = [...now.keys(), ...[...old.keys()].filter((code) => !now.has(code))];
  const isSum = [a, b].every((unit) => unit !== null && unit.score !== null);
  return codes.map((node) => {
    const [before, after] = [partValue(old.get(node)), partValue(now.get(node))];
    const difference = isSum ? less(added(after), added(before)) : null;
    return { node, before, after, difference };
  });
}

/** The children of the root. */
function mainNodes(unit: UnitResult | null): ReadonlyMap<string, NodeResult> {
  const nodes = unit?.nodes ?? [];
  const root = nodes.find(({ parent }) => parent === null)?.code;
  return new Map(nodes.filter(({ parent }) => parent === root).map((node) => [node.code, node]));
}

function partValue(node: NodeResult | undefined): PartValue | null {
  if (node === undefined) return null;
  const { value, weightEffective, contribution } = node;
  return { value, weightEffective, contribution };
}

/** What a part adds to the score; one that is not there adds nothing. */
function added(part: PartValue | null): number | null {
  return part === null ? 0 : part.contribution;
}

function less(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}
