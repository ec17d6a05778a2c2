import type { Aggregation, AggregationRule } from '../../model/aggregation.js';
import { STATE } from '../../model/column.js';
import { averageRanks } from '../../numeric/order.js';
import { sum } from '../../numeric/sum.js';
import { lostIn } from './addition.js';
import { isTaken, type Child } from './gaps.js';

type Copeland = Extract<Aggregation, { method: 'copeland' }>;

/** Weights that are even in decimal may differ in the last binary digits. */
const EVEN_TOLERANCE = 1e-12;

/** Units that are compared with each other, and the values of their children in use. */
interface Contest {
  readonly units: Int32Array;
  /** Unit by unit, as many for each as there are weights; NaN where a child is not in use. */
  readonly values: Float64Array;
  readonly weights: Float64Array;
  readonly complete: boolean;
}

/**
 * Copeland scores: every unit that has a value here against every other, by the weight of the children in
 * which one is ahead. A pair is judged by the children that both have in use, over their own sum of
 * weights; with none in common it is even. Only the order within a child counts, never the distance.
 *
 * Source: OECD/JRC Handbook, step 6 (outranking, non-compensatory aggregation); COINr's `outrankMatrix` and
 * `a_copeland`, with which it agrees where no value is missing. (Those give the weight of a missing
 * value to whichever unit comes later in the table.)
 *
 * Cost: pairs of units × children; by `weight` without gaps, sorting each child once is enough.
 *
 * @returns NaN for a unit that there is nobody to compare with
 */
export function copelandScores(
  children: readonly Child[],
  rule: AggregationRule,
  aggregation: Copeland,
  states: Uint8Array,
  groups: Int32Array,
): Float64Array {
  const { among = 'all', pairs = 'majority', scale = 'sum' } = aggregation;
  const scores = new Float64Array(states.length).fill(NaN);
  for (const units of contestants(states, among === 'group' ? groups : null)) {
    const others = units.length - 1;
    if (others === 0) continue;
    const contest = contestOf(children, rule, units);
    const byWeight = pairs === 'weight';
    const own = byWeight && contest.complete ? weightByRanks(contest) : byPairs(contest, byWeight);
    for (let i = 0; i < units.length; i++) {
      const score = own[i] as number;
      const share = byWeight ? score / others : (score / others + 1) / 2;
      scores[units[i] as number] = scale === 'share' ? share : score;
    }
  }
  return scores;
}

function contestants(states: Uint8Array, groups: Int32Array | null): readonly Int32Array[] {
  const byGroup = new Map<number, number[]>();
  for (let u = 0; u < states.length; u++) {
    const group = groups === null ? 0 : (groups[u] as number);
    if (states[u] !== STATE.scored || group < 0) continue;
    const members = byGroup.get(group);
    if (members === undefined) byGroup.set(group, [u]);
    else members.push(u);
  }
  return [...byGroup.values()].map((members) => Int32Array.from(members));
}

function contestOf(children: readonly Child[], rule: AggregationRule, units: Int32Array): Contest {
  const taking = children.filter(({ weight }) => weight > 0);
  const count = taking.length;
  const values = new Float64Array(units.length * count).fill(NaN);
  let complete = true;
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as number;
    for (let c = 0; c < count; c++) {
      const { states, values: own } = (taking[c] as Child).column;
      const state = states[unit] as number;
      if (isTaken(state, rule)) values[i * count + c] = state === STATE.scored ? (own[unit] as number) : 0;
      else complete = false;
    }
  }
  return { units, values, weights: Float64Array.from(taking, ({ weight }) => weight), complete };
}

/** Without gaps the weights in which a unit is ahead add up to those of the units behind it in each child. */
function weightByRanks({ units, values, weights }: Contest): Float64Array {
  const count = weights.length;
  const scores = new Float64Array(units.length);
  const lost = new Float64Array(units.length);
  const ofAll = sum([...weights]);
  for (let c = 0; c < count; c++) {
    const weight = weights[c] as number;
    const ranks = averageRanks(childColumn(values, count, c));
    for (let i = 0; i < scores.length; i++) add(scores, lost, i, weight * ((ranks[i] as number) - 1));
  }
  return scores.map((score, i) => (score + (lost[i] as number)) / ofAll);
}

function childColumn(values: Float64Array, count: number, child: number): Float64Array {
  const column = new Float64Array(values.length / count);
  for (let i = 0; i < column.length; i++) column[i] = values[i * count + child] as number;
  return column;
}

function byPairs({ units, values, weights }: Contest, byWeight: boolean): Float64Array {
  const size = units.length;
  const count = weights.length;
  const scores = new Float64Array(size);
  const lost = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      let ahead = 0;
      let behind = 0;
      let even = 0;
      for (let c = 0; c < count; c++) {
        const own = values[i * count + c] as number;
        const other = values[j * count + c] as number;
        if (own > other) ahead += weights[c] as number;
        else if (own < other) behind += weights[c] as number;
        else if (own === other) even += weights[c] as number;
      }
      const compared = ahead + behind + even;
      if (byWeight) {
        add(scores, lost, i, compared === 0 ? 0.5 : (ahead + even / 2) / compared);
        add(scores, lost, j, compared === 0 ? 0.5 : (behind + even / 2) / compared);
      } else if (Math.abs(ahead - behind) > compared * EVEN_TOLERANCE) {
        const won = ahead > behind ? 1 : -1;
        scores[i] = (scores[i] as number) + won;
        scores[j] = (scores[j] as number) - won;
      }
    }
  }
  return scores.map((score, i) => score + (lost[i] as number));
}

function add(totals: Float64Array, lost: Float64Array, at: number, value: number): void {
  const total = totals[at] as number;
  lost[at] = (lost[at] as number) + lostIn(total, value, total + value);
  totals[at] = total + value;
}
