import type { AggregationRule } from '../../model/aggregation.js';
import { MARK, STATE, type Column } from '../../model/column.js';
import { lostIn } from './addition.js';

/** A child of a node, as its parent takes it. */
export interface Child {
  readonly column: Column;
  /** Share of the weight below the child that has a value, unit by unit; `null`: 1 where scored, else 0. */
  readonly coverage: Float64Array | null;
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
  readonly tally: Tally;
}

/** A unit's children, counted; the weight of those with a value and of those that are applicable. */
interface Tally {
  withValue: number;
  notCollected: number;
  notApplicable: number;
  /** Without a value for any other reason. */
  wanting: number;
  notScored: number;
  valueWeight: number;
  applicableWeight: number;
}

/** Siblings, with what is the same for every unit. */
interface Family {
  readonly children: readonly Child[];
  /** Weight of all that have some. */
  readonly ofAll: number;
  readonly allLeaves: boolean;
}

export function familyOf(children: readonly Child[]): Family {
  let ofAll = 0;
  let lost = 0;
  let allLeaves = true;
  for (const { coverage, weight } of children) {
    lost += lostIn(ofAll, weight, ofAll + weight);
    ofAll += weight;
    if (coverage !== null) allLeaves = false;
  }
  return { children, ofAll: ofAll + lost, allLeaves };
}

/** The verdicts on all units. */
export interface Settlement {
  readonly states: Uint8Array;
  readonly marks: Uint16Array;
  readonly coverage: Float64Array;
  readonly ofUsed: Float64Array;
  /** Every unit has every child in use. */
  readonly complete: boolean;
}

export function openVerdict(): Verdict {
  const tally = {
    withValue: 0,
    notCollected: 0,
    notApplicable: 0,
    wanting: 0,
    notScored: 0,
    valueWeight: 0,
    applicableWeight: 0,
  };
  return { state: STATE.not_scored, marks: 0, coverage: 0, ofUsed: 0, tally };
}

/**
 * Decides for all units. Most have every child, all of it covered: those are found by reading bytes, and
 * only the others are looked at one by one.
 */
export function settle(children: readonly Child[], rule: AggregationRule, size: number): Settlement {
  const counted = children.filter(({ weight }) => weight > 0);
  const irregular = counted.length === 0 ? new Uint8Array(size).fill(1) : irregularUnits(counted, size);
  const family = familyOf(counted);
  const states = new Uint8Array(size);
  const marks = new Uint16Array(size);
  const coverage = new Float64Array(size).fill(1);
  const ofUsed = new Float64Array(size).fill(family.ofAll);
  const verdict = openVerdict();
  let complete = true;
  for (let u = 0; u < size; u++) {
    if (irregular[u] === 0) continue;
    judge(family, rule, u, verdict);
    states[u] = verdict.state;
    marks[u] = verdict.marks;
    coverage[u] = verdict.coverage;
    ofUsed[u] = verdict.ofUsed;
    if (verdict.tally.withValue < counted.length) complete = false;
  }
  return { states, marks, coverage, ofUsed, complete };
}

