import type { Aggregation, AggregationRule } from '../../model/aggregation.js';
import { MARK, STATE, type Column } from '../../model/column.js';
import { arithmeticMeans } from './arithmetic.js';
import { combineByUnit } from './combine.js';
import { copelandScores } from './copeland.js';
import { familyOf, isTaken, judge, openVerdict, settle, type Child, type Settlement } from './gaps.js';

export type { Child } from './gaps.js';
export { aggregationProblems } from './problems.js';

/**
 * A node's values from its children's, for all units.
 *
 * Where the rules for gaps give a unit no value its state says why. Where the method gives no number
 * (a value that a mean cannot take, nobody to be compared with, beyond the range of doubles) the
 * state is `undetermined`. Cost: units × children; the median sorts each unit's children, Copeland
 * compares all pairs of units.
 *
 * @param children of which those with a weight count; weights on any scale, best as the method states them
 * @param groups index of each unit's peer group, −1 for none; Copeland asks for it
 */
export function aggregate(
  children: readonly Child[],
  rule: AggregationRule,
  size: number,
  groups: Int32Array,
): { readonly column: Column; readonly coverage: Float64Array } {
  const settled = settle(children, rule, size);
  const { states, marks, coverage } = settled;
  const values = valuesOf(children, rule, settled, groups);
  const alone = rule.aggregation.method === 'copeland' ? MARK.constant : 0;
  for (let u = 0; u < size; u++) {
    if (states[u] !== STATE.scored) values[u] = NaN;
    else if (Number.isFinite(values[u])) values[u] = (values[u] as number) + 0;
    else {
      values[u] = NaN;
      states[u] = STATE.undetermined;
      marks[u] = (marks[u] as number) | alone;
    }
  }
  return { column: { values, states, marks }, coverage };
}

function valuesOf(
  children: readonly Child[],
  rule: AggregationRule,
  settled: Settlement,
  groups: Int32Array,
): Float64Array {
  const { aggregation } = rule;
  if (aggregation.method === 'arithmetic') return arithmeticMeans(children, settled);
  if (aggregation.method === 'copeland') {
    return copelandScores(children, rule, aggregation, settled.states, groups);
  }
  return combineByUnit(children, rule, aggregation, settled);
}

/**
 * The shares that the children of one unit really had: the weight of each over that of all in use, 0
 * for one that others stand in for. By what is used, not by what came out: under `minimum` and
 * `copeland` they are the shares of the children that took part.
 *
 * @param into as long as `children`; written over
 * @returns `false` where the rules for gaps give the unit no value, and `into` holds zeros. Where they do
 *   and the method then has no number, the column of the node says `undetermined`.
 */
export function effectiveWeights(
  children: readonly Child[],
  rule: AggregationRule,
  unit: number,
  into: Float64Array,
): boolean {
  const verdict = openVerdict();
  judge(familyOf(children), rule, unit, verdict);
  const scored = verdict.state === STATE.scored;
  for (let c = 0; c < children.length; c++) {
    const { column, weight } = children[c] as Child;
    into[c] = scored && isTaken(column.states[unit] as number, rule) ? weight / verdict.ofUsed : 0;
  }
  return scored;
}

/** Whether a node's value is the sum of effective weight × value over its children. */
export function isAdditive(aggregation: Aggregation): boolean {
  return (
    aggregation.method === 'arithmetic' ||
    (aggregation.method === 'generalised_mean' && aggregation.power === 1)
  );
}
