import type { Rank } from '../model/assessment.js';
import type { Band, RankRule } from '../model/ranking.js';
import { orderOf } from '../numeric/order.js';
import { roundHalfUp } from '../numeric/round.js';
import { codeOrder } from './rank-codes.js';

export { codeOrder } from './rank-codes.js';
export { rankingProblems } from './rank-problems.js';

/** Something to be put in order within its group. */
export interface Rankable {
  readonly code: string;
  /** `null`: ranked with nobody. */
  readonly group: string | null;
  /** `null`: has no rank. */
  readonly score: number | null;
  /** One for each of the rule's tie-breaks: the value of its node, or `null` for none; for a code unread. */
  readonly tieBreakers?: readonly (number | null)[];
}

/**
 * Ranks within each group, at the precision that the rule states. Cost: n log n. What has no score
 * (or none that is a finite number) or no group has no entry.
 *
 * `tied`: no score and no tie-break sets it apart from another of its group. Of `ordinal` ranks, which
 * are never equal, it says that the order between them is only that of the input.
 *
 * @returns ranks by code
 */
export function rank(items: readonly Rankable[], rule: RankRule): ReadonlyMap<string, Rank> {
  const scores = Float64Array.from(items, ({ score }) => score ?? NaN);
  const { ranks, tied, compared } = standingsOf(scores, groupIndices(items), rule, breakersOf(items, rule));
  const byCode = new Map<string, Rank>();
  items.forEach(({ code }, i) => {
    const own = ranks[i] as number;
    if (Number.isNaN(own)) return;
    byCode.set(code, { rank: own, tied: tied[i] === 1, compared: compared[i] as number });
  });
  return byCode;
}

/**
 * The same ranks for columns: what a simulation asks for a thousand times.
 *
 * @param scores NaN = none
 * @param groups index of the peer group, from 0 on; −1 = ranked with nobody
 * @param tieBreakers one column for each of the rule's tie-breaks: a node's values, or `codeOrder`
 * @returns NaN = no rank
 */
export function rankScores(
  scores: Float64Array,
  groups: Int32Array,
  rule: RankRule,
  tieBreakers: readonly Float64Array[] = [],
): Float64Array {
  return standingsOf(scores, groups, rule, tieBreakers).ranks;
}

/** The score that a rule compares: rounded as it states, never −0. */
export function comparedScore(score: number, { decimals }: Pick<RankRule, 'decimals'>): number {
  return decimals === null ? score + 0 : roundHalfUp(score, decimals);
}

/**
 * Code of the band with the highest start that the score reaches, at the precision of the rank.
 *
 * @returns `null` without a score, or below the lowest band
 */
export function bandOf(score: number | null, bands: readonly Band[], rule: RankRule): string | null {
  if (score === null || !Number.isFinite(score)) return null;
  const compared = comparedScore(score, rule);
  let reached: Band | null = null;
  for (const band of bands) {
    if (band.from <= compared && (reached === null || band.from > reached.from)) reached = band;
  }
  return reached?.code ?? null;
}

/** Ranks by position, with what they were taken on. */
export interface Standings {
  /** NaN = no rank. */
  readonly ranks: Float64Array;
  /** 1 = another of the group has the same. */
  readonly tied: Uint8Array;
  /** NaN = no rank. */
  readonly compared: Float64Array;
}

/** The same as `rankScores`, with ties and the scores that were compared. */
export function standingsOf(
  scores: Float64Array,
  groups: Int32Array,
  rule: RankRule,
  tieBreakers: readonly Float64Array[],
): Standings {
  const size = scores.length;
  const standings: Standings = {
    ranks: new Float64Array(size).fill(NaN),
    tied: new Uint8Array(size),
    compared: new Float64Array(size).fill(NaN),
  };
  const { compared } = standings;
  const keys = new Float64Array(size).fill(NaN);
  let groupCount = 0;
  for (let u = 0; u < size; u++) {
    const score = scores[u] as number;
    const group = groups[u] as number;
    if (group < 0 || !Number.isFinite(score)) continue;
    const own = comparedScore(score, rule);
    compared[u] = own;
    keys[u] = rule.direction === 'descending' ? -own : own;
    if (group >= groupCount) groupCount = group + 1;
  }
  const breaks = tieBreakKeys(rule, tieBreakers);
  const order = orderOf(keys);
  if (breaks.length > 0) separate(order, keys, breaks);
  const apart = (a: number, b: number): boolean => keys[a] !== keys[b] || compareBy(breaks, a, b) !== 0;
  const { members, starts } = byGroup(order, groups, groupCount);
  for (let g = 0; g < groupCount; g++) {
    place(members.subarray(starts[g] as number, starts[g + 1] as number), apart, rule.method, standings);
  }
  return standings;
}