/** 1 for a unit of which a child is without a value, or not covered throughout. */
function irregularUnits(counted: readonly Child[], size: number): Uint8Array {
  const irregular = new Uint8Array(size);
  let read: Uint8Array | null = null;
  for (const { column, coverage } of counted) {
    const { states } = column;
    // Columns without gaps may share one array of states: it says the same again.
    if (states !== read) for (let u = 0; u < size; u++) if (states[u] !== STATE.scored) irregular[u] = 1;
    read = states;
    if (coverage === null) continue;
    for (let u = 0; u < size; u++) if (coverage[u] !== 1) irregular[u] = 1;
  }
  return irregular;
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
export function judge(family: Family, rule: AggregationRule, unit: number, verdict: Verdict): void {
  const { tally } = verdict;
  count(family, unit, tally);
  const { withValue, notApplicable, notScored } = tally;
  const gap = tally.notCollected + tally.wanting > 0;
  const applicable = withValue + tally.notCollected + tally.wanting;
  verdict.marks = 0;
  verdict.ofUsed = 0;
  verdict.coverage = applicable === 0 ? 0 : coveredWeight(family, unit, tally) / tally.applicableWeight;
  if (applicable === 0) {
    verdict.state = notApplicable > 0 ? STATE.not_applicable : STATE.not_scored;
    if (notApplicable === 0) verdict.marks = screenedOut(family, unit);
  } else if (tally.notCollected === applicable) verdict.state = STATE.not_collected;
  else if (stopped(tally, gap, rule)) {
    verdict.state = STATE.incomplete;
    verdict.marks = MARK.childWithoutValue;
  } else if (gap && belowAvailability(tally, applicable, rule)) {
    verdict.state = STATE.incomplete;
    verdict.marks = MARK.belowAvailability;
  } else {
    const filled = rule.missing === 'zero';
    const shared = notApplicable > 0 || notScored > 0 || (gap && !filled);
    verdict.state = STATE.scored;
    verdict.marks = (gap && filled ? MARK.childCountedAsZero : 0) | (shared ? MARK.weightShared : 0);
    verdict.ofUsed = filled ? tally.applicableWeight : tally.valueWeight;
  }
}

/**
 * Whether a child of this state is in use for a unit that was found to be scored: it has a
 * value, or is applicable and counts as zero.
 */
export function isTaken(state: number, { missing }: AggregationRule): boolean {
  if (state === STATE.scored) return true;
  return missing === 'zero' && isApplicable(state);
}

function stopped({ notApplicable, withValue }: Tally, gap: boolean, rule: AggregationRule): boolean {
  if (notApplicable > 0 && rule.notApplicable === 'no_value') return true;
  return gap && (rule.missing === 'no_value' || withValue === 0);
}

function belowAvailability(
  { withValue, valueWeight, applicableWeight }: Tally,
  applicable: number,
  { availability, availabilityBy }: AggregationRule,
): boolean {
  const share = availabilityBy === 'children' ? withValue / applicable : valueWeight / applicableWeight;
  return share < availability - SHARE_TOLERANCE;
}

function count({ children, ofAll }: Family, unit: number, tally: Tally): void {
  let withValue = 0;
  let notCollected = 0;
  let notApplicable = 0;
  let wanting = 0;
  let notScored = 0;
  let value = 0;
  let lost = 0;
  for (let c = 0; c < children.length; c++) {
    const { column, weight } = children[c] as Child;
    if (!(weight > 0)) continue;
    const state = column.states[unit] as number;
    if (state === STATE.scored) {
      withValue += 1;
      lost += lostIn(value, weight, value + weight);
      value += weight;
    } else if (state === STATE.not_collected) notCollected += 1;
    else if (state === STATE.not_applicable) notApplicable += 1;
    else if (state === STATE.not_scored) notScored += 1;
    else wanting += 1;
  }
  tally.withValue = withValue;
  tally.notCollected = notCollected;
  tally.notApplicable = notApplicable;
  tally.wanting = wanting;
  tally.notScored = notScored;
  tally.valueWeight = value + lost;
  tally.applicableWeight = notApplicable + notScored === 0 ? ofAll : applicableWeight(children, unit);
}

function applicableWeight(children: readonly Child[], unit: number): number {
  let total = 0;
  let lost = 0;
  for (let c = 0; c < children.length; c++) {
    const { column, weight } = children[c] as Child;
    if (!isApplicable(column.states[unit] as number)) continue;
    lost += lostIn(total, weight, total + weight);
    total += weight;
  }
  return total + lost;
}

/** Weight of the applicable children, each as far as it is covered. */
function coveredWeight({ children, allLeaves }: Family, unit: number, { valueWeight }: Tally): number {
  if (allLeaves) return valueWeight;
  let total = 0;
  let lost = 0;
  for (let c = 0; c < children.length; c++) {
    const { column, coverage, weight } = children[c] as Child;
    const state = column.states[unit] as number;
    if (!isApplicable(state)) continue;
    const share = coverage === null ? (state === STATE.scored ? 1 : 0) : (coverage[unit] as number);
    lost += lostIn(total, share * weight, total + share * weight);
    total += share * weight;
  }
  return total + lost;
}

/** The mark of a node that has nothing left because screening left its children out. */
function screenedOut({ children }: Family, unit: number): number {
  let marks = 0;
  for (const { column } of children) marks |= column.marks[unit] as number;
  return marks & MARK.screenedOut;
}

function isApplicable(state: number): boolean {
  return state !== STATE.not_applicable && state !== STATE.not_scored;
}
