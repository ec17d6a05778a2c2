import type { JoinReason } from '../../model/comparison.js';
import { SCORE_STATES, STATE, type Column } from '../../model/column.js';
import type { ScoreState } from '../../model/assessment.js';
import type { Unit } from '../../model/dataset.js';
import { standingOf } from '../compute.js';
import { evaluate, sourceOf, type Evaluation, type NodeColumns, type Roster } from '../evaluate.js';
import type { ElementSource } from '../indicators/element-source.js';
import { broughtTo, type Cut } from '../succession/cut.js';
import type { Origin } from '../succession/lineage.js';
import type { MeanWeights } from '../succession/merged-values.js';
import { groupsOf } from '../succession/restate.js';
import { mixedSource, type Carrier } from './mixed-source.js';
import { AFTER, BEFORE, CORRECTED, ownOrigin, type MethodSide, type Refused, type Sides } from './sides.js';

const OWN = 1;
const OTHERS = 2;
const METHOD = 4;
const ROSTER = 8;
const CORRECTION = 16;

/** Number of a source in a mix: the three data sets, then the sums of merged units before and corrected. */
const SUMMED = 3;

/** What a unit has in a mix. */
export interface InMix {
  readonly state: ScoreState;
  readonly score: number | null;
  readonly rank: number | null;
  /** Why the score, or the rank, cannot stand for what the mix is about; `null` where it can. */
  readonly noScore: JoinReason | null;
  readonly noRank: JoinReason | null;
}

/** Where the values of a unit of a mix come from. */
interface Place {
  readonly unit: Unit;
  readonly data: typeof BEFORE | typeof CORRECTED | typeof AFTER;
  readonly carrier: Carrier | null;
  /** Merged by averages, of units of `data`; else `null`. */
  readonly merged: Origin | null;
}

/** A mix, scored. */
interface Scored {
  readonly places: readonly Place[];
  readonly roster: Roster;
  readonly root: Column;
  readonly ranks: readonly (number | null)[];
}

type Refusal = 'METHOD_REFUSES_DATA';

/**
 * Scores mixes of two sides: a bit for each factor says whether it is taken from the later one. A unit that
 * stands on one side alone carries that side's data in every mix; a merged one has, before, the value
 * that the rule of succession gives it, and stands among the units of before in place of its predecessors.
 *
 * Cost: one evaluation for each mix; those that are the same for everybody are made once.
 */
export class Mixes {
  private readonly shared = new Map<number, Scored | Refusal>();
  private scoredBefore: readonly [ReadonlySet<string>, ReadonlySet<string>] | null = null;
  private scoredAfter: ReadonlySet<string> | null = null;

  constructor(private readonly sides: Sides) {}

  /** The unit in the mix of these factors. */
  of(unit: string, mix: number): InMix {
    const scored = this.scored(unit, mix);
    if (scored === 'METHOD_REFUSES_DATA') {
      return { state: 'undetermined', score: null, rank: null, noScore: scored, noRank: scored };
    }
    const u = scored.roster.indexOf(unit);
    const state = SCORE_STATES[scored.root.states[u] as number] as ScoreState;
    const score = state === 'scored' ? (scored.root.values[u] as number) : null;
    const rank = scored.ranks[u] ?? null;
    const { group } = scored.roster.units[u] as Unit;
    const noScore = score === null ? 'NO_RESULT_IN_MIX' : null;
    if (rank === null) return { state, score, rank, noScore, noRank: 'NO_RESULT_IN_MIX' };
    const noRank = this.hasGap(scored, mix, group) ? 'PEERS_WITHOUT_SCORE_IN_MIX' : null;
    return { state, score, rank, noScore, noRank };
  }

  private scored(unit: string, mix: number): Scored | Refusal {
    const alike = ((mix & OWN) !== 0) === ((mix & OTHERS) !== 0);
    const isMerged = this.sides.data[BEFORE].lineage.originOf(unit).kind === 'merged';
    if (alike && ((mix & ROSTER) !== 0 || !isMerged)) return this.forAll(mix & ~OWN);
    return this.score(unit, mix);
  }

  /** Own data as everybody's. */
  private forAll(mix: number): Scored | Refusal {
    const found = this.shared.get(mix) ?? this.score(null, mix);
    this.shared.set(mix, found);
    return found;
  }