/** Gives the ordered members of one group their ranks, class of equals by class of equals. */
function place(
  members: Int32Array,
  apart: (a: number, b: number) => boolean,
  method: RankRule['method'],
  { ranks, tied }: Standings,
): void {
  let classes = 0;
  let start = 0;
  while (start < members.length) {
    let end = start + 1;
    while (end < members.length && !apart(members[start] as number, members[end] as number)) end += 1;
    classes += 1;
    for (let at = start; at < end; at++) {
      const unit = members[at] as number;
      ranks[unit] = rankOf(method, start, end, at, classes);
      tied[unit] = end - start > 1 ? 1 : 0;
    }
    start = end;
  }
}

function rankOf(method: RankRule['method'], start: number, end: number, at: number, classes: number): number {
  switch (method) {
    case 'dense':
      return classes;
    case 'fractional':
      return (start + 1 + end) / 2;
    case 'ordinal':
      return at + 1;
    case 'competition':
      return start + 1;
    default:
      throw new TypeError('rank: validation lets no other method pass');
  }
}

/** Brings the members of each group together, in the order that they are in. */
function byGroup(
  order: Int32Array,
  groups: Int32Array,
  count: number,
): { readonly members: Int32Array; readonly starts: Int32Array } {
  const starts = new Int32Array(count + 1);
  for (let i = 0; i < order.length; i++) {
    const after = (groups[order[i] as number] as number) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let g = 0; g < count; g++) starts[g + 1] = (starts[g + 1] as number) + (starts[g] as number);
  const next = starts.slice();
  const members = new Int32Array(order.length);
  for (let i = 0; i < order.length; i++) {
    const unit = order[i] as number;
    const group = groups[unit] as number;
    members[next[group] as number] = unit;
    next[group] = (next[group] as number) + 1;
  }
  return { members, starts };
}

/** Tie-breaks as columns of which the smaller is ahead; a unit without a value comes last. */
function tieBreakKeys(rule: RankRule, columns: readonly Float64Array[]): readonly Float64Array[] {
  return (rule.tieBreaks ?? []).map((tieBreak, i) => {
    const column = columns[i];
    if (column === undefined) throw new RangeError('rank: a column is needed for each tie-break');
    if (tieBreak.by === 'code') return column;
    const sign = tieBreak.direction === 'descending' ? -1 : 1;
    return column.map((value) => (Number.isFinite(value) ? sign * comparedScore(value, rule) : Infinity));
  });
}

function compareBy(breaks: readonly Float64Array[], a: number, b: number): number {
  for (const column of breaks) {
    const left = column[a] as number;
    const right = column[b] as number;
    if (left < right) return -1;
    if (left > right) return 1;
  }
  return 0;
}

/** Orders units of equal scores by the tie-breaks; what these leave equal keeps its order. */
function separate(order: Int32Array, keys: Float64Array, breaks: readonly Float64Array[]): void {
  let start = 0;
  while (start < order.length) {
    let end = start + 1;
    while (end < order.length && keys[order[end] as number] === keys[order[start] as number]) end += 1;
    if (end - start > 1) order.subarray(start, end).sort((a, b) => compareBy(breaks, a, b));
    start = end;
  }
}

function groupIndices(items: readonly Rankable[]): Int32Array {
  const indices = new Map<string, number>();
  return Int32Array.from(items, ({ group }) => {
    if (group === null) return -1;
    const index = indices.get(group) ?? indices.size;
    indices.set(group, index);
    return index;
  });
}

function breakersOf(items: readonly Rankable[], rule: RankRule): readonly Float64Array[] {
  return (rule.tieBreaks ?? []).map((tieBreak, i) =>
    tieBreak.by === 'code'
      ? codeOrder(items.map(({ code }) => code))
      : Float64Array.from(items, ({ tieBreakers }) => tieBreakers?.[i] ?? NaN),
  );
}
