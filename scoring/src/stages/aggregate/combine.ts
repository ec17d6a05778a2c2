import type { Aggregation, AggregationRule, NonPositivePolicy } from '../../model/aggregation.js';
import { MARK, STATE } from '../../model/column.js';
import { isTaken, type Child, type Settlement } from './gaps.js';
import {
  geometricMean,
  harmonicMean,
  meanOfPower,
  minimum,
  weightedMedian,
  type Combination,
} from './means.js';

/** The methods that look at one unit at a time. */
export type ByUnit = Exclude<Aggregation, { method: 'arithmetic' | 'copeland' }>;

/** What a combination cannot take, and what is then done. */
interface Guard {
  readonly bars: 'nothing' | 'negative' | 'non_positive';
  readonly policy: NonPositivePolicy;
}

const UNGUARDED: Guard = { bars: 'nothing', policy: 'undetermined' };

/**
 * Combines each unit's own children, unit by unit. The value of a unit that has one by the rules for gaps
 * is NaN where the method has no number for it.
 *
 * @param settled what was done to a value that a mean cannot take is added to its marks
 */
export function combineByUnit(
  children: readonly Child[],
  rule: AggregationRule,
  aggregation: ByUnit,
  settled: Settlement,
): Float64Array {
  const { states, ofUsed, marks } = settled;
  const combination = combinationOf(aggregation);
  const guard = guardOf(aggregation);
  const results = new Float64Array(states.length).fill(NaN);
  const counted = children.filter(({ weight }) => weight > 0);
  const columns = counted.map(({ column }) => column.values);
  const statesOf = counted.map(({ column }) => column.states);
  const weights = Float64Array.from(counted, ({ weight }) => weight);
  const values = new Float64Array(counted.length);
  const shares = new Float64Array(counted.length);
  for (let u = 0; u < states.length; u++) {
    if (states[u] !== STATE.scored) continue;
    let count = 0;
    for (let c = 0; c < columns.length; c++) {
      const state = (statesOf[c] as Uint8Array)[u] as number;
      if (!isTaken(state, rule)) continue;
      values[count] = state === STATE.scored ? ((columns[c] as Float64Array)[u] as number) : 0;
      shares[count] = (weights[c] as number) / (ofUsed[u] as number);
      count += 1;
    }
    const mark = guarded(guard, values, count);
    marks[u] = (marks[u] as number) | mark;
    const barred = (mark & MARK.nonPositive) !== 0 && guard.policy === 'undetermined';
    if (!barred) results[u] = combination(values, shares, count);
  }
  return results;
}

function combinationOf(aggregation: ByUnit): Combination {
  switch (aggregation.method) {
    case 'geometric':
      return geometricMean;
    case 'harmonic':
      return harmonicMean;
    case 'generalised_mean':
      return meanOfPower(aggregation.power);
    case 'median':
      return weightedMedian;
    case 'minimum':
      return minimum;
    default:
      throw new TypeError('aggregate: validation lets no other method pass');
  }
}

function guardOf(aggregation: ByUnit): Guard {
  if (aggregation.method === 'median' || aggregation.method === 'minimum') return UNGUARDED;
  const { method, nonPositive: policy } = aggregation;
  if (method !== 'generalised_mean') return { bars: 'non_positive', policy };
  if (aggregation.power === 1) return UNGUARDED;
  return { bars: aggregation.power > 0 ? 'negative' : 'non_positive', policy };
}

/** Replaces what the guard bars; says what was found. */
function guarded({ bars, policy }: Guard, values: Float64Array, count: number): number {
  if (bars === 'nothing') return 0;
  const floor = typeof policy === 'object' ? policy.floor : 0;
  let marks = 0;
  for (let i = 0; i < count; i++) {
    const value = values[i] as number;
    const barred = value < 0 || (value === 0 && bars === 'non_positive');
    if (barred) marks |= MARK.nonPositive;
    else if (value < floor) marks |= MARK.clamped;
    if (barred || value < floor) values[i] = floor;
  }
  return marks;
}
