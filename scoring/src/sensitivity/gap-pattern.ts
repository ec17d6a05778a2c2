import type { AggregationRule } from '../model/aggregation.js';
import { STATE, type Column } from '../model/column.js';
import { effectiveWeights, type Child } from '../stages/aggregate/aggregate.js';
import { totalOf } from './weighted-sum.js';

/**
 * Which children of a parent are in use for which unit. Under an arithmetic mean it follows from the states
 * of the children and the rules for gaps; weights have a say only in being above 0 or not. So what the
 * stages found in one run holds in every later one in which these are the same, and only sums are left to
 * be worked out.
 */
export interface GapPattern {
  /** What it holds for: the rule for gaps, the children's states, and which of them have weight. */
  readonly missing: AggregationRule['missing'];
  readonly of: Uint8Array[];
  readonly weighted: Uint8Array;
  /** The parent's states and marks by unit. */
  readonly states: Uint8Array;
  readonly marks: Uint16Array;
  /** Units without a value. */
  readonly none: Int32Array;
  /** Units that a child with weight is not in use for; those that are, unit after unit, from `starts`. */
  readonly irregular: Int32Array;
  readonly starts: Int32Array;
  readonly used: Int32Array;
}

/**
 * Learns the pattern from what the stages made of the children in a run.
 *
 * @returns `null` where it need not hold in another: a share of the weight is asked for, or a value was
 *   beyond the range of doubles
 */
export function gapPatternOf(
  children: readonly Child[],
  rule: AggregationRule,
  { states, marks }: Column,
): GapPattern | null {
  if (rule.availability > 0 && rule.availabilityBy !== 'children') return null;
  const weighted = Uint8Array.from(children, ({ weight }) => (weight > 0 ? 1 : 0));
  const all = weighted.reduce((sum, one) => sum + one, 0);
  const shares = new Float64Array(children.length);
  const none: number[] = [];
  const irregular: number[] = [];
  const starts: number[] = [0];
  const used: number[] = [];
  for (let unit = 0; unit < states.length; unit += 1) {
    const scored = effectiveWeights(children, rule, unit, shares) && states[unit] !== STATE.not_scored;
    if (scored !== (states[unit] === STATE.scored)) return null;
    if (!scored) {
      none.push(unit);
      continue;
    }
    const inUse = [...shares.keys()].filter((child) => (shares[child] as number) > 0);
    if (inUse.length === all) continue;
    irregular.push(unit);
    used.push(...inUse);
    starts.push(used.length);
  }
  return {
    missing: rule.missing,
    of: children.map(({ column }) => column.states),
    weighted,
    states,
    marks,
    none: Int32Array.from(none),
    irregular: Int32Array.from(irregular),
    starts: Int32Array.from(starts),
    used: Int32Array.from(used),
  };
}

/** Whether a pattern holds for children in these states with these weights. */
export function holds(
  pattern: GapPattern,
  states: readonly Uint8Array[],
  weights: Float64Array,
  missing: AggregationRule['missing'],
): boolean {
  if (pattern.missing !== missing) return false;
  for (let child = 0; child < weights.length; child += 1) {
    if ((weights[child] as number) > 0 !== (pattern.weighted[child] === 1)) return false;
  }
  for (let child = 0; child < states.length; child += 1) {
    const now = states[child] as Uint8Array;
    if (now === pattern.of[child]) continue;
    if (!areEqual(now, pattern.of[child] as Uint8Array)) return false;
    // The next run is likely to bring the same array.
    pattern.of[child] = now;
  }
  return true;
}

/**
 * What the sum of each unit is to be divided by: the weight of the children in use, 1 where there is no value.
 *
 * @param part room for the weights of one unit
 */
export function weightsInUse(
  { none, irregular, starts, used }: GapPattern,
  weights: Float64Array,
  part: Float64Array,
  into: Float64Array,
): void {
  into.fill(totalOf(weights));
  for (let at = 0; at < irregular.length; at += 1) {
    part.fill(0);
    const end = starts[at + 1] as number;
    for (let next = starts[at] as number; next < end; next += 1) {
      const child = used[next] as number;
      part[child] = weights[child] as number;
    }
    into[irregular[at] as number] = totalOf(part);
  }
  for (let at = 0; at < none.length; at += 1) into[none[at] as number] = 1;
}

function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  for (let unit = 0; unit < a.length; unit += 1) if (a[unit] !== b[unit]) return false;
  return true;
}