  private score(unit: string | null, mix: number): Scored | Refusal {
    const method = (mix & METHOD) === 0 ? 0 : 1;
    const places = this.rosterOf(unit, mix).map((own) => this.placeOf(own, mix, unit));
    if (places.some((place) => this.isRefused(place, method))) return 'METHOD_REFUSES_DATA';
    const side = this.sides.methods[method];
    return places.some(({ merged }) => merged !== null)
      ? this.scoreMerged(side, method, places)
      : this.scorePlain(side, method, places);
  }

  private scorePlain(side: MethodSide, method: 0 | 1, places: readonly Place[]): Scored {
    const { roster } = sourceOf({ units: places.map(({ unit }) => unit) });
    const elements = mixedSource(
      this.sources(method),
      places.map(({ carrier }) => carrier as Carrier),
    );
    const evaluation = evaluate(side.plan, { roster, elements }, side.byNodes ? 'all' : 'root');
    return scoredOf(side, places, roster, evaluation);
  }

  /** Predecessors are scored in the place of the unit that they were merged into, then averaged. */
  private scoreMerged(side: MethodSide, method: 0 | 1, places: readonly Place[]): Scored {
    const bearing = new Bearing();
    // Units that stand for themselves come first: a rule that names one means it, and no part of another.
    const own = places.map(({ unit, carrier }) =>
      carrier === null ? null : bearing.unit(unit.code, unit.group, carrier),
    );
    const origins = places.map(
      ({ unit, data, merged }, u) => own[u] ?? bearing.merged(merged as Origin, unit.group, data),
    );
    const { roster: ofData } = sourceOf({ units: bearing.units });
    const elements = mixedSource(this.sources(method), bearing.carriers);
    const evaluation = evaluate(side.plan, { roster: ofData, elements });
    const { roster } = sourceOf({ units: places.map(({ unit }) => unit) });
    const { data } = places.find(({ merged }) => merged !== null) as Place;
    const rule = this.sides.data[data].weights as MeanWeights;
    const averaged = { plan: side.plan, evaluation, cut: side.cut as Cut, rule };
    const nodes = broughtTo(roster, origins, averaged);
    return scoredOf(side, places, roster, { ...evaluation, nodes });
  }

  private sources(method: 0 | 1): readonly ElementSource[] {
    const { data } = this.sides;
    const [before, corrected, after] = data.map(({ source }) => source);
    const sums = [data[BEFORE], data[CORRECTED]].map((side) => (side.sums?.[method] ?? side).source);
    return [before, corrected, after, ...sums] as readonly ElementSource[];
  }

  /** Who is ranked in the mix. */
  private rosterOf(unit: string | null, mix: number): readonly Unit[] {
    const { data } = this.sides;
    if ((mix & ROSTER) !== 0) return data[AFTER].units;
    const { units, lineage } = data[BEFORE];
    const origin = unit === null ? null : lineage.originOf(unit);
    if (origin?.kind !== 'merged') return units;
    const groups = groupsOf(origin, units);
    const own: Unit = { code: origin.unit, group: groups.length === 1 ? (groups[0] ?? null) : null };
    const parts = partsOf(origin);
    const isGone = (code: string): boolean =>
      code === origin.unit || (parts.has(code) && lineage.ended.has(code));
    const first = units.findIndex(({ code }) => parts.has(code));
    return units.flatMap((other, row) => [
      ...(row === first ? [own] : []),
      ...(isGone(other.code) ? [] : [other]),
    ]);
  }

  private placeOf(unit: Unit, mix: number, target: string | null): Place {
    const { data } = this.sides;
    const isOwn = unit.code === target;
    const afterRow = data[AFTER].rows.get(unit.code);
    const isSwitched = (mix & (isOwn ? OWN : OTHERS)) !== 0;
    const kind = (mix & CORRECTION) === 0 ? BEFORE : CORRECTED;
    const side = data[kind];
    const isWhole = isOwn || (mix & ROSTER) !== 0;
    const origin = isWhole ? side.lineage.originOf(unit.code) : ownOrigin(side, unit.code);
    const isNew = origin === null || origin.kind === 'absent';
    if (afterRow !== undefined && (isSwitched || isNew)) {
      return { unit, data: AFTER, carrier: { source: AFTER, row: afterRow }, merged: null };
    }
    if (origin?.kind === 'unit') {
      return { unit, data: kind, carrier: { source: kind, row: origin.row }, merged: null };
    }
    const method = (mix & METHOD) === 0 ? 0 : 1;
    const row = side.sums?.[method].rows.get(unit.code);
    if (row === undefined) return { unit, data: kind, carrier: null, merged: origin };
    return { unit, data: kind, carrier: { source: SUMMED + kind, row }, merged: null };
  }

