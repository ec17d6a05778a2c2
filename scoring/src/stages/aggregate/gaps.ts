import type { AggregationRule } from '../../model/aggregation.js';
import { MARK, STATE, type Column } from '../../model/column.js';
import { lostIn } from './addition.js';

/** A child of a node, as its parent takes it. */
export interface Child {
  readonly column: Column;
  /** Share of the weight below the child that has a value, unit by unit; of a leaf 1 or 0. */
  readonly coverage: Float64Array;
  /** What the method asks, beside its siblings and on any scale; 0 = shown, and counts for nothing. */
  readonly weight: number;
}

/** What the rules for gaps say of one unit; written over for the next, so that no unit allocates. */
export interface Verdict {
  /** `scored`: the children in use have values to be combined. */
  state: number;
  marks: number;
  coverage: number;
  /** Weight of the children in use: the effective weight of one is its own over this. */
  ofUsed: number;
}

export function openVerdict(): Verdict {
  return { state: STATE.not_scored, marks: 0, coverage: 0, ofUsed: 0 };
}

/** A unit's children, counted. */
interface Tally {
  counted: number;
  notApplicable: number;
  notCollected: number;
  withValue: number;
  /** 1 where screening left a child out. */
  leftOut: number;
  /** Weight of the applicable children, of those with a value, and of what is covered below. */
  applicableWeight: number;
  valueWeight: number;
  coveredWeight: number;
}

/** Shares that are equal in decimal may differ in the last binary digits: at the threshold is enough. */
const SHARE_TOLERANCE = 1e-12;

/**
 * Decides by the rules for gaps whether a unit gets a value at a node. A child without weight, or not
 * scored for this unit, counts for nothing. In this order:
 *
 * 1. no child counts: not scored; none of them can exist: not applicable;
 * 2. nothing applicable was collected: not collected;
 * 3. a child is not applicable, and the rule wants them all: incomplete;
 * 4. a child has no value, and the rule fills no gaps or has nothing to fill them from: incomplete;
 * 5. the share with values is below the one asked for: incomplete;
 * 6. scored, by the children with values; where gaps count as zero, by all that are applicable.
 */
export function judge(
  children: readonly Child[],
  rule: AggregationRule,
  unit: number,
  verdict: Verdict,
): void {
  const tally = tallyOf(children, unit);
  const { counted, notApplicable, withValue } = tally;
  const applicable = counted - notApplicable;
  const gap = withValue < applicable;
  verdict.marks = 0;
  verdict.ofUsed = 0;
  verdict.coverage = applicable === 0 ? 0 : tally.coveredWeight / tally.applicableWeight;
  if (counted === 0) {
    verdict.state = STATE.not_scored;
    verdict.marks = tally.leftOut === 1 ? MARK.screenedOut : 0;
  } else if (applicable === 0) verdict.state = STATE.not_applicable;
  else if (tally.notCollected === applicable) verdict.state = STATE.not_collected;
  else if (stopped(tally, rule)) {
    verdict.state = STATE.incomplete;
    verdict.marks = MARK.childWithoutValue;
  } else if (gap && belowAvailability(tally, rule)) {
    verdict.state = STATE.incomplete;
    verdict.marks = MARK.belowAvailability;
  } else {
    const filled = rule.missing === 'zero';
    const shared = notApplicable > 0 || tally.leftOut === 1 || (gap && !filled);
    verdict.state = STATE.scored;
    verdict.marks = (gap && filled ? MARK.childCountedAsZero : 0) | (shared ? MARK.weightShared : 0);
    verdict.ofUsed = filled ? tally.applicableWeight : tally.valueWeight;
  }
}

/**
 * Whether a child is in use for a unit that was found to be scored: it has a value, or is applicable and
 * counts as zero.
 */
export function inUse(child: Child, unit: number, rule: AggregationRule): boolean {
  if (!(child.weight > 0)) return false;
  const state = child.column.states[unit] as number;
  if (state === STATE.scored) return true;
  return rule.missing === 'zero' && state !== STATE.not_applicable && state !== STATE.not_scored;
}

function stopped({ counted, notApplicable, withValue }: Tally, rule: AggregationRule): boolean {
  if (notApplicable > 0 && rule.notApplicable === 'no_value') return true;
  const gap = withValue < counted - notApplicable;
  return gap && (rule.missing === 'no_value' || withValue === 0);
}

function belowAvailability(tally: Tally, { availability, availabilityBy }: AggregationRule): boolean {
  const share =
    availabilityBy === 'children'
      ? tally.withValue / (tally.counted - tally.notApplicable)
      : tally.valueWeight / tally.applicableWeight;
  return share < availability - SHARE_TOLERANCE;
}

function tallyOf(children: readonly Child[], unit: number): Tally {
  let [counted, notApplicable, notCollected, withValue, leftOut] = [0, 0, 0, 0, 0];
  let [all, allLost, value, valueLost, covered, coveredLost] = [0, 0, 0, 0, 0, 0];
  for (let c = 0; c < children.length; c++) {
    const { column, coverage, weight } = children[c] as Child;
    if (!(weight > 0)) continue;
    const state = column.states[unit] as number;
    if (state === STATE.not_scored) {
      if (((column.marks[unit] as number) & MARK.screenedOut) !== 0) leftOut = 1;
      continue;
    }
    counted += 1;
    if (state === STATE.not_applicable) {
      notApplicable += 1;
      continue;
    }
    if (state === STATE.not_collected) notCollected += 1;
    const part = (coverage[unit] as number) * weight;
    allLost += lostIn(all, weight, all + weight);
    all += weight;
    coveredLost += lostIn(covered, part, covered + part);
    covered += part;
    if (state !== STATE.scored) continue;
    withValue += 1;
    valueLost += lostIn(value, weight, value + weight);
    value += weight;
  }
  const applicableWeight = all + allLost;
  const valueWeight = value + valueLost;
  const coveredWeight = covered + coveredLost;
  return {
    counted,
    notApplicable,
    notCollected,
    withValue,
    leftOut,
    applicableWeight,
    valueWeight,
    coveredWeight,
  };
}