  private isRefused({ unit, data, carrier, merged }: Place, method: 0 | 1): boolean {
    const isSummed = carrier !== null && carrier.source >= SUMMED;
    const sums = this.sides.data[data].sums?.[method];
    if (isSummed) return sums === undefined || holds(sums.refused, unit.code);
    const refused = this.sides.refused[method][data] as Refused;
    if (merged === null) return holds(refused, unit.code);
    const { problems } = this.sides.methods[method].cut as Cut;
    return problems.length > 0 || [...partsOf(merged)].some((code) => holds(refused, code));
  }

  /**
   * Whether a peer lacks a score only because the mix sets a method before data of the other side: it
   * has one wherever its data and its method go together.
   */
  private hasGap({ places, root }: Scored, mix: number, group: string | null): boolean {
    const isLater = (mix & METHOD) !== 0;
    return places.some(({ unit, data }, u) => {
      if (unit.group !== group || root.states[u] === STATE.scored) return false;
      if ((data === AFTER) === isLater) return false;
      return this.isScoredAtBothEnds(unit.code, data === CORRECTED ? CORRECTED : BEFORE);
    });
  }

  private isScoredAtBothEnds(code: string, kind: typeof BEFORE | typeof CORRECTED): boolean {
    const { data } = this.sides;
    this.scoredAfter ??= codesOf(this.forAll(OTHERS | METHOD | ROSTER));
    this.scoredBefore ??= [this.codesBefore(0), this.codesBefore(CORRECTION)];
    const before = this.scoredBefore[kind];
    const wasThere = data[kind].lineage.originOf(code).kind !== 'absent';
    const isThere = data[AFTER].rows.has(code);
    return (!wasThere || before.has(code)) && (!isThere || this.scoredAfter.has(code));
  }

  private codesBefore(correction: number): ReadonlySet<string> {
    return new Set([...codesOf(this.forAll(correction)), ...codesOf(this.forAll(ROSTER | correction))]);
  }
}

function holds(refused: Refused, code: string): boolean {
  return refused === 'all' || refused.has(code);
}

function codesOf(scored: Scored | Refusal): ReadonlySet<string> {
  if (scored === 'METHOD_REFUSES_DATA') return new Set();
  const { roster, root } = scored;
  return new Set(roster.units.filter((_, u) => root.states[u] === STATE.scored).map(({ code }) => code));
}

function scoredOf(
  { plan }: MethodSide,
  places: readonly Place[],
  roster: Roster,
  evaluation: Evaluation,
): Scored {
  const { ranks } = standingOf(plan, { ...evaluation, roster });
  const { column } = evaluation.nodes.get(0) as NodeColumns;
  return { places, roster, root: column, ranks: ranks.map((own) => own?.rank ?? null) };
}

/** The units of the data that an origin is made of. */
function partsOf(origin: Origin): ReadonlySet<string> {
  if (origin.kind === 'absent') return new Set();
  if (origin.kind === 'unit') return new Set([origin.unit]);
  return new Set(origin.parts.flatMap((part) => [...partsOf(part.origin)]));
}

/** The units whose data a mix holds, each once, where some are to be averaged. */
class Bearing {
  readonly units: Unit[] = [];
  readonly carriers: Carrier[] = [];
  private readonly rows = new Map<string, number>();
  private readonly codes = new Set<string>();

  unit(code: string, group: string | null, carrier: Carrier): Origin {
    // A unit can be there twice with different data: by itself now, and as a part of another then.
    const key = JSON.stringify([carrier.source, code]);
    let row = this.rows.get(key);
    if (row === undefined) {
      row = this.units.push({ code: this.codes.has(code) ? key : code, group }) - 1;
      this.codes.add(code);
      this.carriers.push(carrier);
      this.rows.set(key, row);
    }
    return { kind: 'unit', unit: code, row };
  }

  merged(origin: Origin, group: string | null, source: number): Origin {
    if (origin.kind === 'absent') return origin;
    if (origin.kind === 'unit') return this.unit(origin.unit, group, { source, row: origin.row });
    const parts = origin.parts.map((part) => ({ ...part, origin: this.merged(part.origin, group, source) }));
    return { ...origin, parts };
  }
}
